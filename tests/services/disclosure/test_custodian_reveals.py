"""A custodian opens one identity alone: ground, own password, logged first, seen by the head."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address
from reception.domain.reveal import IdentityPart, RevealRoute, RevealSelection
from reception.domain.todo_item import OpeningToNote
from reception.law.reveal_reasons import protected_reveal_grounds
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.fixtures.protected_visits import (
    DENOUNCER,
    SELECTION,
    WORDS,
    dump,
    entries,
    seal_denunciation,
    seal_protected_complaint,
)
from tests.fixtures.remote_viewing import simulate_remote_viewing
from tests.fixtures.shared_machine import SharedMachine

OWN = PASSWORDS[CUSTODIAN]


@pytest.fixture
def visit(machine: SharedMachine) -> int:
    """A denunciation, sealed by the officer."""
    return seal_denunciation(machine.sign_in(OFFICER))


def test_only_the_parts_asked_for_are_opened(machine: SharedMachine, visit: int) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    assert custodian.reveals.route_of(visit) is RevealRoute.OPEN_PROTECTED
    result = custodian.custodian_reveals.open(visit, SELECTION, OWN)
    identity = result.revealed.identity
    assert (identity.name, identity.phone) == (DENOUNCER.name, DENOUNCER.phone)
    assert (identity.address, identity.paper.number) == (Address(), "")
    assert result.code == "TC-0001"
    assert [writer.name for writer in result.writers] == [OFFICER]
    act, facts = entries(custodian)[-1]
    assert act == "protected_revealed"
    assert json.loads(facts) == {
        "reason": "notice",
        "words": WORDS,
        "parts": ["contact", "name"],
    }
    assert result.log_entry == len(entries(custodian))
    assert DENOUNCER.name not in dump(custodian)
    assert custodian.reveals.reveal_count(visit) == 1
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_reporter_who_asked_for_protection_is_opened_by_grounds_of_their_own(
    machine: SharedMachine,
) -> None:
    visit = seal_protected_complaint(machine.sign_in(OFFICER))
    custodian = machine.sign_in(CUSTODIAN)
    with pytest.raises(InvalidInput, match=r"reveal\.unknown_reason"):
        custodian.custodian_reveals.open(visit, SELECTION, OWN)
    wish = replace(SELECTION, reason="protected_contact")
    result = custodian.custodian_reveals.open(visit, wish, OWN)
    assert (result.code, result.revealed.identity.name) == ("KN-0001", DENOUNCER.name)


def test_it_is_counted_in_the_month_and_in_the_report(machine: SharedMachine, visit: int) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    before = custodian.custodian_reveals.openings_of_month()
    custodian.custodian_reveals.open(visit, SELECTION, OWN)
    after = custodian.custodian_reveals.openings_of_month()
    assert (after.opened - before.opened, after.refused) == (1, 0)
    assert custodian.month_overviews.read().reveals == 1


REFUSED: dict[str, tuple[RevealSelection, str]] = {
    "an ordinary reason": (replace(SELECTION, reason="answer"), "reveal.unknown_reason"),
    "short words": (replace(SELECTION, explanation="cần xem"), "reveal.reason_short"),
    "no part": (replace(SELECTION, parts=frozenset()), "reveal.no_part"),
    "words that name": (
        replace(SELECTION, explanation="Thông báo cho ông Hoàng Văn Nhẫn biết"),
        "reveal.reason_names",
    ),
}


@pytest.mark.parametrize(("wish", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_opens_and_logs_nothing(
    machine: SharedMachine, visit: int, wish: RevealSelection, code: str
) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    with pytest.raises(InvalidInput) as refused:
        custodian.custodian_reveals.open(visit, wish, OWN)
    assert refused.value.code == code
    acts = [act for act, _ in entries(custodian)]
    assert "protected_revealed" not in acts
    assert ("reveal_stopped" in acts) is (code == "reveal.reason_names")
    assert "Nhẫn" not in dump(custodian)


def test_a_wrong_password_is_logged_and_delays_more_each_time(
    machine: SharedMachine, visit: int
) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    waits = []
    for attempt in range(3):
        with pytest.raises(InvalidInput) as wrong:
            custodian.custodian_reveals.open(visit, SELECTION, f"không đúng {attempt}")
        assert wrong.value.code == "own_password.wrong_password"
        waits.append(wrong.value.facts["wait"])
        with pytest.raises(InvalidInput, match=r"own_password\.wait"):
            custodian.custodian_reveals.open(visit, SELECTION, OWN)
        machine.office.clock.move(seconds=waits[-1])
    assert waits == [1, 2, 4]
    assert [act for act, _ in entries(custodian)].count("custodian_password_failed") == 3
    custodian.custodian_reveals.open(visit, SELECTION, OWN)
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_the_heads_password_is_not_ones_own(machine: SharedMachine, visit: int) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    with pytest.raises(InvalidInput, match=r"own_password\.wrong_password"):
        custodian.custodian_reveals.open(visit, SELECTION, PASSWORDS[HEAD])


def test_a_second_opening_waits_until_the_first_is_over(machine: SharedMachine, visit: int) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    custodian.custodian_reveals.open(visit, SELECTION, OWN)
    machine.office.clock.move(seconds=59)
    with pytest.raises(ReceptionError, match=r"reveal\.still_open"):
        custodian.custodian_reveals.open(visit, SELECTION, OWN)
    assert [act for act, _ in entries(custodian)].count("protected_revealed") == 1
    machine.office.clock.move(seconds=1)
    custodian.custodian_reveals.open(visit, SELECTION, OWN)


def test_nothing_opens_on_a_screen_that_is_viewed_from_elsewhere(
    machine: SharedMachine, visit: int
) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    simulate_remote_viewing(custodian)
    count = len(entries(custodian))
    with pytest.raises(ReceptionError, match=r"reveal\.looked_on"):
        custodian.custodian_reveals.open(
            visit, SELECTION, "sai"
        )  # before the password is looked at
    assert len(entries(custodian)) == count


@pytest.mark.parametrize("name", [OFFICER, HEAD])
def test_nobody_else_opens_one(machine: SharedMachine, visit: int, name: str) -> None:
    other = machine.sign_in(name)
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        other.custodian_reveals.open(visit, SELECTION, PASSWORDS[name])
    with pytest.raises(ReceptionError, match=r"reveal\.denouncer|rights\.missing"):
        other.reveals.open(visit, replace(SELECTION, reason="answer"))


def test_an_ordinary_visit_is_not_opened_by_custody(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = seal_protected_complaint(officer)
    custodian = machine.sign_in(CUSTODIAN)
    why = ChangeReason("wrong_kind", "Người đến thôi xin giữ bí mật")
    seen = custodian.lifecycle.event_count(visit)
    custodian.lifecycle.reclassify(visit, Reclassification(why, PetitionKind.COMPLAINT, seen))
    with pytest.raises(ReceptionError, match=r"reveal\.ordinary"):
        custodian.custodian_reveals.open(visit, SELECTION, OWN)
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_the_head_is_told_until_the_head_has_seen_it(machine: SharedMachine, visit: int) -> None:
    custodian = machine.sign_in(CUSTODIAN)
    entry = custodian.custodian_reveals.open(visit, SELECTION, OWN).log_entry
    assert custodian.opening_notices.unseen() == ()
    for _ in range(2):  # it does not go by itself
        head = machine.sign_in(HEAD)
        (item,) = [i for i in head.todo_list.read().items if isinstance(i, OpeningToNote)]
        notice = item.notice
        assert (notice.entry, notice.code, notice.opened_by) == (entry, "TC-0001", CUSTODIAN)
        assert (notice.ground, notice.words) == ("notice", WORDS)
        assert notice.opened_on == date(2026, 11, 19)
        machine.office.clock.move(days=1)
    head.opening_notices.note(entry)
    assert head.opening_notices.unseen() == ()
    with pytest.raises(ReceptionError, match=r"notice\.gone"):
        head.opening_notices.note(entry)
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        machine.sign_in(OFFICER).opening_notices.note(entry)
    assert machine.sign_in(HEAD).opening_notices.unseen() == ()
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_grounds_are_offered_while_they_are_in_force() -> None:
    grounds = protected_reveal_grounds(PetitionKind.DENUNCIATION, date(2026, 11, 19))
    assert len(grounds) == 6
    assert all(ground.basis and ground.parts for ground in grounds)
    assert protected_reveal_grounds(PetitionKind.DENUNCIATION, date(2018, 12, 31)) == ()
    complaint = protected_reveal_grounds(PetitionKind.COMPLAINT, date(2026, 11, 19))
    assert not {ground.code for ground in grounds} & {ground.code for ground in complaint}
    assert IdentityPart.NAME in complaint[0].parts
