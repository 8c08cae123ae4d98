"""Notices the line of an identity card wherever a scanner types it, and takes it out again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from reception.domain.id_card_qr import card_lines
from ui.features.visit_entry.field_state import (
    FieldState,
    is_text_input,
    may_hold_card,
    take_card_line,
)
from ui.features.visit_entry.qr_scan_field import QrScanField
from ui.widgets.input_method_commit import Composing, commit_composition

# Some scanners send no Enter: a line is complete when no character has followed for this time.
_PAUSE_MS = 400
_LONGEST_LINE = 1200
# Nobody types this into a button or a list; the blanks of a name would press the button.
_BEGINS_LIKE_A_SCAN = re.compile(r"[0-9OoIl]{9,}.|[|｜¦]")
_ENDS_OF_LINE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A character, and the state of the widget before it."""

    char: str
    before: FieldState


class CardWatcher(QObject):
    """Reads along what is typed into the focused widget of the page's window.

    When a card's line is complete (Enter, Tab, or a pause), the widget gets back what it held
    before, and ``scanned(line, widget)`` is emitted.
    """

    scanned = Signal(str, object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._widget: QWidget | None = None
        self._typed: list[_Typed] = []
        self._is_restoring = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._finish_after_pause)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    # -- the focused widget -----------------------------------------------------------------

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is self._widget:
            return
        self.finish()
        self._leave()
        if now is not None and self._is_watched(now):
            self._widget = now
            now.installEventFilter(self)
            now.destroyed.connect(self._forget)
            if isinstance(now, (QLineEdit, QPlainTextEdit)):
                now.textChanged.connect(self._text_changed)

    def _is_watched(self, widget: QWidget) -> bool:
        if isinstance(widget, QrScanField) or not self._page.isVisible():
            return False  # the box reads its line itself
        if isinstance(widget, QLineEdit) and widget.echoMode() is not QLineEdit.EchoMode.Normal:
            return False
        return widget.window() is self._page.window()

    def _leave(self) -> None:
        if self._widget is not None:
            self._widget.removeEventFilter(self)
            self._widget.destroyed.disconnect(self._forget)
            if isinstance(self._widget, (QLineEdit, QPlainTextEdit)):
                self._widget.textChanged.disconnect(self._text_changed)
        self._forget()

    @Slot()
    def _forget(self) -> None:
        self._widget = None
        self._typed.clear()
        self._pause.stop()

    # -- what is typed ----------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note each character before the widget gets it; True for what the widget must not get."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_pressed(event)
        if isinstance(event, QInputMethodEvent):
            self._note(event.commitString())
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.finish()
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() in _ENDS_OF_LINE:
            return self.finish()
        text = event.text()
        if event.modifiers() & _COMMANDS or not text.isprintable():
            self.finish()
            return False
        if not text:
            return False  # Shift alone, a dead key
        self._note(text)
        return not is_text_input(self._widget) and self._is_scanning()

    def _note(self, text: str) -> None:
        if self._widget is None or not text:
            return
        before = FieldState.of(self._widget)
        self._typed += [_Typed(char, before) for char in text]
        del self._typed[:-_LONGEST_LINE]
        if text[-1] in "|｜¦" or self._pause.isActive():
            self._pause.start()

    def _is_scanning(self) -> bool:
        return _BEGINS_LIKE_A_SCAN.search(self._typed_text()) is not None

    def _typed_text(self) -> str:
        return "".join(typed.char for typed in self._typed)

    @Slot()
    def _text_changed(self) -> None:
        """Notice a line that came by paste, drop or undo."""
        if self._is_restoring or self._typed:
            return
        widget = self._widget
        text = widget.text() if isinstance(widget, QLineEdit) else ""
        if isinstance(widget, QPlainTextEdit):
            text = widget.toPlainText()
        if may_hold_card(text):
            self._pause.start()

    # -- the end of a line ------------------------------------------------------------------

    @Slot()
    def _finish_after_pause(self) -> None:
        """Finish, unless a word is still being composed: its commit or next key comes later."""
        if isinstance(self._widget, Composing) and self._widget.composed_text():
            self._pause.start()
        else:
            self.finish()

    @Slot()
    def finish(self) -> bool:
        """Take a typed line out of its widget and report it; False if there was none."""
        if self._widget is QApplication.focusWidget():
            commit_composition()  # its commit is noted before the line is read
        self._pause.stop()
        widget, typed = self._widget, self._typed
        self._typed = []
        if widget is None:
            return False
        text = "".join(item.char for item in typed)
        lines = card_lines(text) if may_hold_card(text) else ()
        self._is_restoring = True
        if lines:
            line = text[slice(*lines[-1])]
            typed[lines[0][0]].before.restore(widget)
        else:
            line = take_card_line(widget)
        self._is_restoring = False
        if line:
            self.scanned.emit(line, widget)
        return bool(line)
