"""Asks what becomes of a paper that was not printed, and drops it when that is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.drop_paper_dialog import DropPaperDialog
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.requested_paper import DropGround, WaitingPaper


class PaperDropping(QObject):
    """One dialog at a time.

    ``print_wanted(paper id)`` to show the preview again; ``settled(paper id, dropped)`` when the
    paper was dropped, or left in the list of papers that wait.
    """

    print_wanted = Signal(str)
    settled = Signal(str, bool)

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._reception, self._runner, self._window = reception, runner, window
        self._paper_id = ""
        self.dialog: DropPaperDialog | None = None

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return bool(self._paper_id)

    def ask(self, paper_id: str, *, can_print: bool) -> None:
        """Ask about a paper; without its pages (``can_print`` False) it can only be dropped."""
        if self.is_open:
            return
        self._paper_id = paper_id
        find = partial(self._reception.waiting_papers.paper, paper_id)
        show = partial(self._open_dialog, can_print)
        self._runner.run(find, then=show, failed=self._leave, owner=self)

    def close(self) -> None:
        """Close the dialog without a decision, when the window locks."""
        self._paper_id = ""
        if self.dialog is not None:
            self.dialog.finish(False)

    def _open_dialog(self, can_print: bool, paper: WaitingPaper) -> None:
        if not self.is_open:
            return
        dialog = self.dialog = DropPaperDialog(paper, self._window, can_print=can_print)
        dialog.drop_wanted.connect(self._drop)
        dialog.print_wanted.connect(self._print)
        dialog.rejected.connect(self._keep)
        dialog.closed.connect(self._forget_dialog)
        dialog.open()

    @Slot(object, str)
    def _drop(self, ground: DropGround, words: str) -> None:
        drop, paper_id = self._reception.waiting_papers.drop, self._paper_id
        self._runner.run(
            drop,
            paper_id,
            ground,
            words,
            then=partial(self._dropped, paper_id),
            failed=partial(self._show_failure, paper_id),
            owner=self,
        )

    def _dropped(self, paper_id: str, _result: object) -> None:
        if paper_id == self._paper_id:
            self._paper_id = ""
            if self.dialog is not None:
                self.dialog.finish(True)
        self.settled.emit(paper_id, True)

    def _show_failure(self, paper_id: str, error: ReceptionError) -> None:
        """Show why a paper was not dropped: as a toast once its question was left."""
        if self.dialog is not None and paper_id == self._paper_id:
            self.dialog.show_failure(error)
        else:
            self._window.show_toast(error_sentence(error), "circle-alert")

    @Slot()
    def _print(self) -> None:
        paper_id, self._paper_id = self._paper_id, ""
        self.print_wanted.emit(paper_id)

    @Slot()
    def _keep(self) -> None:
        if self._paper_id:
            paper_id, self._paper_id = self._paper_id, ""
            self.settled.emit(paper_id, False)

    def _leave(self, error: ReceptionError) -> None:
        """Nothing can be asked: the paper stays where it is."""
        self._window.show_toast(error_sentence(error), "circle-alert")
        self._keep()

    @Slot()
    def _forget_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
