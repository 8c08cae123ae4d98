"""Input driver of the demonstration tour: types, presses keys and saves pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

Key = Qt.Key
Script = Iterator[int]  # yields the milliseconds to wait before its next step
SIZE = (1366, 696)
# Milliseconds to wait for a change, for a page and for a slow page.
SHORT_WAIT, PAGE_WAIT, LONG_WAIT = 60, 180, 420
# Qt draws the pages of a document on a thread of its own and tells nobody when they are there.
DOCUMENT_WAIT = 1500


class InputDriver:
    """Sends input events to the widget with the focus, as a keyboard does."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._pictures = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = QApplication.focusWidget() or QApplication.activeWindow()
        if target is None:
            raise RuntimeError("no window to press a key in")
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def alt(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str, field: QWidget | None = None) -> None:
        """Commit text as an input method does, into ``field`` or the widget with the focus."""
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        target = field or QApplication.focusWidget()
        if target is None:
            raise RuntimeError("nothing to type into")
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)

    def is_in_text_area(self) -> bool:
        """Tell whether the focus is in a field of several lines."""
        return isinstance(QApplication.focusWidget(), QPlainTextEdit)

    def save_picture(self, widget: QWidget, name: str) -> None:
        """Save a picture of a widget, numbered in the order of the tour."""
        QApplication.processEvents()
        self._pictures += 1
        path = self.folder / f"{self._pictures:02d}-{name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"picture {name} could not be saved")
