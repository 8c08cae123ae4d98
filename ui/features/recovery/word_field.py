"""One word of a recovery sheet: completed from the list, a wrong one marked at once."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reception.services.recovery.recovery_shares import share_words
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.autocomplete_field import AutocompleteField

_LONGEST = 12
_TAKE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OUT = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class WordField(AutocompleteField):
    """``WordField(place, parent)``: ``word()`` or "", ``filled(place)``, ``emptied(place)``.

    Space or Enter takes the only word that begins so; Down shows those that do. What is typed
    is never copied, dragged or sent through an input method.
    """

    filled = Signal(int)
    emptied = Signal(int)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        """Make an empty field for the word of a place, from 1."""
        super().__init__(parent)
        self.place = place
        self.setMaxLength(_LONGEST)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # A method for Vietnamese would turn "aa" of an English word into another letter.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhLowercaseOnly
        )
        self.textEdited.connect(self._mark)
        self.taken.connect(self._chosen)

    def matches(self) -> list[str]:
        """Return the words of the list that begin with what is typed; an exact one stands alone."""
        typed = self.text().strip().casefold()
        words = share_words()
        return [typed] if typed in words else [word for word in words if word.startswith(typed)]

    def word(self) -> str:
        """Return the only word that begins so, else ""."""
        found = self.matches() if self.text().strip() else []
        return found[0] if len(found) == 1 else ""

    def put(self, word: str) -> None:
        """Show a word, or nothing."""
        self.setText(word)
        self._mark()

    def open_suggestions(self) -> None:
        """Open the list of words that begin with what is typed."""
        self.set_suggestions(self.matches())
        super().open_suggestions()

    @Slot()
    def _mark(self) -> None:
        wrong = bool(self.text().strip()) and not self.matches()
        state = "error" if wrong else ""
        if state != self.state():
            self.set_state(state)

    @Slot()
    def _chosen(self) -> None:
        self._mark()
        self.filled.emit(self.place)

    def _take(self) -> None:
        word = self.word()
        if word:
            self.put(word)
            self.filled.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter take a word; Backspace in an empty field goes back; nothing is copied."""
        key = event.key()
        if self.suggestions_open():
            super().keyPressEvent(event)
        elif any(event.matches(out) for out in _OUT) or self._took(key):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _took(self, key: int) -> bool:
        if key in _TAKE and self.text().strip():
            self._take()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit(self.place)
        else:
            return key == Qt.Key.Key_Space
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select nothing by mouse: a selection is handed to every program of the desktop."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select nothing, as above."""
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Complete a word that can only be one; mark what is none."""
        word = self.word()
        if word and word != self.text():
            self.put(word)
        super().focusOutEvent(event)
        if self.text().strip() and not word:
            self.set_state("error")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the word will be in grey behind what is typed."""
        super().paintEvent(event)
        typed, word = self.text(), self.word()
        at_end = self.hasFocus() and self.cursorPosition() == len(typed)
        if not at_end or not word.startswith(typed) or word == typed:
            return
        cursor = self.cursorRect()
        left = cursor.x() + cursor.width() // 2 + 1
        with QPainter(self) as painter:
            room = QRect(left, 0, self.width() - left, self.height())
            painting.line(painter, room, word[len(typed) :], theme().font("body"), "text3")
