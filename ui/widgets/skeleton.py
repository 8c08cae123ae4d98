"""Grey bars where text will be in a moment."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

_PATIENCE_MS = 300  # a page that comes sooner must not flicker


class Skeleton(painting.Painted):
    """``Skeleton(parent, rows=3, step=20)``: grey bars where text will be.

    ``step`` is the height of a row at scale 1.0. It waits 300 ms before it is seen:
    ``wait(place)`` over the widget whose rows are on their way, ``end()`` when they are here.
    """

    _WIDTHS = (0.62, 0.5, 0.56, 0.44)

    def __init__(self, parent: QWidget | None = None, rows: int = 3, step: int = 20) -> None:
        """Make bars."""
        super().__init__(parent)
        self._rows, self._step = rows, step
        self._place: QWidget | None = None
        self._framed = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PATIENCE_MS)
        self._clock.timeout.connect(self._appear)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the bars."""
        return QSize(theme().px(200), theme().px(self._step) * self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        with QPainter(self) as painter:
            if self._framed:
                painting.box(painter, self.rect(), "surface", "border", 8)
            elif self._place is not None:
                painter.fillRect(self.rect(), painting.tint("surface"))
            for row in range(self._rows):
                share = self._WIDTHS[row % len(self._WIDTHS)]
                step, thick = theme().px(self._step), theme().px(12)
                top = row * step + (step - thick) // 2
                left = theme().px(14) if self._place is not None else 0
                width = int((self.width() - 2 * left) * share)
                painting.box(painter, QRect(left, top, width, thick), "border", "", 3)

    def wait(self, place: QWidget, framed: bool = False) -> None:
        """Lie over ``place`` if its rows are not here in a moment; the focus stays under it."""
        if self.isHidden():
            self._place, self._framed = place, framed
            self._clock.start()

    def patience(self) -> int:
        """Return for how many milliseconds it is not seen."""
        return self._clock.interval()

    def awaiting(self) -> bool:
        """Tell whether it is seen, or will be unless it is ended."""
        return self._clock.isActive() or self.isVisible()

    def end(self) -> None:
        """Go: the rows are here, or it is said why not."""
        self._clock.stop()
        self.hide()

    @Slot()
    def _appear(self) -> None:
        parent = self.parentWidget()
        if self._place is not None and parent is not None:
            corner = self._place.mapTo(parent, QPoint(0, 0))
            self.setGeometry(QRect(corner, self._place.size()))
            self.show()
            self.raise_()
