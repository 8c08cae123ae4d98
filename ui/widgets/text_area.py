"""Input field of several lines: Tab leaves it, Ctrl+Enter confirms, characters are counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.appearance.display_format import number
from ui.widgets.input_method_commit import commit_composition

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextArea(QPlainTextEdit):
    """A text longer than ``limit`` characters can be typed, but ``is_over_limit`` reports it.

    ``submitted`` on Ctrl+Enter, ``counter_changed("173/1.000")``, ``focus_lost`` when it loses
    the focus.
    """

    submitted = Signal()
    counter_changed = Signal(str)
    focus_lost = Signal()

    def __init__(self, parent: QWidget | None = None, limit: int = 1000) -> None:
        super().__init__(parent)
        self._composing = ""
        self._in_input_event = False
        self._limit = limit
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._emit_counter)

    def value(self) -> str:
        """Return the text, with the composed word committed.

        During composition Qt emits ``textChanged`` for each letter (for QPlainTextEdit only): a
        call from a slot of that signal returns the text without the composed word, and does not end
        the composition.
        """
        if self._composing and not self._in_input_event:
            commit_composition()
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        self.setPlainText(text)

    def composed_text(self) -> str:
        return self._composing

    def counter(self) -> str:
        """Return the number of characters and the limit, e.g. "173/1.000"."""
        return f"{number(len(self.toPlainText()))}/{number(self._limit)}"

    def is_over_limit(self) -> bool:
        """Tell whether the text is too long to be saved."""
        return len(self.value()) > self._limit

    def set_state(self, state: str) -> None:
        """Show "error", "warning" or "" by the outline."""
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot()
    def _emit_counter(self) -> None:
        self.counter_changed.emit(self.counter())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit ``submitted`` on Ctrl+Enter, and pass the event on to the dialog."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER:
            commit_composition()  # so that the word is before the line break
        if event.key() in _ENTER and control:
            self.submitted.emit()
            event.ignore()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        self._in_input_event = True
        try:
            super().inputMethodEvent(event)
        finally:
            self._in_input_event = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit the composed word before the area loses the focus."""
        if self._composing:
            word = QInputMethodEvent("", [])
            word.setCommitString(self._composing)
            self.inputMethodEvent(word)
        super().focusOutEvent(event)
        self.focus_lost.emit()
