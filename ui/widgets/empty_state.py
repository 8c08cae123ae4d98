"""Content of a page that has no data yet."""

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

_TEXT_WIDTH = 470


@dataclass(frozen=True, slots=True)
class EmptyStateAction:
    """An action offered on an empty page: text, icon, shortcut."""

    text: str
    icon: str = ""
    key: str = ""


class EmptyState(QWidget):
    """Icon, title, explanation and up to two buttons.

    ``first_action_used`` and ``second_action_used`` when a button is pressed.
    """

    first_action_used = Signal()
    second_action_used = Signal()

    def __init__(
        self, icon: str, title: str, text: str, parent: QWidget | None = None, button: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._heading = QLabel(title, self)
        self._heading.setProperty("role", "heading")
        self._explanation = QLabel(text, self)
        self._explanation.setProperty("role", "secondary")
        self.button = PushButton(button, self, "primary")
        self.button.setVisible(bool(button))
        self.button.clicked.connect(self.first_action_used)
        self.second = PushButton("", self)
        self.second.hide()
        self.second.clicked.connect(self.second_action_used)
        self._note = IconLine("circle-check", "", self, "ok")
        self._note.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(8))
        column.addStretch(1)
        column.addSpacing(theme().px(92))
        for part in (self._heading, self._explanation):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.second)
        buttons.addStretch(1)
        column.addSpacing(theme().px(8))
        column.addLayout(buttons)
        column.addSpacing(theme().px(16))
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_actions(
        self, first: EmptyStateAction | None, second: EmptyStateAction | None = None
    ) -> None:
        """Set up to two buttons; None hides one."""
        for button, action in ((self.button, first), (self.second, second)):
            button.setVisible(action is not None)
            if action is not None:
                button.set_text(action.text)
                button.set_icon(action.icon)
                button.set_key(action.key)

    def set_note(self, text: str) -> None:
        """Set a line with a check mark below the buttons; "" hides it."""
        self._note.setVisible(bool(text))
        self._note.set_line("circle-check", text, "ok")

    def set_text(self, title: str, text: str) -> None:
        self._heading.setText(title)
        self._explanation.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Limit the width of the explanation on a wide page."""
        super().resizeEvent(event)
        side = max(0, (self.width() - theme().px(_TEXT_WIDTH)) // 2)
        self._explanation.setContentsMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        side, inner = theme().px(72), theme().px(36)
        top = self._heading.y() - side - theme().px(20)
        square = QRect((self.width() - side) // 2, top, side, side)
        gap = (side - inner) // 2
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "surface", "border", 8)
            painting.draw_box(painter, square, "accentSoft", "", 8)
            icons.paint(painter, square.adjusted(gap, gap, -gap, -gap), self._icon, "accentText")
