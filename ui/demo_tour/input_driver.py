"""Input driver of the demonstration tour: types, presses keys and keeps pictures."""

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
SOON, PAGE, LONG = 60, 180, 420  # milliseconds a step, a page and a slow page need to settle


class InputDriver:
    """Sends every key to the widget with the focus, as a keyboard does."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._kept = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        window = QApplication.activeWindow()
        place = QApplication.focusWidget() or window
        if place is None:
            raise RuntimeError("no window to press a key in")
        QTest.keyClick(place, key, modifier or Qt.KeyboardModifier.NoModifier)

    def alt(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str, place: QWidget | None = None) -> None:
        """Commit text as an input method does, into a widget or where the focus is."""
        if place is not None:
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        target = place or QApplication.focusWidget()
        if target is None:
            raise RuntimeError("nothing to type into")
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)

    def typing(self) -> bool:
        """True while the focus is in a field of several lines."""
        return isinstance(QApplication.focusWidget(), QPlainTextEdit)

    def keep(self, widget: QWidget, name: str) -> None:
        """Save a picture of a widget, numbered in the order of the tour."""
        QApplication.processEvents()
        self._kept += 1
        path = self.folder / f"{self._kept:02d}-{name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"picture {name} could not be kept")
