"""The table of visits in a frame, with a footer for the position and the shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QFrame, QTableView, QVBoxLayout, QWidget

from ui.appearance import display_format
from ui.features.register.column_menu import ColumnMenu
from ui.features.register.table_footer import TableFooter
from ui.models.paged_table_model import PagedTableModel
from ui.models.register_rows import columns
from ui.widgets.data_table import DataTable

translate = QCoreApplication.translate


class VisitTable(QFrame):
    """Shows the columns chosen in ``menu``.

    Emits ``row_selected(row number)``, counted from 0, or -1 when no row is selected.
    """

    row_selected = Signal(int)

    def __init__(self, menu: ColumnMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu = menu
        self._is_wide = False
        self.setProperty("pane", True)
        self.table = DataTable(self)
        self.table.setObjectName("table")
        self.table.setAccessibleName(translate("Register", "Visits, newest first"))
        self.model = PagedTableModel(columns(False, menu.chosen_columns()), self)
        self.table.set_paged_model(self.model)
        self.footer = TableFooter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.footer)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        menu.changed.connect(self._show_columns)

    def set_wide(self, wide: bool) -> None:
        """Show the columns of a wide window, or of a narrow one."""
        self._is_wide = wide
        self._menu.set_wide(wide)
        self._show_columns()

    def select_row(self, row: int) -> None:
        """Select a row and bring it into view."""
        self.table.selectRow(row)
        self.table.scrollTo(self.model.index(row, 0), QTableView.ScrollHint.PositionAtCenter)

    def show_position(self, row: int, total: int | None) -> None:
        """Show in the footer which row of ``total`` is selected.

        ``row`` counts from 0; ``total`` is None while the rows are being counted.
        """
        count = display_format.number(total) if total is not None else "…"
        template = translate("Register", "Row {row} of {total}")
        self.footer.set_position(template.format(row=display_format.number(row + 1), total=count))

    @Slot()
    def _show_columns(self) -> None:
        """Show the chosen columns; the selected row stays selected."""
        row = self.table.current_row()
        self.model.set_columns(columns(self._is_wide, self._menu.chosen_columns()))
        self.table.set_paged_model(self.model)
        if row >= 0:
            self.table.selectRow(row)

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_selected.emit(current.row())
