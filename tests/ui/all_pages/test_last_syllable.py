"""The last syllable is stored: by the lock from every field of visit entry, and by saving."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.ui.all_pages.composition import WORD, compose, path_of, text_fields_of, text_of
from tests.ui.all_pages.entry_pages import visit_entry
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.office_pages import register
from tests.ui.conftest import send_preedit
from tests.ui.waiting import wait_until_settled
from ui.features.visit_entry.draft_keeping import DRAFT_DELAY_MS
from ui.shell.navigation import NavigationItem

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def result_of(office: OfficeFixture, function: Callable[[], object]) -> object:
    """Call a function on the database thread and return its result."""
    results: list[object] = []
    office.runner.run(lambda: results.append(function()))
    office.settle()
    return results[0]


def test_the_lock_saves_the_word_in_every_field_of_visit_entry(office: OfficeFixture) -> None:
    lost = []
    screen = visit_entry(office, K.Key_K)
    office.press(K.Key_D, Qt.KeyboardModifier.AltModifier)
    office.settle()
    paths = [path_of(field) for field in text_fields_of(screen)]
    assert len(paths) > 8
    for path in paths:
        screen = visit_entry(office, K.Key_K)
        office.press(K.Key_D, Qt.KeyboardModifier.AltModifier)
        commit(screen.page.content_card.summary, "Chậm cấp giấy")  # an empty form is no draft
        office.press(K.Key_1, Qt.KeyboardModifier.AltModifier)
        office.settle()
        field = next(found for found in text_fields_of(screen) if path_of(found) == path)
        field.setFocus()
        compose(field)
        screen.about_to_lock()
        office.settle()
        drafts = result_of(office, office.reception.drafts.own_drafts)
        stored = json.dumps([draft.form for draft in drafts], ensure_ascii=False)  # type: ignore[attr-defined]
        if WORD not in stored:
            lost.append(path)
        screen.dialogs.discard_and_start_new()
        office.settle()
    assert lost == []


def test_saving_commits_the_word_and_stores_nfc(office: OfficeFixture) -> None:
    screen = visit_entry(office)
    fields = screen.page.person_card.fields
    decomposed = unicodedata.normalize("NFD", "Đường vào bản hỏng từ ")
    for field, text in (
        (fields.name, unicodedata.normalize("NFD", "Vàng Thị Bảy")),
        (fields.birth, "1968"),
        (fields.number, "012068000123"),
        (fields.commune, "Xã Bình Lư"),
    ):
        commit(field, text)
    office.press(K.Key_K, Qt.KeyboardModifier.AltModifier)
    commit(screen.page.content_card.summary, decomposed)
    send_preedit(screen.page.content_card.summary, WORD)
    office.press(K.Key_S, CONTROL)
    office.settle()
    row = result_of(office, office.reception.register.today)[0]  # type: ignore[index]
    assert row.summary == f"Đường vào bản hỏng từ {WORD}"
    assert unicodedata.is_normalized("NFC", row.summary)


def test_a_search_commits_the_word(office: OfficeFixture) -> None:
    page = register(office).page
    all_rows = page.model.rowCount()
    search = page.filters.search
    search.setFocus()
    compose(search)
    office.press(K.Key_Return)
    office.wait_until(lambda: page.model.rowCount() < all_rows)
    assert search.text() == WORD


def test_timers_do_not_commit_a_word_during_slow_typing(office: OfficeFixture) -> None:
    """Counters, the leak guard and draft keeping leave the word under composition as it is."""
    page = register(office).page
    summary = visit_entry(office, K.Key_K).page.content_card.summary
    for field, owner in (
        (page.filters.search, NavigationItem.REGISTER),
        (summary, NavigationItem.HOME),
    ):
        office.go(owner)
        commit(field, "Ông ")
        compose(field, "Ngu")
        wait_until_settled(office.window, office.runner, within_ms=DRAFT_DELAY_MS)
        assert field.composed_text() == "Ngu"
        commit(field, WORD)
        assert text_of(field) == f"Ông {WORD}"
        field.clear()


def commit(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Commit a text as an input method does."""
    field.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
