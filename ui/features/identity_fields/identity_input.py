"""Settings of every input of an identity: no predictive text, no context menu, no dragging."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

IDENTITY_INPUT_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def mark_as_identity_field(field: QLineEdit) -> None:
    """Switch off what could copy an identity: predictive text, context menu, dragging."""
    field.setInputMethodHints(IDENTITY_INPUT_HINTS)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setDragEnabled(False)
