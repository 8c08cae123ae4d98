"""The open dialog of a to-do item, and the act it confirms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence, sentence
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.shell.main_window import MainWindow
from ui.widgets.confirm_dialog import ConfirmDialog


class TodoDialog(QObject):
    """Opens dialogs over the window, one at a time; ``closed`` when the list is to be read again.

    A failure is shown in the open dialog, or as a toast where none is open.
    """

    closed = Signal()

    def __init__(self, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self.runner, self.window = runner, window
        self.current: ConfirmDialog | RevealDecisionDialog | None = None

    def open(self, dialog: ConfirmDialog | RevealDecisionDialog) -> None:
        self.current = dialog
        dialog.closed.connect(self._closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def run_act(self, act: Callable[..., object], *args: object) -> None:
        """Run the confirmed act on the database thread, then close the dialog."""
        self.runner.run(act, *args, then=self.finish, owner=self, failed=self.show_failure)

    def finish(self, _result: object = None) -> None:
        """Close the dialog: its act is done."""
        if self.current is not None:
            self.current.finish(True)

    def show_failure(self, error: ReceptionError) -> None:
        """Show a failure in the open dialog, which stays open, else as a toast."""
        if isinstance(self.current, RevealDecisionDialog):
            self.current.show_failure(error)
        elif self.current is not None:
            self.current.refuse(error)
        else:
            self.show_failure_toast(error)

    def show_failure_toast(self, error: ReceptionError) -> None:
        self.window.show_toast(error_sentence(error), "circle-alert")

    def report_ended(self) -> None:
        """Show that the item no longer exists; the list is read again."""
        self.window.show_toast(sentence("request.ended"), "circle-alert")
        self.closed.emit()

    @Slot()
    def _closed(self) -> None:
        self.current = None
        self.closed.emit()
