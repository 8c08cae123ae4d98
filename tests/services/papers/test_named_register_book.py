"""The book with names: who may, the head's password, what the log has first, who is never in it."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.law.bulk_reasons import bulk_reasons
from reception.services.disclosure.version_writers import IdentityCorrections
from reception.services.papers.register_book import book_rows
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.audit.local_state import FailedAttemptsFile
from tests.fixtures.identity_corrections import correct_identity
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.fixtures.polling import PROCESS_PATIENCE
from tests.services.papers.disclosure_stage import (
    BOOK_REQUEST,
    HEAD_PASSWORD,
    LAST_NAMES,
    PEOPLE,
    PERIOD,
    enter_visits,
    is_approved_by_head,
    log_entries,
    log_text,
    open_as,
    text_of,
)

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's session, in an office of nine visits."""
    reception = create_services(office.open(HEAD))
    enter_visits(reception)
    yield reception
    reception.session.database.close()


def test_the_book_tells_how_many_names_were_corrected_and_by_whom(head: Reception) -> None:
    first = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert first.corrections == IdentityCorrections(0, ())
    visits = [row["visit_id"] for row, _ in book_rows(head.session, PERIOD)]
    for index in (0, 1, 2):  # a complaint, feedback, and a denunciation that the book never names
        correct_identity(
            head, visits[index], replace(PEOPLE[index], birth_year=1971, occupation="")
        )
    second = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert second.corrections == IdentityCorrections(2, (HEAD,))
    written = HEAD.replace(" ", "")
    assert text_of(second.pdf).count(written) == text_of(first.pdf).count(written)  # not printed


def test_the_book_has_ordinary_names_and_never_protected_ones(head: Reception) -> None:
    assert head.named_register_books.count_names(PERIOD) == 5
    job = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    text = text_of(job.pdf)
    for index, person in enumerate(PEOPLE):
        named = index % 3 != 2 and index != 6
        assert (LAST_NAMES[index] in text) is named
        assert (person.paper.number in text) is named
    assert text.count("TC-000") == 3
    assert text.count("niêmphong") == 4
    assert job.code in text
    assert "họtên,địachỉ,giấytờcủa5lượt" in text
    assert job.holds_identity
    assert job.form.is_printed_once


def test_the_preview_shows_the_same_pages_without_a_name(head: Reception) -> None:
    job = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert job.preview_pdf is not None
    shown = text_of(job.preview_pdf)
    assert not [word for word in LAST_NAMES if word in shown]
    assert not [person for person in PEOPLE if person.paper.number in shown]
    assert "TC-0001" in shown
    assert job.code in shown
    assert len(PdfReader(io.BytesIO(job.preview_pdf)).pages) == len(
        PdfReader(io.BytesIO(job.pdf)).pages
    )


def test_the_log_has_the_number_first_and_the_heads_signature(head: Reception) -> None:
    before = len(log_entries(head))
    job = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    printed, opened, made = log_entries(head)[before:]
    assert [printed[0], opened[0], made[0]] == ["printed", "bulk_opened", "bulk_made"]
    facts = opened[2]
    assert facts["names"] == 5
    assert facts["reason"] == "paper_book"
    assert facts["prints"] == [job.code]
    assert "words" not in facts
    assert made[2]["words"] == BOOK_REQUEST.explanation
    actor = opened[1]
    assert is_approved_by_head(head.session, actor, facts)
    assert not is_approved_by_head(head.session, actor, {**facts, "names": 4})
    assert head.month_overviews.read().reveals == 5  # as the month's report counts them
    assert not is_approved_by_head(head.session, "someone", facts)
    assert not [w for w in (*LAST_NAMES, "Zuân") if w in log_text(head)]
    assert head.log_verification.verify().intact


@pytest.mark.parametrize("name", [OFFICER, CUSTODIAN])
def test_without_the_right_the_password_of_the_head_opens_nothing(
    head: Reception, office: ThrowAwayOffice, name: str
) -> None:
    other = open_as(office, name)
    with pytest.raises(NotAllowed):
        other.named_register_books.count_names(PERIOD)
    with pytest.raises(NotAllowed):
        other.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert log_entries(other)[-1][0] == "opened"
    other.session.database.close()


def test_a_wrong_password_is_logged_and_delays_the_next_attempt(
    head: Reception, office: ThrowAwayOffice
) -> None:
    with pytest.raises(InvalidInput, match=r"approval\.wrong_password") as wrong:
        head.named_register_books.named_book(BOOK_REQUEST, PASSWORDS[OFFICER])
    assert wrong.value.facts["wait"] == 1
    act, _, facts = log_entries(head)[-1]
    assert (act, facts) == ("approval_failed", {"tries": 1})
    with pytest.raises(InvalidInput, match=r"approval\.wait"):
        head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert "bulk_opened" not in [act for act, _, _ in log_entries(head)]
    assert "printed" not in [act for act, _, _ in log_entries(head)]
    tries = FailedAttemptsFile(head.session.folder)
    assert tries.read(head.session.member.user_id).number == 1
    office.clock.move(seconds=1)
    head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert tries.read(head.session.member.user_id).number == 0
    failures = [facts for act, _, facts in log_entries(head) if act == "tries_failed"]
    assert failures == [{"tries": 1}]


def test_waiting_does_not_end_with_a_new_session(head: Reception, office: ThrowAwayOffice) -> None:
    tries, user = FailedAttemptsFile(office.folder), head.session.member.user_id
    for _ in range(5):
        tries.add(user)
    again = create_services(head.session)
    with pytest.raises(InvalidInput, match=r"approval\.wait"):
        again.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (replace(BOOK_REQUEST, reason="curious"), "reveal.unknown_reason"),
        (replace(BOOK_REQUEST, reason="verification"), "reveal.unknown_reason"),
        (replace(BOOK_REQUEST, explanation="in sổ"), "reveal.reason_short"),
        (replace(BOOK_REQUEST, period=(PERIOD[1], PERIOD[0])), "bulk.period"),
        (replace(BOOK_REQUEST, period=(date(2026, 1, 1), date(2026, 1, 31))), "bulk.nobody"),
    ],
)
def test_an_invalid_request_reveals_and_logs_nothing(head: Reception, wish, code) -> None:
    before = len(log_entries(head))
    with pytest.raises(InvalidInput, match=code):
        head.named_register_books.named_book(wish, HEAD_PASSWORD)
    assert len(log_entries(head)) == before


def test_a_reason_with_a_name_is_not_logged(head: Reception) -> None:
    wish = replace(BOOK_REQUEST, explanation=f"Gửi sổ cho {PEOPLE[3].name} đọc lại trước khi lưu")
    with pytest.raises(InvalidInput, match=r"bulk\.reason_names"):
        head.named_register_books.named_book(wish, HEAD_PASSWORD)
    act, _, facts = log_entries(head)[-1]
    assert (act, facts["why"]) == ("bulk_stopped", "bulk.reason_names")
    assert "Zuân" not in log_text(head)


def test_a_voided_visit_names_nobody(head: Reception) -> None:
    first = head.session.database.one("SELECT min(visit_id) FROM visit")[0]
    head.lifecycle.void(first, ChangeReason("twice", "Trùng lượt trước, hai người cùng ghi"), 0)
    assert head.named_register_books.count_names(PERIOD) == 4
    job = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert LAST_NAMES[0] not in text_of(job.pdf)


def test_a_complaint_that_became_a_denunciation_is_named_no_more(head: Reception) -> None:
    first = head.session.database.one("SELECT min(visit_id) FROM visit")[0]
    why = ChangeReason("content", "Đọc lại thấy nội dung là tố cáo cán bộ")
    head.lifecycle.reclassify(first, Reclassification(why, PetitionKind.DENUNCIATION, 0))
    assert head.named_register_books.count_names(PERIOD) == 4
    job = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert job.preview_pdf is not None
    for pdf in (job.pdf, job.preview_pdf):
        assert LAST_NAMES[0] not in text_of(pdf)
        assert "TC-0004" in text_of(pdf)


def test_one_sealed_value_that_differs_from_the_log_stops_the_book(head: Reception) -> None:
    database = head.session.database
    before = len(log_entries(head))
    database.execute(
        "UPDATE sealed_box SET box = zeroblob(length(box)) WHERE value_id = "
        "(SELECT value_id FROM sealed_value WHERE field_group = 'identity' AND owner_row = "
        "(SELECT max(visit_id) FROM visit WHERE kind = 'feedback') LIMIT 1)"
    )
    with pytest.raises(ReceptionError, match=r"reveal\.seal_changed"):
        head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert len(log_entries(head)) == before


def test_no_identity_is_left_in_memory_once_the_book_is_made(head: Reception) -> None:
    def held() -> int:
        gc.collect()
        found = (item for item in gc.get_objects() if isinstance(item, Identity))
        return sum(1 for item in found if item.name)

    before = held()
    job = head.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
    assert held() == before
    assert "Zuân" not in repr(job)


def test_every_reason_is_complete() -> None:
    for protected in (False, True):
        reasons = bulk_reasons(protected=protected)
        assert len({reason.code for reason in reasons}) == len(reasons) >= 3
        assert all(r.vietnamese and r.english and r.basis for r in reasons)


_KILLED = """
import os, signal, sys
from pathlib import Path
from reception.bootstrap import create_services
from reception.services.office.environment import Environment
from reception.services.access.unlocking import unlock
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.office import HEAD, PASSWORDS, FrozenClock
from tests.services.papers.disclosure_stage import BOOK_REQUEST, HEAD_PASSWORD

folder, state, user, where = sys.argv[1:]
world = Environment(FrozenClock(), DEMO_POLICY, Path(state))
reception = create_services(unlock(Path(folder), user, PASSWORDS[HEAD], world))

def watch(frame, event, _):
    if event == "call" and frame.f_code.co_name == where:
        os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(watch)
reception.named_register_books.named_book(BOOK_REQUEST, HEAD_PASSWORD)
"""


@pytest.mark.parametrize(
    ("where", "known"), [("open_part", True), ("render_named_book", True), ("sign_approval", False)]
)
def test_the_disclosure_is_logged_before_the_first_identity_is_opened(
    head: Reception, office: ThrowAwayOffice, where: str, known: bool
) -> None:
    user = head.session.member.user_id
    head.session.close()
    words = [str(office.folder), str(office.environment.state_folder), user, where]
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-B", "-c", _KILLED, *words],
        cwd=ROOT,
        capture_output=True,
        timeout=PROCESS_PATIENCE,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    again = open_as(office, HEAD)
    facts = [facts for act, _, facts in log_entries(again) if act == "bulk_opened"]
    assert [found["names"] for found in facts] == ([5] if known else [])
    assert "bulk_made" not in [act for act, _, _ in log_entries(again)]
    assert again.log_verification.verify().intact
    again.session.database.close()
    head.session.database = again.session.database  # closed: the fixture has nothing left to close
