"""A Vietnamese word under composition in every text field: no action loses a syllable."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.all_pages.accessibility_checks import describe
from tests.ui.all_pages.composition import (
    WORD,
    Field,
    TextHistory,
    compose,
    path_of,
    text_fields_of,
)
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.page_catalogue import PageEntry, every_page
from ui.widgets.input_method_commit import Composing
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
# So many of the actions are tried in every field; all of them in the first field of each page.
IN_EVERY_FIELD = 4
ACTIONS = {
    "Tab": (K.Key_Tab, Qt.KeyboardModifier.NoModifier),
    "Enter": (K.Key_Return, Qt.KeyboardModifier.NoModifier),
    "Ctrl+Enter": (K.Key_Return, CONTROL),
    "Ctrl+S": (K.Key_S, CONTROL),
    "Shift+Tab": (K.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    "Ctrl+F": (K.Key_F, CONTROL),
    "Ctrl+7": (K.Key_7, CONTROL),
    "Ctrl+L": (K.Key_L, CONTROL),
    "F1": (K.Key_F1, Qt.KeyboardModifier.NoModifier),
}


def key_scope(office: OfficeFixture, page_entry: PageEntry) -> QWidget:
    """Open a page and return its part that takes keys: the topmost dialog, else the window."""
    top = page_entry.open(office)
    office.settle()
    dialogs = office.dialogs()
    return dialogs[-1] if dialogs else top


@pytest.fixture(params=every_page(), ids=lambda page_entry: page_entry.name)
def page_entry(request: pytest.FixtureRequest, office: OfficeFixture) -> Iterator[PageEntry]:
    """A page of the catalogue; its dialogs are closed after the test, passed or failed."""
    yield request.param
    office.clear()


@pytest.fixture
def read_too_early(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the fields whose text was read while they held a word under composition."""
    early: list[str] = []

    def record_reads(field_class: type[QWidget], reader: str) -> None:
        original = getattr(field_class, reader)

        def read(field: Composing) -> str:
            if field.composed_text():
                early.append(describe(field))  # type: ignore[arg-type]
            return str(original(field))

        monkeypatch.setattr(field_class, reader, read)

    record_reads(TextField, "text")
    record_reads(TextArea, "toPlainText")
    return early


def test_no_action_loses_a_syllable(
    office: OfficeFixture, page_entry: PageEntry, read_too_early: list[str]
) -> None:
    scope = key_scope(office, page_entry)
    if isinstance(scope, QFileDialog):
        return  # Qt's own fields, for names of files
    faults: list[str] = []
    paths = [path_of(field) for field in text_fields_of(scope)]
    new_paths = [path for path in paths if path not in office.composed]
    office.composed.update(paths)
    for path in new_paths:
        for action in ACTIONS if path == new_paths[0] else list(ACTIONS)[:IN_EVERY_FIELD]:
            scope = ensure_open(office, page_entry, scope, paths)
            field = next(one for one in text_fields_of(scope) if path_of(one) == path)
            found = composition_faults(field, action, read_too_early)
            faults += [f"{path}, {action}: {fault}" for fault in found]
    assert faults == []


def ensure_open(
    office: OfficeFixture, page_entry: PageEntry, scope: QWidget, paths: list[str]
) -> QWidget:
    """Return the page as it was opened; an action that left it makes it open again."""
    office.settle()
    dialogs = office.dialogs()
    is_open = isValid(scope) and scope.isVisible() and (not dialogs or dialogs[-1] is scope)
    if is_open and [path_of(field) for field in text_fields_of(scope)] == paths:
        return scope
    office.clear()
    return key_scope(office, page_entry)


def composition_faults(field: Field, action: str, read_too_early: list[str]) -> Iterator[str]:
    """Compose a word in a field, press the key of an action, and yield each fault."""
    field.setFocus()
    field.clear()
    history = TextHistory(field)
    compose(field)
    if history.texts[-1]:
        yield f"broke the word while it was typed: {history.texts}"
    if isinstance(field, Composing) and field.composed_text() != WORD:
        yield f"reports another word under composition: {field.composed_text()!r}"
    read_too_early.clear()  # a counter may read during typing, an action may not
    key, modifier = ACTIONS[action]
    QTest.keyClick(QApplication.focusWidget() or field, key, modifier)
    composing = isValid(field) and isinstance(field, Composing) and field.composed_text() == WORD
    if not composing and not any(WORD in text for text in history.texts):
        yield f"lost the word: {history.texts}"
    if not composing and read_too_early:
        yield f"was read before the word was committed: {read_too_early}"
    if not all(unicodedata.is_normalized("NFC", text) for text in history.texts):
        yield "decomposed the word (not NFC)"
    if isValid(field):
        field.textChanged.disconnect(history.record)
        QApplication.sendEvent(field, QInputMethodEvent("", []))
        field.clear()
