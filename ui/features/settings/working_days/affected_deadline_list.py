"""The deadlines for which a changed calendar gives another day, as a list."""

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
_DEADLINE_ROLE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT, _MIN_ROWS, _MAX_ROWS = 30, 1, 6


class _DeadlineDelegate(QStyledItemDelegate):
    """Paints visit, pseudonym, and the old and new day, or the printed day that is kept."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        deadline: AffectedDeadline = index.data(_DEADLINE_ROLE)
        px, rect = theme().px, QRect(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, painting.theme_color("selection"))
        painter.fillRect(
            rect.left(), rect.bottom(), rect.width(), 1, painting.theme_color("border")
        )
        left_rect = rect.adjusted(px(2), 0, 0, 0)
        text = translate("Settings", "Visit {number:04d}").format(number=deadline.number)
        painting.draw_text(painter, left_rect, text, theme().font("small"), "text2")
        left_rect.setLeft(left_rect.left() + painting.text_width(text, "small") + px(8))
        seal_rect = QRect(left_rect.left(), left_rect.top(), px(14), left_rect.height())
        icons.paint(painter, seal_rect, "seal", "seal")
        left_rect.setLeft(left_rect.left() + px(19))
        painting.draw_text(painter, left_rect, deadline.code, theme().font("strong"), "seal")
        self._paint_days(painter, rect, deadline)

    def _paint_days(self, painter: QPainter, rect: QRect, deadline: AffectedDeadline) -> None:
        px = theme().px
        right_rect = rect.adjusted(0, 0, -px(2), 0)
        alignment = Qt.AlignmentFlag.AlignRight
        if deadline.keeps_printed_day:
            text = translate("Settings", "stays {day}").format(
                day=display_format.short_day(deadline.old_due_on)
            )
            painting.draw_text(painter, right_rect, text, theme().font("small"), "text2", alignment)
            return
        new_day_text = display_format.short_day(deadline.new_due_on)
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
            display_format.short_day(deadline.old_due_on),
            theme().font("small"),
            "text2",
            alignment,
        )

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW_HEIGHT))


class AffectedDeadlineList(QListWidget):
    """Every affected deadline: the moved ones first, then those that keep their printed day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("affected_deadlines")
        self.setAccessibleName(translate("Settings", "Deadlines that move"))
        self.setItemDelegate(_DeadlineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_effect(self, effect: CalendarEffect | None) -> None:
        """List the deadlines of an effect; without any the list is hidden."""
        self.clear()
        for deadline in (
            (*effect.moved_deadlines, *effect.kept_deadlines) if effect is not None else ()
        ):
            item = QListWidgetItem(_accessible_text(deadline))
            item.setData(_DEADLINE_ROLE, deadline)
            self.addItem(item)
        rows = min(max(self.count(), _MIN_ROWS), _MAX_ROWS)
        self.setFixedHeight(rows * theme().px(_ROW_HEIGHT) + 2)
        self.setVisible(self.count() > 0)


def _accessible_text(deadline: AffectedDeadline) -> str:
    """Return what a screen reader says about one deadline."""
    if deadline.keeps_printed_day:
        template = translate(
            "Settings", "Visit {number:04d}, {code}: stays {old}, may be on a paper"
        )
    else:
        template = translate("Settings", "Visit {number:04d}, {code}: from {old} to {new}")
    return template.format(
        number=deadline.number,
        code=deadline.code,
        old=display_format.day(deadline.old_due_on),
        new=display_format.day(deadline.new_due_on),
    )
