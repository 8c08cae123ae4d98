"""The table of a screen, fast with a million rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.appearance.theme import theme
from ui.models.paged_table import PagedTable
from ui.widgets.data_table_delegate import ROW, TableDelegate


class DataTable(QTableView):
    """A QTableView for a PagedTable.

    Rows of 40 px, whole-row selection, a header without focus, Home/End to first/last row,
    Tab leaves the table.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = ROW
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
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        theme().changed.connect(self._measure)
        self._measure()

    def set_paged_model(self, model: PagedTable) -> None:
        """Show a model; columns of width 0 share the remaining width."""
        self.setModel(model)
        self._measure()

    def set_row_height(self, height: int) -> None:
        """Set the height of rows at scale 1.0."""
        self._height = height
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Disable copying: the content of a row must not reach the clipboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return
        super().keyPressEvent(event)

    def current_row(self) -> int:
        """Return the selected row, -1 for none."""
        return self.currentIndex().row()

    @Slot()
    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(self._height))
        model = self.model()
        if not isinstance(model, PagedTable):
            return
        head = self.horizontalHeader()
        for number, column in enumerate(model.columns()):
            if column.width:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                head.resizeSection(number, theme().px(column.width))
            else:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the row under the mouse."""
        super().mouseMoveEvent(event)
        row = self.rowAt(round(event.position().y()))
        if row != self._delegate.hover:
            self._delegate.hover = row
            self.viewport().update()
