"""When rows differ from the roster only the head opens the office, and sees what differs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.domain.errors import ReceptionError, StorageError
from reception.services.staff.roster_confirmation import RosterConfirmation
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import copy_of_earlier_office
from tests.attacks.old_office import ACTIVE, OldOffice
from tests.attacks.outcomes import ROSTER_ERROR, named, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER

Change = Callable[[sqlite.Connection, Attacker], object]


def generation_deleted(database: sqlite.Connection, attacker: Attacker) -> None:
    """Delete the newest generation of a vault."""
    del attacker
    for table in ("vault_grant", "vault"):
        database.execute(f"DELETE FROM {table} WHERE name = 'protected' AND generation = 2")  # noqa: S608 - names above


def members_put_back(database: sqlite.Connection, attacker: Attacker) -> None:
    """Put back the members' rows of 04/11."""
    office = attacker.office
    assert isinstance(office, OldOffice)
    attacker.rows("member", folder=copy_of_earlier_office(office)).put_back(database)


def recovery_deleted(database: sqlite.Connection, attacker: Attacker) -> None:
    """Make the recovery sheets invalid."""
    del attacker
    database.execute("DELETE FROM office WHERE key = 'recovery_keys'")


def pending_rotation_added(database: sqlite.Connection, attacker: Attacker) -> None:
    """Claim that a rotation is pending."""
    del attacker
    database.execute("INSERT INTO office VALUES ('renew:protected', '{\"generation\": 9}')")


CHANGES = (generation_deleted, members_put_back, recovery_deleted, pending_rotation_added)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("with_entry", [True, False])
def test_only_the_head_enters_sees_the_rows_and_signs_onward(
    office: OldOffice, change: Change, with_entry: bool
) -> None:
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write() if with_entry else attacker.tamper() as database:
        change(database, attacker)
    for name in set(ACTIVE) - {HEAD}:
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            office.open(name).close()
    with signed_in(office, HEAD) as head:
        assert head.session.roster_mismatch is not None
        confirmation = RosterConfirmation(head.session)
        assert confirmation.mismatch().rows
        confirmation.confirm()
    for name in ACTIVE:
        office.open(name).close()
    # The entry that covered the change stays named.
    assert not named(office) - {"act.table", "act.companion"}


def test_an_entry_with_a_number_that_nobody_has_signed_shuts_out_all_but_the_head(
    office: OldOffice,
) -> None:
    attacker = Attacker(office, COLLEAGUE)
    attacker.entry_roster = 1000
    with attacker.write():
        pass
    with pytest.raises(StorageError, match=r"roster\.lower"):
        office.open(OFFICER)
    with signed_in(office, HEAD) as head:
        confirmation = RosterConfirmation(head.session)
        assert confirmation.mismatch().mismatch.known == 1000
        confirmation.confirm()
        assert head.session.roster.number == 1001
        found = head.log_verification.verify().findings
    assert "roster.unknown_number" in {item.code for item in found}
    office.open(OFFICER).close()


def test_confirming_the_rows_does_not_pass_over_a_forged_entry(office: OldOffice) -> None:
    """Who forges an entry may change a row too, so that the head confirms both at once."""
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write() as database:
        pending_rotation_added(database, attacker)
        database.execute("UPDATE petition SET summary = 'Việc khác' WHERE visit_id = 2026000001")
    with signed_in(office, HEAD) as head:
        confirmation = RosterConfirmation(head.session)
        confirmation.mismatch()
        confirmation.confirm()
    for name in (HEAD, OFFICER):
        with signed_in(office, name) as member, pytest.raises(ReceptionError, match="walk_failed"):
            member.session.log_walk.require()
