"""Rows that differ from the roster, and statements: found, deleted, or logged as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from reception.domain.errors import StorageError
from reception.domain.roster import RosterDifference
from reception.storage.crypto import hash_chain
from reception.storage.crypto.hash_chain import LOGGED_TABLES
from reception.storage.database import Database
from reception.storage.staff import signed_members
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.staff.signed_members import Office
from reception.storage.unit_of_work import UnitOfWork

# Grants refer to vaults: they go first.
_ORDER = {"vault_grant": 0, "vault": 1, "member": 2, "office": 3}
_STATEMENTS = "SELECT * FROM roster ORDER BY number"
_NUMBER = re.compile("[0-9]{1,18}")  # of a statement, as in the log
_LOGGED_STATEMENT = (
    "SELECT digest FROM log_row WHERE record = 'roster' AND key = ? ORDER BY seq DESC LIMIT 1"
)
_LOGGED_STATEMENTS = "SELECT DISTINCT key FROM log_row WHERE record = 'roster'"


def in_order_of_repair(differences: Iterable[RosterDifference]) -> list[RosterDifference]:
    """Return the differences in the order in which their rows can be changed."""
    return sorted(differences, key=lambda item: _ORDER[item.table])


def delete_forged_rows(
    work: UnitOfWork, office: Office, differences: Iterable[RosterDifference]
) -> None:
    """Delete the differing rows about people and grants that the office root has not signed.

    A vault's row stays for the repair: its grants open what was sealed before somebody changed it.
    """
    for difference in in_order_of_repair(differences):
        row = differing_row(work.database, difference)
        if row is None or difference.table in ("office", "vault"):
            continue
        if not signed_members.is_signed(row, office, difference.table):
            delete_row(work, difference.table, row)


def log_differing_rows(work: UnitOfWork, differences: Iterable[RosterDifference]) -> None:
    """Let the act's log entry cover every differing row that the act has not written.

    The head has seen and accepted them as they are now; a missing row counts as deleted by the act.
    """
    written = {(row.table, row.key) for row in work.changed_rows()}
    for difference in differences:
        if (difference.table, difference.key) in written:
            continue
        row = differing_row(work.database, difference)
        if row is None:
            work.delete(difference.table, key_of_missing_row(difference))
        else:
            work.upsert(difference.table, dict(row))


def differing_row(database: Database, difference: RosterDifference) -> Any | None:
    """Return a differing row as it is now; None for a missing one."""
    columns = LOGGED_TABLES[difference.table]
    # Keys are compared as texts: a key that somebody has made up may contain the separator.
    for row in database.query(f"SELECT * FROM {difference.table}"):
        if hash_chain.key_text(row[name] for name in columns) == difference.key:
            return row
    return None


def key_of_missing_row(difference: RosterDifference) -> dict[str, str]:
    """Return the key columns of a row that the roster names."""
    columns = LOGGED_TABLES[difference.table]
    return dict(zip(columns, difference.key.split("|"), strict=True))


def delete_row(work: UnitOfWork, table: str, row: Any) -> None:
    """Delete a row; with a vault's generation, its grants."""
    if table == "vault":
        grants = "SELECT * FROM vault_grant WHERE name = ? AND generation = ?"
        for grant in work.database.query(grants, (row["name"], row["generation"])):
            delete_row(work, "vault_grant", grant)
    work.delete(table, {name: row[name] for name in LOGGED_TABLES[table]})


def restore_statement(work: UnitOfWork, signed: SignedRoster) -> None:
    """Write a statement again that the log covers and that somebody has deleted or changed.

    It needs no entry: the row is again what the log says.
    """
    row = (signed.roster().number, signed.statement, signed.signature)
    logged = work.database.one(_LOGGED_STATEMENT, (str(row[0]),))
    if logged is not None and bytes(logged["digest"]) == hash_chain.row_digest("roster", row):
        work.database.execute("INSERT OR REPLACE INTO roster VALUES (?, ?, ?)", row)


def delete_untrusted_statements(work: UnitOfWork, roots: Iterable[bytes], next_number: int) -> None:
    """Delete the statements that none of the roots has signed, and those from ``next_number`` on.

    The log entry names also those that somebody has deleted before.
    """
    roots, present = tuple(roots), set()
    for row in work.database.query(_STATEMENTS):
        number = row["number"]
        present.add(str(number))
        signed = SignedRoster(row["statement"], bytes(row["signature"]))
        if number >= next_number or not _is_trusted(signed, number, roots):
            work.delete("roster", {"number": number})
    for row in work.database.query(_LOGGED_STATEMENTS):
        if row["key"] not in present and _NUMBER.fullmatch(row["key"]):
            work.delete("roster", {"number": int(row["key"])})


def _is_trusted(signed: SignedRoster, number: int, roots: Iterable[bytes]) -> bool:
    try:
        is_signed = any(signed.is_signed_by(root) for root in roots)
        return is_signed and signed.roster().number == number
    except StorageError:  # not readable
        return False
