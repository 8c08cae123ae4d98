"""What a widget held before a scanner typed into it, and how it gets that back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from reception.domain.id_card_qr import card_lines

_FEWEST_BARS = 5
_BARS = "|｜¦"


@dataclass(frozen=True, slots=True, repr=False)
class FieldState:
    """Text of one line with its selection, the selected text of an area, or a chosen number."""

    text: str = ""
    cursor: int = 0
    selection: tuple[int, int] = (-1, 0)  # start and length; -1: nothing is selected
    number: int = 0

    @classmethod
    def of(cls, widget: QWidget) -> FieldState:
        """Return the present state of a widget."""
        if isinstance(widget, QLineEdit):
            selection = (widget.selectionStart(), widget.selectionLength())
            # Without a word that is still being composed: the scanner's line begins with it.
            return cls(QLineEdit.text(widget), widget.cursorPosition(), selection)
        if isinstance(widget, QPlainTextEdit):
            cursor = widget.textCursor()
            return cls(_plain(cursor.selectedText()) if cursor.hasSelection() else "")
        if isinstance(widget, QComboBox):
            return cls(number=widget.currentIndex())
        return cls(number=widget.value()) if isinstance(widget, QSpinBox) else cls()

    def restore(self, widget: QWidget) -> None:
        """Give a widget this state back; an area loses the lines of cards that stand in it."""
        if isinstance(widget, QLineEdit):
            widget.setText(self.text)
            widget.setCursorPosition(self.cursor)
            if self.selection[0] >= 0:
                widget.setSelection(*self.selection)
        elif isinstance(widget, QPlainTextEdit):
            take_card_line(widget, self.text)
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(self.number)
        elif isinstance(widget, QSpinBox):
            widget.setValue(self.number)


def is_text_input(widget: QWidget | None) -> bool:
    """Tell whether a widget shows the characters that are typed into it."""
    return isinstance(widget, (QLineEdit, QPlainTextEdit))


def may_hold_card(text: str) -> bool:
    """Tell in little time whether a text can contain the line of a card."""
    return sum(text.count(bar) for bar in _BARS) >= _FEWEST_BARS


def take_card_line(widget: QWidget, replacement: str = "") -> str:
    """Remove the lines of cards from an input and return the last one, "" if there was none.

    ``replacement`` is written in the place of the first line.
    """
    if isinstance(widget, QLineEdit):
        text = widget.text()
    elif isinstance(widget, QPlainTextEdit):
        text = widget.toPlainText()
    else:
        return ""
    spans = card_lines(text) if may_hold_card(text) else ()
    if not spans:
        return ""
    if isinstance(widget, QLineEdit):
        widget.setText(_without(text, spans))
    else:
        _remove(widget, spans, replacement)
    return text[slice(*spans[-1])]


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def _remove(area: QPlainTextEdit, spans: tuple[tuple[int, int], ...], replacement: str) -> None:
    # Positions of Qt count UTF-16 units; those before the spans decide.
    text = area.toPlainText()
    cursor = QTextCursor(area.document())
    cursor.beginEditBlock()
    for start, end in reversed(spans):
        cursor.setPosition(_utf16_length(text[:start]))
        cursor.setPosition(_utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(replacement if start == spans[0][0] else "")
    cursor.endEditBlock()


def _utf16_length(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _plain(selected: str) -> str:
    """Return a selected text with line ends in the place of Qt's separators of paragraphs."""
    return selected.replace("\u2029", "\n")
