"""Opens the look-up by return code, from visit entry and from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception.domain.errors import ReceptionError
from reception.domain.status_lookup import LookupStatus
from ui.database_thread.task_runner import TaskRunner
from ui.features.status_lookup.lookup_dialog import StatusLookupDialog
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception


class LookupFlow(QObject):
    """Shows the dialog (F6) and answers its look-ups; at most one dialog is open."""

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._status_lookup = reception.status_lookup
        self._runner = runner
        self._window = window
        self.dialog: StatusLookupDialog | None = None

    @Slot()
    def open(self) -> None:
        if self.dialog is not None:
            return
        self.dialog = StatusLookupDialog(self._window)
        self.dialog.lookup_wanted.connect(self._look_up)
        self.dialog.closed.connect(self._forget_dialog)
        self.dialog.open()

    @Slot(str, str)
    def _look_up(self, code: str, number: str) -> None:
        find = self._status_lookup.find
        self._runner.run(
            find, code, number, then=self._show_answer, owner=self, failed=self._show_error
        )

    def _show_answer(self, status: LookupStatus | None) -> None:
        if self.dialog is not None:
            self.dialog.show_answer(status)

    def _show_error(self, error: ReceptionError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)

    @Slot()
    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
