"""A key as it stands on the keyboard: "Ctrl+S"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

HEIGHT = 19
PAD = 5


def cap_width(key: str) -> int:
    """Return the width of a key cap in logical pixels."""
    return painting.width_of(key) + 2 * theme().px(PAD)


def paint_cap(painter: QPainter, place: QRect, key: str, color: str = "", edge: str = "") -> None:
    """Draw a key cap; with ``color`` and ``edge`` on a filled button, else as on paper."""
    fill = "" if color else "surfaceAlt"
    painting.box(painter, place, fill, edge or "borderStrong")
    font = theme().font("label")
    painting.line(painter, place, key, font, color or "text2", Qt.AlignmentFlag.AlignHCenter)


class ShortcutLabel(painting.Painted):
    """``ShortcutLabel("F9", parent)``; ``set_key(text)``."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """Show a key."""
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the key."""
        return QSize(cap_width(self._key), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        with QPainter(self) as painter:
            paint_cap(painter, self.rect(), self._key)
