"""Paints one need: icon, two lines, how long or how late, the act at the right end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.models.line_list import LINE_ROLE
from ui.models.todo_model import TodoLine
from ui.widgets import painting
from ui.widgets.button_colours import button_colours
from ui.widgets.tag import HEIGHT as TAG_HEIGHT
from ui.widgets.tag import paint_tag, tag_width

_HEADING, _ROW = 32, 57
_EDGE, _ICON_BOX, _GAP, _BUTTON_HEIGHT, _BUTTON_PAD = 14, 32, 12, 28, 11
_TONES = {
    "danger": ("dangerSoft", "dangerBorder", "danger"),
    "warn": ("warnSoft", "warnBorder", "warn"),
    "seal": ("seal", "", "onSeal"),
    "": ("accentSoft", "accentBorder", "accent"),
}


def button_place(place: QRect, text: str) -> QRect:
    """Return where the act of a line is painted, and can be clicked."""
    px = theme().px
    width = painting.width_of(text) + 2 * px(_BUTTON_PAD)
    top = place.y() + (place.height() - px(_BUTTON_HEIGHT)) // 2
    return QRect(place.right() - px(_EDGE) - width, top, width, px(_BUTTON_HEIGHT))


class TodoDelegate(QStyledItemDelegate):
    """Lines of the list of what waits."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a heading or of a need."""
        line: TodoLine = index.data(LINE_ROLE)
        return QSize(100, theme().px(_HEADING if line.need is None else _ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        line: TodoLine = index.data(LINE_ROLE)
        place = option.rect
        painter.save()
        if line.need is None:
            _heading(painter, place, line)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _need(painter, place, line, (selected, focused))
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, painting.tint("border"))
        painter.restore()


def _heading(painter: QPainter, place: QRect, line: TodoLine) -> None:
    painter.fillRect(place, painting.tint("surfaceAlt"))
    color = {"danger": "dangerText", "warn": "warnText"}.get(line.tone, "text")
    font = theme().font("strong")
    room = place.adjusted(theme().px(_EDGE), 0, 0, 0)
    painting.line(painter, room, line.title, font, color)
    after = painting.width_of(line.title, "strong") + theme().px(8)
    painting.line(
        painter, room.adjusted(after, 0, 0, 0), str(line.count), theme().font("small"), "text2"
    )


def _need(painter: QPainter, place: QRect, line: TodoLine, state: tuple[bool, bool]) -> None:
    selected, focused = state
    px = theme().px
    if selected:
        painter.fillRect(place, painting.tint("selection" if focused else "sunken"))
        bar = QRect(place.x(), place.y(), px(3), place.height())
        painter.fillRect(bar, painting.tint("accent" if focused else "borderStrong"))
    fill, edge, ink = _TONES[line.tone]
    side = px(_ICON_BOX)
    box = QRect(place.x() + px(_EDGE), place.y() + (place.height() - side) // 2, side, side)
    painting.box(painter, box, fill, edge, 6)
    inner = px(18)
    sign = QRect(box.x() + (side - inner) // 2, box.y(), inner, side)
    icons.paint(painter, sign, line.icon, ink)
    right = _act(painter, place, line, focused)
    right = _state(painter, place, line, right)
    left = box.right() + px(_GAP)
    room = QRect(left, place.y() + px(8), max(0, right - left - px(_GAP)), px(20))
    painting.line(painter, room, line.title, theme().font("strong"), "text")
    room.moveTop(room.y() + px(20))
    painting.line(painter, room, line.detail, theme().font("small"), "text2")


def _act(painter: QPainter, place: QRect, line: TodoLine, focused: bool) -> int:
    """Paint the act as a button; the line in work shows it as the one Enter does."""
    box = button_place(place, line.button)
    kind = "primary" if focused else "secondary"
    if line.tone == "seal":
        kind = "seal"
    look = button_colours(kind, True)
    painting.box(painter, box, look.fill, look.border, 6)
    middle = Qt.AlignmentFlag.AlignHCenter
    painting.line(painter, box, line.button, theme().font("label"), look.text, middle)
    return box.x()


def _state(painter: QPainter, place: QRect, line: TodoLine, right: int) -> int:
    """Paint how long it waits or how late it is, left of the act; return where it begins."""
    px = theme().px
    if line.tag and line.tag_kind is not None:
        width = tag_width(line.tag, line.tag_kind, "")
        top = place.y() + (place.height() - px(TAG_HEIGHT)) // 2
        box = QRect(right - px(_GAP) - width, top, width, px(TAG_HEIGHT))
        paint_tag(painter, box, line.tag, line.tag_kind, "")
        return box.x()
    if line.side:
        width = painting.width_of(line.side, "small")
        box = QRect(right - px(_GAP) - width, place.y(), width + 1, place.height())
        painting.line(painter, box, line.side, theme().font("small"), "text2")
        return box.x()
    return right
