"""Text that is selected, copied or cut: identities and passwords reach no clipboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tests.ui.waiting import run_event_loop
from ui.features.identity_fields.identity_input import mark_as_identity_field
from ui.privacy.clipboard_guard import ClipboardGuard
from ui.widgets.password_field import PasswordField

NAME = "Giàng A Páo"
K = Qt.Key
SENSITIVE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class GuardedWindow(QWidget):
    """A window with a field for an identity, one for anything, and a text."""

    def __init__(self) -> None:
        """Make it."""
        super().__init__()
        self.name, self.place, self.text = QLineEdit(self), QLineEdit(self), QPlainTextEdit(self)
        mark_as_identity_field(self.name)
        column = QVBoxLayout(self)
        for field in (self.name, self.place, self.text):
            column.addWidget(field)


@pytest.fixture
def guarded_window(themed: QApplication, qtbot) -> Iterator[GuardedWindow]:
    """Return a shown window under the guard, clipboards empty."""
    guard = ClipboardGuard()
    window = GuardedWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().clear(mode)
    yield window
    guard.deleteLater()


def kept(mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> str:
    run_event_loop()
    return QGuiApplication.clipboard().text(mode)


def mark_by_keys(field: QWidget) -> None:
    field.setFocus()
    QTest.keyClick(field, K.Key_A, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("which", ["name", "place", "text"])
def test_selected_text_is_given_to_no_other_program(
    guarded_window: GuardedWindow, which: str
) -> None:
    field = getattr(guarded_window, which)
    (field.setPlainText if which == "text" else field.setText)(NAME)
    mark_by_keys(field)
    assert kept(QClipboard.Mode.Selection) == ""
    if which != "text":
        assert field.selectedText() == NAME  # marked all the same
        QTest.mouseDClick(field, Qt.MouseButton.LeftButton, pos=QPoint(14, 8))
        assert kept(QClipboard.Mode.Selection) == ""


@pytest.mark.parametrize("key", [K.Key_C, K.Key_X])
def test_an_identity_is_neither_copied_nor_cut_out(
    guarded_window: GuardedWindow, key: Qt.Key
) -> None:
    guarded_window.name.setText(NAME)
    mark_by_keys(guarded_window.name)
    QTest.keyClick(guarded_window.name, key, Qt.KeyboardModifier.ControlModifier)
    assert kept() == ""


def test_other_fields_copy_as_ever(guarded_window: GuardedWindow) -> None:
    guarded_window.place.setText("Xã Bình Lư")
    mark_by_keys(guarded_window.place)
    QTest.keyClick(guarded_window.place, K.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert kept() == "Xã Bình Lư"
    guarded_window.name.setFocus()
    QTest.keyClick(guarded_window.name, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert guarded_window.name.text() == "Xã Bình Lư"
    assert kept() == "Xã Bình Lư"


def test_a_password_in_clear_is_no_word_for_an_input_method(guarded_window: GuardedWindow) -> None:
    field = PasswordField(guarded_window)
    field.show()
    field.setText("đèo mây bếp ngô khèn")
    field.setFocus()
    for shown in (True, False, True):
        field.findChild(QWidget).setChecked(shown)
        assert (field.echoMode() is QLineEdit.EchoMode.Normal) is shown
        assert field.inputMethodHints() & SENSITIVE == SENSITIVE
    mark_by_keys(field)
    QTest.keyClick(field, K.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert kept() == ""
