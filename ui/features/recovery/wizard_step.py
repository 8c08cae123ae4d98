"""What every page of the wizard is: a title, a body, and a reason why one may not go on yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance.theme import theme


class WizardStep(QWidget):
    """A page: fill ``body``; ``obstacle()`` is "" when one may go on; ``changed`` on edits."""

    changed = Signal()

    def __init__(self, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(48), px(28), px(48), px(12))
        column.setSpacing(0)
        self.head = QHBoxLayout()
        words = QLabel(title, self)
        words.setProperty("role", "title")
        self.head.addWidget(words)
        self.head.addStretch(1)
        below = QLabel(subtitle, self)
        below.setProperty("role", "secondary")
        below.setWordWrap(True)
        column.addLayout(self.head)
        column.addWidget(below)
        column.addSpacing(px(14))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        column.addLayout(self.body, 1)

    def obstacle(self) -> str:
        """Return why one may not go on yet, or ""."""
        return ""

    def next_text(self) -> str:
        """Return what the main button says, "" for the usual words."""
        return ""

    def go_on(self) -> bool:
        """Do what the main button does inside this page; True when the page is done."""
        return True

    def go_back(self) -> bool:
        """Go back inside this page; True when the page before is wanted."""
        return True

    def entered(self) -> None:
        """Put the focus into the first field."""
        first = self.nextInFocusChain()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
