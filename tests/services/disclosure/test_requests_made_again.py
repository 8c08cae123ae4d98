"""Whoever asked is told when a change of keys, or of the visit, has made the request useless."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.todo_item import RequestExpired, RequestPending
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.fixtures.protected_visits import SELECTION, seal_denunciation
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form

REASON = "Trưởng ban quyết định theo phân công tháng này"
ORDINARY = replace(SELECTION, reason="answer")


def own(officer: Reception) -> list[tuple[RequestState, bool]]:
    return [(item.state, item.must_ask_again) for item in officer.reveal_requests.own_requests()]


def rotate_protected(machine: SharedMachine) -> None:
    """Give custody to a colleague and take it away again: the vault gets a new key."""
    custodian = machine.sign_in(CUSTODIAN)
    user_id = machine.office.user_id(COLLEAGUE)
    custodian.staff.custody.grant(user_id, PASSWORDS[HEAD], REASON)
    custodian.staff.custody.revoke(user_id, PASSWORDS[HEAD], REASON)


def test_a_request_that_no_key_opens_any_more_is_asked_again(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = seal_denunciation(officer)
    first = officer.reveal_requests.ask(visit, SELECTION)
    assert own(officer) == [(RequestState.WAITING, False)]
    rotate_protected(machine)
    with pytest.raises(ReceptionError, match=r"request\.unreadable"):
        machine.sign_in(CUSTODIAN).reveal_decisions.explanation(first.request_id)
    officer = machine.sign_in(OFFICER)
    (item,) = [i for i in officer.todo_list.read().items if isinstance(i, RequestPending)]
    assert item.request.must_ask_again
    officer.reveal_requests.withdraw(first.request_id)
    officer.reveal_requests.ask(visit, SELECTION)
    assert own(officer) == [(RequestState.WAITING, False)]
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_what_was_granted_before_still_opens(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    request = officer.reveal_requests.ask(seal_denunciation(officer), SELECTION)
    machine.sign_in(CUSTODIAN).reveal_decisions.grant(request.request_id, SELECTION.parts)
    rotate_protected(machine)
    officer = machine.sign_in(OFFICER)
    assert own(officer) == [(RequestState.GRANTED, False)]
    assert officer.reveal_requests.open(request.request_id)


@pytest.mark.parametrize("change", ["key", "kind"])
def test_a_request_to_the_head_that_was_ended_is_told_until_asked_again(
    machine: SharedMachine, change: str
) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    request = officer.reveal_requests.ask(visit, ORDINARY)
    if change == "key":
        rotate_desk_vault(machine.sign_in(HEAD).session)
    else:
        seen = officer.lifecycle.event_count(visit)
        why = ChangeReason("content", "Nội dung là tố cáo hành vi vi phạm")
        officer.lifecycle.reclassify(visit, Reclassification(why, PetitionKind.DENUNCIATION, seen))
    officer = machine.sign_in(OFFICER)
    (item,) = [i for i in officer.todo_list.read().items if isinstance(i, RequestExpired)]
    assert item.request.must_ask_again
    officer.reveal_requests.ask(visit, ORDINARY if change == "key" else SELECTION)
    assert own(officer) == [(RequestState.WAITING, False)]
    assert machine.sign_in(COLLEAGUE).reveal_requests.own_requests() == ()
    machine.office.clock.move(days=(request.ends_on - request.asked_at.day).days + 8)
    left = [item for item in own_requests(machine) if item.request_id == request.request_id]
    assert left == []
    machine.sign_out()
    assert is_log_intact(machine.office)


def own_requests(machine: SharedMachine) -> tuple[RevealRequest, ...]:
    return machine.sign_in(OFFICER).reveal_requests.own_requests()
