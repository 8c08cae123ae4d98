"""The dialogs of to-do items: one is open at a time, and its action runs when it is confirmed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence, sentence
from ui.database_thread.task_runner import TaskRunner
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.shell.main_window import MainWindow
from ui.widgets.confirm_dialog import ConfirmDialog


class TodoDialogs(QObject):
    """Opens dialogs over the window; ``list_outdated`` when the to-do list must be read again.

    ``current`` is the open dialog. A failure is shown in it, or as a toast if none is open.
    """

    list_outdated = Signal()

    def __init__(self, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self.runner, self.window = runner, window
        self.current: ConfirmDialog | RevealDecisionDialog | None = None

    def open(self, dialog: ConfirmDialog | RevealDecisionDialog) -> None:
        """Open a dialog, which becomes the current one."""
        self.current = dialog
        dialog.closed.connect(self._forget_dialog)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def run_action(self, action: Callable[..., object], *args: object) -> None:
        """Run the confirmed action on the database thread, then close the dialog."""
        self.runner.run(action, *args, then=self.finish, owner=self, failed=self.show_failure)

    def finish(self, _result: object = None) -> None:
        """Close the dialog, because its action is done."""
        if self.current is not None:
            self.current.finish(True)

    def show_failure(self, error: ReceptionError) -> None:
        """Show a failure in the open dialog, which stays open; without one, as a toast."""
        if self.current is not None:
            self.current.show_failure(error)
        else:
            self.show_failure_toast(error)

    def show_failure_toast(self, error: ReceptionError) -> None:
        self.window.show_toast(error_sentence(error), "circle-alert")

    def show_item_gone(self) -> None:
        """Show that the item no longer exists, and have the list read again."""
        self.window.show_toast(sentence("request.ended"), "circle-alert")
        self.list_outdated.emit()

    @Slot()
    def _forget_dialog(self) -> None:
        self.current = None
        self.list_outdated.emit()
