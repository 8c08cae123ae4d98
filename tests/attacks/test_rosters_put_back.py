"""Whole copies of register, keyring and state are put back, or continued twice."""

from __future__ import annotations

import pytest

from reception.domain.errors import StorageError
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import ACTIVE, OldOffice
from tests.attacks.outcomes import signed_in
from tests.attacks.roster_stage import Revocation, change_rights
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER

_LOWER = r"^roster\.lower"


def test_the_machine_knows_a_higher_roster_than_the_files(revocation: Revocation) -> None:
    revocation.copy.put_back_register()
    revocation.copy.put_back_keyring()
    for name in ACTIVE:
        if name != HEAD:
            with pytest.raises(StorageError, match=_LOWER):
                revocation.office.open(name).close()


def test_a_blob_knows_a_higher_roster_than_register_and_machine(revocation: Revocation) -> None:
    office = revocation.office
    office.open_and_close(OFFICER)
    blob = Attacker(office, OFFICER).keyring().account(office.user_id(OFFICER)).blob
    revocation.copy.put_back_register()
    revocation.copy.put_back_keyring()
    revocation.copy.put_back_state()
    Attacker(office, COLLEAGUE).put_account(office.user_id(OFFICER), blob=blob)
    with pytest.raises(StorageError, match=_LOWER):
        office.open(OFFICER).close()


def test_all_files_put_back_open_as_then_which_is_not_promised_otherwise(
    revocation: Revocation,
) -> None:
    """Only paper, backups and memory tell: the session says its roster and the last entry."""
    office = revocation.office
    revocation.copy.put_back_register()
    revocation.copy.put_back_keyring()
    revocation.copy.put_back_state()
    session = office.open(CUSTODIAN)
    assert session.roster.number == revocation.kept_number
    session.close()


def test_two_states_continued_from_one_copy_are_a_fork(office: OldOffice) -> None:
    copy = KeptCopy(office)
    first = change_rights(office, COLLEAGUE, reveal=True)
    office.open_and_close(OFFICER)
    account = Attacker(office, OFFICER).keyring().account(office.user_id(OFFICER))
    copy.put_back_register()
    copy.put_back_keyring()
    copy.put_back_state()
    assert change_rights(office, CUSTODIAN, reveal=True) == first
    Attacker(office, COLLEAGUE).put_account(account.user_id, blob=account.blob)
    with pytest.raises(StorageError, match=r"^roster\.fork"):
        office.open(OFFICER).close()


def test_a_fork_that_only_the_machine_has_seen_is_refused(office: OldOffice) -> None:
    copy = KeptCopy(office)
    first = change_rights(office, COLLEAGUE, reveal=True)
    other = KeptCopy(office, "other")
    copy.put_back_register()
    copy.put_back_keyring()
    copy.put_back_state()
    assert change_rights(office, CUSTODIAN, reveal=True) == first
    other.put_back_state()
    with pytest.raises(StorageError, match=r"^roster\.fork"):
        office.open(OFFICER).close()


def test_a_running_session_does_not_continue_another_state(office: OldOffice) -> None:
    """The files are exchanged below a session that has them open."""
    copy = KeptCopy(office)
    change_rights(office, COLLEAGUE, reveal=True)
    with signed_in(office, OFFICER) as officer:
        kept = Attacker(office, COLLEAGUE)
        rows = {table: kept.rows(table, "1", copy.folder) for table in ("member", "vault")}
        with kept.write() as database:
            for table, found in rows.items():
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - names above
                found.put_back(database)
        with pytest.raises(StorageError, match=r"^roster\."):
            officer.session.refresh()
