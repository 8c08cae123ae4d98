"""The line below the password: Caps Lock, failed attempts, and the delay."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme


class UnlockNote(QFrame):
    """Visible only while it has a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "warn")
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        row.setSpacing(px(10))
        icon = QLabel(self)
        icon.setPixmap(icons.pixmap("triangle-alert", "warn", px(16), self.devicePixelRatioF()))
        row.addWidget(icon)
        self.caps = QLabel(QCoreApplication.translate("Unlock", "Caps Lock is on"), self)
        self.caps.setProperty("role", "strong")
        self.caps.setProperty("tone", "warning")
        row.addWidget(self.caps)
        row.addStretch(1)
        self.attempts = QLabel(self)
        self.attempts.setProperty("role", "small")
        self.attempts.setProperty("tone", "warning")
        row.addWidget(self.attempts)
        self._caps = False
        self._show_texts()

    def set_caps(self, on: bool) -> None:
        self._caps = on
        self._show_texts()

    def show_attempts(self, failed_attempts: int, wait: int) -> None:
        """``failed_attempts`` is 0 while it is unknown, ``wait`` is in seconds."""
        parts = []
        if failed_attempts:
            text = QCoreApplication.translate("Unlock", "Wrong, try {tries}")
            parts.append(text.format(tries=failed_attempts))
        if wait:
            text = QCoreApplication.translate("Unlock", "wait {wait} s")
            parts.append(text.format(wait=wait))
        line = ", ".join(parts)
        self.attempts.setText(line[:1].upper() + line[1:])
        self._show_texts()

    def _show_texts(self) -> None:
        self.caps.setVisible(self._caps)
        self.setVisible(self._caps or bool(self.attempts.text()))
        self.setAccessibleName(
            ", ".join(filter(None, (self.caps.text() if self._caps else "", self.attempts.text())))
        )
