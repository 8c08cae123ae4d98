"""A Vietnamese word under composition, in every field there is: no act loses a syllable."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.all_pages.accessibility_checks import kind
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.page_catalogue import PageEntry, every_page
from ui.widgets.input_method_commit import Composing
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SYLLABLES = ("N", "Ng", "Ngu", "Nguy", "Nguye", "Nguyê", "Nguyễ", "Nguyễn")
WORD = SYLLABLES[-1]
Field = QLineEdit | QPlainTextEdit
OWN = 4  # the first of these are tried in every field, all of them in one field of each page
ACTS = {
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


def fields_of(scope: QWidget) -> list[Field]:
    """Return where letters may be typed on a page."""
    return [
        part
        for kind in (QLineEdit, QPlainTextEdit)
        for part in scope.findChildren(kind)
        if part.isVisibleTo(scope)
        and part.isEnabled()
        and not part.isReadOnly()
        and part.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(part.parentWidget(), (QAbstractSpinBox, QComboBox))
    ]


def text_of(field: Field) -> str:
    """Return what was typed for good."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def compose(field: Field, upto: str = WORD) -> None:
    """Type a word as an input method does: it grows under composition, letter by letter."""
    for syllable in SYLLABLES[: SYLLABLES.index(upto) + 1]:
        QApplication.sendEvent(field, QInputMethodEvent(syllable, []))


class Watch:
    """What a field's text became, at every change of it."""

    def __init__(self, field: Field) -> None:
        """Begin with an empty field."""
        self.field, self.texts = field, [""]
        field.textChanged.connect(self.look)

    def look(self, *_text: str) -> None:
        """Remember the text as it is now."""
        self.texts.append(text_of(self.field))


def scope_of(office: OfficeFixture, page_entry: PageEntry) -> QWidget:
    """Open a page and return the part that takes keys."""
    top = page_entry.enter(office)
    office.settle()
    over = office.dialogs()
    return over[-1] if over else top


@pytest.fixture(params=every_page(), ids=lambda page_entry: page_entry.name)
def page_entry(request: pytest.FixtureRequest, office: OfficeFixture) -> Iterator[PageEntry]:
    """Return a page, and leave it whatever happened."""
    yield request.param
    office.clear()


@pytest.fixture
def read_too_early(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Watch who reads a field while a word still stands under composition in it."""
    early: list[str] = []

    def watch(field_class: type[QWidget], reader: str) -> None:
        original = getattr(field_class, reader)

        def read(field: Composing) -> str:
            if field.composing():
                early.append(kind(field))  # type: ignore[arg-type]
            return str(original(field))

        monkeypatch.setattr(field_class, reader, read)

    watch(TextField, "text")
    watch(TextArea, "toPlainText")
    return early


def name_of(field: Field) -> str:
    """Return what tells a field from the others of the program."""
    holders, part = [], field.parentWidget()
    while part is not None:
        if type(part).__module__.startswith("ui."):
            holders.append(type(part).__name__)
        part = part.parentWidget()
    return f"{kind(field)} < {' < '.join(holders)}"


def test_no_act_loses_a_syllable(
    office: OfficeFixture, page_entry: PageEntry, read_too_early: list[str]
) -> None:
    scope = scope_of(office, page_entry)
    if isinstance(scope, QFileDialog):
        return  # Qt's own fields; what they take is a file's name
    lost: list[str] = []
    names = [name_of(field) for field in fields_of(scope)]
    fresh_names = [name for name in names if name not in office.composed]
    office.composed.update(names)
    for name in fresh_names:
        for act in ACTS if name == fresh_names[0] else list(ACTS)[:OWN]:
            scope = entered(office, page_entry, scope, names)
            field = next(found for found in fields_of(scope) if name_of(found) == name)
            lost += [f"{name}, {act}: {what}" for what in tried(field, act, read_too_early)]
    assert lost == []


def entered(
    office: OfficeFixture, page_entry: PageEntry, scope: QWidget, names: list[str]
) -> QWidget:
    """Return the page as it was entered, entered anew when an act has led away from it."""
    office.settle()
    over = office.dialogs()
    there = isValid(scope) and scope.isVisible() and (not over or over[-1] is scope)
    if there and [name_of(field) for field in fields_of(scope)] == names:
        return scope
    office.clear()
    return scope_of(office, page_entry)


def tried(field: Field, act: str, read_too_early: list[str]) -> Iterator[str]:
    """Compose a word in a field, do an act, and tell what went wrong."""
    field.setFocus()
    field.clear()
    watch = Watch(field)
    compose(field)
    if watch.texts[-1]:
        yield f"broke the word while it was typed: {watch.texts}"
    if isinstance(field, Composing) and field.composing() != WORD:
        yield f"does not know the word under composition: {field.composing()!r}"
    read_too_early.clear()  # while one types, a counter may read; an act may not
    key, modifier = ACTS[act]
    QTest.keyClick(QApplication.focusWidget() or field, key, modifier)
    standing = isValid(field) and isinstance(field, Composing) and field.composing() == WORD
    if not standing and not any(WORD in text for text in watch.texts):
        yield f"lost the word: {watch.texts}"
    if not standing and read_too_early:
        yield f"was read before the word was in it: {read_too_early}"
    if not all(unicodedata.is_normalized("NFC", text) for text in watch.texts):
        yield "took the word apart"
    if isValid(field):
        field.textChanged.disconnect(watch.look)
        QApplication.sendEvent(field, QInputMethodEvent("", []))
        field.clear()
