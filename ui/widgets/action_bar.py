"""The fixed bar at the foot of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

BAR = 52


class ActionBar(QWidget):
    """``ActionBar(parent)``: the fixed bar at the bottom; ``add_left(w)``, ``add_right(w)``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(16), 1, theme().px(16), 0)
        row.setSpacing(theme().px(10))
        self._left = QHBoxLayout()
        self._left.setSpacing(theme().px(10))
        row.addLayout(self._left)
        row.addStretch(1)
        self._row = row
        self.setFixedHeight(theme().px(BAR))

    def add_left(self, widget: QWidget) -> None:
        """Add a widget after those at the left."""
        self._left.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Add a widget at the right end."""
        self._row.addWidget(widget)

    def add_words(self, words: QLabel) -> None:
        """Add words before what stands at the right; they wrap where there is little room."""
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(words, 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.tint("surface"))
            painter.fillRect(0, 0, self.width(), 1, painting.tint("borderStrong"))
