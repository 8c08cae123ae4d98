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

from ui.appearance import display_format, icons
from ui.appearance.theme import theme
from ui.widgets import painting

if TYPE_CHECKING:
    from reception.services.working_days.calendar_changes import AffectedDeadline, CalendarEffect

translate = QCoreApplication.translate
_MOVE_ROLE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT, _MIN_ROWS, _MAX_ROWS = 30, 1, 6


class _DeadlineDelegate(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        move: AffectedDeadline = index.data(_MOVE_ROLE)
        px, rect = theme().px, QRect(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, painting.theme_color("selection"))
        painter.fillRect(
            rect.left(), rect.bottom(), rect.width(), 1, painting.theme_color("border")
        )
        left_rect = rect.adjusted(px(2), 0, 0, 0)
        text = translate("Settings", "Visit {number:04d}").format(number=move.number)
        painting.draw_text(painter, left_rect, text, theme().font("small"), "text2")
        left_rect.setLeft(left_rect.left() + painting.text_width(text, "small") + px(8))
        seal_rect = QRect(left_rect.left(), left_rect.top(), px(14), left_rect.height())
        icons.paint(painter, seal_rect, "seal", "seal")
        left_rect.setLeft(left_rect.left() + px(19))
        painting.draw_text(painter, left_rect, move.code, theme().font("strong"), "seal")
        self._paint_days(painter, rect, move)

    def _paint_days(self, painter: QPainter, rect: QRect, move: AffectedDeadline) -> None:
        px = theme().px
        right_rect = rect.adjusted(0, 0, -px(2), 0)
        alignment = Qt.AlignmentFlag.AlignRight
        if move.keeps_printed_day:
            text = translate("Settings", "stays {day}").format(
                day=display_format.short_day(move.old_due_on)
            )
            painting.draw_text(painter, right_rect, text, theme().font("small"), "text2", alignment)
            return
        new_day_text = display_format.short_day(move.new_due_on)
        painting.draw_text(
            painter, right_rect, new_day_text, theme().font("strong"), "text", alignment
        )
        right_rect.setRight(
            right_rect.right() - painting.text_width(new_day_text, "strong") - px(6)
        )
        arrow_rect = QRect(
            right_rect.right() - px(14), right_rect.top(), px(14), right_rect.height()
        )
        icons.paint(painter, arrow_rect, "arrow-right", "text2")
        right_rect.setRight(arrow_rect.left() - px(6))
        painting.draw_text(
            painter,
            right_rect,
            display_format.short_day(move.old_due_on),
            theme().font("small"),
            "text2",
            alignment,
        )

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW_HEIGHT))


class MovedDeadlines(QListWidget):
    """Every affected deadline, the moved ones first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("moves")
        self.setAccessibleName(translate("Settings", "Deadlines that move"))
        self.setItemDelegate(_DeadlineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_effect(self, effect: CalendarEffect | None) -> None:
        self.clear()
        for move in (*effect.moved_deadlines, *effect.kept_deadlines) if effect is not None else ():
            item = QListWidgetItem(_accessible_text(move))
            item.setData(_MOVE_ROLE, move)
            self.addItem(item)
        rows = min(max(self.count(), _MIN_ROWS), _MAX_ROWS)
        self.setFixedHeight(rows * theme().px(_ROW_HEIGHT) + 2)
        self.setVisible(self.count() > 0)


def _accessible_text(move: AffectedDeadline) -> str:
    """Return what a screen reader says about one deadline."""
    if move.keeps_printed_day:
        template = translate("Settings", "Visit {number:04d}, {code}: stays {old}, printed")
    else:
        template = translate("Settings", "Visit {number:04d}, {code}: from {old} to {new}")
    return template.format(
        number=move.number,
        code=move.code,
        old=display_format.day(move.old_due_on),
        new=display_format.day(move.new_due_on),
    )
