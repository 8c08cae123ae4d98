"""The table of rosters, and the rows of the register that a roster covers.

The root signs the next roster inside the act that changes covered rows. Exactly the rows of that
act are replaced in the roster before: a row that somebody put back is never signed with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from reception.domain.audit import RowDigest
from reception.domain.roster import EMPTY_LOG, LogEnd, Roster, RosterMark, RosterMember
from reception.domain.staff import Right
from reception.storage.crypto import hash_chain
from reception.storage.database import Database
from reception.storage.office_values import (
    OFFBOARDING_PREFIX,
    RECOVERY_KEYS,
    ROTATION_DUE_KEY,
    SUCCESSION_PREFIX,
)
from reception.storage.staff.root_succession import read_successions
from reception.storage.staff.roster_statement import SignedRoster, sign_roster
from reception.storage.staff.signed_members import Office
from reception.storage.unit_of_work import UnitOfWork

_COVERED_TABLES = ("member", "vault", "vault_grant")
_COVERED_KEYS = (RECOVERY_KEYS, ROTATION_DUE_KEY)
_COVERED_PREFIXES = (SUCCESSION_PREFIX, OFFBOARDING_PREFIX)
_LATEST = "SELECT statement, signature FROM roster ORDER BY number DESC LIMIT 1"
_ALL = "SELECT statement, signature FROM roster ORDER BY number DESC"
_MEMBERS = "SELECT user_id, generation, rights, active FROM member ORDER BY user_id, generation"
_OFFICE_VALUES = (
    f"SELECT * FROM office WHERE key IN ({', '.join('?' for _ in _COVERED_KEYS)})"
    + "".join(" OR (key >= ? AND key < ?)" for _ in _COVERED_PREFIXES)
)
# A prefix as a range of keys: its last character raised by one is the first key beyond it.
_OFFICE_PARAMETERS = (
    *_COVERED_KEYS,
    *(
        bound
        for prefix in _COVERED_PREFIXES
        for bound in (prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1))
    ),
)


def is_covered(table: str, key: str) -> bool:
    """Tell whether rosters cover a row; ``key`` as in the log."""
    if table == "office":
        return key in _COVERED_KEYS or key.startswith(_COVERED_PREFIXES)
    return table in _COVERED_TABLES


def changes_covered_rows(work: UnitOfWork) -> bool:
    """Tell whether an act has written a row that rosters cover."""
    return any(is_covered(row.table, row.key) for row in work.changed_rows())


def covered_rows(database: Database) -> dict[tuple[str, str], bytes]:
    """Return the digests of the present rows that rosters cover, by (table, key)."""
    return digests_of_rows(read_covered_rows(database))


def read_covered_rows(database: Database) -> list[tuple[str, Any]]:
    """Return (table, row) of the present rows that rosters cover; vaults before grants."""
    rows = [
        (table, row)
        for table in _COVERED_TABLES
        for row in database.query(f"SELECT * FROM {table}")
    ]
    values = database.query(_OFFICE_VALUES, _OFFICE_PARAMETERS)
    return rows + [("office", row) for row in values]


def digests_of_rows(rows: Iterable[tuple[str, Any]]) -> dict[tuple[str, str], bytes]:
    """Return the digests of rows by (table, key); ``rows`` are (table, row)."""
    return {_row_key(table, row): hash_chain.row_digest(table, tuple(row)) for table, row in rows}


def iterate_covered_rows(database: Database) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield ((table, key), row) of the present rows that rosters cover; vaults before grants."""
    for table, row in read_covered_rows(database):
        yield _row_key(table, row), row


def latest_statement(database: Database) -> SignedRoster | None:
    """Return the statement with the highest number, unchecked; None if there is none."""
    row = database.one(_LATEST)
    return None if row is None else SignedRoster(row["statement"], bytes(row["signature"]))


def all_statements(database: Database) -> Iterable[SignedRoster]:
    """Yield all statements, unchecked, the highest number first."""
    for row in database.iterate(_ALL):
        yield SignedRoster(row["statement"], bytes(row["signature"]))


def append_first(work: UnitOfWork, office: Office, root_seed: bytes) -> SignedRoster:
    """Sign the first roster of a new office over all its rows."""
    roster = Roster(
        office_id=office.office_id,
        root=office.root,
        number=1,
        previous=b"",
        members=_members(work.database),
        rows=covered_rows(work.database),
        successions=read_successions(work.database),
    )
    return _append(work, roster, root_seed)


def append_confirmed(
    work: UnitOfWork,
    office: Office,
    root_seed: bytes,
    before: RosterMark,
    log_end: LogEnd,
) -> SignedRoster:
    """Sign a roster over all rows, which the head has compared and confirmed.

    It gets the number after that of ``before``, the highest roster that anybody knows, and names
    it. ``log_end`` is the end of the log that the head has accepted with the rows.
    """
    roster = Roster(
        office_id=office.office_id,
        root=office.root,
        number=before.number + 1,
        previous=before.digest,
        members=_members(work.database),
        rows=covered_rows(work.database),
        successions=read_successions(work.database),
        is_confirmed=True,
        log_end=log_end,
    )
    return _append(work, roster, root_seed)


def append_next(
    work: UnitOfWork, office: Office, root_seed: bytes, before: SignedRoster
) -> SignedRoster:
    """Sign the next roster: that ``before``, with exactly the rows that this act has written."""
    stated = before.roster()
    rows = dict(stated.rows)
    for row in work.changed_rows():
        if is_covered(row.table, row.key):
            rows.pop((row.table, row.key), None)
            rows.update(_present((row,)))
    members = {**stated.members, **_changed_members(work)}
    roster = replace(
        stated,
        root=office.root,
        number=stated.number + 1,
        previous=before.digest,
        members=members,
        rows=rows,
        is_confirmed=False,
        log_end=EMPTY_LOG,
        successions=read_successions(work.database),
    )
    return _append(work, roster, root_seed)


def _append(work: UnitOfWork, roster: Roster, root_seed: bytes) -> SignedRoster:
    signed = sign_roster(roster, root_seed)
    work.insert(
        "roster",
        {
            "number": roster.number,
            "statement": signed.statement,
            "signature": signed.signature,
        },
    )
    work.roster_number = roster.number
    return signed


def _present(rows: Iterable[RowDigest]) -> Mapping[tuple[str, str], bytes]:
    return {(row.table, row.key): row.digest for row in rows if row.digest}


def _row_key(table: str, row: Any) -> tuple[str, str]:
    return table, hash_chain.key_text(row[name] for name in hash_chain.LOGGED_TABLES[table])


def _members(database: Database) -> dict[str, RosterMember]:
    """Return everybody's newest keys, activity and rights."""
    members: dict[str, RosterMember] = {}
    for row in database.query(_MEMBERS):
        rights = frozenset(Right(right) for right in row["rights"].split())
        members[row["user_id"]] = RosterMember(row["generation"], bool(row["active"]), rights)
    return members


def _changed_members(work: UnitOfWork) -> dict[str, RosterMember]:
    changed = {row.key.split("|")[0] for row in work.changed_rows() if row.table == "member"}
    return {
        user_id: member for user_id, member in _members(work.database).items() if user_id in changed
    }
