"""The base class of a step in set-up and recovery: title, body, and what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

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
        self.heading_row = QHBoxLayout()
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        self.heading_row.addWidget(heading)
        self.heading_row.addStretch(1)
        subtitle_label = QLabel(subtitle, self)
        subtitle_label.setProperty("role", "secondary")
        subtitle_label.setWordWrap(True)
        column.addLayout(self.heading_row)
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

    def advance(self) -> bool:
        """Do what the main button does in this step; True when the step is complete."""
        return True

    def go_back(self) -> bool:
        """Do what the back button does in this step; True to show the step before."""
        return True

    def on_entered(self) -> None:
        """Put the focus into the first field."""
        first = self.nextInFocusChain()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def scrollable(step: WizardStep, parent: QWidget) -> QScrollArea:
    """Return a scroll area around a step, which at large scales is taller than the window."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    step.setProperty("clear", True)
    area.setWidget(step)
    return area
