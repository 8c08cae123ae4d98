"""The field for one word of a recovery sheet: completed from the word list, errors marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reception.services.recovery.recovery_shares import share_words
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.autocomplete_field import AutocompleteField

_MAX_LENGTH = 12
_ACCEPT_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COPY_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class WordField(AutocompleteField):
    """Emits ``filled(position)`` when a word is accepted.

    ``back_wanted(position)`` on Backspace in an empty field. Space or Enter accepts the only
    word with the typed beginning; Down lists all of them. The text cannot be copied or dragged,
    and no input method receives it.
    """

    filled = Signal(int)
    back_wanted = Signal(int)

    def __init__(self, position: int, parent: QWidget | None = None) -> None:
        """``position`` is the number of the word on the sheet, from 1."""
        super().__init__(parent)
        self.position = position
        self.setMaxLength(_MAX_LENGTH)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # A Vietnamese input method would turn "aa" in an English word into another letter.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhLowercaseOnly
        )
        self.textEdited.connect(self._show_state)
        self.suggestion_chosen.connect(self._finish_choice)

    def matches(self) -> list[str]:
        """Return the words that begin with the text; only the word itself if it is one."""
        typed = self.text().strip().casefold()
        words = share_words()
        return [typed] if typed in words else [word for word in words if word.startswith(typed)]

    def word(self) -> str:
        """Return the only word that begins with the text, else ""."""
        matches = self.matches() if self.text().strip() else []
        return matches[0] if len(matches) == 1 else ""

    def set_word(self, word: str) -> None:
        self.setText(word)
        self._show_state()

    def open_suggestions(self) -> None:
        """List the words that begin with the text."""
        self.set_suggestions(self.matches())
        super().open_suggestions()

    @Slot()
    def _show_state(self) -> None:
        is_wrong = bool(self.text().strip()) and not self.matches()
        state = "error" if is_wrong else ""
        if state != self.state():
            self.set_state(state)

    @Slot()
    def _finish_choice(self) -> None:
        self._show_state()
        self.filled.emit(self.position)

    def _accept_word(self) -> None:
        word = self.word()
        if word:
            self.set_word(word)
            self.filled.emit(self.position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter accept a word; Backspace in an empty field goes back; no copying."""
        key = event.key()
        if self.is_open():
            super().keyPressEvent(event)
        elif any(event.matches(copying) for copying in _COPY_KEYS) or self._handle_key(key):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _handle_key(self, key: int) -> bool:
        """Return whether the key needs no further handling."""
        if key in _ACCEPT_KEYS and self.text().strip():
            self._accept_word()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.back_wanted.emit(self.position)
        else:
            return key == Qt.Key.Key_Space
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Prevent selection by mouse: on X11 every program can read a selection."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Prevent selection, as in ``mouseMoveEvent``."""
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Complete the text if only one word begins with it; mark it if none does."""
        word = self.word()
        if word and word != self.text():
            self.set_word(word)
        super().focusOutEvent(event)
        if self.text().strip() and not word:
            self.set_state("error")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the missing letters of the word in grey after the text."""
        super().paintEvent(event)
        typed, word = self.text(), self.word()
        at_end = self.hasFocus() and self.cursorPosition() == len(typed)
        if not at_end or not word.startswith(typed) or word == typed:
            return
        cursor = self.cursorRect()
        left = cursor.x() + cursor.width() // 2 + 1
        with QPainter(self) as painter:
            completion_rect = QRect(left, 0, self.width() - left, self.height())
            painting.draw_text(
                painter, completion_rect, word[len(typed) :], theme().font("body"), "text3"
            )
