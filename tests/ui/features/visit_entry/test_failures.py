"""Saves that fail, return codes of earlier visits, repeat visitors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from reception.domain.errors import ReceptionError
from reception.services.visits.visit_form import SealedVisit
from reception.storage import database as database_module
from reception.storage.crypto.keyring import database_key, load
from reception.storage.database import DATABASE_FILE, Database
from tests.ui.features.visit_entry.conftest import close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import save_visit, type_content, type_person
from tests.ui.waiting import wait_until
from ui.features.visit_entry.draft_keeping import DRAFT_DELAY_MS
from ui.features.visit_entry.form_state import DraftForm

K = Qt.Key


def seal(entry_stage, key) -> SealedVisit:
    """Save the form and return the result of the service."""
    found: list[SealedVisit] = []
    entry_stage.screen.visit_sealed.connect(found.append)
    save_visit(entry_stage, key)
    entry_stage.screen.visit_sealed.disconnect(found.append)
    return found[0]


def denunciation(entry_stage) -> None:
    """Fill a spoken denunciation."""
    type_person(entry_stage)
    type_content(entry_stage, K.Key_T, "Cán bộ xã thu tiền hỗ trợ của dân.")


def show_code(entry_stage, typed: str) -> None:
    """Type a return code and leave the field."""
    field = entry_stage.screen.page.content_card.earlier_return_code
    field.setFocus()
    field.selectAll()
    entry_stage.type(typed)
    entry_stage.key(K.Key_Return)
    entry_stage.settle(250)


def code_of(entry_stage, row: int = 0) -> str:
    """Return the pseudonym of one of today's visits, the newest first."""
    return entry_stage.rows()[row].code


def test_showing_the_return_code_keeps_the_pseudonym(entry_stage):
    denunciation(entry_stage)
    first = seal(entry_stage, K.Key_S)
    denunciation(entry_stage)
    show_code(entry_stage, first.return_code.lower())
    assert entry_stage.screen.page.content_card.earlier_return_code_field.state() == "valid"
    seal(entry_stage, K.Key_S)
    assert [row.code for row in entry_stage.rows()] == ["TC-0001", "TC-0001"]
    denunciation(entry_stage)
    seal(entry_stage, K.Key_S)
    assert code_of(entry_stage) == "TC-0002"


@pytest.mark.parametrize("typed", ["0001 AAAA-BBBB-CCCC", "không nhớ", "9999 2345-6789-ABCD"])
def test_every_wrong_code_is_answered_alike_and_saves_as_a_new_person(entry_stage, typed):
    denunciation(entry_stage)
    seal(entry_stage, K.Key_S)
    denunciation(entry_stage)
    show_code(entry_stage, typed)
    field = entry_stage.screen.page.content_card.earlier_return_code_field
    assert (field.state(), field.note()) == (
        "warning",
        "Không tìm thấy, xem lại mã trên giấy",
    )
    seal(entry_stage, K.Key_S)
    assert code_of(entry_stage) == "TC-0002"


@pytest.mark.parametrize("mend", ["clear", "change", "kind"])
def test_a_changed_return_code_drops_the_earlier_visit(entry_stage, mend):
    denunciation(entry_stage)
    first = seal(entry_stage, K.Key_S)
    denunciation(entry_stage)
    show_code(entry_stage, first.return_code)
    assert entry_stage.screen.drafts.current_entry.form.earlier_visit
    field = entry_stage.screen.page.content_card.earlier_return_code
    if mend == "clear":
        field.setFocus()
        field.selectAll()
        entry_stage.key(K.Key_Backspace)
    elif mend == "change":
        show_code(entry_stage, "0001 AAAA-BBBB-CCCC")
    else:
        entry_stage.alt(K.Key_K)
    entry_stage.settle()
    seal(entry_stage, K.Key_S)
    assert code_of(entry_stage) == ("KN-0001" if mend == "kind" else "TC-0002")


@pytest.mark.parametrize("stored", ["as saved", "by an earlier version"])
def test_a_draft_keeps_its_earlier_visit_over_a_lock(entry_stage, stored):
    denunciation(entry_stage)
    first = seal(entry_stage, K.Key_S)
    denunciation(entry_stage)
    show_code(entry_stage, first.return_code)
    entry_stage.settle(DRAFT_DELAY_MS + 300)
    if stored == "by an earlier version":
        drafts = entry_stage.reception.drafts
        (kept,) = entry_stage.ask(drafts.own_drafts)
        form = {**kept.form, "old_visit": first.visit.visit_id}
        entry_stage.ask(lambda: drafts.save(kept.draft_id, form))
    entry_stage.runner.run(entry_stage.reception.session.close)
    entry_stage.settle()

    again = open_stage(entry_stage.office)
    again.screen.offer_drafts(again.ask(again.reception.drafts.own_drafts), True)
    field = again.screen.page.content_card.earlier_return_code_field
    wait_until(lambda: field.state() == "valid")
    seal(again, K.Key_S)
    assert [row.code for row in again.rows()] == ["TC-0001", "TC-0001"]
    close_stage(again)


def test_the_answer_of_another_visit_is_not_taken(entry_stage):
    denunciation(entry_stage)
    first = seal(entry_stage, K.Key_S)
    denunciation(entry_stage)
    field = entry_stage.screen.page.content_card.earlier_return_code
    entry_stage.type(first.return_code, field)
    field.focus_lost.emit()
    entry_stage.screen.drafts.start_new_visit()
    entry_stage.settle(250)
    assert entry_stage.screen.drafts.current_entry.form.earlier_visit == ""


@contextmanager
def full_disk(entry_stage) -> Iterator[None]:
    """Let the real file grow no further."""

    def limit(pages: int) -> None:
        database = entry_stage.reception.session.database
        database.query(f"PRAGMA max_page_count = {pages}")

    entry_stage.ask(lambda: limit(1))  # SQLite takes the present size when asked for less
    yield
    entry_stage.ask(lambda: limit(1_000_000))


@contextmanager
def other_writer(entry_stage) -> Iterator[None]:
    """Let another connection to the real file hold the write lock."""
    session = entry_stage.reception.session
    account = load(session.folder).account(session.member.user_id)
    other = Database(session.folder / DATABASE_FILE, database_key(account, session.keys))
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(full_disk, "Ổ đĩa đầy"), (other_writer, "việc khác đang ghi sổ")],
)
def test_a_failed_save_shows_the_cause_and_keeps_the_input(
    entry_stage, monkeypatch, trouble, words
):
    monkeypatch.setattr(database_module, "_BUSY_TIMEOUT_MS", 200)
    entry_stage.ask(
        lambda: entry_stage.reception.session.database.query("PRAGMA busy_timeout = 200")
    )
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chậm cấp giấy chứng nhận. " * 30)
    entry_stage.settle(DRAFT_DELAY_MS + 300)
    before = entry_stage.screen.drafts.collect()
    with trouble(entry_stage):
        entry_stage.control(K.Key_S)
        entry_stage.settle(900)
        assert entry_stage.screen.page.error_banner.isVisible()
        assert words in entry_stage.screen.page.error_banner.text()
        assert entry_stage.screen.page.error_banner._kind == "error"
        assert entry_stage.screen.drafts.collect() == before
        assert entry_stage.screen.page.action_row.save_button.isEnabled()
        assert entry_stage.rows() == []
    drafts = entry_stage.ask(entry_stage.reception.drafts.own_drafts)
    assert [draft.form["entries"][0]["kind"] for draft in drafts] == ["complaint"]
    row = save_visit(entry_stage)
    assert (row.number, row.code) == (1, "KN-0001")
    assert not entry_stage.screen.page.error_banner.isVisible()
    assert entry_stage.ask(entry_stage.reception.drafts.own_drafts) == []
    assert re.fullmatch(r"Chậm cấp .*", row.summary)


def test_a_repeat_visitor_is_known_by_the_number_and_no_denouncer_is(entry_stage):
    hint = entry_stage.screen.page.person_card.fields.name_field.note
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chậm cấp giấy chứng nhận.")
    entry_stage.settle(250)
    assert hint() == ""
    seal(entry_stage, K.Key_S)
    assert hint() == ""
    type_person(entry_stage)
    entry_stage.alt(K.Key_2)
    entry_stage.settle(300)
    assert hint() == "Đã tiếp 1 lần, lần cuối lượt 0001/2026"
    entry_stage.alt(K.Key_T)
    entry_stage.settle(250)
    assert hint() == ""
    entry_stage.alt(K.Key_K)
    entry_stage.settle(250)
    assert hint() == "Đã tiếp 1 lần, lần cuối lượt 0001/2026"
    entry_stage.screen.dialogs.discard_and_start_new()
    entry_stage.settle(250)
    assert hint() == ""
    row = entry_stage.ask(
        lambda: entry_stage.reception.session.database.one(
            "SELECT act, subject FROM log WHERE act = 'looked_up'"
        )
    )
    assert (row["act"], row["subject"]) == ("looked_up", "repeat visitor")


def test_a_visit_is_saved_although_its_papers_cannot_be_made(entry_stage):
    failed: list[ReceptionError] = []
    entry_stage.screen.papers_failed.connect(failed.append)
    type_person(entry_stage, "Giấy Biên Nhận")  # as if the title of the receipt named the person
    type_content(entry_stage, K.Key_T, "Xã lập khống danh sách hỗ trợ.")
    entry_stage.alt(K.Key_D)
    entry_stage.type("Đơn tố cáo")
    row = save_visit(entry_stage, K.Key_P)
    assert row.code == "TC-0001"
    assert [error.code for error in failed] == ["printing.identity_found"]
    assert entry_stage.printed == []
    assert entry_stage.screen.drafts.collect() == DraftForm(
        receiving_body=entry_stage.screen.drafts.form.receiving_body,
        start_time=entry_stage.screen.drafts.form.start_time,
        petitions=entry_stage.screen.drafts.form.petitions,
    )
    assert not entry_stage.screen.page.error_banner.isVisible()
