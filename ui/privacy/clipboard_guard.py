"""Keeps selected text off the clipboards, so that no other program finds an identity there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit


class ClipboardGuard(QObject):
    """``ClipboardGuard(parent)`` empties what this program puts on a clipboard and may not.

    On X11 marking a text is enough to hand it to every other program, and it stays there when the
    field has long been emptied: that selection is never kept. Copy and cut keep nothing of fields
    that hold an identity or a password (ImhSensitiveData). Both go in the same breath, before
    another program can ask.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QGuiApplication.clipboard().changed.connect(self._changed)

    @Slot(QClipboard.Mode)
    def _changed(self, mode: QClipboard.Mode) -> None:
        board = QGuiApplication.clipboard()
        if not board.text(mode):
            return
        if mode is QClipboard.Mode.Selection:
            ours = board.ownsSelection()
        else:
            ours = mode is QClipboard.Mode.Clipboard and _from_secret(board)
        if ours:
            board.clear(mode)


def _from_secret(board: QClipboard) -> bool:
    field = QApplication.focusWidget()
    if field is None or not field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData:
        return False
    # Some platforms cannot tell whose the clipboard is: then what is marked just now tells.
    return board.ownsClipboard() or (
        isinstance(field, QLineEdit) and board.text() == field.selectedText()
    )
