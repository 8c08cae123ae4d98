"""A keyboard shortcut in a box, e.g. "Ctrl+S"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

HEIGHT = 19
_PADDING = 5


def key_cap_width(key: str) -> int:
    """Return the width of a key cap in logical pixels."""
    return painting.text_width(key) + 2 * theme().px(_PADDING)


def paint_key_cap(
    painter: QPainter, rect: QRect, key: str, color: str = "", edge: str = ""
) -> None:
    """Draw a key cap; ``color`` and ``edge`` are for filled buttons."""
    fill = "" if color else "surfaceAlt"
    painting.draw_box(painter, rect, fill, edge or "borderStrong")
    font = theme().font("label")
    painting.draw_text(painter, rect, key, font, color or "text2", Qt.AlignmentFlag.AlignHCenter)


class ShortcutLabel(painting.PaintedWidget):
    """Shows one shortcut, e.g. "F9"."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def set_key(self, key: str) -> None:
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._key), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_key_cap(painter, self.rect(), self._key)
