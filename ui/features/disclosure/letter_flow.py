"""From a reveal that asks for a letter to its words, and to the paper."""

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
    """``write(of, make)`` asks for the words: ``made(PaperJob)``, or ``left`` without a letter.

    ``reason_refused(error)`` when it is the reason of the reveal that must be mended.
    """

    made = Signal(object)
    left = Signal()
    reason_refused = Signal(object)

    def __init__(self, runner: TaskRunner, window: MainWindow) -> None:
        """Wait to be asked."""
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._kept = ""
        self.dialog: LetterDialog | None = None

    def write(self, of: tuple[str, str], make: Make) -> None:
        """Ask for the words; ``of`` names visit and code."""
        dialog = LetterDialog(of, self._kept, self._window)
        self.dialog = dialog
        dialog.wanted.connect(partial(self._wanted, make))
        dialog.rejected.connect(self._rejected)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def forget(self) -> None:
        """Let go of what was written."""
        self._kept = ""
        if self.dialog is not None:
            self.dialog.reject()
            self._kept = ""

    def _wanted(self, make: Make, text: LetterText) -> None:
        self._runner.run(make, text, then=self._done, owner=self, failed=self._failed)

    def _done(self, paper: PaperJob) -> None:
        if self.dialog is None:
            return  # left meanwhile: it is logged, and nothing is printed
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
