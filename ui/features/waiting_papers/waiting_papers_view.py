"""List of papers that wait or were dropped: view, and the delegate that paints its columns."""

from __future__ import annotations

from collections.abc import Sequence

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
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception.domain.requested_paper import WaitingPaper
from ui.appearance.theme import theme
from ui.models.line_list_model import LINE_ROLE
from ui.models.waiting_paper_lines import WaitingPaperLine, WaitingPaperModel
from ui.widgets import painting
from ui.widgets.seal_chip import paint_sealed_text

translate = QCoreApplication.translate
_HEADING_HEIGHT, _ROW_HEIGHT, _HEADER_HEIGHT = 32, 54, 34
_PADDING = 8
_SINCE_WIDTH, _WHY_WIDTH, _WAY_WIDTH = 84, 176, 176


def _columns(rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Return the rectangles of paper, since, why and way in a row."""
    px = theme().px
    widths = [px(_SINCE_WIDTH), px(_WHY_WIDTH), px(_WAY_WIDTH)]
    first = max(px(120), rect.width() - sum(widths))
    columns, left = [], rect.x()
    for width in (first, *widths):
        columns.append(
            QRect(left + px(_PADDING), rect.y(), width - 2 * px(_PADDING), rect.height())
        )
        left += width
    return columns[0], columns[1], columns[2], columns[3]


class WaitingPapersHeader(painting.PaintedWidget):
    """The titles of the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme().px(_HEADER_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        titles = (
            translate("WaitingPapers", "Paper and visit"),
            translate("WaitingPapers", "Since"),
            translate("WaitingPapers", "Why"),
            translate("WaitingPapers", "What can be done"),
        )
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("surfaceAlt"))
            for rect, title in zip(_columns(self.rect()), titles, strict=True):
                painting.draw_text(painter, rect, title, theme().font("label"), "text2")
            line = QRect(0, self.height() - 1, self.width(), 1)
            painter.fillRect(line, painting.theme_color("borderStrong"))


class _PaperDelegate(QStyledItemDelegate):
    """Paints a heading, or the two lines of a paper in four columns."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: WaitingPaperLine = index.data(LINE_ROLE)
        return QSize(100, theme().px(_HEADING_HEIGHT if line.is_heading else _ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: WaitingPaperLine = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        if line.is_heading:
            _paint_heading(painter, rect, line)
        else:
            view = self.parent()
            has_focus = isinstance(view, QWidget) and view.hasFocus()
            if option.state & QStyle.StateFlag.State_Selected:
                _paint_selection(painter, rect, has_focus)
            _paint_paper(painter, rect, line)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, painting.theme_color("border"))
        painter.restore()


def _paint_selection(painter: QPainter, rect: QRect, has_focus: bool) -> None:
    painter.fillRect(rect, painting.theme_color("selection" if has_focus else "sunken"))
    bar = QRect(rect.x(), rect.y(), theme().px(3), rect.height())
    painter.fillRect(bar, painting.theme_color("accent" if has_focus else "borderStrong"))


def _paint_heading(painter: QPainter, rect: QRect, line: WaitingPaperLine) -> None:
    painter.fillRect(rect, painting.theme_color("surfaceAlt"))
    text = rect.adjusted(theme().px(_PADDING), 0, 0, 0)
    painting.draw_text(painter, text, line.title, theme().font("strong"), "text")
    width = painting.text_width(line.title, "strong") + theme().px(8)
    count = text.adjusted(width, 0, 0, 0)
    painting.draw_text(painter, count, str(line.count), theme().font("small"), "text2")


def _paint_paper(painter: QPainter, rect: QRect, line: WaitingPaperLine) -> None:
    paper, since, why, way = _columns(rect)
    is_open = bool(line.note)
    small, label = theme().font("small"), theme().font("label")
    painting.draw_text(painter, _half(paper, 0), line.title, label, "text" if is_open else "text2")
    paint_sealed_text(painter, _half(paper, 1), line.detail, "text2")
    painting.draw_text(painter, since, line.since, small, "text")
    painting.draw_text(painter, why, line.why, small, "text")
    if is_open:
        color = "warnText" if line.note_is_warning else "text2"
        painting.draw_text(painter, _half(way, 0), line.action, label, "text")
        painting.draw_text(painter, _half(way, 1), line.note, small, color)
    else:
        painting.draw_text(painter, way, line.action, small, "text")


def _half(rect: QRect, lower: int) -> QRect:
    px = theme().px
    return QRect(rect.x(), rect.y() + px(7) + lower * px(20), rect.width(), px(20))


class WaitingPapersView(QListView):
    """``preview_wanted(WaitingPaper)`` on Enter or a double click; ``selected`` on every move."""

    preview_wanted = Signal(object)
    selected = Signal(object)  # WaitingPaperLine or None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper_model = WaitingPaperModel(self)
        self.setModel(self.paper_model)
        self.setItemDelegate(_PaperDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(translate("WaitingPapers", "Papers not printed"))
        self.setObjectName("waiting_papers")
        self.selectionModel().currentChanged.connect(self._emit_selected)
        self.doubleClicked.connect(self._request_preview)

    def show_lines(self, lines: Sequence[WaitingPaperLine]) -> None:
        """Replace the lines; the same paper stays selected, else the first one."""
        current = self.current_paper()
        self.paper_model.set_lines(lines)
        row = self.paper_model.row_of(current.paper_id if current else "")
        if row >= 0:
            self.setCurrentIndex(self.paper_model.index(row))
        self._emit_selected()

    def current_line(self) -> WaitingPaperLine | None:
        """Return the selected line, None on a heading or without a selection."""
        line = self.paper_model.line(self.currentIndex().row())
        return None if line is None or line.is_heading else line

    def current_paper(self) -> WaitingPaper | None:
        """Return the selected paper."""
        line = self.current_line()
        return line.paper if line is not None else None

    @Slot()
    def _emit_selected(self) -> None:
        self.selected.emit(self.current_line())

    @Slot()
    def _request_preview(self) -> None:
        paper = self.current_paper()
        if paper is not None:
            self.preview_wanted.emit(paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request_preview()
            return
        super().keyPressEvent(event)
