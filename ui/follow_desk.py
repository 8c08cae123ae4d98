"""The way to a look-up by return code, from the desk and from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception.domain.errors import ReceptionError
from reception.domain.follow_up import Standing
from ui.dialogs.follow_up import FollowUpDialog
from ui.main_window import MainWindow
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception


class FollowDesk(QObject):
    """``open()`` asks for a paper's number and code (F6)."""

    def __init__(self, reception: Reception, runner: Runner, window: MainWindow) -> None:
        """Wait to be asked."""
        super().__init__(window)
        self._follow_up = reception.follow_up
        self._runner = runner
        self._window = window
        self.dialog: FollowUpDialog | None = None

    @Slot()
    def open(self) -> None:
        """Show the question."""
        if self.dialog is not None:
            return
        self.dialog = FollowUpDialog(self._window)
        self.dialog.wanted.connect(self._look)
        self.dialog.closed.connect(self._closed)
        self.dialog.open()

    @Slot(str, str)
    def _look(self, number: str, code: str) -> None:
        look = self._follow_up.look
        self._runner.run(look, number, code, then=self._found, owner=self, failed=self._failed)

    def _found(self, standing: Standing | None) -> None:
        if self.dialog is not None:
            self.dialog.show_answer(standing)

    def _failed(self, error: ReceptionError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
