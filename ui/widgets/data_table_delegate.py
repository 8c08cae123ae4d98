"""Paints the cells of a data table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.models.paged_table_model import CELL_ROLE, Cell
from ui.widgets import painting
from ui.widgets.seal_chip import paint_sealed_text
from ui.widgets.tag import HEIGHT as TAG_HEIGHT
from ui.widgets.tag import paint_tag, tag_width

ROW_HEIGHT = 40
_PADDING = 8
_ICON_SIZE = 15
_ICON_GAP = 6
# Reserved in every cell, so that a column has room for the icon, the seal or the frame of a tag.
_DECORATION_WIDTH = 26
_SELECTION_BAR_WIDTH = 3


class TableDelegate(QStyledItemDelegate):
    """Paints the Cell that the model returns for CELL_ROLE.

    A cell of a row that is not loaded yet is painted as a grey bar. A text that is too long is
    elided, and no tooltip shows the rest of it.
    """

    def __init__(self, view: QTableView) -> None:
        """The caller sets ``hovered_row`` to the row of ``view`` under the mouse, -1 for none."""
        super().__init__(view)
        self._view = view
        self.hovered_row = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint background, separator, selection bar and content."""
        rect: QRect = option.rect
        cell = index.data(CELL_ROLE)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_background(painter, rect, index, is_selected)
        padding = theme().px(_PADDING)
        content_rect = rect.adjusted(padding, 0, -padding, -1)
        if not isinstance(cell, Cell):
            _paint_loading_bar(painter, content_rect)
            return
        if cell.framed:
            painting.draw_box(painter, rect.adjusted(0, 0, 0, -1), "", "danger", 0, 2)
        self._paint_cell(painter, content_rect, cell, _alignment(index))

    def _paint_background(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        is_selected: bool,
    ) -> None:
        has_focus = self._view.hasFocus()
        cell = index.data(CELL_ROLE)
        background = "surfaceAlt" if index.row() == self.hovered_row else "surface"
        if is_selected:
            background = "selection" if has_focus else "sunken"
        if isinstance(cell, Cell) and cell.background:
            background = cell.background  # also when selected: a faulty row stays red
        painter.fillRect(rect, painting.theme_color(background))
        separator = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(separator, painting.theme_color("border"))
        if is_selected and index.column() == self._first_column():
            bar = QRect(rect.left(), rect.top(), _SELECTION_BAR_WIDTH, rect.height())
            painter.fillRect(bar, painting.theme_color("accent" if has_focus else "borderStrong"))

    def _first_column(self) -> int:
        return self._view.horizontalHeader().logicalIndex(0)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, cell: Cell, align: Qt.AlignmentFlag
    ) -> None:
        if cell.tag is not None:
            height = theme().px(TAG_HEIGHT)
            width = min(rect.width(), tag_width(cell.text, cell.tag))
            tag_rect = QRect(rect.left(), rect.center().y() - height // 2, width, height)
            paint_tag(painter, tag_rect, cell.text, cell.tag)
            return
        if cell.sealed:
            paint_sealed_text(painter, rect, cell.text)
            return
        if cell.icon:
            icon_size = theme().px(_ICON_SIZE)
            icon_rect = QRect(rect.left(), rect.top(), icon_size, rect.height())
            icons.paint(painter, icon_rect, cell.icon, cell.tone or "text2")
            rect = rect.adjusted(icon_size + theme().px(_ICON_GAP), 0, 0, 0)
        color = cell.text_color or ("text3" if cell.muted else "text")
        painting.draw_text(painter, rect, cell.text, theme().font("small"), color, align)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = index.data(CELL_ROLE)
        text = cell.text if isinstance(cell, Cell) else ""
        return QSize(
            painting.text_width(text) + theme().px(2 * _PADDING + _DECORATION_WIDTH),
            theme().px(ROW_HEIGHT),
        )


def _paint_loading_bar(painter: QPainter, rect: QRect) -> None:
    height = theme().px(12)
    width = min(rect.width(), theme().px(90))
    bar = QRect(rect.left(), rect.center().y() - height // 2, width, height)
    painting.draw_box(painter, bar, "sunken", "", 3)


def _alignment(index: QModelIndex | QPersistentModelIndex) -> Qt.AlignmentFlag:
    value = index.data(Qt.ItemDataRole.TextAlignmentRole)
    aligns_right = isinstance(value, int) and value & Qt.AlignmentFlag.AlignRight.value
    return Qt.AlignmentFlag.AlignRight if aligns_right else Qt.AlignmentFlag.AlignLeft
