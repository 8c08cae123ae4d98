"""The head confirms rows that differ from the roster; nobody gains by the change.

The attacker changes rows of the file itself, with the database key that every member has.
"""

from __future__ import annotations

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import StorageError
from reception.domain.petition import PetitionKind
from reception.domain.roster import RowChange, RowRepair
from reception.domain.staff import Right
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.storage.staff.signed_members import PROTECTED
from tests.attacks.attacker import Attacker
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
)
from tests.fixtures.visit_forms import visit_form
from tests.services.staff.roster_stage import (
    ATTACKS,
    change,
    confirm,
    findings,
    opens,
    refused,
    rights,
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_after_the_confirmation_everything_is_as_before(
    filled: ThrowAwayOffice, attacker: Attacker, attack: str
) -> None:
    before = rights(filled)
    change(attacker, ATTACKS[attack])
    assert refused(filled, OFFICER, CUSTODIAN).startswith("roster.")
    confirm(filled)
    assert rights(filled) == before
    assert findings(filled) == ()
    head, custodian = filled.open(HEAD), filled.open(CUSTODIAN)
    assert opens(head, PetitionKind.COMPLAINT)
    assert opens(custodian, PetitionKind.DENUNCIATION)
    assert not opens(head, PetitionKind.DENUNCIATION)
    head.close()
    custodian.close()
    assert not Attacker(filled, COLLEAGUE).rows("member", "user_id IN ('ffffffff', 'a|b|c')").rows


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_same_change_under_an_own_entry_is_repaired_too(
    filled: ThrowAwayOffice, attacker: Attacker, attack: str
) -> None:
    before = rights(filled)
    with attacker.write() as database:
        database.execute(ATTACKS[attack])
    assert refused(filled, OFFICER, CUSTODIAN).startswith("roster.")
    confirm(filled)
    assert rights(filled) == before


def test_until_the_confirmation_nothing_else_works(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    change(attacker, ATTACKS["member changed"])
    count = len(attacker.rows("log").rows)
    reception = create_services(filled.open(HEAD))
    session = reception.session
    for act in (
        session.refresh,
        lambda: session.require(Right.MANAGE),
        reception.log_verification.verify,
        reception.staff.accounts.summaries,
        lambda: reception.intake.seal_visit(visit_form()),
    ):
        with pytest.raises(StorageError, match=r"roster\.rows_differ"):
            act()
    session.close()
    assert len(attacker.rows("log").rows) == count


def test_the_opening_is_logged_after_the_confirmation(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    change(attacker, ATTACKS["member changed"])
    confirm(filled)
    acts = [row[4] for row in attacker.rows("log").rows[-3:]]
    assert acts == ["roster_confirmed", "opened", "locked"]
    (facts,) = [row[6] for row in attacker.rows("log", "act = 'roster_confirmed'").rows]
    assert '"code":"roster.rows_differ"' in facts
    assert not any(name in facts for name in PASSWORDS)


def test_every_row_is_named_with_what_the_roster_says(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    change(
        attacker,
        "UPDATE member SET rights = 'custody' WHERE name = 'Trần Thị B'",
        ATTACKS["grant added"] + " AND name = 'protected'",
    )
    session = filled.open(HEAD)
    view = RosterConfirmation(session).mismatch()
    assert view.is_newest
    assert (view.compared_number, view.next_number) == (1, 2)
    member, grant = view.rows
    assert (member.person, member.change, member.repair) == (
        OFFICER,
        RowChange.CHANGED,
        RowRepair.PUT_RIGHT,
    )
    assert member.now is not None
    assert member.stated is not None
    assert member.now.rights == {Right.CUSTODY}
    assert Right.RECEIVE in member.stated.rights
    assert not member.is_signed
    assert (grant.vault, grant.generation, grant.person) == (PROTECTED, 1, "ffffffff")
    assert grant.repair is RowRepair.TAKEN_BACK
    session.close()


def test_the_head_whose_own_row_is_gone_enters_by_the_seed_of_the_root(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    change(attacker, ATTACKS["head missing"])
    session = filled.open(HEAD)
    confirmation = RosterConfirmation(session)
    rows = confirmation.mismatch().rows
    assert [(row.person, row.change, row.repair) for row in rows] == [
        (HEAD, RowChange.MISSING, RowRepair.PUT_RIGHT)
    ]
    confirmation.confirm()
    assert session.head().name == HEAD
    session.close()


def test_after_the_confirmation_the_session_works(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    change(attacker, ATTACKS["member changed"])
    reception: Reception = create_services(filled.open(HEAD))
    confirmation = RosterConfirmation(reception.session)
    confirmation.mismatch()
    confirmation.confirm()
    user_id = filled.user_id(OFFICER)
    stated = reception.session.people[user_id].rights
    reception.staff.rights.change(user_id, stated | {Right.REVEAL}, stated)
    assert reception.log_verification.verify().intact
    reception.session.close()
    session = filled.open(OFFICER)
    assert opens(session, PetitionKind.COMPLAINT)
    session.close()
