"""The line under the password: Caps Lock at the left, tries and waiting at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme


class UnlockNote(QFrame):
    """``set_caps(bool)``, ``set_tries(tries, wait)``; hides itself when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self.setProperty("banner", "warn")
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        row.setSpacing(px(10))
        sign = QLabel(self)
        sign.setPixmap(icons.pixmap("triangle-alert", "warn", px(16), self.devicePixelRatioF()))
        row.addWidget(sign)
        self.caps = QLabel(QCoreApplication.translate("Unlock", "Caps Lock is on"), self)
        self.caps.setProperty("role", "strong")
        self.caps.setProperty("tone", "warning")
        row.addWidget(self.caps)
        row.addStretch(1)
        self.tries = QLabel(self)
        self.tries.setProperty("role", "small")
        self.tries.setProperty("tone", "warning")
        row.addWidget(self.tries)
        self._caps = False
        self._settle()

    def set_caps(self, on: bool) -> None:
        """Say whether Caps Lock is on."""
        self._caps = on
        self._settle()

    def set_tries(self, tries: int, wait: int) -> None:
        """Say how often it was wrong (0 = not known) and how long to wait (seconds)."""
        parts = []
        if tries:
            text = QCoreApplication.translate("Unlock", "Wrong, try {tries}")
            parts.append(text.format(tries=tries))
        if wait:
            text = QCoreApplication.translate("Unlock", "wait {wait} s")
            parts.append(text.format(wait=wait))
        line = ", ".join(parts)
        self.tries.setText(line[:1].upper() + line[1:])
        self._settle()

    def _settle(self) -> None:
        self.caps.setVisible(self._caps)
        self.setVisible(self._caps or bool(self.tries.text()))
        self.setAccessibleName(
            ", ".join(filter(None, (self.caps.text() if self._caps else "", self.tries.text())))
        )
