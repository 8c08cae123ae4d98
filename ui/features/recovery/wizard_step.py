"""The base class of a step in set-up and recovery: title, body, and why it is incomplete."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance.theme import theme


class WizardStep(QWidget):
    """A subclass fills ``body`` and emits ``changed`` when ``obstacle()`` may have changed."""

    changed = Signal()

    def __init__(self, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(48), px(28), px(48), px(12))
        column.setSpacing(0)
        self.head = QHBoxLayout()
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        self.head.addWidget(heading)
        self.head.addStretch(1)
        subtitle_label = QLabel(subtitle, self)
        subtitle_label.setProperty("role", "secondary")
        subtitle_label.setWordWrap(True)
        column.addLayout(self.head)
        column.addWidget(subtitle_label)
        column.addSpacing(px(14))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        column.addLayout(self.body, 1)

    def obstacle(self) -> str:
        """Return why the next step cannot be shown yet, or ""."""
        return ""

    def next_text(self) -> str:
        """Return the text of the main button, "" for the usual one."""
        return ""

    def go_on(self) -> bool:
        """Act on the main button inside this step; True when the step is complete."""
        return True

    def go_back(self) -> bool:
        """Go back inside this step; True when the step before is to be shown."""
        return True

    def entered(self) -> None:
        """Put the focus into the first field."""
        first = self.nextInFocusChain()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
