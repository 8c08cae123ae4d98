"""Confirmations after lower registers, forks and forged numbers, and after power cuts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.domain.staff import Right
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.storage.unit_of_work import UnitOfWork
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
)
from tests.services.staff.roster_stage import (
    ATTACKS,
    REASON,
    change,
    confirm,
    findings,
    refused,
    rights,
)


def copied(office: ThrowAwayOffice, folder: Path) -> ThrowAwayOffice:
    """Return a copy of the office on a machine of its own."""
    shutil.copytree(office.folder, folder / "office")
    state = folder / "state"
    shutil.copytree(office.environment.state_folder, state)
    environment = replace(office.environment, state_folder=state)
    return ThrowAwayOffice(folder / "office", environment, office.clock)


def take_right(office: ThrowAwayOffice) -> frozenset[Right]:
    """Let the head take the right to verify from the officer; return the rights before."""
    head = create_services(office.open(HEAD))
    user_id = office.user_id(OFFICER)
    before = head.session.people[user_id].rights
    head.staff.rights.change(user_id, before - {Right.VERIFY}, before)
    head.session.close()
    return before


class Stopped(Exception):
    """The machine loses power."""


def test_a_lower_register_is_compared_with_the_roster_of_this_machine(
    filled: ThrowAwayOffice,
) -> None:
    kept = KeptCopy(filled)
    before = take_right(filled)
    kept.put_back_register()
    assert refused(filled, OFFICER, CUSTODIAN) == "roster.lower"
    view = confirm(filled)
    assert (view.mismatch.found, view.mismatch.known) == (1, 2)
    assert (view.is_newest, view.compared_number, view.next_number) == (True, 2, 3)
    assert [row.person for row in view.rows] == [OFFICER]
    assert rights(filled)[OFFICER] == before - {Right.VERIFY}
    # The evidence of the old file stays: the log that this machine has seen is not in it.
    assert {item.code for item in findings(filled)} == {"log.rewritten"}


def test_a_lower_register_with_the_mark_in_the_blob_only_shows_all_people(
    filled: ThrowAwayOffice,
) -> None:
    kept = KeptCopy(filled)
    take_right(filled)
    kept.put_back_register()
    kept.put_back_state()
    view = confirm(filled)
    assert view.mismatch.code == "roster.lower"
    assert (view.is_newest, view.compared_number, view.next_number) == (False, 1, 3)
    assert view.rows == ()
    assert {person.name for person in view.people} == set(PASSWORDS)
    (officer,) = (person for person in view.people if person.name == OFFICER)
    assert Right.VERIFY in officer.rights
    assert set(rights(filled)) == set(PASSWORDS)
    assert findings(filled) == ()


def test_a_statement_that_is_put_under_a_higher_number_is_not_the_one_compared_with(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    custodian = create_services(filled.open(CUSTODIAN))
    colleague = filled.user_id(COLLEAGUE)
    custodian.staff.custody.grant(colleague, PASSWORDS[HEAD], REASON)
    kept = attacker.rows("member")
    custodian.staff.custody.revoke(colleague, PASSWORDS[HEAD], REASON)
    custodian.session.close()
    filled.open(HEAD).close()
    shutil.rmtree(filled.environment.state_folder)
    with attacker.write() as database:
        kept.put_back(database)
        database.execute(
            "INSERT INTO roster SELECT 99, statement, signature FROM roster WHERE number = 2"
        )
    view = confirm(filled)
    assert view.compared_number == 3
    assert Right.CUSTODY not in rights(filled)[COLLEAGUE]


def test_a_row_and_a_forged_number_together_give_nothing(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    custodian = create_services(filled.open(CUSTODIAN))
    colleague = filled.user_id(COLLEAGUE)
    custodian.staff.custody.grant(colleague, PASSWORDS[HEAD], REASON)
    kept = attacker.rows("member")
    custodian.staff.custody.revoke(colleague, PASSWORDS[HEAD], REASON)
    custodian.session.close()
    with attacker.tamper() as database:
        kept.put_back(database)
        database.execute("UPDATE log SET roster = 77 WHERE seq = (SELECT max(seq) FROM log)")
    view = confirm(filled)
    assert view.mismatch.code == "roster.lower"
    assert not view.is_newest
    assert view.next_number == 78
    assert Right.CUSTODY not in rights(filled)[COLLEAGUE]


def test_two_registers_continued_from_one_copy(filled: ThrowAwayOffice, tmp_path: Path) -> None:
    other = copied(filled, tmp_path / "other")
    user_id = filled.user_id(OFFICER)
    for place, right in ((filled, Right.VERIFY), (other, Right.REPORT)):
        head = create_services(place.open(HEAD))
        before = head.session.people[user_id].rights
        head.staff.rights.change(user_id, before - {right}, before)
        head.session.close()
    shutil.copyfile(other.folder / "register.db", filled.folder / "register.db")
    assert refused(filled, CUSTODIAN) == "roster.fork"
    view = confirm(filled)
    assert view.mismatch.code == "roster.fork"
    assert view.next_number == 3
    assert [row.person for row in view.rows] == [OFFICER]
    assert Right.VERIFY not in rights(filled)[OFFICER]
    assert {item.code for item in findings(filled)} == {"log.rewritten"}


def test_the_head_signs_only_what_was_shown(filled: ThrowAwayOffice, attacker: Attacker) -> None:
    change(attacker, ATTACKS["member changed"])
    session = filled.open(HEAD)
    confirmation = RosterConfirmation(session)
    with pytest.raises(StorageError, match=r"roster\.changed_meanwhile"):
        confirmation.confirm()
    confirmation.mismatch()
    change(attacker, ATTACKS["vault added"])
    with pytest.raises(StorageError, match=r"roster\.changed_meanwhile"):
        confirmation.confirm()
    assert {row.table for row in confirmation.mismatch().rows} == {"member", "vault"}
    confirmation.confirm()
    session.close()
    assert findings(filled) == ()


@pytest.mark.parametrize("step", ["sign", "write_entry"])
def test_a_power_cut_before_the_commit_changes_nothing(
    filled: ThrowAwayOffice, attacker: Attacker, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    change(attacker, ATTACKS["member changed"], ATTACKS["vault changed"])
    tables = ("member", "vault", "vault_grant", "roster", "log", "office", "sealed_box")
    before = [attacker.rows(table) for table in tables]
    place: tuple[object, str] = (UnitOfWork, "_write_entry")
    if step == "sign":
        place = (RosterConfirmation, "_repair_and_sign")
    original: Callable[..., object] = getattr(*place)

    def stop_afterwards(*given: object) -> None:
        original(*given)
        raise Stopped

    session = filled.open(HEAD)
    confirmation = RosterConfirmation(session)
    confirmation.mismatch()
    monkeypatch.setattr(*place, stop_afterwards)
    with pytest.raises(Stopped):
        confirmation.confirm()
    session.database.close()
    monkeypatch.undo()
    assert [attacker.rows(table) for table in tables] == before
    assert refused(filled, OFFICER) == "roster.rows_differ"
    confirm(filled)
    assert findings(filled) == ()


def test_a_second_mismatch_is_confirmed_as_the_first(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    before = rights(filled)
    for number, attack in ((2, "member changed"), (3, "vault changed"), (4, "grant added")):
        change(attacker, ATTACKS[attack])
        assert confirm(filled).next_number == number
        assert rights(filled) == before
    assert findings(filled) == ()
