"""A roster that somebody has seen cannot be taken away, forged or replaced by another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reception.domain.errors import StorageError
from reception.storage.crypto.keyring import sign
from reception.storage.staff.roster_statement import SignedRoster, sign_roster
from tests.attacks.attacker import Attacker, KeptRows
from tests.attacks.old_office import ACTIVE, OldOffice
from tests.attacks.outcomes import ROSTER_ERROR, named, signed_in
from tests.attacks.roster_stage import COVERED_TABLES, Revocation
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, OFFICER

_LOWER = r"^roster\.lower"


def test_a_removed_statement_is_missed_by_who_has_seen_it(revocation: Revocation) -> None:
    office = revocation.office
    office.open_and_close(OFFICER)
    revocation.remove_statement(entry_roster=revocation.kept_number)
    revocation.copy.put_back_state()
    with pytest.raises(StorageError, match=_LOWER):
        office.open(OFFICER).close()


def test_it_is_missed_by_the_machine(revocation: Revocation) -> None:
    """The custodian has not opened since; the machine's own copy is higher."""
    revocation.remove_statement(entry_roster=revocation.kept_number)
    with pytest.raises(StorageError, match=_LOWER):
        revocation.office.open(CUSTODIAN).close()


def test_it_is_missed_by_the_last_entry(revocation: Revocation) -> None:
    """Neither the custodian nor the machine knows; the attacker's entry goes on as before."""
    revocation.remove_statement(entry_roster=None)
    revocation.copy.put_back_state()
    with pytest.raises(StorageError, match=_LOWER):
        revocation.office.open(CUSTODIAN).close()


def test_a_running_session_misses_it(revocation: Revocation) -> None:
    with signed_in(revocation.office, OFFICER) as officer:
        revocation.remove_statement(entry_roster=revocation.kept_number)
        revocation.copy.put_back_state()
        with pytest.raises(StorageError, match=_LOWER):
            officer.session.refresh()


def test_a_roster_number_that_falls_along_the_chain_is_named(office: OldOffice) -> None:
    attacker = Attacker(office, COLLEAGUE)
    attacker.entry_roster = 0
    with attacker.write():
        pass
    assert named(office)


def forge(
    attacker: Attacker, sign_forgery: Callable[[Attacker, SignedRoster], SignedRoster]
) -> None:
    """Append a statement with the next number, which gives the attacker custody."""
    (row,) = attacker.rows("roster", "number = (SELECT max(number) FROM roster)").rows
    latest = SignedRoster(str(row[1]), bytes(row[2]))
    forged = sign_forgery(attacker, latest)
    attacker.entry_roster = forged.roster().number
    with attacker.write() as database:
        new_row = (forged.roster().number, forged.statement, forged.signature)
        KeptRows("roster", (new_row,)).put_back(database)


def signed_by_own_root(attacker: Attacker, latest: SignedRoster) -> SignedRoster:
    """Name the attacker's own key as the root."""
    stated = latest.roster()
    content = replace(
        stated,
        root=attacker.keys.sign_public,
        number=stated.number + 1,
        previous=latest.digest,
    )
    return sign_roster(content, attacker.keys.sign_seed)


def signed_for_the_root(attacker: Attacker, latest: SignedRoster) -> SignedRoster:
    """Name the office's root, but sign with the attacker's key."""
    stated = latest.roster()
    content = replace(stated, number=stated.number + 1, previous=latest.digest)
    return sign_roster(content, attacker.keys.sign_seed)


def with_a_higher_number(attacker: Attacker, latest: SignedRoster) -> SignedRoster:
    """Change the number in a true statement, and keep its signature."""
    del attacker
    stated = latest.roster()
    changed = latest.statement.replace(f'"number":{stated.number}', f'"number":{stated.number + 1}')
    assert changed != latest.statement
    return replace(latest, statement=changed)


FORGERIES = (signed_by_own_root, signed_for_the_root, with_a_higher_number)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_statement_is_refused(
    office: OldOffice, forgery: Callable[[Attacker, SignedRoster], SignedRoster]
) -> None:
    forge(Attacker(office, COLLEAGUE), forgery)
    for name in (OFFICER, CUSTODIAN):
        with pytest.raises(StorageError, match=r"^roster\.forged"):
            office.open(name).close()


def test_an_older_statement_under_a_higher_number_is_refused(revocation: Revocation) -> None:
    """The row's number is not the statement's: the root has signed that one for an older time."""
    attacker = Attacker(revocation.office, COLLEAGUE)
    _, statement, signature = revocation.kept_rows["roster"].rows[-1]
    with attacker.write() as database:
        newest = (revocation.kept_number + 2, statement, signature)
        KeptRows("roster", (newest,)).put_back(database)
        for table in COVERED_TABLES[:-1]:
            database.execute(f"DELETE FROM {table}")  # noqa: S608 - names above
            revocation.kept_rows[table].put_back(database)
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        revocation.office.open(CUSTODIAN).close()


def test_a_file_that_claims_a_higher_roster_locks_nobody_out(office: OldOffice) -> None:
    """An unsigned one counts for nothing."""
    attacker = Attacker(office, COLLEAGUE)
    (row,) = attacker.rows("roster", "number = (SELECT max(number) FROM roster)").rows
    latest = SignedRoster(str(row[1]), bytes(row[2]))
    forged = replace(latest, signature=sign(attacker.keys.sign_seed, latest.statement.encode()))
    for path in (office.environment.state_folder / "anchors").glob("*.roster"):
        higher = forged.statement.replace('"number":', '"number":9')
        path.write_text(str(replace(forged, statement=higher).to_json()), encoding="utf-8")
    office.open_and_close(*ACTIVE)
