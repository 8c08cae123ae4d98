"""Recovery of an office of which somebody has changed a vault's public key."""

from __future__ import annotations

from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import PROTECTED
from tests.attacks.attacker import Attacker
from tests.fixtures.office import CUSTODIAN, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON
from tests.services.recovery.test_office_recovery import lose, read


def test_it_costs_the_custodians_nothing(office: ThrowAwayOffice) -> None:
    """The sheets do not open that vault: its grants are all there is."""
    lost = lose(office, opens_protected=False)
    with Attacker(office, OFFICER).tamper() as database:
        database.execute("UPDATE vault SET public_key = randomblob(32) WHERE name = 'protected'")
    lost.reopen()
    session = office.open(CUSTODIAN)
    assert read(session, lost.visits[1]).identity == PERSON
    vaults = signed_members.read_vaults(session.database, session.office)
    assert vaults[PROTECTED].generation == 2
    session.close()
