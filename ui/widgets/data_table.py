"""The table of a screen; it shows a model that loads its rows in pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.appearance.theme import theme
from ui.models.paged_table_model import PagedTableModel
from ui.widgets.data_table_delegate import ROW_HEIGHT, TableDelegate


class DataTable(QTableView):
    """A QTableView for a PagedTableModel, fast with a million rows.

    Rows are 40 px high and selected as a whole; the header never gets the focus. Home and End
    select the first and the last row; Tab leaves the table.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = ROW_HEIGHT
        self._delegate = TableDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row_header = self.verticalHeader()
        row_header.hide()
        row_header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme().changed.connect(self._apply_sizes)
        self._apply_sizes()

    def set_paged_model(self, model: PagedTableModel) -> None:
        """Show a model; its columns of width 0 share the width that the others leave."""
        self.setModel(model)
        self._apply_sizes()

    def set_row_height(self, height: int) -> None:
        """Set the height of rows at scale 1.0."""
        self._row_height = height
        self._apply_sizes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Disable copying: the content of a row must not reach the clipboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return
        super().keyPressEvent(event)

    def current_row(self) -> int:
        """Return the index of the selected row, -1 for none."""
        return self.currentIndex().row()

    @Slot()
    def _apply_sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(self._row_height))
        model = self.model()
        if not isinstance(model, PagedTableModel):
            return
        header = self.horizontalHeader()
        for index, column in enumerate(model.columns()):
            if column.width:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(index, theme().px(column.width))
            else:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the row under the mouse."""
        super().mouseMoveEvent(event)
        row = self.rowAt(round(event.position().y()))
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()
