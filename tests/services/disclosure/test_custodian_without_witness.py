"""A custodian who alone manages the office: said on the page of people, counted in the report."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception
from reception.domain.staff import Right, Role
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.office_setup import NewMember, OfficePlan, create_office
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS, FrozenClock, ThrowAwayOffice
from tests.fixtures.protected_visits import SELECTION, seal_denunciation
from tests.fixtures.shared_machine import SharedMachine


@pytest.fixture
def small_office(tmp_path: Path) -> Iterator[SharedMachine]:
    """An office of two people; its head is the only custodian and reads denunciations."""
    clock = FrozenClock()
    environment = Environment(clock, DEMO_POLICY, tmp_path / "state")
    head = NewMember(HEAD, Role.HEAD, PASSWORDS[HEAD], "", True, True)
    people = (head, NewMember(OFFICER, Role.OFFICER, PASSWORDS[OFFICER]))
    create_office(tmp_path / "office", OfficePlan(OfficeSettings(), people), environment)
    machine = SharedMachine(ThrowAwayOffice(tmp_path / "office", environment, clock))
    yield machine
    machine.sign_out()


def warned(reception: Reception) -> list[str]:
    return [warning.code for warning in reception.staff.rights.warnings()]


def change(head: Reception, user_id: str, right: Right, *, given: bool) -> None:
    before = head.session.people[user_id].rights
    after = before | {right} if given else before - {right}
    head.staff.rights.change(user_id, after, before)


def test_the_page_of_people_says_that_nobody_else_is_told(small_office: SharedMachine) -> None:
    head = small_office.sign_in(HEAD)
    assert "custody.no_witness" in warned(head)
    officer = small_office.office.user_id(OFFICER)
    change(head, officer, Right.MANAGE, given=True)
    assert "custody.no_witness" not in warned(head)
    change(head, officer, Right.MANAGE, given=False)
    assert "custody.no_witness" in warned(head)


def test_an_office_whose_custodian_does_not_manage_is_not_warned(machine: SharedMachine) -> None:
    assert "custody.no_witness" not in warned(machine.sign_in(HEAD))


def test_the_notice_waits_for_whoever_manages_next_and_the_report_counts_it(
    small_office: SharedMachine,
) -> None:
    visit = seal_denunciation(small_office.sign_in(OFFICER))
    head = small_office.sign_in(HEAD)
    opened = head.custodian_reveals.open(visit, SELECTION, PASSWORDS[HEAD])
    assert head.opening_notices.unseen() == ()  # nobody notes an own opening
    report = head.register_books.monthly_report(head.session.today())
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(report.pdf)).pages)
    assert "01 lần, trong đó người giữ danh tính tự mở 01 lần" in " ".join(text.split())
    change(head, small_office.office.user_id(OFFICER), Right.MANAGE, given=True)
    notes = small_office.sign_in(OFFICER).opening_notices
    assert [notice.entry for notice in notes.unseen()] == [opened.log_entry]


def test_an_opening_for_a_request_is_not_counted_as_alone(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    request = officer.reveal_requests.ask(seal_denunciation(officer), SELECTION)
    machine.sign_in(CUSTODIAN).reveal_decisions.grant(request.request_id, SELECTION.parts)
    officer = machine.sign_in(OFFICER)
    officer.reveal_requests.open(request.request_id)
    report = officer.register_books.monthly_report(officer.session.today())
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(report.pdf)).pages)
    assert "trong kỳ: 01 lần." in " ".join(text.split())
