"""Rows that a correct act covers, and that still do not follow from the entries of the log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.bootstrap import create_services
from reception.domain.audit import Act
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.printing.forms.registry import PRINTER_TEST_PAGE, RECEIPT
from reception.services.access.session import Session
from reception.services.papers.print_log import PrintLog
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.attacks.attacker import Attacker
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form

FIRST, ANSWERED, VOIDED, LAST = 2026000001, 2026000002, 2026000003, 2026000004
REASON = ChangeReason("other", "Lý do ghi cho bài kiểm này")


@pytest.fixture
def register(tmp_path: Path) -> ThrowAwayOffice:
    """An office with four visits of the officer: one answered, one voided."""
    office = build_office(tmp_path)
    desk = create_services(office.open(OFFICER))
    for _ in range(4):
        desk.intake.seal_visit(visit_form())
    today = desk.session.today()
    desk.lifecycle.answer(ANSWERED, Answer(today, AnswerChannel.LETTER, "12/TB"), 0)
    desk.lifecycle.void(VOIDED, REASON, 0)
    desk.session.close()
    return office


def correct(office: ThrowAwayOffice, visit_id: int, table: str, assignment: str) -> None:
    """Change rows of a visit under a correction with its event, signed by a colleague."""
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write(Act.VISIT_CORRECTED, f"visit {visit_id}", ground="other") as database:
        database.execute(f"UPDATE {table} SET {assignment} WHERE visit_id = ?", (visit_id,))  # noqa: S608 - changes of tests
        database.execute(
            "INSERT INTO visit_event SELECT ?, coalesce(max(position), 0) + 1, 'corrected', "
            "'2026-11-19', ?, 'other', '', '{}', 1 FROM visit_event WHERE visit_id = ?",
            (visit_id, attacker.user_id, visit_id),
        )


def codes(office: ThrowAwayOffice) -> set[str]:
    """Return what the head's verification finds."""
    head = create_services(office.open(HEAD))
    findings = head.log_verification.verify().findings
    head.session.close()
    return {finding.code for finding in findings}


# What is changed -> (finding, visit, table, assignment).
CHANGES = {
    "a visit is voided": ("state.voided", FIRST, "visit", "voided = 1"),
    "a voided visit lives again": ("state.voided", VOIDED, "visit", "voided = 0"),
    "another kind": ("state.kind", FIRST, "visit", "kind = 'recommendation'"),
    "protection": ("state.kind", FIRST, "visit", "protection = 1"),
    "another series of codes": ("state.kind", FIRST, "visit", "series = 'TC'"),
    "a petition of another kind": ("state.kind", FIRST, "petition", "kind = 'feedback'"),
    "another officer": ("state.officer", FIRST, "visit", "officer = 'x'"),
    "another day": ("state.day", FIRST, "visit", "received_on = '2026-11-02'"),
    "progress": ("state.progress", FIRST, "visit", "progress = 'answered'"),
    "an unknown outcome": ("state.progress", FIRST, "petition", "outcome = 'x'"),
    "the due day": ("state.due", FIRST, "visit", "due_on = '2027-01-01'"),
    "the answer": ("state.answer", ANSWERED, "answer", "answered_on = '2026-11-01'"),
    "a code of a voided visit": ("state.code", VOIDED, "keyed_return_code", "cancelled = 0"),
    "the person of an event": ("state.event", VOIDED, "visit_event", "officer = 'x'"),
    "the act of an event": ("state.event", ANSWERED, "visit_event", "act = 'corrected'"),
    "the day of an event": ("state.event", ANSWERED, "visit_event", "happened_on = '2026-11-01'"),
}


def test_a_correct_correction_of_a_colleagues_visit_is_no_finding(
    register: ThrowAwayOffice,
) -> None:
    correct(register, FIRST, "visit", "people = 2")
    assert codes(register) == set()


@pytest.mark.parametrize(
    ("expected", "visit_id", "table", "assignment"), CHANGES.values(), ids=CHANGES
)
def test_a_correction_changes_nothing_that_needs_another_act(
    register: ThrowAwayOffice, expected: str, visit_id: int, table: str, assignment: str
) -> None:
    correct(register, visit_id, table, assignment)
    assert expected in codes(register)


def remove_visit(database: sqlite.Connection, visit_id: int) -> None:
    """Delete a visit and its numbers, as if they had never been."""
    for table in ("visit", "receipt", "petition", "deadline", "blind_tag"):
        database.execute(f"DELETE FROM {table} WHERE visit_id = ?", (visit_id,))  # noqa: S608 - names above


Tampering = Callable[[sqlite.Connection], object]
GAPS: dict[str, tuple[str, Tampering]] = {
    "visit": ("number.gap", lambda db: remove_visit(db, FIRST)),
    "receipt": ("number.gap", lambda db: db.execute("DELETE FROM receipt WHERE number = 1")),
    "code": ("number.code", lambda db: db.execute("UPDATE code_last SET number = 0")),
    "forgotten code": ("number.code", lambda db: db.execute("DELETE FROM code_last")),
    "number that nobody set": (
        "state.value",
        lambda db: db.execute("INSERT INTO office VALUES ('first_number/2026', '2')"),
    ),
    "restore that never was": (
        "state.value",
        lambda db: db.execute("INSERT INTO office VALUES ('restored', '2')"),
    ),
}


@pytest.mark.parametrize(("expected", "change"), GAPS.values(), ids=GAPS)
def test_series_of_numbers_have_no_gaps(
    register: ThrowAwayOffice, expected: str, change: Tampering
) -> None:
    with Attacker(register, COLLEAGUE).tamper() as database:
        change(database)
    assert expected in codes(register)


def write_drawn_number(session: Session) -> None:
    """Write a print number without a series, as earlier versions did for a denouncer's copy."""
    count = session.database.one("SELECT count(*) FROM print")[0]
    label = f"2026-{5000 + count}"
    user = session.member.user_id
    row = {"label": label, "year": 2026, "number": None, "form": RECEIPT.name, "subject": ""}
    with session.act() as work:
        work.insert("print", row | {"printed_on": "2026-11-19", "printed_by": user, "pages": 1})
        work.log(Act.PRINTED, "", form=RECEIPT.name, prints=[label])


def test_a_missing_print_number_is_found(register: ThrowAwayOffice) -> None:
    session = register.open(OFFICER)
    prints = PrintLog(session)
    for _ in range(3):
        prints.assign_numbers(PRINTER_TEST_PAGE, "")
        write_drawn_number(session)
    session.close()
    assert codes(register) == set()
    with Attacker(register, COLLEAGUE).tamper() as database:
        database.execute("DELETE FROM print WHERE number = 2")
    assert "number.gap" in codes(register)
