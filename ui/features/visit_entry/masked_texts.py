"""The texts of identity fields while they are covered."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit


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
        if not field.hasFocus():
            field.setCursorPosition(0)  # a long text shows its beginning
    field.blockSignals(blocked)
