"""What stands on a page when there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.theme import theme
from ui.widgets.key_button import KeyButton


class EmptyState(QWidget):
    """``EmptyState(icon, title, text, parent, button="")``; ``used`` when the button is pressed."""

    used = Signal()

    def __init__(
        self, icon: str, title: str, text: str, parent: QWidget | None = None, button: str = ""
    ) -> None:
        """Say that there is nothing here yet, and what to do."""
        super().__init__(parent)
        self._icon = icon
        self._heading = QLabel(title, self)
        self._heading.setProperty("role", "heading")
        self._words = QLabel(text, self)
        self._words.setProperty("role", "secondary")
        self.button = KeyButton(button, self, "primary")
        self.button.setVisible(bool(button))
        self.button.clicked.connect(self.used)
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(8))
        column.addStretch(1)
        column.addSpacing(theme().px(52))
        for part in (self._heading, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            column.addWidget(part)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_text(self, title: str, text: str) -> None:
        """Change the words."""
        self._heading.setText(title)
        self._words.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon above the words."""
        side = theme().px(40)
        with QPainter(self) as painter:
            place = QRect(0, self._heading.y() - side - theme().px(12), self.width(), side)
            icons.paint(painter, place, self._icon, "text3")
