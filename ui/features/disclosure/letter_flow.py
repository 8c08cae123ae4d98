"""Opens the dialog for the text of a letter, then makes the paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.letter_dialog import LetterDialog
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.services.papers.letters import LetterText
    from reception.services.papers.print_log import PaperJob

LetterMaker = Callable[["LetterText"], "PaperJob"]


class LetterFlow(QObject):
    """Opens the dialog of a letter and makes its paper.

    Emits ``paper_made(PaperJob)`` when the letter is ready, ``cancelled`` when its dialog was
    closed before, ``paper_discarded`` when the letter was ready only after that, and
    ``reason_rejected(error)`` when the reason must be corrected first.
    """

    paper_made = Signal(object)
    cancelled = Signal()
    paper_discarded = Signal()
    reason_rejected = Signal(object)

    def __init__(self, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._saved_text = ""
        self.dialog: LetterDialog | None = None

    def open_dialog(self, visit_caption: tuple[str, str], make_letter: LetterMaker) -> None:
        """Open the dialog; ``visit_caption`` is (title of the visit, pseudonym)."""
        dialog = LetterDialog(visit_caption, self._saved_text, self._window)
        self.dialog = dialog
        dialog.text_submitted.connect(partial(self._make_paper, make_letter))
        dialog.rejected.connect(self._dialog_rejected)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def clear(self) -> None:
        """Close the dialog and delete its text."""
        self._saved_text = ""
        if self.dialog is not None:
            self.dialog.reject()
            self._saved_text = ""

    def _make_paper(self, make_letter: LetterMaker, text: LetterText) -> None:
        self._runner.run(
            make_letter, text, then=self._paper_ready, owner=self, failed=self._show_failure
        )

    def _paper_ready(self, paper: PaperJob) -> None:
        if self.dialog is None:
            self.paper_discarded.emit()  # the reveal is logged already, nothing is printed
            return
        dialog, self.dialog = self.dialog, None
        dialog.finish(True)
        self._saved_text = ""
        self.paper_made.emit(paper)

    def _show_failure(self, error: ReceptionError) -> None:
        if self.dialog is None:  # it was closed before the answer came
            self._window.show_toast(error_sentence(error), "circle-alert")
            return
        is_about_reason = isinstance(error, InvalidInput) and error.field in (
            "words",
            "reason",
            "parts",
        )
        if is_about_reason:
            self.dialog.reject()
            self.reason_rejected.emit(error)
        else:
            self.dialog.show_failure(error)

    @Slot()
    def _dialog_rejected(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            self._saved_text = dialog.text_area.value()
            self.cancelled.emit()
