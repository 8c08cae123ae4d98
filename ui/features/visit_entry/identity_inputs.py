"""Inputs of an identity: no predictive text, no menu, no dragging, no text while covered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.widgets.text_field import TextField

IDENTITY_INPUT_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def mark_as_identity_field(field: QLineEdit) -> None:
    """Switch off what could copy an identity: predictive text, context menu, dragging."""
    field.setInputMethodHints(IDENTITY_INPUT_HINTS)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setDragEnabled(False)


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


class MaskedTexts:
    """Holds the texts of the covered fields, which are empty as long as they are covered.

    Setting a text also empties a line's undo history.
    """

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._fields: list[QLineEdit | QComboBox] = []

    def add(self, field: QLineEdit | QComboBox) -> None:
        self._fields.append(field)

    def hide_texts(self) -> None:
        """Empty every field and hold its text here."""
        for field in self._fields:
            if id(field) not in self._texts:  # a second call must not lose the texts of the first
                self._texts[id(field)] = _text(field)
                _write(field, "")

    def restore_texts(self) -> None:
        """Write every text into its field again."""
        for field in self._fields:
            if id(field) in self._texts:
                _write(field, self._texts.pop(id(field)))

    def text(self, field: QLineEdit | QComboBox) -> str:
        """Return the text of a field, covered or not."""
        return self._texts.get(id(field), _text(field))

    def set_text(self, field: QLineEdit | QComboBox, text: str) -> None:
        """Set the text of a field, covered or not."""
        if id(field) in self._texts:
            self._texts[id(field)] = text
        else:
            _write(field, text)


def _text(field: QLineEdit | QComboBox) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    return field.text()


def _write(field: QLineEdit | QComboBox, text: str) -> None:
    blocked = field.blockSignals(True)
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(text))
    else:
        field.setText(text)
    field.blockSignals(blocked)


def remove_from_tab_order(*widgets: QWidget) -> None:
    """Remove widgets with a shortcut of their own from the tab order."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
