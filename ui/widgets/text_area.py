"""Several lines of text: Tab leaves, Ctrl+Enter confirms, the length is counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.appearance.display_format import number
from ui.widgets.input_method_commit import commit_composition

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextArea(QPlainTextEdit):
    """``TextArea(parent, limit=1000)``: the limit is shown and checked, typing is never cut.

    ``value()``, ``set_text(text)``, ``over_limit()``; signals ``submitted`` (Ctrl+Enter),
    ``counter_changed("173/1.000")``, ``left``.
    """

    submitted = Signal()
    counter_changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, limit: int = 1000) -> None:
        """Make an empty area."""
        super().__init__(parent)
        self._composing = ""
        self._taking = False
        self._limit = limit
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._count)

    def value(self) -> str:
        """Return the text with the last composed word in it.

        While that word is being typed the text is told as changed, letter by letter (Qt does so
        for areas, not for lines): whoever reads then gets the text before it, and breaks nothing.
        """
        if self._composing and not self._taking:
            commit_composition()
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text in."""
        self.setPlainText(text)

    def composing(self) -> str:
        """Return the word under composition."""
        return self._composing

    def counter(self) -> str:
        """Return e.g. "173/1.000"."""
        return f"{number(len(self.toPlainText()))}/{number(self._limit)}"

    def over_limit(self) -> bool:
        """Say whether the text is too long to be saved."""
        return len(self.value()) > self._limit

    def set_state(self, state: str) -> None:
        """Show "error", "warning" or "" by the outline."""
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot()
    def _count(self) -> None:
        self.counter_changed.emit(self.counter())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Ctrl+Enter to whoever waits for it, and on to the dialog around."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER:
            commit_composition()  # the word stands before the line ends
        if event.key() in _ENTER and control:
            self.submitted.emit()
            event.ignore()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the word under composition."""
        self._composing = event.preeditString()
        self._taking = True
        try:
            super().inputMethodEvent(event)
        finally:
            self._taking = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit the word before the area is left."""
        if self._composing:
            word = QInputMethodEvent("", [])
            word.setCommitString(self._composing)
            self.inputMethodEvent(word)
        super().focusOutEvent(event)
        self.left.emit()
