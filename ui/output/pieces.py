"""A banner and a glyph for the print dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import icons

_SIGNS = {
    "error": ("circle-x", "danger"),
    "warn": ("triangle-alert", "warn"),
    "info": ("info", "accent"),
}


def glyph_label(name: str, role: str, parent: QWidget, side: int = 18) -> QLabel:
    """Return a label that shows a glyph; what it means stands in words beside it."""
    label = QLabel(parent)
    label.setPixmap(icons.pixmap(name, role, side, parent.devicePixelRatioF()))
    label.setFixedSize(side, side)
    return label


class Banner(QFrame):
    """A sentence that stays until it is solved: ``error``, ``warn`` or ``info``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "small")
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence that is shown; empty when the banner is hidden."""
        return self._words.text()

    def tell(self, kind: str, sentence: str) -> None:
        """Show a sentence; an empty one hides the banner."""
        self.setProperty("banner", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._sign.setPixmap(icons.pixmap(*_SIGNS[kind], 18, self.devicePixelRatioF()))
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
