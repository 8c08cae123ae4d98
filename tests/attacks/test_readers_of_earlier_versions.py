"""Officers of an earlier version read every denunciation until the head has decided about each."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.bootstrap import Reception
from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.staff import Right
from reception.domain.todo_item import NobodyReadsDenunciations, ReadersToConfirm
from tests.attacks.attacker import Attacker
from tests.attacks.conftest import sign_first_roster
from tests.attacks.old_office import ACTIVE, OldOffice
from tests.attacks.outcomes import named, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, ThrowAwayOffice, build_office

READ = Right.READ_DENUNCIATION


@pytest.fixture
def old(old_office: OldOffice) -> OldOffice:
    sign_first_roster(old_office)
    old_office.open_and_close(*ACTIVE)
    return old_office


@pytest.fixture
def office_of_today(tmp_path: Path) -> ThrowAwayOffice:
    return build_office(tmp_path)


def asked_about(reception: Reception) -> list[str]:
    items = reception.todo_list.read().items
    return [name for item in items if isinstance(item, ReadersToConfirm) for _, name in item.people]


def take(head: Reception, user_id: str) -> None:
    before = head.session.people[user_id].rights
    head.staff.rights.change(user_id, before - {READ}, before)


def give(head: Reception, user_id: str) -> None:
    before = head.session.people[user_id].rights
    head.staff.rights.change(user_id, before | {READ}, before)


def test_the_head_is_asked_about_everybody_whom_nobody_named(old: OldOffice) -> None:
    with signed_in(old, HEAD) as head:
        readers = sorted(p.name for p in head.session.people.values() if p.may(READ))
        assert asked_about(head) == readers
        assert {OFFICER, COLLEAGUE} <= set(readers)
    with signed_in(old, OFFICER) as officer:
        assert asked_about(officer) == []
        with pytest.raises(NotAllowed):
            officer.staff.denunciation_readers.confirm((old.user_id(OFFICER),))
    assert named(old) == set()


def test_it_ends_when_each_was_confirmed_or_lost_the_right(old: OldOffice) -> None:
    with signed_in(old, HEAD) as head:
        shown = asked_about(head)
        take(head, old.user_id(COLLEAGUE))
        assert asked_about(head) == [name for name in shown if name != COLLEAGUE]
        people = head.staff.denunciation_readers.unconfirmed()
        head.staff.denunciation_readers.confirm(tuple(user_id for user_id, _ in people))
        assert asked_about(head) == []
        give(head, old.user_id(COLLEAGUE))  # named now
        assert asked_about(head) == []
        with pytest.raises(InvalidInput, match=r"readers\.changed_meanwhile"):
            head.staff.denunciation_readers.confirm(())
    with signed_in(old, HEAD) as head:
        assert asked_about(head) == []
    assert named(old) == set()


def test_only_the_people_who_were_shown_are_confirmed(old: OldOffice) -> None:
    with signed_in(old, HEAD) as head:
        readers = head.staff.denunciation_readers
        shown = tuple(user_id for user_id, _ in readers.unconfirmed())
        take(head, old.user_id(COLLEAGUE))
        with pytest.raises(InvalidInput, match=r"readers\.changed_meanwhile"):
            readers.confirm(shown)
        assert COLLEAGUE not in asked_about(head)
        assert OFFICER in asked_about(head)


@pytest.mark.parametrize("act", [Act.READERS_CONFIRMED, Act.RIGHTS_CHANGED, Act.VERIFIED])
def test_an_officer_confirms_nobody_with_own_tools(old: OldOffice, act: Act) -> None:
    attacker = Attacker(old, COLLEAGUE)
    with attacker.write(act, attacker.user_id, readers=[attacker.user_id]):
        pass
    with signed_in(old, HEAD) as head:
        assert COLLEAGUE in asked_about(head)


def test_readers_named_at_the_set_up_need_no_confirmation(office_of_today: ThrowAwayOffice) -> None:
    with signed_in(office_of_today, HEAD) as head:
        assert asked_about(head) == []


@pytest.mark.parametrize("loss", ["right", "suspension", "departure"])
def test_the_head_is_told_when_the_last_reader_is_gone(
    office_of_today: ThrowAwayOffice, loss: str
) -> None:
    office = office_of_today
    with signed_in(office, HEAD) as head:
        last = office.user_id(OFFICER)
        for member in list(head.session.people.values()):
            if member.may(READ) and member.user_id != last:
                take(head, member.user_id)
        assert NobodyReadsDenunciations() not in head.todo_list.read().items
        if loss == "right":
            take(head, last)
        elif loss == "suspension":
            head.staff.accounts.suspend(last)
        else:
            head.staff.offboarding.begin(last)
        assert NobodyReadsDenunciations() in head.todo_list.read().items
        assert "readers.nobody" in {warning.code for warning in head.staff.rights.warnings()}
        give(head, office.user_id(COLLEAGUE))
        assert NobodyReadsDenunciations() not in head.todo_list.read().items
    with signed_in(office, COLLEAGUE) as officer:
        assert NobodyReadsDenunciations() not in officer.todo_list.read().items
