"""The head accepts findings: what is signed, what is logged, and what counts as accepted."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.services.audit.finding_acceptance import FindingAcceptance
from reception.services.staff.roster_start import RosterStart
from reception.storage.audit.log_reader import end_of_log
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import ORDINARY, OldOffice, old_office
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

__all__ = ["old_office"]


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The services of the head's session."""
    reception = create_services(office.open(HEAD))
    yield reception
    reception.session.database.close()


DENUNCIATION = PetitionKind.DENUNCIATION


def forge(office: ThrowAwayOffice) -> None:
    """Sign an entry of an act that needs a right that the colleague does not have."""
    with Attacker(office, COLLEAGUE).write(Act.BACKUPS_DESTROYED, "office"):
        pass


def test_the_roster_names_the_end_of_the_log_and_the_entry_every_place(
    head: Reception, office: ThrowAwayOffice
) -> None:
    head.session.truncate_wal()
    forge(office)
    acceptance, session = head.staff.finding_acceptance, head.session
    before = session.roster.number
    found = acceptance.verify().findings
    end = end_of_log(session.database)
    acceptance.accept(found)
    roster = session.roster.in_force
    assert roster is not None
    assert (roster.content.number, roster.content.is_confirmed) == (before + 1, True)
    assert roster.content.log_end == end
    assert session.keys.roster == roster.mark
    row = session.database.one("SELECT * FROM log ORDER BY seq DESC")
    assert row is not None
    assert (row["seq"], row["act"], row["roster"]) == (end.seq + 1, "roster_confirmed", before + 1)
    assert json.loads(row["facts"])["findings"] == [list(item.place) for item in found]


def test_they_stay_accepted_after_later_rosters(head: Reception, office: ThrowAwayOffice) -> None:
    forge(office)
    acceptance = head.staff.finding_acceptance
    found = acceptance.verify().findings
    acceptance.accept(found)
    officer = office.user_id(OFFICER)
    before = head.session.people[officer].rights
    head.staff.rights.change(officer, before | {Right.IMPORT}, before)
    result = head.log_verification.verify()
    assert result.intact
    assert tuple(item.finding for item in result.accepted) == found


def test_an_intact_log_needs_no_acceptance(head: Reception) -> None:
    assert head.staff.finding_acceptance.verify().intact
    assert not head.staff.finding_acceptance.is_due()


def test_a_log_that_was_cut_is_accepted_although_nothing_is_found(
    office: ThrowAwayOffice,
) -> None:
    for name in (OFFICER, HEAD):
        office.open(name).close()
    kept = KeptCopy(office)
    for name in (OFFICER, HEAD):
        office.open(name).close()
    kept.put_back_register()
    kept.put_back_state()
    head = create_services(office.open(HEAD))
    acceptance = head.staff.finding_acceptance
    assert acceptance.verify().intact
    assert acceptance.is_due()
    acceptance.accept(())
    assert not acceptance.is_due()
    head.intake.seal_visit(visit_form(DENUNCIATION))
    head.session.close()
    officer = create_services(office.open(OFFICER))
    officer.intake.seal_visit(visit_form(DENUNCIATION))
    officer.session.close()


def test_what_the_head_saw_at_the_first_roster_is_accepted(old_office: OldOffice) -> None:
    with Attacker(old_office, OFFICER).tamper() as database:
        database.execute("UPDATE petition SET summary = 'x' WHERE visit_id = ?", (ORDINARY,))
    session = old_office.open(HEAD)
    with pytest.raises(InvalidInput, match=r"roster\.none"):
        FindingAcceptance(session).accept(())
    start = RosterStart(session)
    found = start.verify().findings
    start.sign(found)
    result = create_services(session).log_verification.verify()
    assert result.intact
    assert {item.finding for item in result.accepted} == set(found)
    session.close()


def test_accepting_needs_a_look_first(head: Reception) -> None:
    with pytest.raises(ReceptionError, match=r"findings\.changed_meanwhile"):
        head.staff.finding_acceptance.accept(())
