"""Where a condition is not met nothing is opened, shown or printed, whoever asks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from reception.bootstrap import Reception
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.messages.catalogue import sentences
from reception.services.disclosure.reveal_conditions import (
    CONDITIONS,
    ConditionNotMet,
    Disclosure,
)
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.fixtures.remote_viewing import simulate_remote_viewing
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form

SERVICES = Path(__file__).resolve().parents[3] / "reception" / "services"
OPENS_A_SEAL = re.compile(r"\b(open_part|open_grant|open_explanation)\(")
NAME = frozenset({IdentityPart.NAME})
SELECTION = RevealSelection("answer", "Gửi thông báo kết quả, hạn còn hai ngày", NAME)
BOOK = BulkDisclosureRequest(
    (date(2026, 11, 1), date(2026, 11, 30)), "inspection", "Đoàn thanh tra yêu cầu xem sổ giấy"
)


@pytest.fixture
def visit(machine: SharedMachine) -> int:
    """An ordinary reporter's visit."""
    return machine.sign_in(OFFICER).intake.seal_visit(visit_form()).visit.visit_id


def acts(reception: Reception) -> list[str]:
    rows = reception.session.database.query("SELECT act FROM log ORDER BY seq")
    return [row["act"] for row in rows]


def test_no_identity_is_opened_and_nothing_is_logged(machine: SharedMachine, visit: int) -> None:
    head = machine.sign_in(HEAD)
    simulate_remote_viewing(head)
    before = acts(head)
    for attempt in (
        lambda: head.reveals.checked_route(visit),
        lambda: head.reveals.open(visit, SELECTION),
        head.reveals.check_conditions,
        lambda: head.reprints.citizen_copy(visit, SELECTION),
    ):
        with pytest.raises(ConditionNotMet, match="reveal.looked_on"):
            attempt()
    assert acts(head) == before


def test_a_granted_request_remains_usable_once_the_condition_is_met(
    machine: SharedMachine, visit: int
) -> None:
    request_id = machine.sign_in(OFFICER).reveal_requests.ask(visit, SELECTION).request_id
    head = machine.sign_in(HEAD)
    simulate_remote_viewing(head)
    for refused in (
        lambda: head.reveal_decisions.explanation(request_id),
        lambda: head.reveal_decisions.grant(request_id, NAME),
        head.late_text_checks.run,
    ):
        with pytest.raises(ConditionNotMet, match="reveal.looked_on"):
            refused()
    machine.sign_in(HEAD).reveal_decisions.grant(request_id, NAME)
    officer = machine.sign_in(OFFICER)
    simulate_remote_viewing(officer)
    for attempt in (officer.reveal_requests.open, officer.reprints.paper_for_request):
        with pytest.raises(ConditionNotMet, match="reveal.looked_on"):
            attempt(request_id)
    assert machine.sign_in(OFFICER).reveal_requests.open(request_id).revealed


def test_no_paper_with_names_is_made(machine: SharedMachine, visit: int) -> None:
    head = machine.sign_in(HEAD)
    simulate_remote_viewing(head)
    with pytest.raises(ConditionNotMet, match="bulk.looked_on"):
        head.named_register_books.named_book(BOOK, PASSWORDS[HEAD])
    custodian = machine.sign_in(CUSTODIAN)
    simulate_remote_viewing(custodian)
    with pytest.raises(ConditionNotMet, match="bulk.looked_on"):
        custodian.denouncer_identity_pages.identity_pages(BOOK, PASSWORDS[HEAD])


def test_no_other_module_opens_a_seal() -> None:
    """A service that opened one by itself would show it whatever the conditions are."""
    unguarded = [
        str(file.relative_to(SERVICES))
        for file in SERVICES.rglob("*.py")
        if re.search(
            r"\b(open_part|open_grant|open_explanation)\(", file.read_text(encoding="utf-8")
        )
        and "check_conditions(" not in file.read_text(encoding="utf-8")
    ]
    assert unguarded == []


def test_every_condition_has_a_sentence_for_each_disclosure() -> None:
    known = sentences()
    for condition in CONDITIONS:
        for disclosure in Disclosure:
            assert f"{disclosure.value}.{condition.name}" in known
