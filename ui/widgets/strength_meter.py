"""Four bars that fill as a password gets harder to guess."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

STEPS = 4
_BAR, _GAP, _HIGH = 26, 4, 5


class StrengthMeter(painting.Painted):
    """``Meter(parent)``; ``set_level(0-4)``: four are green, fewer amber. Words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty meter."""
        super().__init__(parent)
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(0)

    def set_level(self, level: int) -> None:
        """Fill so many bars."""
        self._level = level
        text = QCoreApplication.translate("Wizard", "Strength {level} of 4")
        self.setAccessibleName(text.format(level=level))
        self.update()

    @property
    def level(self) -> int:
        """Return how many bars are filled."""
        return self._level

    def sizeHint(self) -> QSize:
        """Fit four bars."""
        return QSize(theme().px(STEPS * (_BAR + _GAP) - _GAP), theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        px = theme().px
        top = (self.height() - px(_HIGH)) // 2
        with QPainter(self) as painter:
            for step in range(STEPS):
                full = "ok" if self._level == STEPS else "warn"
                fill = full if step < self._level else "border"
                place = QRect(step * px(_BAR + _GAP), top, px(_BAR), px(_HIGH))
                painting.box(painter, place, fill, "", 2.5)
