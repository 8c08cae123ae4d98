"""The fixed bar at the bottom of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

BAR_HEIGHT = 52


class ActionBar(QWidget):
    """A row of widgets at the left and right end; each one added follows those added before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(16), 1, theme().px(16), 0)
        row.setSpacing(theme().px(10))
        self._left = QHBoxLayout()
        self._left.setSpacing(theme().px(10))
        row.addLayout(self._left)
        row.addStretch(1)
        self._row = row
        self.setFixedHeight(theme().px(BAR_HEIGHT))

    def add_left(self, widget: QWidget) -> None:
        self._left.addWidget(widget)

    def add_at_right(self, widget: QWidget) -> None:
        """Add a widget at the right end of the bar."""
        self._row.addWidget(widget)

    def add_text(self, label: QLabel) -> None:
        """Add a text before the widgets at the right; it wraps in a narrow window."""
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(label, 9)  # nine tenths of the free width; the rest is the gap

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("surface"))
            painter.fillRect(0, 0, self.width(), 1, painting.theme_color("borderStrong"))
