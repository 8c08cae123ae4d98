"""The left side of visit entry: the day, the button for a new visit, today's list and totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reception.services.register.register import DayFigures
from ui.appearance import display_format, icons
from ui.appearance.theme import theme
from ui.models.day_list import DayLine, DayListModel, LineKind
from ui.models.line_list import LINE_ROLE
from ui.shell import actions
from ui.widgets import painting
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import paint_sealed_text
from ui.widgets.tag import paint_tag, tag_width

translate = QCoreApplication.translate
_HEIGHTS = {LineKind.DRAFT: 83, LineKind.VISIT: 79, LineKind.GROUP: 28, LineKind.DENUNCIATION: 58}


class DayDelegate(QStyledItemDelegate):
    """Paints one line of the list: a draft, a visit, a group heading or a denunciation."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: DayLine = index.data(LINE_ROLE)
        return QSize(100, theme().px(_HEIGHTS[line.kind]))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: DayLine = index.data(LINE_ROLE)
        rect = option.rect
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        fill_color = "sunken" if line.kind is LineKind.GROUP else "surface" if line.current else ""
        if has_focus:
            fill_color = "selection"
        if fill_color:
            painter.fillRect(rect, painting.theme_color(fill_color))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, painting.theme_color("border"))
        if line.current or has_focus:
            bar = QRect(rect.x(), rect.y(), theme().px(3), rect.height())
            painter.fillRect(bar, painting.theme_color("accent"))
        {
            LineKind.DRAFT: _paint_draft,
            LineKind.VISIT: _paint_visit,
            LineKind.GROUP: _paint_group,
            LineKind.DENUNCIATION: _paint_denunciation,
        }[line.kind](painter, rect, line)
        painter.restore()


def _line_rect(rect: QRect, left: int, top: int) -> QRect:
    px = theme().px
    x = rect.x() + px(left)
    return QRect(x, rect.y() + px(top), rect.right() - x - px(4), px(20))


def _paint_draft(painter: QPainter, rect: QRect, line: DayLine) -> None:
    kind = display_format.TagKind.ACTIVE if line.current else display_format.TagKind.NEUTRAL
    top = _line_rect(rect, 14, 8).adjusted(0, 0, -theme().px(8), 0)
    tag = QRect(top.x(), top.y(), tag_width(line.state, kind, ""), theme().px(21))
    paint_tag(painter, tag, line.state, kind, "")
    right = Qt.AlignmentFlag.AlignRight
    painting.draw_text(painter, top, line.side, theme().font("small"), "text2", right)
    paint_sealed_text(painter, _line_rect(rect, 14, 33), line.title)
    painting.draw_text(
        painter, _line_rect(rect, 14, 55), line.detail, theme().font("small"), "text2"
    )


def _paint_visit(painter: QPainter, rect: QRect, line: DayLine) -> None:
    painting.draw_text(painter, _line_rect(rect, 14, 8), line.hour, theme().font("strong"), "text")
    paint_sealed_text(painter, _line_rect(rect, 58, 8), line.title)
    painting.draw_text(
        painter, _line_rect(rect, 58, 30), line.detail, theme().font("small"), "text2"
    )
    _paint_state(painter, _line_rect(rect, 58, 52), line)


def _paint_state(painter: QPainter, rect: QRect, line: DayLine) -> None:
    icon_name, icon_color, text_color = (
        ("clock", "warn", "warnText") if line.waiting else ("circle-check", "ok", "text2")
    )
    icon_size = theme().px(14)
    icons.paint(painter, QRect(rect.x(), rect.y(), icon_size, rect.height()), icon_name, icon_color)
    text_area = rect.adjusted(icon_size + theme().px(7), 0, 0, 0)
    painting.draw_text(painter, text_area, line.state, theme().font("small"), text_color)


def _paint_group(painter: QPainter, rect: QRect, line: DayLine) -> None:
    line_rect = _line_rect(rect, 14, 4)
    icon_size = theme().px(14)
    icons.paint(
        painter, QRect(line_rect.x(), line_rect.y(), icon_size, line_rect.height()), "seal", "seal"
    )
    text_area = line_rect.adjusted(icon_size + theme().px(6), 0, 0, 0)
    painting.draw_text(painter, text_area, line.title, theme().font("label"), "text2")


def _paint_denunciation(painter: QPainter, rect: QRect, line: DayLine) -> None:
    paint_sealed_text(painter, _line_rect(rect, 14, 8), line.title)
    line_rect = _line_rect(rect, 14, 30)
    text = f"{line.detail}  ·  "
    width = painting.text_width(text, "small")
    painting.draw_text(painter, line_rect, text, theme().font("small"), "text2")
    _paint_state(painter, line_rect.adjusted(width, 0, 0, 0), line)


class DayListView(QListView):
    """The visits of the day; emits ``line_chosen(DayLine)`` on Enter or a click."""

    line_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line_model = DayListModel(self)
        self.setModel(self.line_model)
        self.setItemDelegate(DayDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.viewport().setAutoFillBackground(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(translate("DayList", "Visits of today"))
        self.clicked.connect(self._emit_line)

    @Slot(QModelIndex)
    def _emit_line(self, index: QModelIndex) -> None:
        line = self.line_model.line(index.row())
        if line is not None:
            self.line_chosen.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit_line(self.currentIndex())
            return
        super().keyPressEvent(event)


class DayPanel(QWidget):
    """Day, list and figures; ``new_visit_wanted`` asks for a new visit."""

    new_visit_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        self.setFixedWidth(px(270))
        self._day_label = QLabel(self)
        self._day_label.setProperty("role", "secondary")
        self._figures_line = IconLine("users", "", self)
        self.new_visit_button = PushButton(
            translate("DayList", "New visit"),
            self,
            "secondary",
            "plus",
            actions.first_key_text("visit.new"),
        )
        self.new_visit_button.set_justified(True)
        self.new_visit_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_view = DayListView(self)
        self._empty_hint = QLabel(translate("DayList", "No visits yet today"), self)
        self._empty_hint.setProperty("role", "hint")
        self._empty_hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty_hint.setContentsMargins(0, px(24), 0, 0)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list_view)
        self._stack.addWidget(self._empty_hint)
        self._lay_out()
        self.new_visit_button.clicked.connect(self.new_visit_wanted)

    def _lay_out(self) -> None:
        px = theme().px
        title = QLabel(translate("DayList", "Today"), self)
        title.setProperty("role", "title")
        header_row = QHBoxLayout()
        header_row.setContentsMargins(px(14), 0, px(12), 0)
        header_row.addWidget(title)
        header_row.addStretch(1)
        header_row.addWidget(self._day_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 1, 0)
        column.setSpacing(0)
        column.addLayout(header_row)
        button_row = QHBoxLayout()
        button_row.setContentsMargins(px(14), px(6), px(12), px(9))
        button_row.addWidget(self.new_visit_button, 1)
        column.addLayout(button_row)
        column.addWidget(self._stack, 1)
        footer = QWidget(self)
        footer.setFixedHeight(px(52))
        footer_row = QHBoxLayout(footer)
        footer_row.setContentsMargins(px(14), 0, px(12), 0)
        footer_row.addWidget(self._figures_line)
        footer_row.addStretch(1)
        column.addWidget(footer)

    def set_day(self, day: date) -> None:
        self._day_label.setText(display_format.long_day(day))

    def set_lines(self, lines: Sequence[DayLine]) -> None:
        self.list_view.line_model.set_lines(lines)
        self._stack.setCurrentWidget(self.list_view if lines else self._empty_hint)

    def set_figures(self, figures: DayFigures) -> None:
        template = translate("DayList", "{visits} visits · {people} people · {groups} groups")
        text = template.format(visits=figures.visits, people=figures.people, groups=figures.groups)
        self._figures_line.set_line("users", text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the right and above the figures."""
        with QPainter(self) as painter:
            painter.fillRect(
                self.width() - 1, 0, 1, self.height(), painting.theme_color("borderStrong")
            )
            top = self.height() - theme().px(52)
            painter.fillRect(0, top, self.width(), 1, painting.theme_color("borderStrong"))
