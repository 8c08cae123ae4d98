"""Somebody who may read a denunciation writes a guess of its name wherever words can be written.

After the custodian's run, and after the custodian's answers, everything that the services return to
anybody else, every stored row and every log entry is the same whether the guess is right or not.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception
from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.reveal_request import RefusalNote
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.audit.log_reader import LogFilter
from reception.storage.visits.filter_count_query import FilterCountRequest
from reception.storage.visits.register_reader import RegisterFilter
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, build_office
from tests.fixtures.protected_visits import (
    DENOUNCER,
    dump,
    seal_denunciation,
    seal_protected_complaint,
)
from tests.fixtures.shared_machine import SharedMachine
from tests.services.visit_reading.reading_stage import denunciation_form

RIGHT, WRONG = DENOUNCER.name, "Lương Đức Khoan"
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
PLAIN = ChangeReason("mistyped", "Sửa cho đúng lời đã ghi trong đơn")
ASKED = frozenset({IdentityPart.CONTACT})
Write = Callable[[Reception, int, str], object]


def _corrects(path: str) -> Write:
    def write(reception: Reception, visit: int, guess: str) -> None:
        change = Correction(PLAIN, {path: f"Theo lời ông {guess} kể"}, 0)
        reception.lifecycle.correct(visit, change)

    return write


def _reason(guess: str, ground: str = "mistyped") -> ChangeReason:
    return ChangeReason(ground, f"Theo lời ông {guess} gọi lại")


def _reclassifies(reception: Reception, visit: int, guess: str) -> None:
    change = Reclassification(_reason(guess, "content"), PetitionKind.DENUNCIATION, 0)
    reception.lifecycle.reclassify(visit, change)


def _answers(reception: Reception, visit: int, guess: str) -> None:
    day = reception.session.today()
    reception.lifecycle.answer(visit, Answer(day, AnswerChannel.LETTER, f"Thư gửi {guess}"), 0)


PLACES: Mapping[str, Write] = {
    **{
        name: _corrects(name)
        for name in (
            *("summary.1", "request.1", "respondent.1", "place.1", "field_note.1"),
            *("settled_by.1", "handled_by.1", "document_number.1", "explanation.1"),
            *("result", "note", "paper.1"),
        )
    },
    "reason of a correction": lambda reception, visit, guess: reception.lifecycle.correct(
        visit, Correction(_reason(guess), {"people": "2"}, 0)
    ),
    "reason of a voiding": lambda reception, visit, guess: reception.lifecycle.void(
        visit, _reason(guess, "twice"), 0
    ),
    "answer": _answers,
    "reason of a reclassification": _reclassifies,
}


def write_everywhere(machine: SharedMachine, guess: str) -> list[int]:
    """Write the guess into one visit a place, by its receiving officer; return the visits."""
    officer, visits = machine.sign_in(OFFICER), []
    for write in PLACES.values():
        if write is _reclassifies:
            visit = seal_protected_complaint(officer)
        else:
            form = replace(denunciation_form(), identity=DENOUNCER)
            visit = officer.intake.seal_visit(form).visit.visit_id
        write(officer, visit, guess)
        visits.append(visit)
    return visits


def returned(reception: Reception, visits: list[int]) -> Iterator[object]:
    """Yield what the services return to the signed-in person about some visits."""
    today = reception.session.today()
    for text in ("", "ông", "kể", "TC-0001"):
        yield reception.register.page(RegisterFilter(text=text))
        request = FilterCountRequest((NOVEMBER,), today, today, text)
        yield reception.register.filter_counts(request).visit_count(0)
    yield reception.register.today()
    yield reception.register.figures(today)
    for visit in visits:
        yield reception.register.story(visit)
        yield reception.lifecycle.change_context(visit)
        yield reception.reveals.reveal_count(visit)
    yield reception.todo_list.read()
    yield reception.audit_log.page(LogFilter())
    yield reception.late_text_checks.unchecked_visits()
    yield reception.month_overviews.read()
    yield reception.reveal_requests.own_requests()
    for job in (
        reception.register_books.register_book(NOVEMBER),
        reception.register_books.monthly_report(),
    ):
        yield [page.extract_text() for page in PdfReader(io.BytesIO(job.pdf)).pages]


def without_chance(text: str, machine: SharedMachine, guess: str) -> str:
    """Replace the guess itself, and what is drawn at random in each office."""
    text = text.replace(guess, "<guess>")
    for name in (HEAD, OFFICER, COLLEAGUE, CUSTODIAN):
        text = text.replace(machine.office.user_id(name), f"<{name}>")
    groups = r"\b[0-9a-f]{4}(?:(?:[ -]|\\n)+[0-9a-f]{4})+\b"  # digests and fingerprints
    return re.sub(rf"{groups}|\b[0-9a-f]{{16,}}\b", "<id>", text, flags=re.IGNORECASE)


def made(folder: Path, guess: str) -> tuple[SharedMachine, list[int]]:
    folder.mkdir()
    machine = SharedMachine(build_office(folder))
    return machine, write_everywhere(machine, guess)


def look(machine: SharedMachine, visits: list[int], guess: str) -> list[str]:
    """Return what everybody but the custodian sees, and what is stored in the clear."""
    seen = []
    for name in (OFFICER, COLLEAGUE, HEAD):
        reception = machine.sign_in(name)
        for shown in returned(reception, visits):
            seen.append(without_chance(f"{name}: {shown!r}", machine, guess))
    database = machine.sign_in(HEAD).session.database
    for statement in (
        "SELECT visit_id, position, act, ground, facts, checked FROM visit_event",
        "SELECT visit_id, progress, due_on, voided, protection FROM visit",
        "SELECT visit_id, event, place, content IS NULL FROM old_text",
        "SELECT act, subject, facts FROM log WHERE act <> 'opened'",
        "SELECT visit_id, reason, parts, state, decided_by, note, granted FROM reveal_request",
        "SELECT owner_row, version, length(body) FROM sealed_value ORDER BY 1, 2",
    ):
        rows = [tuple(row) for row in database.query(statement)]
        seen.append(without_chance(repr(rows), machine, guess))
    return seen


@pytest.fixture
def offices(tmp_path: Path) -> dict[str, tuple[SharedMachine, list[int]]]:
    return {guess: made(tmp_path / str(n), guess) for n, guess in enumerate((RIGHT, WRONG))}


def test_no_late_text_tells_whether_a_guess_is_right(
    offices: dict[str, tuple[SharedMachine, list[int]]],
) -> None:
    found, seen = {}, {}
    for guess, (machine, visits) in offices.items():
        before = look(machine, visits, guess)
        custodian = machine.sign_in(CUSTODIAN)
        assert custodian.late_text_checks.unchecked_visits() == tuple(visits)
        found[guess] = [visit for visit, _ in custodian.late_text_checks.run().hits]
        assert custodian.late_text_checks.unchecked_visits() == ()
        assert [visit for visit, _ in custodian.late_text_checks.run().hits] == found[guess]
        seen[guess] = (before, look(machine, visits, guess))
        machine.sign_out()
    # The custodian alone learns it: every place is compared.
    assert found == {RIGHT: offices[RIGHT][1], WRONG: []}
    for right, wrong in zip(seen[RIGHT], seen[WRONG], strict=True):
        assert right == wrong
    assert all(is_log_intact(machine.office) for machine, _ in offices.values())


def test_one_right_guess_among_wrong_ones_stands_out_nowhere(tmp_path: Path) -> None:
    machine, visits = made(tmp_path / "mixed", WRONG)
    guessed = seal_denunciation(machine.sign_in(OFFICER))
    _corrects("summary.1")(machine.sign_in(OFFICER), guessed, RIGHT)
    custodian = machine.sign_in(CUSTODIAN)
    assert [visit for visit, _ in custodian.late_text_checks.run().hits] == [guessed]
    rows = machine.sign_in(OFFICER).register.rows([guessed, *visits])
    assert {row.unchecked for row in rows} == {True}


def test_a_run_of_somebody_without_custody_hides_nothing_from_the_custodian(
    tmp_path: Path,
) -> None:
    machine, visits = made(tmp_path / "office", RIGHT)
    head = machine.sign_in(HEAD)
    with head.session.act() as work:
        work.log("texts_checked", "texts", visits=1, marks=[[visits[0], 9]])
    assert visits[0] in machine.sign_in(CUSTODIAN).late_text_checks.unchecked_visits()


@pytest.mark.parametrize("answer", ["granted", "refused", "not answered"])
def test_no_request_tells_whether_a_guess_is_right(tmp_path: Path, answer: str) -> None:
    """A custodian can answer each way, whatever the words say; contact, not the name, is asked."""
    seen = {}
    for number, guess in enumerate((RIGHT, WRONG)):
        folder = tmp_path / str(number)
        folder.mkdir()
        machine = SharedMachine(build_office(folder))
        visit = seal_denunciation(machine.sign_in(OFFICER))
        words = RevealSelection("notice", f"Báo cho ông {guess} biết kết quả", ASKED)
        request_id = machine.sign_in(OFFICER).reveal_requests.ask(visit, words).request_id
        custodian = machine.sign_in(CUSTODIAN)
        if guess is RIGHT:
            with pytest.raises(ReceptionError, match=r"request\.words_name"):
                custodian.reveal_decisions.explanation(request_id)
        if answer == "granted":
            custodian.reveal_decisions.grant(request_id, ASKED)
            opened = machine.sign_in(OFFICER).reveal_requests.open(request_id)
            assert (opened.revealed.identity.phone, opened.revealed.identity.name) == (
                DENOUNCER.phone,
                "",
            )
        elif answer == "refused":
            custodian.reveal_decisions.refuse(request_id, RefusalNote.DISCUSS)
        else:
            machine.office.clock.at += timedelta(days=1)
        seen[guess] = look(machine, [visit], guess)
        assert words.explanation not in dump(machine.sign_in(HEAD))
        machine.sign_out()
        assert is_log_intact(machine.office)
    assert seen[RIGHT] == seen[WRONG]


def test_a_custodians_paper_shows_late_words_that_name_nobody(tmp_path: Path) -> None:
    for number, (guess, is_shown) in enumerate(((RIGHT, False), (WRONG, True))):
        machine, _ = made(tmp_path / str(number), guess)
        texts = {
            name: "".join(
                page.extract_text()
                for page in PdfReader(
                    io.BytesIO(machine.sign_in(name).register_books.register_book(NOVEMBER).pdf)
                ).pages
            )
            for name in (OFFICER, CUSTODIAN)
        }
        assert "Theo lời ông" not in texts[OFFICER]
        assert ("Theo lời ông" in texts[CUSTODIAN]) is is_shown
        machine.sign_out()
