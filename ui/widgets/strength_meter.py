"""Four bars for the strength of a password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

_BAR_COUNT = 4
_BAR_WIDTH, _GAP, _HEIGHT = 26, 4, 5


class StrengthMeter(painting.PaintedWidget):
    """Shows a level from 0 to 4 as filled bars: four are green, fewer are amber."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(0)

    def set_level(self, level: int) -> None:
        """Fill this number of bars."""
        self._level = level
        text = QCoreApplication.translate("Wizard", "Strength {level} of 4")
        self.setAccessibleName(text.format(level=level))
        self.update()

    @property
    def level(self) -> int:
        """The number of filled bars."""
        return self._level

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_BAR_COUNT * (_BAR_WIDTH + _GAP) - _GAP), theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        top = (self.height() - px(_HEIGHT)) // 2
        with QPainter(self) as painter:
            for bar in range(_BAR_COUNT):
                filled_color = "ok" if self._level == _BAR_COUNT else "warn"
                fill = filled_color if bar < self._level else "border"
                rect = QRect(bar * px(_BAR_WIDTH + _GAP), top, px(_BAR_WIDTH), px(_HEIGHT))
                painting.draw_box(painter, rect, fill, "", 2.5)
