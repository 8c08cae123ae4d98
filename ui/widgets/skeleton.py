"""Grey bars where text will be in a moment."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets import paint


class Skeleton(paint.Painted):
    """``Skeleton(parent, rows=3)``: grey bars where text will be; show it after 300 ms."""

    _WIDTHS = (0.62, 0.5, 0.56, 0.44)

    def __init__(self, parent: QWidget | None = None, rows: int = 3) -> None:
        """Make bars."""
        super().__init__(parent)
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the bars."""
        return QSize(theme().px(200), theme().px(20) * self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        with QPainter(self) as painter:
            for row in range(self._rows):
                share = self._WIDTHS[row % len(self._WIDTHS)]
                place = QRect(0, row * theme().px(20), int(self.width() * share), theme().px(12))
                paint.box(painter, place, "sunken", "", 3)
