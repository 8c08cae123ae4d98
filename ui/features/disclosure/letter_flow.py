"""Opens the dialog for the text of a letter, then makes the paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import InvalidInput, ReceptionError
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.letter_dialog import LetterDialog
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.services.papers.letters import LetterText
    from reception.services.papers.print_log import PaperJob

LetterMaker = Callable[["LetterText"], "PaperJob"]


class LetterFlow(QObject):
    """``made(PaperJob)`` when a letter is ready, ``cancelled`` when its dialog was closed before.

    ``reason_refused(error)`` when the reason of the reveal must be corrected instead.
    """

    made = Signal(object)
    cancelled = Signal()
    reason_refused = Signal(object)

    def __init__(self, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._saved_text = ""
        self.dialog: LetterDialog | None = None

    def write(self, visit: tuple[str, str], make: LetterMaker) -> None:
        """Open the dialog; ``visit`` is (title of the visit, pseudonym)."""
        dialog = LetterDialog(visit, self._saved_text, self._window)
        self.dialog = dialog
        dialog.wanted.connect(partial(self._make_paper, make))
        dialog.rejected.connect(self._rejected)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def clear(self) -> None:
        """Close the dialog and delete its text."""
        self._saved_text = ""
        if self.dialog is not None:
            self.dialog.reject()
            self._saved_text = ""

    def _make_paper(self, make: LetterMaker, text: LetterText) -> None:
        self._runner.run(make, text, then=self._made, owner=self, failed=self._failed)

    def _made(self, paper: PaperJob) -> None:
        if self.dialog is None:
            return  # closed in the meantime: the reveal is logged, nothing is printed
        dialog, self.dialog = self.dialog, None
        dialog.finish(True)
        self._saved_text = ""
        self.made.emit(paper)

    def _failed(self, error: ReceptionError) -> None:
        if self.dialog is None:
            return
        is_about_reason = isinstance(error, InvalidInput) and error.field in (
            "words",
            "reason",
            "parts",
        )
        if is_about_reason:
            self.dialog.reject()
            self.reason_refused.emit(error)
        else:
            self.dialog.refuse(error)

    @Slot()
    def _rejected(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            self._saved_text = dialog.text.value()
            self.cancelled.emit()
