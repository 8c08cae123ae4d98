"""Paints a line of the to-do list: icon, two lines of text, time or deadline, button."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.models.line_list_model import LINE_ROLE
from ui.models.todo_line import TodoLine
from ui.widgets import painting
from ui.widgets.button_colours import button_colours
from ui.widgets.tag import HEIGHT as TAG_HEIGHT
from ui.widgets.tag import paint_tag, tag_width

_HEADING_HEIGHT, _ROW_HEIGHT = 32, 57
_MARGIN, _ICON_BOX_SIZE, _GAP, _BUTTON_HEIGHT, _BUTTON_PADDING = 14, 32, 12, 28, 11
# Colours of the icon's box by the tone of a line: fill, border, icon.
_TONES = {
    "danger": ("dangerSoft", "dangerBorder", "danger"),
    "warn": ("warnSoft", "warnBorder", "warn"),
    "seal": ("seal", "", "onSeal"),
    "": ("accentSoft", "accentBorder", "accent"),
}


def button_rect(rect: QRect, text: str) -> QRect:
    """Return the rectangle where the button of a line is painted and can be clicked."""
    px = theme().px
    width = painting.text_width(text) + 2 * px(_BUTTON_PADDING)
    top = rect.y() + (rect.height() - px(_BUTTON_HEIGHT)) // 2
    return QRect(rect.right() - px(_MARGIN) - width, top, width, px(_BUTTON_HEIGHT))


class TodoDelegate(QStyledItemDelegate):
    """Paints headings and items."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: TodoLine = index.data(LINE_ROLE)
        return QSize(100, theme().px(_HEADING_HEIGHT if line.is_heading else _ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: TodoLine = index.data(LINE_ROLE)
        rect = option.rect
        painter.save()
        if line.is_heading:
            _paint_heading(painter, rect, line)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _paint_item(painter, rect, line, (selected, focused))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, painting.theme_color("border"))
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, line: TodoLine) -> None:
    painter.fillRect(rect, painting.theme_color("surfaceAlt"))
    color = {"danger": "dangerText", "warn": "warnText"}.get(line.tone, "text")
    font = theme().font("strong")
    text_rect = rect.adjusted(theme().px(_MARGIN), 0, 0, 0)
    painting.draw_text(painter, text_rect, line.title, font, color)
    title_width = painting.text_width(line.title, "strong") + theme().px(8)
    painting.draw_text(
        painter,
        text_rect.adjusted(title_width, 0, 0, 0),
        str(line.count),
        theme().font("small"),
        "text2",
    )


def _paint_item(
    painter: QPainter, rect: QRect, line: TodoLine, selected_focused: tuple[bool, bool]
) -> None:
    selected, focused = selected_focused
    px = theme().px
    if selected:
        painter.fillRect(rect, painting.theme_color("selection" if focused else "sunken"))
        bar = QRect(rect.x(), rect.y(), px(3), rect.height())
        painter.fillRect(bar, painting.theme_color("accent" if focused else "borderStrong"))
    fill, border, color = _TONES[line.tone]
    box_size = px(_ICON_BOX_SIZE)
    box = QRect(
        rect.x() + px(_MARGIN), rect.y() + (rect.height() - box_size) // 2, box_size, box_size
    )
    painting.draw_box(painter, box, fill, border, 6)
    icon_size = px(18)
    icon_rect = QRect(box.x() + (box_size - icon_size) // 2, box.y(), icon_size, box_size)
    icons.paint(painter, icon_rect, line.icon, color)
    right = _paint_button(painter, rect, line, focused)
    right = _paint_deadline_or_waiting_time(painter, rect, line, right)
    left = box.right() + px(_GAP)
    text_rect = QRect(left, rect.y() + px(8), max(0, right - left - px(_GAP)), px(20))
    painting.draw_text(painter, text_rect, line.title, theme().font("strong"), "text")
    text_rect.moveTop(text_rect.y() + px(20))
    painting.draw_text(painter, text_rect, line.detail, theme().font("small"), "text2")


def _paint_button(painter: QPainter, rect: QRect, line: TodoLine, focused: bool) -> int:
    """Paint the button, as a primary one on the focused line; return the x of its left side."""
    box = button_rect(rect, line.button_text)
    kind = "primary" if focused else "secondary"
    if line.tone == "seal":
        kind = "seal"
    colours = button_colours(kind, True)
    painting.draw_box(painter, box, colours.fill, colours.border, 6)
    center = Qt.AlignmentFlag.AlignHCenter
    painting.draw_text(painter, box, line.button_text, theme().font("label"), colours.text, center)
    return box.x()


def _paint_deadline_or_waiting_time(
    painter: QPainter, rect: QRect, line: TodoLine, right: int
) -> int:
    """Paint the tag of the deadline or the waiting time, left of ``right``.

    Return the x of its left side, or ``right`` if there is nothing to paint.
    """
    px = theme().px
    if line.tag and line.tag_kind is not None:
        width = tag_width(line.tag, line.tag_kind, "")
        top = rect.y() + (rect.height() - px(TAG_HEIGHT)) // 2
        box = QRect(right - px(_GAP) - width, top, width, px(TAG_HEIGHT))
        paint_tag(painter, box, line.tag, line.tag_kind, "")
        return box.x()
    if line.waiting_time:
        width = painting.text_width(line.waiting_time, "small")
        box = QRect(right - px(_GAP) - width, rect.y(), width + 1, rect.height())
        painting.draw_text(painter, box, line.waiting_time, theme().font("small"), "text2")
        return box.x()
    return right
