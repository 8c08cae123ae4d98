"""Paints the cells of the table of rights: person, ticks, and when the register was last opened."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reception.services.staff.account_list import AccountSummary
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.settings.staff.rights_model import NAME_COLUMN, TICK_ROLE, RightsModel, Tick
from ui.widgets import painting

ROW_HEIGHT, TICK_WIDTH = 44, 70
_BOX_SIZE, _SEAL_SIZE, _LETTER_SIZE = 16, 22, 30
_PADDING, _MARK_WIDTH = 8, 3
_CENTER = Qt.AlignmentFlag.AlignHCenter
Index = QModelIndex | QPersistentModelIndex


class RightsDelegate(QStyledItemDelegate):
    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        rect, model = QRect(option.rect), index.model()
        if not isinstance(model, RightsModel):
            return
        person = model.person(index.row())
        if person is None:
            return
        self._paint_background(painter, rect, index)
        tick = index.data(TICK_ROLE)
        if isinstance(tick, Tick):
            _paint_tick(painter, rect, tick)
        elif index.column() == NAME_COLUMN:
            _paint_person(painter, rect, person)
        else:
            inner = rect.adjusted(theme().px(_PADDING), 0, -theme().px(_PADDING), 0)
            alignment = Qt.AlignmentFlag.AlignRight
            color = "text" if person.active else "text2"
            painting.draw_text(
                painter,
                inner,
                model.last_opened_text(person),
                theme().font("small"),
                color,
                alignment,
            )

    def _paint_background(self, painter: QPainter, rect: QRect, index: Index) -> None:
        current = self._view.currentIndex()
        is_chosen = current.row() == index.row()
        has_focus = self._view.hasFocus()
        fill = ("selection" if has_focus else "sunken") if is_chosen else "surface"
        painter.fillRect(rect, painting.theme_color(fill))
        painter.fillRect(
            rect.left(), rect.bottom(), rect.width(), 1, painting.theme_color("border")
        )
        if is_chosen and index.column() == NAME_COLUMN:
            color = painting.theme_color("accent" if has_focus else "borderStrong")
            painter.fillRect(rect.left(), rect.top(), _MARK_WIDTH, rect.height(), color)
        if has_focus and index == current and index.column() != NAME_COLUMN:
            inner = rect.adjusted(2, 2, -2, -3)
            painting.draw_box(painter, inner, "", "accent", 4, 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(theme().px(TICK_WIDTH), theme().px(ROW_HEIGHT))


def _paint_person(painter: QPainter, rect: QRect, person: AccountSummary) -> None:
    px = theme().px
    size = px(_LETTER_SIZE)
    square = QRect(rect.left() + px(_PADDING), rect.center().y() - size // 2, size, size)
    painting.draw_box(painter, square, "sunken", "", 6)
    letter = person.name.split()[-1][:1] if person.name else ""
    painting.draw_text(painter, square, letter, theme().font("strong"), "text2", _CENTER)
    left = square.right() + px(_PADDING)
    half_height = rect.height() // 2
    name_rect = QRect(left, rect.top() + px(3), rect.right() - left, half_height - px(2))
    color = "text" if person.active else "text2"
    painting.draw_text(painter, name_rect, person.name, theme().font("strong"), color)
    title_rect = QRect(
        left, rect.top() + half_height - px(1), name_rect.width(), half_height - px(3)
    )
    painting.draw_text(painter, title_rect, person.title, theme().font("small"), "text2")


def _paint_tick(painter: QPainter, rect: QRect, tick: Tick) -> None:
    px = theme().px
    size = px(_SEAL_SIZE if tick.is_custody and tick.is_on else _BOX_SIZE)
    box = QRect(rect.center().x() - size // 2, rect.center().y() - size // 2, size, size)
    if tick.is_custody and tick.is_on:
        fill, icon_name, icon_color = (
            ("warnSoft", "seal-line", "warn")
            if tick.is_key_missing
            else (
                "seal",
                "seal",
                "onSeal",
            )
        )
        painting.draw_box(painter, box, fill, "warn" if tick.is_key_missing else "", 4)
        inner = box.adjusted(px(4), px(4), -px(4), -px(4))
        icons.paint(painter, inner, icon_name, icon_color)
        return
    if tick.is_on:
        painting.draw_box(painter, box, "accent" if tick.is_changeable else "borderStrong", "", 4)
        inner = box.adjusted(px(2), px(2), -px(2), -px(2))
        icons.paint(painter, inner, "check", "onAccent" if tick.is_changeable else "surface")
    else:
        painting.draw_box(
            painter, box, "surface" if tick.is_changeable else "sunken", "borderStrong", 4
        )
    if tick.is_changed:
        painting.draw_box(painter, box.adjusted(-px(4), -px(4), px(4), px(4)), "", "warn", 6, 2)
