"""Asks for the text of a letter and has the paper made."""

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

Make = Callable[["LetterText"], "PaperJob"]


class LetterFlow(QObject):
    """``made(PaperJob)`` when a letter is ready, ``left`` when its dialog was closed without one.

    ``reason_refused(error)`` when the reason of the reveal is to be corrected instead.
    """

    made = Signal(object)
    left = Signal()
    reason_refused = Signal(object)

    def __init__(self, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._kept = ""
        self.dialog: LetterDialog | None = None

    def write(self, of: tuple[str, str], make: Make) -> None:
        """Ask for the text; ``of`` is (words for the visit, pseudonym)."""
        dialog = LetterDialog(of, self._kept, self._window)
        self.dialog = dialog
        dialog.wanted.connect(partial(self._wanted, make))
        dialog.rejected.connect(self._rejected)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def forget(self) -> None:
        """Close the dialog and forget its text."""
        self._kept = ""
        if self.dialog is not None:
            self.dialog.reject()
            self._kept = ""

    def _wanted(self, make: Make, text: LetterText) -> None:
        self._runner.run(make, text, then=self._done, owner=self, failed=self._failed)

    def _done(self, paper: PaperJob) -> None:
        if self.dialog is None:
            return  # closed in the meantime: it is logged, and nothing is printed
        dialog, self.dialog = self.dialog, None
        dialog.finish(True)
        self._kept = ""
        self.made.emit(paper)

    def _failed(self, error: ReceptionError) -> None:
        if self.dialog is None:
            return
        reason = isinstance(error, InvalidInput) and error.field in ("words", "reason", "parts")
        if reason:
            self.dialog.reject()
            self.reason_refused.emit(error)
        else:
            self.dialog.refuse(error)

    @Slot()
    def _rejected(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            self._kept = dialog.text.value()
            self.left.emit()
