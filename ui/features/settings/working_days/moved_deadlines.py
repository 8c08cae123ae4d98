"""The list of deadlines that a calendar change moves: visit, pseudonym, old and new day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.appearance import display_format as shown
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

if TYPE_CHECKING:
    from reception.services.working_days.calendar_changes import CalendarEffect, MovedDeadline

translate = QCoreApplication.translate
_MOVE = Qt.ItemDataRole.UserRole
_ROW, _FEWEST, _MOST = 30, 1, 6


class _Row(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        move: MovedDeadline = index.data(_MOVE)
        px, place = theme().px, QRect(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(place, painting.tint("selection"))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, painting.tint("border"))
        left = place.adjusted(px(2), 0, 0, 0)
        words = translate("Settings", "Visit {number:04d}").format(number=move.number)
        painting.line(painter, left, words, theme().font("small"), "text2")
        left.setLeft(left.left() + painting.width_of(words, "small") + px(8))
        icons.paint(painter, QRect(left.left(), left.top(), px(14), left.height()), "seal", "seal")
        left.setLeft(left.left() + px(19))
        painting.line(painter, left, move.code, theme().font("strong"), "seal")
        self._paint_days(painter, place, move)

    def _paint_days(self, painter: QPainter, place: QRect, move: MovedDeadline) -> None:
        px = theme().px
        right = place.adjusted(0, 0, -px(2), 0)
        align = Qt.AlignmentFlag.AlignRight
        if move.kept:
            words = translate("Settings", "stays {day}").format(day=shown.short_day(move.old))
            painting.line(painter, right, words, theme().font("small"), "text2", align)
            return
        new = shown.short_day(move.new)
        painting.line(painter, right, new, theme().font("strong"), "text", align)
        right.setRight(right.right() - painting.width_of(new, "strong") - px(6))
        sign = QRect(right.right() - px(14), right.top(), px(14), right.height())
        icons.paint(painter, sign, "arrow-right", "text2")
        right.setRight(sign.left() - px(6))
        painting.line(
            painter, right, shown.short_day(move.old), theme().font("small"), "text2", align
        )

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))


class MovedDeadlines(QListWidget):
    """Every affected deadline, the moved ones first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("moves")
        self.setAccessibleName(translate("Settings", "Deadlines that move"))
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_effect(self, effect: CalendarEffect | None) -> None:
        self.clear()
        for move in (*effect.moves, *effect.kept) if effect is not None else ():
            item = QListWidgetItem(_words(move))
            item.setData(_MOVE, move)
            self.addItem(item)
        rows = min(max(self.count(), _FEWEST), _MOST)
        self.setFixedHeight(rows * theme().px(_ROW) + 2)
        self.setVisible(self.count() > 0)


def _words(move: MovedDeadline) -> str:
    """Return the text of a line for screen readers."""
    if move.kept:
        words = translate("Settings", "Visit {number:04d}, {code}: stays {old}, printed")
    else:
        words = translate("Settings", "Visit {number:04d}, {code}: from {old} to {new}")
    return words.format(
        number=move.number,
        code=move.code,
        old=shown.day(move.old),
        new=shown.day(move.new),
    )
