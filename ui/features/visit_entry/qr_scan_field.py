"""The box into which a scanner types the QR code of an identity card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.text_field import TextField


class QrScanField(TextField):
    """Receives the text that a scanner types; Enter ends the scan and has no other effect."""

    scanned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the scan on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.scanned.emit()
            return
        super().keyPressEvent(event)
