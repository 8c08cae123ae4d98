"""Vietnamese words typed by an input method into the text fields of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.ui.all_pages.accessibility_checks import describe

SYLLABLES = ("N", "Ng", "Ngu", "Nguy", "Nguye", "Nguyê", "Nguyễ", "Nguyễn")
WORD = SYLLABLES[-1]
Field = QLineEdit | QPlainTextEdit


def text_fields_of(scope: QWidget) -> list[Field]:
    """Return the fields of a page that take typed letters."""
    return [
        part
        for field_class in (QLineEdit, QPlainTextEdit)
        for part in scope.findChildren(field_class)
        if part.isVisibleTo(scope)
        and part.isEnabled()
        and not part.isReadOnly()
        and part.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(part.parentWidget(), (QAbstractSpinBox, QComboBox))
    ]


def text_of(field: Field) -> str:
    """Return the committed text of a field, without the word under composition."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def compose(field: Field, upto: str = WORD) -> None:
    """Type a word as an input method does: it grows under composition, letter by letter."""
    for syllable in SYLLABLES[: SYLLABLES.index(upto) + 1]:
        QApplication.sendEvent(field, QInputMethodEvent(syllable, []))


class TextHistory:
    """``texts``: the text of a field after each of its changes; the first is empty."""

    def __init__(self, field: Field) -> None:
        self.field, self.texts = field, [""]
        field.textChanged.connect(self.record)

    def record(self, *_text: str) -> None:
        self.texts.append(text_of(self.field))


def path_of(field: Field) -> str:
    """Return a text that identifies a field: its name and the classes of ``ui`` around it."""
    holders, part = [], field.parentWidget()
    while part is not None:
        if type(part).__module__.startswith("ui."):
            holders.append(type(part).__name__)
        part = part.parentWidget()
    return f"{describe(field)} < {' < '.join(holders)}"
