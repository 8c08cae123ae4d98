"""Opens the import screen over the register, and closes it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.features.register_import.import_screen import ImportScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

if TYPE_CHECKING:
    from reception.bootstrap import Reception


class ImportFlow(QObject):
    """``imported`` when new visits are in the register."""

    imported = Signal()

    def __init__(
        self, reception: Reception, runner: TaskRunner, window: MainWindow, print_flow: PrintFlow
    ) -> None:
        super().__init__(window)
        self._reception = reception
        self._runner = runner
        self._window = window
        self._print_flow = print_flow
        self.screen: ImportScreen | None = None

    @Slot()
    def open(self) -> None:
        """Show the import screen; create it first unless it is open already."""
        if self.screen is None:
            self.screen = ImportScreen(self._reception, self._runner, self._window)
            self.screen.closed.connect(self._close)
            self.screen.imported.connect(self._rows_imported)
            self.screen.problem_list_made.connect(self._print_flow.preview_job)
        self._window.open_temporary_page(NavigationItem.REGISTER, self.screen)

    @Slot()
    def _close(self) -> None:
        self.screen = None
        self._window.close_temporary_page(NavigationItem.REGISTER)

    @Slot(object)
    def _rows_imported(self, _count: object) -> None:
        self.imported.emit()
