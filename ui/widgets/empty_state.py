"""What stands on a page when there is nothing yet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton

_LINE = 470  # width of the words


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from a page without anything: words, icon, key."""

    text: str
    icon: str = ""
    key: str = ""


class EmptyState(QWidget):
    """``EmptyState(icon, title, text, parent, button="")``; ``used`` when the button is pressed.

    ``set_ways((text, icon, key), (text, icon))`` names the button and a second one, ``other``;
    ``set_note(text)`` a quiet line below.
    """

    used = Signal()
    other = Signal()

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
        self.button = PushButton(button, self, "primary")
        self.button.setVisible(bool(button))
        self.button.clicked.connect(self.used)
        self.second = PushButton("", self)
        self.second.hide()
        self.second.clicked.connect(self.other)
        self._note = IconLine("circle-check", "", self, "ok")
        self._note.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(8))
        column.addStretch(1)
        column.addSpacing(theme().px(92))
        for part in (self._heading, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            column.addWidget(part)
        ways = QHBoxLayout()
        ways.setSpacing(theme().px(8))
        ways.addStretch(1)
        ways.addWidget(self.button)
        ways.addWidget(self.second)
        ways.addStretch(1)
        column.addSpacing(theme().px(8))
        column.addLayout(ways)
        column.addSpacing(theme().px(16))
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_ways(self, first: Way | None, second: Way | None = None) -> None:
        """Offer up to two ways on; None hides a button."""
        for button, way in ((self.button, first), (self.second, second)):
            button.setVisible(way is not None)
            if way is not None:
                button.set_text(way.text)
                button.set_icon(way.icon)
                button.set_key(way.key)

    def set_note(self, text: str) -> None:
        """Say a quiet good word below; "" hides it."""
        self._note.setVisible(bool(text))
        self._note.set_line("circle-check", text, "ok")

    def set_text(self, title: str, text: str) -> None:
        """Change the words."""
        self._heading.setText(title)
        self._words.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words where they are read easily, not at the edge of a wide page."""
        super().resizeEvent(event)
        side = max(0, (self.width() - theme().px(_LINE)) // 2)
        self._words.setContentsMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, and the icon above the words."""
        side, inner = theme().px(72), theme().px(36)
        top = self._heading.y() - side - theme().px(20)
        square = QRect((self.width() - side) // 2, top, side, side)
        gap = (side - inner) // 2
        with QPainter(self) as painter:
            painting.box(painter, self.rect(), "surface", "border", 8)
            painting.box(painter, square, "accentSoft", "", 8)
            icons.paint(painter, square.adjusted(gap, gap, -gap, -gap), self._icon, "accentText")
