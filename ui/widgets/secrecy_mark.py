"""The framed word on papers that name a denouncer."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class SecrecyMark(QLabel):
    """The frame "MẬT" on papers that name a denouncer: ``SecrecyMark(text, parent)``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show the word."""
        super().__init__(text, parent)
        self.setProperty("role", "secret")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
