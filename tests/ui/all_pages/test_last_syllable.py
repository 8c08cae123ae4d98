"""The last syllable reaches the file: at the lock from every field of the desk, and at a save."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.ui.all_pages.composition import WORD, compose, path_of, text_fields_of
from tests.ui.all_pages.entry_pages import desk
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.office_pages import register
from tests.ui.conftest import send_preedit
from tests.ui.waiting import rest
from ui.features.visit_entry.draft_keeping import KEEP_MS
from ui.shell.navigation import NavigationItem

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def asked(office: OfficeFixture, question: Callable[[], object]) -> object:
    """Run something on the worker and return its answer."""
    found: list[object] = []
    office.runner.run(lambda: found.append(question()))
    office.settle()
    return found[0]


def test_the_lock_keeps_the_word_in_every_field_of_the_desk(office: OfficeFixture) -> None:
    lost = []
    screen = desk(office, K.Key_K)
    office.press(K.Key_D, Qt.KeyboardModifier.AltModifier)
    office.settle()
    names = [path_of(field) for field in text_fields_of(screen)]
    assert len(names) > 8
    for name in names:
        screen = desk(office, K.Key_K)
        office.press(K.Key_D, Qt.KeyboardModifier.AltModifier)
        put(screen.page.content.summary, "Chậm cấp giấy")  # an empty form is no draft
        office.press(K.Key_1, Qt.KeyboardModifier.AltModifier)
        office.settle()
        field = next(found for found in text_fields_of(screen) if path_of(found) == name)
        field.setFocus()
        compose(field)
        screen.about_to_lock()
        office.settle()
        drafts = asked(office, office.reception.drafts.own_drafts)
        kept = json.dumps([draft.form for draft in drafts], ensure_ascii=False)  # type: ignore[attr-defined]
        if WORD not in kept:
            lost.append(name)
        screen.dialogs.discard_and_begin()
        office.settle()
    assert lost == []


def test_a_save_takes_the_word_and_joins_its_marks(office: OfficeFixture) -> None:
    screen = desk(office)
    fields = screen.page.person.fields
    apart = unicodedata.normalize("NFD", "Đường vào bản hỏng từ ")
    for field, words in (
        (fields.name, unicodedata.normalize("NFD", "Vàng Thị Bảy")),
        (fields.birth, "1968"),
        (fields.number, "012068000123"),
        (fields.commune, "Xã Bình Lư"),
    ):
        put(field, words)
    office.press(K.Key_K, Qt.KeyboardModifier.AltModifier)
    put(screen.page.content.summary, apart)
    send_preedit(screen.page.content.summary, WORD)
    office.press(K.Key_S, CONTROL)
    office.settle()
    row = asked(office, office.reception.register.today)[0]  # type: ignore[index]
    assert row.summary == f"Đường vào bản hỏng từ {WORD}"
    assert unicodedata.is_normalized("NFC", row.summary)


def test_a_search_takes_the_word(office: OfficeFixture) -> None:
    page = register(office).page
    all_rows = page.model.rowCount()
    search = page.filters.search
    search.setFocus()
    compose(search)
    office.press(K.Key_Return)
    office.until(lambda: page.model.rowCount() < all_rows)
    assert search.text() == WORD


def test_a_slow_hand_is_not_hurried(office: OfficeFixture) -> None:
    """What counts, guards and keeps drafts meanwhile leaves the word under composition whole."""
    page = register(office).page
    summary = desk(office, K.Key_K).page.content.summary
    for field, owner in (
        (page.filters.search, NavigationItem.REGISTER),
        (summary, NavigationItem.HOME),
    ):
        office.go(owner)
        put(field, "Ông ")
        compose(field, "Ngu")
        rest(office.window, office.runner, within=KEEP_MS)
        assert field.composing() == "Ngu"
        put(field, WORD)
        words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert words == f"Ông {WORD}"
        field.clear()


def put(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    """Type whole words as an input method does."""
    field.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)
