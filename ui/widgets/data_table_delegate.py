"""Paints the rows of a data table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.models.paged_table import CELL_ROLE, Cell
from ui.widgets import painting
from ui.widgets.seal_chip import paint_sealed_text
from ui.widgets.tag import HEIGHT as TAG_HEIGHT
from ui.widgets.tag import paint_tag, tag_width

PAD = 8
ROW = 40
BAR = 3


class TableDelegate(QStyledItemDelegate):
    """Paints the Cell of CELL_ROLE; a grey bar for a row that is not loaded. No tooltips."""

    def __init__(self, view: QTableView) -> None:
        """``hover`` is the row of ``view`` under the mouse, -1 for none."""
        super().__init__(view)
        self._view = view
        self.hover = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint background, selection bar, content and separator."""
        rect: QRect = option.rect
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = self._view.hasFocus()
        cell = index.data(CELL_ROLE)
        background = "surfaceAlt" if index.row() == self.hover else "surface"
        if is_selected:
            background = "selection" if has_focus else "sunken"
        if isinstance(cell, Cell) and cell.background:
            background = cell.background  # a faulty row stays red when selected
        painter.fillRect(rect, painting.theme_color(background))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, painting.theme_color("border"))
        if is_selected and index.column() == self._first_column():
            bar = QRect(rect.left(), rect.top(), BAR, rect.height())
            painter.fillRect(bar, painting.theme_color("accent" if has_focus else "borderStrong"))
        pad = theme().px(PAD)
        inner = rect.adjusted(pad, 0, -pad, -1)
        if isinstance(cell, Cell):
            if cell.framed:
                painting.draw_box(painter, rect.adjusted(0, 0, 0, -1), "", "danger", 0, 2)
            self._paint_cell(painter, inner, cell, _align(index))
        else:
            bar_height = theme().px(12)
            top = rect.center().y() - bar_height // 2
            width = min(inner.width(), theme().px(90))
            painting.draw_box(painter, QRect(inner.left(), top, width, bar_height), "sunken", "", 3)

    def _first_column(self) -> int:
        return self._view.horizontalHeader().logicalIndex(0)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, cell: Cell, align: Qt.AlignmentFlag
    ) -> None:
        if cell.tag is not None:
            height = theme().px(TAG_HEIGHT)
            width = min(rect.width(), tag_width(cell.text, cell.tag))
            box = QRect(rect.left(), rect.center().y() - height // 2, width, height)
            paint_tag(painter, box, cell.text, cell.tag)
            return
        if cell.sealed:
            paint_sealed_text(painter, rect, cell.text)
            return
        if cell.icon:
            side = theme().px(15)
            sign = QRect(rect.left(), rect.top(), side, rect.height())
            icons.paint(painter, sign, cell.icon, cell.tone or "text2")
            rect = rect.adjusted(side + theme().px(6), 0, 0, 0)
        color = cell.text_color or ("text3" if cell.muted else "text")
        painting.draw_text(painter, rect, cell.text, theme().font("small"), color, align)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = index.data(CELL_ROLE)
        text = cell.text if isinstance(cell, Cell) else ""
        return QSize(painting.text_width(text) + theme().px(2 * PAD + 26), theme().px(ROW))


def _align(index: QModelIndex | QPersistentModelIndex) -> Qt.AlignmentFlag:
    value = index.data(Qt.ItemDataRole.TextAlignmentRole)
    right = isinstance(value, int) and value & Qt.AlignmentFlag.AlignRight.value
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
