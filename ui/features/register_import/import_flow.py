"""The way to the import: a page that stands over the register while it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from ui.features.register_import.import_screen import ImportScreen


class ImportFlow(QObject):
    """``open()`` shows the page; ``brought_in()`` when rows have come into the register."""

    brought_in = Signal()

    def __init__(
        self, reception: Reception, runner: TaskRunner, window: MainWindow, papers: PrintFlow
    ) -> None:
        """Wait to be asked."""
        super().__init__(window)
        self._reception = reception
        self._runner = runner
        self._window = window
        self._papers = papers
        self.page: ImportScreen | None = None

    @Slot()
    def open(self) -> None:
        """Show the page, made anew unless it is open."""
        from ui.features.register_import.import_screen import ImportScreen  # noqa: PLC0415 - once in years

        if self.page is None:
            self.page = ImportScreen(self._reception, self._runner, self._window)
            self.page.closed.connect(self._closed)
            self.page.brought_in.connect(self._brought_in)
            self.page.list_made.connect(self._papers.print_job)
        self._window.open_over(NavigationItem.REGISTER, self.page)

    @Slot()
    def _closed(self) -> None:
        self.page = None
        self._window.close_over(NavigationItem.REGISTER)

    @Slot(object)
    def _brought_in(self, _rows: object) -> None:
        self.brought_in.emit()
