"""How a row of the register is painted."""

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
    """Paints the Cell of CELL_ROLE; a missing cell is a grey bar. No tooltips."""

    def __init__(self, view: QTableView) -> None:
        """Paint for ``view``, whose row under the mouse is lit."""
        super().__init__(view)
        self._view = view
        self.hover = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, bar, content and the line below."""
        place: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        awake = self._view.hasFocus()
        cell = index.data(CELL_ROLE)
        ground = "surfaceAlt" if index.row() == self.hover else "surface"
        if chosen:
            ground = "selection" if awake else "sunken"
        if isinstance(cell, Cell) and cell.background:
            ground = cell.background  # a bad row stays red under the bar
        painter.fillRect(place, painting.tint(ground))
        line = QRect(place.left(), place.bottom(), place.width(), 1)
        painter.fillRect(line, painting.tint("border"))
        if chosen and index.column() == self._first_column():
            bar = QRect(place.left(), place.top(), BAR, place.height())
            painter.fillRect(bar, painting.tint("accent" if awake else "borderStrong"))
        pad = theme().px(PAD)
        inner = place.adjusted(pad, 0, -pad, -1)
        if isinstance(cell, Cell):
            if cell.framed:
                painting.box(painter, place.adjusted(0, 0, 0, -1), "", "danger", 0, 2)
            self._paint_cell(painter, inner, cell, _align(index))
        else:
            bar_height = theme().px(12)
            top = place.center().y() - bar_height // 2
            width = min(inner.width(), theme().px(90))
            painting.box(painter, QRect(inner.left(), top, width, bar_height), "sunken", "", 3)

    def _first_column(self) -> int:
        return self._view.horizontalHeader().logicalIndex(0)

    def _paint_cell(
        self, painter: QPainter, place: QRect, cell: Cell, align: Qt.AlignmentFlag
    ) -> None:
        if cell.tag is not None:
            height = theme().px(TAG_HEIGHT)
            width = min(place.width(), tag_width(cell.text, cell.tag))
            box = QRect(place.left(), place.center().y() - height // 2, width, height)
            paint_tag(painter, box, cell.text, cell.tag)
            return
        if cell.sealed:
            paint_sealed_text(painter, place, cell.text)
            return
        if cell.icon:
            side = theme().px(15)
            sign = QRect(place.left(), place.top(), side, place.height())
            icons.paint(painter, sign, cell.icon, cell.tone or "text2")
            place = place.adjusted(side + theme().px(6), 0, 0, 0)
        color = cell.text_color or ("text3" if cell.muted else "text")
        painting.line(painter, place, cell.text, theme().font("small"), color, align)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Fit the text of the cell."""
        cell = index.data(CELL_ROLE)
        text = cell.text if isinstance(cell, Cell) else ""
        return QSize(painting.width_of(text) + theme().px(2 * PAD + 26), theme().px(ROW))


def _align(index: QModelIndex | QPersistentModelIndex) -> Qt.AlignmentFlag:
    value = index.data(Qt.ItemDataRole.TextAlignmentRole)
    right = isinstance(value, int) and value & Qt.AlignmentFlag.AlignRight.value
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
