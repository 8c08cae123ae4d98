"""A newer roster is hidden from somebody who has not seen it, or forgotten beside a longer fork."""

from __future__ import annotations

import pytest

from reception.domain.errors import StorageError
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.storage.staff.roster_check import highest_number_in_log
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import signed_in
from tests.attacks.roster_stage import Revocation, change_rights
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER


def test_earlier_entries_of_others_name_a_removed_statement(revocation: Revocation) -> None:
    """Neither custodian nor machine knows; the last entry, of the attacker, names a lower one."""
    revocation.remove_statement(entry_roster=revocation.kept_number)
    revocation.copy.put_back_state()
    with pytest.raises(StorageError, match=r"^roster\.lower"):
        revocation.office.open(CUSTODIAN).close()


def test_a_fork_that_has_grown_longer_is_refused_too(office: OldOffice) -> None:
    copy = KeptCopy(office)
    change_rights(office, COLLEAGUE, reveal=True)
    office.open_and_close(OFFICER)
    account = Attacker(office, OFFICER).keyring().account(office.user_id(OFFICER))
    copy.put_back_register()
    copy.put_back_keyring()
    copy.put_back_state()
    for reveal in (True, False, True):
        change_rights(office, CUSTODIAN, reveal=reveal)
    Attacker(office, COLLEAGUE).put_account(account.user_id, blob=account.blob)
    with pytest.raises(StorageError, match=r"^roster\.fork"):
        office.open(OFFICER).close()


def test_entries_count_also_after_the_head_has_confirmed_a_forged_high_number(
    office: OldOffice,
) -> None:
    """An entry that names the highest number of all would otherwise hide every later number."""
    attacker = Attacker(office, COLLEAGUE)
    attacker.entry_roster = 10**9
    with attacker.write():
        pass
    with signed_in(office, HEAD) as head:
        confirmation = RosterConfirmation(head.session)
        confirmation.mismatch()
        confirmation.confirm()
        confirmed = head.session.roster.known
        assert confirmed.number == 10**9 + 1
        assert highest_number_in_log(head.session.database, confirmed.number) == confirmed.number
    office.open_and_close(CUSTODIAN)
