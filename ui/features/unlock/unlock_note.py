"""The line below the password: Caps Lock, failed attempts, and the delay."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme


class UnlockNote(QFrame):
    """Visible only while Caps Lock is on, an attempt has failed or a delay runs."""

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
        self.caps_lock_label = QLabel(QCoreApplication.translate("Unlock", "Caps Lock is on"), self)
        self.caps_lock_label.setProperty("role", "strong")
        self.caps_lock_label.setProperty("tone", "warning")
        row.addWidget(self.caps_lock_label)
        row.addStretch(1)
        self.attempts_label = QLabel(self)
        self.attempts_label.setProperty("role", "small")
        self.attempts_label.setProperty("tone", "warning")
        row.addWidget(self.attempts_label)
        self._is_caps_lock_on = False
        self._show_texts()

    def set_caps_lock(self, is_on: bool) -> None:
        self._is_caps_lock_on = is_on
        self._show_texts()

    def show_attempts(self, failed_attempts: int, delay_seconds: int) -> None:
        """``failed_attempts`` is 0 while it is unknown, ``delay_seconds`` 0 without a delay."""
        parts = []
        if failed_attempts:
            text = QCoreApplication.translate("Unlock", "Wrong, try {tries}")
            parts.append(text.format(tries=failed_attempts))
        if delay_seconds:
            text = QCoreApplication.translate("Unlock", "wait {wait} s")
            parts.append(text.format(wait=delay_seconds))
        line = ", ".join(parts)
        self.attempts_label.setText(line[:1].upper() + line[1:])
        self._show_texts()

    def _show_texts(self) -> None:
        self.caps_lock_label.setVisible(self._is_caps_lock_on)
        self.setVisible(self._is_caps_lock_on or bool(self.attempts_label.text()))
        caps_lock_text = self.caps_lock_label.text() if self._is_caps_lock_on else ""
        self.setAccessibleName(
            ", ".join(filter(None, (caps_lock_text, self.attempts_label.text())))
        )
