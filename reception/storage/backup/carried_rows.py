"""Rows that a restore takes over from the present office, so that people and keys never go back.

The present office says who belongs to it, which rights they have, and which keys are the newest. A
backup knows them as they were: the visits come from it, and those rows do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reception.domain.errors import StorageError
from reception.domain.roster import RowChange, compare_rows
from reception.storage.crypto.hash_chain import LOGGED_TABLES
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.database import Database
from reception.storage.key_rotation.vault_generations import next_holders
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.roster_rows import covered_rows, iterate_covered_rows
from reception.storage.staff.signed_members import PENDING_RECOVERY, VAULTS, Office
from reception.storage.unit_of_work import UnitOfWork

# Grants refer to vaults: they are deleted first and written last.
_ORDER = ("vault_grant", "vault", "member", "office")
_MEMBERS = "SELECT user_id, generation, box_key, sign_key FROM member"
_VAULTS = "SELECT name, generation, public_key FROM vault"
_ROSTERS = "SELECT number, statement FROM roster"
_USED_GENERATIONS = "SELECT DISTINCT vault, generation FROM sealed_box"


@dataclass(frozen=True, slots=True)
class BackupGrants:
    """The grants of a backup, and the public keys that their holders had then, by holder."""

    rows: tuple[Mapping[str, Any], ...]
    public_keys: Mapping[str, bytes]


def read_grants(database: Database, office: Office) -> BackupGrants:
    """Read the grants of a backup before :func:`carry_over` replaces them."""
    people = signed_members.read_members(database, office)
    public_keys = {member.user_id: member.box_key for member in people.values()}
    public_keys[RECOVERY] = root_succession.recovery_box_key(database, office)
    for vault in VAULTS:
        kept = next_holders(database, office, vault).get(PENDING_RECOVERY)
        public_keys |= {PENDING_RECOVERY: kept} if kept else {}
    rows = tuple(dict(row) for row in database.query("SELECT * FROM vault_grant"))
    return BackupGrants(rows, public_keys)


def require_known_keys(copy: Database, present: Database) -> None:
    """Refuse a backup with members, vaults or rosters that the present office does not know.

    Such a backup was continued elsewhere: with the people of the present office its log could not
    be verified, and its identities not opened. Errors: StorageError ``backup.other_branch``.
    """
    known_rosters = dict(present.query(_ROSTERS))
    is_known = (
        _present_keys(copy, _MEMBERS) <= _present_keys(present, _MEMBERS)
        and _present_keys(copy, _VAULTS) <= _present_keys(present, _VAULTS)
        and all(
            known_rosters.get(number, statement) == statement
            for number, statement in copy.query(_ROSTERS)
        )
    )
    if not is_known:
        raise StorageError("backup.other_branch")


def _present_keys(database: Database, query: str) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in database.query(query)}


def carry_over(work: UnitOfWork, present: Database) -> None:
    """Make the rows that rosters cover, and the rosters, those of the present office."""
    rows = dict(iterate_covered_rows(present))
    differences = sorted(
        compare_rows(covered_rows(present), covered_rows(work.database)),
        key=lambda item: _ORDER.index(item.table),
    )
    for item in differences:
        if item.change is RowChange.ADDED:
            key = dict(zip(LOGGED_TABLES[item.table], item.key.split("|"), strict=True))
            work.delete(item.table, key)
    for item in reversed(differences):
        if item.change is not RowChange.ADDED:
            work.upsert(item.table, dict(rows[item.table, item.key]))
    # The backup may have rosters that are missing here since a restore: its log names them.
    stored = dict(work.database.query(_ROSTERS))
    for row in present.query("SELECT * FROM roster ORDER BY number"):
        if row["number"] not in stored:
            work.insert("roster", dict(row))


def take_over_grants(work: UnitOfWork, office: Office, grants: BackupGrants) -> None:
    """Write the backup's grants of generations that the present office no longer holds.

    Only for holders who would get the vault's next key today, and have the key pair of then; and
    only for generations that a sealed value of the backup needs.
    """
    database = work.database
    used = {(row["vault"], row["generation"]) for row in database.query(_USED_GENERATIONS)}
    present = {
        (row["name"], row["generation"])
        for row in database.query("SELECT DISTINCT name, generation FROM vault_grant")
    }
    entitled = {vault: next_holders(database, office, vault) for vault in VAULTS}
    for row in grants.rows:
        public = entitled.get(row["name"], {}).get(row["holder"])
        is_entitled = public is not None and public == grants.public_keys.get(row["holder"])
        is_needed = (row["name"], row["generation"]) in used - present
        if is_entitled and is_needed and signed_members.is_signed(row, office, "vault_grant"):
            work.upsert("vault_grant", row)


def revoke_unentitled_grants(work: UnitOfWork, office: Office) -> None:
    """Delete the grants of everybody who would not get the vault's next key today."""
    for vault in VAULTS:
        holders = next_holders(work.database, office, vault)
        rows = work.database.query("SELECT * FROM vault_grant WHERE name = ?", (vault,))
        for row in rows:
            if row["holder"] not in holders:
                columns = LOGGED_TABLES["vault_grant"]
                work.delete("vault_grant", {name: row[name] for name in columns})
