"""An office without a roster works as before until its head has verified and signed the first."""

from __future__ import annotations

import pytest

from reception.domain.errors import NotAllowed, StorageError
from reception.domain.roster import NO_ROSTER
from reception.domain.staff import Right
from reception.services.audit.log_verification import LogVerification
from reception.services.staff.rights import Rights
from reception.services.staff.roster_start import RosterStart
from reception.storage.crypto import keyring as keyring_file
from reception.storage.staff.roster_rows import latest_statement
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import FORMER_CUSTODIAN, OldOffice, old_office
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS

__all__ = ["old_office"]


def start(office: OldOffice) -> None:
    session = office.open(HEAD)
    roster_start = RosterStart(session)
    roster_start.sign(roster_start.verify().findings)
    session.close()


def test_until_then_an_officer_works_and_is_told(old_office: OldOffice) -> None:
    session = old_office.open(OFFICER)
    assert "roster.none" in session.warnings
    assert not RosterStart(session).is_due()
    with pytest.raises(NotAllowed):
        RosterStart(session).sign(())
    session.close()


def test_until_then_the_head_changes_rights_as_before(old_office: OldOffice) -> None:
    session = old_office.open(HEAD)
    before = session.people[old_office.user_id(OFFICER)].rights
    Rights(session).change(old_office.user_id(OFFICER), before | {Right.IMPORT}, before)
    assert latest_statement(session.database) is None
    session.close()


def test_the_head_sees_the_exceptions_by_name(old_office: OldOffice) -> None:
    with Attacker(old_office, COLLEAGUE).write() as database:
        database.execute("DELETE FROM office WHERE key = 'settings'")
    session = old_office.open(HEAD)
    (found,) = RosterStart(session).verify().findings
    assert (found.code, found.table, found.key) == ("act.table", "office", "settings")
    assert found.actor == COLLEAGUE
    session.close()


def test_the_first_roster_names_the_end_of_the_log_before_it(old_office: OldOffice) -> None:
    session = old_office.open(HEAD)
    assert RosterStart(session).is_due()
    assert RosterStart(session).verify().intact
    end = session.database.one("SELECT max(seq) FROM log")[0]
    RosterStart(session).sign(())
    assert session.roster.number == 1
    assert session.roster.in_force is not None
    assert session.roster.in_force.content.log_end.seq == end
    assert session.roster.in_force.content.is_confirmed
    assert not RosterStart(session).is_due()
    assert LogVerification(session).verify().intact
    rights = session.roster.in_force.content.rights_of(old_office.user_id(FORMER_CUSTODIAN))
    assert Right.CUSTODY not in rights
    session.close()


def test_afterwards_everybody_opens_and_carries_the_mark(old_office: OldOffice) -> None:
    start(old_office)
    for name in (OFFICER, COLLEAGUE, CUSTODIAN, HEAD):
        session = old_office.open(name)
        assert "roster.none" not in session.warnings
        assert session.keys.roster.number == 1
        session.close()


def test_a_session_that_was_open_meanwhile_goes_on(old_office: OldOffice) -> None:
    officer = old_office.open(OFFICER)
    start(old_office)
    officer.require(Right.RECEIVE)
    assert officer.roster.number == 1
    officer.close()


def test_a_second_start_is_refused(old_office: OldOffice) -> None:
    first, second = old_office.open(HEAD), old_office.open(HEAD)
    RosterStart(first).sign(())
    with pytest.raises(Exception, match=r"roster\.started_already"):
        RosterStart(second).sign(())
    for session in (first, second):
        session.close()


def test_the_roster_cannot_be_taken_away_again(old_office: OldOffice) -> None:
    start(old_office)
    with Attacker(old_office, OFFICER).tamper() as database:
        database.execute("DELETE FROM roster")
    with pytest.raises(StorageError, match=r"roster\.lower"):
        old_office.open(OFFICER)


def test_the_blob_of_the_head_knows_the_roster_at_once(old_office: OldOffice) -> None:
    start(old_office)
    keyring = keyring_file.load(old_office.folder)
    user_id = old_office.user_id(HEAD)
    policy = old_office.environment.policy
    keys = keyring_file.open_account(keyring, user_id, PASSWORDS[HEAD], policy)
    assert keys.roster != NO_ROSTER
