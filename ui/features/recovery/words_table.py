"""The 33 words of one recovery sheet in three columns, or their privacy cover."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

COLUMNS = 3
_ROW_HEIGHT = 31


class WordsTable(painting.PaintedWidget):
    """The words are covered when the window loses the focus; no accessible name contains a word."""

    covered_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._covered = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(
            QCoreApplication.translate("Wizard", "Words of the sheet, to be copied by hand")
        )

    @property
    def is_covered(self) -> bool:
        """Whether the words are hidden."""
        return self._covered

    def set_words(self, words: Sequence[str]) -> None:
        """Set the words; they stay hidden until ``uncover`` is called."""
        self._words = tuple(words)
        self.cover()

    def cover(self) -> None:
        self._set_covered(True)

    def uncover(self) -> None:
        self._set_covered(False)

    def _set_covered(self, is_covered: bool) -> None:
        if is_covered != self._covered:
            self._covered = is_covered
            self.covered_changed.emit(is_covered)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(_ROW_HEIGHT) * 11)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(24) * 11)

    def event(self, event: QEvent) -> bool:
        """Cover the words when another window comes to the front."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.cover()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or a hatching that does not depend on them."""
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), "surface", "border", 4)
            if self._covered:
                painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder", 4)
                painting.draw_hatching(painter, self.rect(), path)
                text = QCoreApplication.translate("Wizard", "Covered")
                center = Qt.AlignmentFlag.AlignHCenter
                font = theme().font("heading")
                painting.draw_text(painter, self.rect(), text, font, "sealText", center)
                return
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        px = theme().px
        rows = max(1, -(-len(self._words) // COLUMNS))
        row_height, column_width = self.height() / rows, self.width() / COLUMNS
        for index, word in enumerate(self._words):
            column, row = divmod(index, rows)
            left, top = round(column * column_width), round(row * row_height)
            cell = QRect(left, top, round(column_width), round(row_height))
            number_rect = QRect(left, top, px(36), cell.height())
            alignment = Qt.AlignmentFlag.AlignRight
            font = theme().font("small")
            painting.draw_text(painter, number_rect, str(index + 1), font, "text3", alignment)
            word_rect = cell.adjusted(px(46), 0, -px(6), 0)
            painting.draw_text(painter, word_rect, word, theme().font("subheading"), "text")
            if row:
                painter.fillRect(left, top, cell.width(), 1, painting.theme_color("border"))
            if column:
                painter.fillRect(left, 1, 1, self.height() - 2, painting.theme_color("border"))
