"""Grey bars in place of rows that are still being loaded."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

_DELAY_MS = 300  # bars must not appear briefly on a page that is loaded sooner


class Skeleton(painting.PaintedWidget):
    """Shows ``rows`` bars, each in a row ``row_height`` unscaled pixels high.

    Call ``start(widget)`` when the loading of a widget's rows begins, and ``stop()`` when it has
    ended. The bars are shown only if the loading takes more than 300 ms.
    """

    _WIDTH_RATIOS = (0.62, 0.5, 0.56, 0.44)

    def __init__(self, parent: QWidget | None = None, rows: int = 3, row_height: int = 20) -> None:
        super().__init__(parent)
        self._rows, self._row_height = rows, row_height
        self._target: QWidget | None = None
        self._framed = False
        self._delay_timer = QTimer(self)
        self._delay_timer.setSingleShot(True)
        self._delay_timer.setInterval(_DELAY_MS)
        self._delay_timer.timeout.connect(self._show_bars)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(self._row_height) * self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._framed:
                painting.draw_box(painter, self.rect(), "surface", "border", 8)
            elif self._target is not None:
                painter.fillRect(self.rect(), painting.theme_color("surface"))
            for row in range(self._rows):
                width_ratio = self._WIDTH_RATIOS[row % len(self._WIDTH_RATIOS)]
                row_height, bar_height = theme().px(self._row_height), theme().px(12)
                top = row * row_height + (row_height - bar_height) // 2
                left = theme().px(14) if self._target is not None else 0
                width = int((self.width() - 2 * left) * width_ratio)
                painting.draw_box(painter, QRect(left, top, width, bar_height), "border", "", 3)

    def start(self, target: QWidget, framed: bool = False) -> None:
        """Cover ``target`` after the delay, unless ``stop`` is called; the focus does not move.

        ``framed`` draws a border around the bars.
        """
        if self.isHidden():
            self._target, self._framed = target, framed
            self._delay_timer.start()

    def delay_ms(self) -> int:
        """Return the milliseconds before the bars are shown."""
        return self._delay_timer.interval()

    def is_active(self) -> bool:
        """Tell whether ``start`` was called and ``stop`` was not."""
        return self._delay_timer.isActive() or self.isVisible()

    def stop(self) -> None:
        """Hide the bars: the rows are loaded, or the page shows an error."""
        self._delay_timer.stop()
        self.hide()

    @Slot()
    def _show_bars(self) -> None:
        parent = self.parentWidget()
        if self._target is not None and parent is not None:
            corner = self._target.mapTo(parent, QPoint(0, 0))
            self.setGeometry(QRect(corner, self._target.size()))
            self.show()
            self.raise_()
