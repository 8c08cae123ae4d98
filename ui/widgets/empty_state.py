"""Content of a page that has nothing to show."""

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
        self,
        icon: str,
        title: str,
        explanation: str,
        parent: QWidget | None = None,
        button_text: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._heading = QLabel(title, self)
        self._heading.setProperty("role", "heading")
        self._explanation = QLabel(explanation, self)
        self._explanation.setProperty("role", "secondary")
        self.first_button = PushButton(button_text, self, "primary")
        self.first_button.setVisible(bool(button_text))
        self.first_button.clicked.connect(self.first_action_used)
        self.second_button = PushButton("", self)
        self.second_button.hide()
        self.second_button.clicked.connect(self.second_action_used)
        self._note = IconLine("circle-check", "", self, "ok")
        self._note.hide()
        self._build()

    def _build(self) -> None:
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
        buttons.addWidget(self.first_button)
        buttons.addWidget(self.second_button)
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
        for button, action in ((self.first_button, first), (self.second_button, second)):
            button.setVisible(action is not None)
            if action is not None:
                button.set_text(action.text)
                button.set_icon(action.icon)
                button.set_key(action.key)

    def set_note(self, text: str) -> None:
        """Set a line with a check mark below the buttons; "" hides it."""
        self._note.setVisible(bool(text))
        self._note.set_line("circle-check", text, "ok")

    def set_text(self, title: str, explanation: str) -> None:
        self._heading.setText(title)
        self._explanation.setText(explanation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Limit the width of the explanation on a wide page."""
        super().resizeEvent(event)
        margin = max(0, (self.width() - theme().px(_TEXT_WIDTH)) // 2)
        self._explanation.setContentsMargins(margin, 0, margin, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        side, icon_size = theme().px(72), theme().px(36)
        top = self._heading.y() - side - theme().px(20)
        square = QRect((self.width() - side) // 2, top, side, side)
        gap = (side - icon_size) // 2
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "surface", "border", 8)
            painting.draw_box(painter, square, "accentSoft", "", 8)
            icons.paint(painter, square.adjusted(gap, gap, -gap, -gap), self._icon, "accentText")
