"""The page on which the head confirms a register that does not match the roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.application.opening_data import read_opened_office
from ui.database_thread.task_runner import TaskRunner
from ui.features.unlock.roster_mismatch_screen import RosterMismatchScreen

if TYPE_CHECKING:
    from ui.application.opened_office import OpenedOffice
    from ui.application.start_window import StartWindow


class MismatchConfirmation(QObject):
    """Shows the page if there is a mismatch; ``finished(OpenedOffice)`` when there is none left.

    ``lock_wanted`` when the head wants to lock the office again.
    """

    finished = Signal(object)
    lock_wanted = Signal()

    def __init__(self, opened: OpenedOffice, runner: TaskRunner, window: StartWindow) -> None:
        super().__init__(window)
        self._opened = opened
        self._runner = runner
        self._window = window

    @Slot()
    def show(self) -> None:
        """Show the page in the start window, or go on at once."""
        reception = self._opened.reception
        if reception.session.roster_mismatch is None:
            self.finished.emit(self._opened)
            return
        confirmation = reception.staff.roster_confirmation
        page = RosterMismatchScreen(confirmation, self._runner, self._window)
        page.confirmed.connect(self._read_office)
        page.lock_wanted.connect(self.lock_wanted)
        self._window.show_page(page)

    @Slot()
    def _read_office(self) -> None:
        """Read drafts and settings, which could not be read before."""
        self._runner.run(
            read_opened_office, self._opened.reception, then=self._finish, failed=self._lock
        )

    @Slot(object)
    def _finish(self, opened: OpenedOffice) -> None:
        self.finished.emit(opened)

    @Slot(object)
    def _lock(self, _error: object) -> None:
        self.lock_wanted.emit()
