"""Fields that hold an identity: nothing is remembered, suggested or offered beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.widgets.text_field import TextField

HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def make_quiet(field: QLineEdit) -> None:
    """Mark a field as one that holds an identity."""
    field.setInputMethodHints(HINTS)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    field.setDragEnabled(False)


class QrBox(TextField):
    """Takes what a scanner types; its Enter ends the scan and goes no further."""

    scanned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the scan on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.scanned.emit()
            return
        super().keyPressEvent(event)


class Kept:
    """Takes the texts out of covered fields, so that nothing on the screen still holds them.

    Setting a text also empties a line's undo history.
    """

    def __init__(self) -> None:
        """Hold nothing."""
        self._texts: dict[int, str] = {}
        self._fields: list[QLineEdit | QComboBox] = []

    def add(self, field: QLineEdit | QComboBox) -> None:
        """Look after a field."""
        self._fields.append(field)

    def take(self) -> None:
        """Empty every field into memory of our own."""
        for field in self._fields:
            if id(field) not in self._texts:  # a second taking must not lose the first
                self._texts[id(field)] = _text(field)
                _put(field, "")

    def give_back(self) -> None:
        """Put every text back."""
        for field in self._fields:
            if id(field) in self._texts:
                _put(field, self._texts.pop(id(field)))

    def text(self, field: QLineEdit | QComboBox) -> str:
        """Return the text of a field, covered or not."""
        return self._texts.get(id(field), _text(field))

    def put(self, field: QLineEdit | QComboBox, text: str) -> None:
        """Set the text of a field, covered or not."""
        if id(field) in self._texts:
            self._texts[id(field)] = text
        else:
            _put(field, text)


def _text(field: QLineEdit | QComboBox) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    return field.text()


def _put(field: QLineEdit | QComboBox, text: str) -> None:
    blocked = field.blockSignals(True)
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(text))
    else:
        field.setText(text)
    field.blockSignals(blocked)


def no_tab(*widgets: QWidget) -> None:
    """Leave widgets that have a key of their own out of the tab order."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
