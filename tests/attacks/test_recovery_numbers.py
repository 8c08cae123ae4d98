"""Recovery by sheets numbers on from the highest roster that any entry of the log names."""

from __future__ import annotations

from reception.services.access.unlocking import unlock
from tests.attacks.roster_stage import Revocation
from tests.attacks.test_old_sheets import NEW_PASSWORD, recover
from tests.fixtures.office import CUSTODIAN, OFFICER


def test_a_removed_statement_does_not_give_its_number_to_the_new_root(
    revocation: Revocation,
) -> None:
    """Neither register nor machine have the newest statement; entries and a blob name it."""
    office = revocation.office
    office.open_and_close(OFFICER)
    revocation.remove_statement(entry_roster=None)
    revocation.copy.put_back_state()
    head_id = recover(office)
    session = unlock(office.folder, head_id, NEW_PASSWORD, office.environment)
    assert session.roster_mismatch is None
    assert session.roster.number > revocation.kept_number + 1
    session.close()
    office.open_and_close(OFFICER, CUSTODIAN)
