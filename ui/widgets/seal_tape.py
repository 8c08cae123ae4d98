"""Hatched band shown in place of a sealed identity."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.seal_chip import paint_icon_box


class SealTape(painting.PaintedWidget):
    """Seal icon, one or two lines of text, e.g. "Niêm phong từ 16/11", and widgets at the right."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._right_row = QHBoxLayout(self)
        self._right_row.setContentsMargins(0, 0, theme().px(10), 0)
        self._right_row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text.replace("\n", ", "))

    def set_text(self, text: str) -> None:
        """Change the text; a line break makes two lines."""
        self._text = text
        self.setAccessibleName(text.replace("\n", ", "))
        self.updateGeometry()
        self.update()

    def add_at_right(self, widget: QWidget) -> None:
        """Add a widget at the right end of the tape."""
        self._right_row.addWidget(widget)

    def _icon_box_width(self) -> int:
        return theme().px(33)

    def sizeHint(self) -> QSize:
        """Return a height of 30 for one line and 44 for two lines, at scale 1.0."""
        lines = self._text.split("\n")
        widest = max(painting.text_width(text, "label") for text in lines)
        width = (
            self._icon_box_width() + theme().px(24) + widest + self._right_row.sizeHint().width()
        )
        right_height = self._right_row.sizeHint().height()
        height = theme().px(30 if len(lines) == 1 else 44)
        return QSize(
            width, max(height, right_height + theme().px(10) if self._right_row.count() > 1 else 0)
        )

    def minimumSizeHint(self) -> QSize:
        """The text may be cut at the right; the accessible name is complete."""
        return QSize(self._icon_box_width() * 3, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder")
            painting.draw_hatching(painter, self.rect(), path)
            painting.draw_box(painter, self.rect(), "", "sealBorder")
            painter.save()
            painter.setClipPath(path)
            box_rect = QRect(0, 0, self._icon_box_width(), self.height())
            paint_icon_box(painter, box_rect, "seal", "seal", theme().px(16))
            painter.restore()
            lines = self._text.split("\n")
            line_height = theme().px(18)
            top = (self.height() - line_height * len(lines)) // 2
            left = self._icon_box_width() + theme().px(10)
            text_width = self.width() - left - self._right_row.sizeHint().width()
            for index, text in enumerate(lines):
                rect = QRect(left, top + index * line_height, text_width, line_height)
                painting.draw_text(painter, rect, text, theme().font("label"), "sealText")
