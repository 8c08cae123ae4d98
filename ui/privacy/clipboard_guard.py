"""Clears selected text and sensitive copied text, which other programs could read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit


class ClipboardGuard(QObject):
    """Clears clipboard content that must not leave this program.

    On X11 every other program can read a text as soon as it is selected (the "primary
    selection"), even after its field was emptied. Therefore the primary selection is always
    cleared. The normal clipboard is cleared after copy or cut in a field with ImhSensitiveData
    (identity, password). Both are cleared while Qt reports the change, before another program
    can read the content.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QGuiApplication.clipboard().changed.connect(self._clear_if_not_allowed)

    @Slot(QClipboard.Mode)
    def _clear_if_not_allowed(self, mode: QClipboard.Mode) -> None:
        """Clear every selection of this program, and copies from sensitive fields."""
        clipboard = QGuiApplication.clipboard()
        if not clipboard.text(mode):
            return
        if mode is QClipboard.Mode.Selection:
            must_clear = clipboard.ownsSelection()
        else:
            must_clear = mode is QClipboard.Mode.Clipboard and _is_sensitive(clipboard)
        if must_clear:
            clipboard.clear(mode)


def _is_sensitive(clipboard: QClipboard) -> bool:
    """Tell whether the normal clipboard was filled from the focused field and it is sensitive."""
    field = QApplication.focusWidget()
    if field is None or not field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData:
        return False
    # Some platforms do not know the owner of the clipboard: the selected text is compared instead.
    return clipboard.ownsClipboard() or (
        isinstance(field, QLineEdit) and clipboard.text() == field.selectedText()
    )
