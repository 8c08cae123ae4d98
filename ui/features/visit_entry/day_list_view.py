"""The list of the visits of the day: view, and the delegate that paints each kind of line."""

from __future__ import annotations

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
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.appearance import display_format, icons
from ui.appearance.theme import theme
from ui.models.day_list import DayLine, DayListModel, LineKind
from ui.models.line_list_model import LINE_ROLE
from ui.widgets import painting
from ui.widgets.seal_chip import paint_sealed_text
from ui.widgets.tag import paint_tag, tag_width

translate = QCoreApplication.translate
_HEIGHTS = {LineKind.DRAFT: 83, LineKind.VISIT: 79, LineKind.HEADING: 28, LineKind.DENUNCIATION: 58}


class DayDelegate(QStyledItemDelegate):
    """Paints a line: a draft, a visit, the heading of the denunciations, or a denunciation."""

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
        fill_color = (
            "sunken" if line.kind is LineKind.HEADING else "surface" if line.is_current else ""
        )
        if has_focus:
            fill_color = "selection"
        if fill_color:
            painter.fillRect(rect, painting.theme_color(fill_color))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, painting.theme_color("border"))
        if line.is_current or has_focus:
            bar = QRect(rect.x(), rect.y(), theme().px(3), rect.height())
            painter.fillRect(bar, painting.theme_color("accent"))
        {
            LineKind.DRAFT: _paint_draft,
            LineKind.VISIT: _paint_visit,
            LineKind.HEADING: _paint_heading,
            LineKind.DENUNCIATION: _paint_denunciation,
        }[line.kind](painter, rect, line)
        painter.restore()


def _line_rect(rect: QRect, left: int, top: int) -> QRect:
    px = theme().px
    x = rect.x() + px(left)
    return QRect(x, rect.y() + px(top), rect.right() - x - px(4), px(20))


def _paint_draft(painter: QPainter, rect: QRect, line: DayLine) -> None:
    kind = display_format.TagKind.ACTIVE if line.is_current else display_format.TagKind.NEUTRAL
    top = _line_rect(rect, 14, 8).adjusted(0, 0, -theme().px(8), 0)
    tag = QRect(top.x(), top.y(), tag_width(line.status, kind, ""), theme().px(21))
    paint_tag(painter, tag, line.status, kind, "")
    right = Qt.AlignmentFlag.AlignRight
    painting.draw_text(painter, top, line.expected_number, theme().font("small"), "text2", right)
    paint_sealed_text(painter, _line_rect(rect, 14, 33), line.title)
    painting.draw_text(
        painter, _line_rect(rect, 14, 55), line.detail, theme().font("small"), "text2"
    )


def _paint_visit(painter: QPainter, rect: QRect, line: DayLine) -> None:
    painting.draw_text(
        painter, _line_rect(rect, 14, 8), line.received_at, theme().font("strong"), "text"
    )
    paint_sealed_text(painter, _line_rect(rect, 58, 8), line.title)
    painting.draw_text(
        painter, _line_rect(rect, 58, 30), line.detail, theme().font("small"), "text2"
    )
    _paint_status(painter, _line_rect(rect, 58, 52), line)


def _paint_status(painter: QPainter, rect: QRect, line: DayLine) -> None:
    icon_name, icon_color, text_color = (
        ("clock", "warn", "warnText") if line.is_waiting else ("circle-check", "ok", "text2")
    )
    icon_size = theme().px(14)
    icons.paint(painter, QRect(rect.x(), rect.y(), icon_size, rect.height()), icon_name, icon_color)
    text_area = rect.adjusted(icon_size + theme().px(7), 0, 0, 0)
    painting.draw_text(painter, text_area, line.status, theme().font("small"), text_color)


def _paint_heading(painter: QPainter, rect: QRect, line: DayLine) -> None:
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
    _paint_status(painter, line_rect.adjusted(width, 0, 0, 0), line)


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
