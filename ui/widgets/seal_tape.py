"""Hatched band for a sealed identity: seal glyph, state of the seal, a button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.seal_chip import paint_cell


class SealTape(painting.PaintedWidget):
    """Text, e.g. "Niêm phong từ 16/11", in one or two lines."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._side = QHBoxLayout(self)
        self._side.setContentsMargins(0, 0, theme().px(10), 0)
        self._side.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text.replace("\n", ", "))

    def set_text(self, text: str) -> None:
        """Change the text; a line break makes two lines."""
        self._text = text
        self.setAccessibleName(text.replace("\n", ", "))
        self.updateGeometry()
        self.update()

    def add_right(self, widget: QWidget) -> None:
        self._side.addWidget(widget)

    def _cell(self) -> int:
        return theme().px(33)

    def sizeHint(self) -> QSize:
        """One line: 30 high; two lines: 44."""
        lines = self._text.split("\n")
        widest = max(painting.text_width(text, "label") for text in lines)
        width = self._cell() + theme().px(24) + widest + self._side.sizeHint().width()
        side = self._side.sizeHint().height()
        height = theme().px(30 if len(lines) == 1 else 44)
        return QSize(width, max(height, side + theme().px(10) if self._side.count() > 1 else 0))

    def minimumSizeHint(self) -> QSize:
        """The text may be cut at the right; the accessible name is complete."""
        return QSize(self._cell() * 3, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder")
            painting.draw_hatching(painter, self.rect(), path)
            painting.draw_box(painter, self.rect(), "", "sealBorder")
            painter.save()
            painter.setClipPath(path)
            cell = QRect(0, 0, self._cell(), self.height())
            paint_cell(painter, cell, "seal", "seal", theme().px(16))
            painter.restore()
            lines = self._text.split("\n")
            height = theme().px(18)
            top = (self.height() - height * len(lines)) // 2
            left = self._cell() + theme().px(10)
            text_rect = self.width() - left - self._side.sizeHint().width()
            for index, text in enumerate(lines):
                rect = QRect(left, top + index * height, text_rect, height)
                painting.draw_text(painter, rect, text, theme().font("label"), "sealText")
