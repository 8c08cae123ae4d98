"""When the desk cannot save, and when somebody comes back with a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from reception.services.visits.visit_form import SealedVisit
from reception.storage import database as database_module
from reception.storage.crypto.keyring import database_key, load
from reception.storage.database import NAME, Database
from tests.ui.features.visit_entry.entry_steps import content, person, saved
from ui.features.visit_entry.draft_keeping import KEEP_MS

K = Qt.Key


def seal(room, key) -> SealedVisit:
    """Save what stands in the form and return what the service gave back."""
    found: list[SealedVisit] = []
    room.desk.sealed.connect(found.append)
    saved(room, key)
    room.desk.sealed.disconnect(found.append)
    return found[0]


def denunciation(room) -> None:
    """Fill a spoken denunciation."""
    person(room)
    content(room, K.Key_T, "Cán bộ xã thu tiền hỗ trợ của dân.")


def show_code(room, typed: str) -> None:
    """Type a return code and leave the field."""
    field = room.desk.content.old_code
    field.setFocus()
    field.selectAll()
    room.type(typed)
    room.key(K.Key_Return)
    room.settle(250)


def code_of(room, row: int = 0) -> str:
    """Return the pseudonym of one of today's visits, the newest first."""
    return room.rows()[row].code


def test_who_shows_the_return_code_keeps_the_pseudonym(room):
    denunciation(room)
    first = seal(room, K.Key_S)
    assert first.numbers is not None
    paper = f"{first.numbers.shown:04d} {first.return_code}"
    denunciation(room)
    show_code(room, paper.lower())
    assert room.desk.content.old_field.state() == "valid"
    seal(room, K.Key_S)
    assert [row.code for row in room.rows()] == ["TC-0001", "TC-0001"]
    denunciation(room)
    seal(room, K.Key_S)
    assert code_of(room) == "TC-0002"


@pytest.mark.parametrize("typed", ["0001 AAAA-BBBB-CCCC", "không nhớ", "9999 2345-6789-ABCD"])
def test_every_wrong_code_is_answered_alike_and_saves_as_a_new_person(room, typed):
    denunciation(room)
    seal(room, K.Key_S)
    denunciation(room)
    show_code(room, typed)
    field = room.desk.content.old_field
    assert (field.state(), field.note()) == (
        "warning",
        "Không tìm thấy, xem lại số và mã trên giấy",
    )
    seal(room, K.Key_S)
    assert code_of(room) == "TC-0002"


@pytest.mark.parametrize("mend", ["clear", "change", "kind"])
def test_a_code_found_holds_for_its_own_words_only(room, mend):
    denunciation(room)
    first = seal(room, K.Key_S)
    assert first.numbers is not None
    denunciation(room)
    show_code(room, f"{first.numbers.shown:04d} {first.return_code}")
    assert room.desk.hand.state["old_visit"] is not None
    field = room.desk.content.old_code
    if mend == "clear":
        field.setFocus()
        field.selectAll()
        room.key(K.Key_Backspace)
    elif mend == "change":
        show_code(room, "0001 AAAA-BBBB-CCCC")
    else:
        room.alt(K.Key_K)
    room.settle()
    seal(room, K.Key_S)
    assert code_of(room) == ("KN-0001" if mend == "kind" else "TC-0002")


def test_the_answer_of_another_visit_is_not_taken(room):
    denunciation(room)
    first = seal(room, K.Key_S)
    assert first.numbers is not None
    denunciation(room)
    field = room.desk.content.old_code
    room.type(f"{first.numbers.shown:04d} {first.return_code}", field)
    field.left.emit()
    room.desk.take_up(type(room.desk.hand)())
    room.settle(250)
    assert room.desk.hand.state.get("old_visit") is None


@contextmanager
def full_disk(room) -> Iterator[None]:
    """Let the real file grow no further."""

    def limit(pages: int) -> None:
        database = room.reception.session.database
        database.query(f"PRAGMA max_page_count = {pages}")

    room.ask(lambda: limit(1))  # SQLite takes the present size when asked for less
    yield
    room.ask(lambda: limit(1_000_000))


@contextmanager
def other_writer(room) -> Iterator[None]:
    """Let another connection to the real file hold the pen."""
    session = room.reception.session
    account = load(session.folder).account(session.member.user_id)
    other = Database(session.folder / NAME, database_key(account, session.keys))
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(full_disk, "Ổ đĩa đầy"), (other_writer, "việc khác đang ghi sổ")],
)
def test_a_save_that_fails_says_why_and_loses_nothing(room, monkeypatch, trouble, words):
    monkeypatch.setattr(database_module, "_BUSY_MS", 200)
    room.ask(lambda: room.reception.session.database.query("PRAGMA busy_timeout = 200"))
    person(room)
    content(room, K.Key_K, "Chậm cấp giấy chứng nhận. " * 30)
    room.settle(KEEP_MS + 300)
    before = room.desk.collect()
    with trouble(room):
        room.control(K.Key_S)
        room.settle(900)
        assert room.desk.trouble.isVisible()
        assert words in room.desk.trouble.text()
        assert room.desk.trouble._kind == "error"
        assert room.desk.collect() == before
        assert room.desk.bar.save.isEnabled()
        assert room.rows() == []
    drafts = room.ask(room.reception.drafts.mine)
    assert [draft.form["entries"][0]["kind"] for draft in drafts] == ["complaint"]
    row = saved(room)
    assert (row.number, row.code) == (1, "KN-0001")
    assert not room.desk.trouble.isVisible()
    assert room.ask(room.reception.drafts.mine) == []
    assert re.fullmatch(r"Chậm cấp .*", row.summary)


def test_a_repeat_visitor_is_known_by_the_number_and_no_denouncer_is(room):
    hint = room.desk.person.fields.name_field.note
    person(room)
    content(room, K.Key_K, "Chậm cấp giấy chứng nhận.")
    room.settle(250)
    assert hint() == ""
    seal(room, K.Key_S)
    assert hint() == ""
    person(room)
    room.alt(K.Key_2)
    room.settle(300)
    assert hint() == "Đã tiếp 1 lần, lần cuối lượt 0001/2026"
    room.alt(K.Key_T)
    room.settle(250)
    assert hint() == ""
    room.alt(K.Key_K)
    room.settle(250)
    assert hint() == "Đã tiếp 1 lần, lần cuối lượt 0001/2026"
    room.desk._throw()
    room.settle(250)
    assert hint() == ""
    row = room.ask(
        lambda: room.reception.session.database.one(
            "SELECT act, subject FROM log WHERE act = 'looked_up'"
        )
    )
    assert (row["act"], row["subject"]) == ("looked_up", "repeat visitor")
