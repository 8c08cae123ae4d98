"""The hand that walks through the demonstration: it types, presses keys and keeps pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

Key = Qt.Key
Script = Iterator[int]  # what is done, with the milliseconds to wait before the next step
SIZE = (1366, 696)
SOON, PAGE, LONG = 60, 180, 420  # milliseconds a step, a page and a slow page need to settle


class InputDriver:
    """``InputDriver(folder)``: every key goes where the focus is, as it would from a keyboard."""

    def __init__(self, folder: Path) -> None:
        """Keep the pictures in a folder, made when it is missing."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._kept = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press one key."""
        window = QApplication.activeWindow()
        place = QApplication.focusWidget() or window
        if place is None:
            raise RuntimeError("no window to press a key in")
        QTest.keyClick(place, key, modifier or Qt.KeyboardModifier.NoModifier)

    def alt(self, key: Qt.Key) -> None:
        """Press Alt and a key."""
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def control(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str, place: QWidget | None = None) -> None:
        """Type as an input method does, into a place or where the focus is."""
        if place is not None:
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        target = place or QApplication.focusWidget()
        if target is None:
            raise RuntimeError("nothing to type into")
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)

    def typing(self) -> bool:
        """Tell whether the focus is where several lines are typed."""
        return isinstance(QApplication.focusWidget(), QPlainTextEdit)

    def keep(self, widget: QWidget, name: str) -> None:
        """Keep a picture of a widget; its number says its place in the walk."""
        QApplication.processEvents()
        self._kept += 1
        path = self.folder / f"{self._kept:02d}-{name}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"picture {name} could not be kept")
