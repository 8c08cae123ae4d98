"""The table of rights: arrow keys move, Space gives or takes a right."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.appearance.theme import theme
from ui.features.settings.staff.rights_delegate import ROW_HEIGHT, TICK_WIDTH, RightsDelegate
from ui.features.settings.staff.rights_model import (
    FIRST_RIGHT_COLUMN,
    LAST_OPENED_COLUMN,
    NAME_COLUMN,
    RightsModel,
)
from ui.widgets import painting

HEADER_HEIGHT = 62
_NAME_WIDTH, _LAST_OPENED_WIDTH = 180, 126
_PADDING = 8
_CENTER = Qt.AlignmentFlag.AlignHCenter
Index = QModelIndex | QPersistentModelIndex


class _WrappingHeader(QHeaderView):
    """A header whose titles may have several lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(HEADER_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, painting.theme_color("surface"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, painting.theme_color("border"))
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.setFont(theme().font("label"))
        painter.setPen(painting.theme_color("text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        padding = theme().px(_PADDING if logicalIndex in (NAME_COLUMN, LAST_OPENED_COLUMN) else 2)
        alignments = {
            NAME_COLUMN: Qt.AlignmentFlag.AlignLeft,
            LAST_OPENED_COLUMN: Qt.AlignmentFlag.AlignRight,
        }
        painter.drawText(
            rect.adjusted(padding, 0, -padding, 0),
            alignments.get(logicalIndex, _CENTER) | flags,
            text,
        )
        painter.restore()


class RightsView(QTableView):
    """``person_selected(row)``; ``right_toggled`` after a right was ticked or unticked.

    ``change_refused(row)`` where a right cannot be changed.
    ``custody_wanted(row)`` in the column of custody, which the head must sign.
    """

    right_toggled = Signal()
    custody_wanted = Signal(int)
    change_refused = Signal(int)
    person_selected = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rights_view")
        self.setHorizontalHeader(_WrappingHeader(self))
        self.setItemDelegate(RightsDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        theme().changed.connect(self.adjust_size)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.person_selected.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter gives or takes a right; the copy shortcut does nothing."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle_current()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a cell has the effect of Space."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(QPoint(round(event.position().x()), round(event.position().y())))
        if index.isValid() and index == self.currentIndex():
            self.toggle_current()

    @Slot()
    def toggle_current(self) -> None:
        """Give or take the right of the current cell."""
        model, index = self.model(), self.currentIndex()
        if (
            not isinstance(model, RightsModel)
            or not FIRST_RIGHT_COLUMN <= index.column() < LAST_OPENED_COLUMN
        ):
            return
        tick = model.tick(index.row(), index.column())
        if tick is None:
            return
        if tick.is_custody:
            self.custody_wanted.emit(index.row())
        elif model.toggle(index.row(), index.column()):
            self.right_toggled.emit()
        else:
            self.change_refused.emit(index.row())

    @Slot()
    def adjust_size(self) -> None:
        """Set the widths of the columns, and the height of the table to that of its rows."""
        model, px = self.model(), theme().px
        if model is None:
            return
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        right_count = LAST_OPENED_COLUMN - FIRST_RIGHT_COLUMN
        name_width = max(
            px(_NAME_WIDTH),
            self.viewport().width() - right_count * px(TICK_WIDTH) - px(_LAST_OPENED_WIDTH),
        )
        self.setColumnWidth(NAME_COLUMN, name_width)
        for column in range(FIRST_RIGHT_COLUMN, LAST_OPENED_COLUMN):
            self.setColumnWidth(column, px(TICK_WIDTH))
        self.setColumnWidth(LAST_OPENED_COLUMN, px(_LAST_OPENED_WIDTH))
        needed_width = name_width + right_count * px(TICK_WIDTH) + px(_LAST_OPENED_WIDTH)
        scroll_bar_height = 0
        if needed_width > self.viewport().width():
            scroll_bar_height = self.horizontalScrollBar().sizeHint().height()
        rows_height = model.rowCount() * px(ROW_HEIGHT)
        self.setFixedHeight(
            px(HEADER_HEIGHT) + rows_height + 2 * self.frameWidth() + scroll_bar_height
        )

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.adjust_size()

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow table: it scrolls sideways."""
        return QSize(theme().px(300), theme().px(HEADER_HEIGHT))
