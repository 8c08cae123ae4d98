"""A member who leaves the program aside: own password, all files of the office, and tools.

The attacker opens the keyring with their own password, so they have the database key and their own
signing key, but nobody else's keys, and no root key. They change any row, and cover it by an entry
of the log that they sign themselves: chain, digests and signature are those of an honest entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from reception.domain.audit import Act, LogEntry, RowDigest
from reception.storage.crypto import hash_chain, sealing
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Keyring
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.database import DATABASE_FILE
from tests.attacks.old_office import OLD_PASSWORDS
from tests.fixtures.office import ThrowAwayOffice

# Triggers that protect rows from mistakes; those that keep the visit counts stay in place.
_PROTECTING = (
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'visit_%counted'"
)
_SALTS = "SELECT visit_id, salt FROM visit_salt"
_LAST_ENTRY = "SELECT * FROM log ORDER BY seq DESC LIMIT 1"
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
_LOGGED = "SELECT record, key, digest, max(seq) FROM log_row GROUP BY record, key"
_Digests = dict[tuple[str, str], bytes]


@dataclass(frozen=True)
class KeptRows:
    """Rows of one table as they were at some time, to be put back later."""

    table: str
    rows: tuple[tuple[Any, ...], ...]

    def put_back(self, database: sqlite.Connection) -> None:
        """Write the rows, in place of rows with the same keys."""
        for row in self.rows:
            marks = ", ".join("?" for _ in row)
            database.execute(f"INSERT OR REPLACE INTO {self.table} VALUES ({marks})", row)  # noqa: S608 - a table of the schema


class Attacker:
    """A member with an own account of an office."""

    def __init__(self, office: ThrowAwayOffice, name: str, folder: Path | None = None) -> None:
        """Open the own account with the own password, in the keyring of a kept ``folder``."""
        self.office = office
        self.user_id = office.user_id(name)
        keyring = keyring_file.load(folder or office.folder)
        self.office_id = keyring.office
        self.keys = keyring_file.open_account(
            keyring, self.user_id, OLD_PASSWORDS[name], DEMO_POLICY
        )
        self.key = keyring_file.database_key(keyring.account(self.user_id), self.keys)
        # The roster that the attacker's entries name; None: the one that the last entry names.
        self.entry_roster: int | None = None
        # The generation of the key that signs them; None: the newest.
        self.generation: int | None = None
        # The time that the attacker's entries name; "": that of the last entry.
        self.entry_time = ""
        # Rows that the next entries name although nothing has changed them.
        self.claims: tuple[RowDigest, ...] = ()

    def keyring(self) -> Keyring:
        """Return the keyring as it is in the office's folder."""
        return keyring_file.load(self.office.folder)

    def put_account(self, user_id: str, **changes: Any) -> None:
        """Change attributes of somebody's account in the keyring; its counter stays."""
        keyring = self.keyring()
        accounts = tuple(
            replace(account, **changes) if account.user_id == user_id else account
            for account in keyring.accounts
        )
        keyring_file.save(self.office.folder, replace(keyring, accounts=accounts))

    def put_recovery_key(self, box_public: bytes) -> None:
        """Seal the present database key to sheets; the keyring's counter stays."""
        box = sealing.box_to(box_public, self.key)
        keyring_file.save(self.office.folder, replace(self.keyring(), recovery_key=box))

    @contextmanager
    def database(self, folder: Path | None = None) -> Iterator[sqlite.Connection]:
        """Open a register without any check of the program: the office's, or a copy's."""
        connection = sqlite.connect(
            str((folder or self.office.folder) / DATABASE_FILE), isolation_level=None, timeout=5
        )
        connection.row_factory = sqlite.Row
        try:
            connection.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
            connection.execute("PRAGMA foreign_keys = OFF")
            yield connection
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()

    def rows(self, table: str, where: str = "1", folder: Path | None = None) -> KeptRows:
        """Return rows of the register, or of a copy of it."""
        with self.database(folder) as database:
            found = database.execute(f"SELECT * FROM {table} WHERE {where}").fetchall()  # noqa: S608 - conditions of tests
        return KeptRows(table, tuple(tuple(row) for row in found))

    @contextmanager
    def tamper(self) -> Iterator[sqlite.Connection]:
        """Change any rows without an entry; the schema is afterwards exactly as before."""
        with self.database() as database:
            database.execute("BEGIN IMMEDIATE")
            triggers = database.execute(_PROTECTING).fetchall()
            for trigger in triggers:
                database.execute(f"DROP TRIGGER {trigger['name']}")
            yield database
            for trigger in triggers:
                database.execute(trigger["sql"])
            database.execute("COMMIT")

    @contextmanager
    def write(
        self, act: str = Act.LOCKED, subject: str = "", **facts: object
    ) -> Iterator[sqlite.Connection]:
        """Change any rows; one self-signed entry of this act covers what no entry covers then."""
        with self.tamper() as database:
            roster = self._roster_to_name(database)
            yield database
            self._append_entry(database, (act, subject or self.user_id, facts), roster)

    def _roster_to_name(self, database: sqlite.Connection) -> int:
        if self.entry_roster is not None:
            return self.entry_roster
        last = database.execute(_LAST_ENTRY).fetchone()
        return last["roster"] if "roster" in last.keys() else 0  # noqa: SIM118 - a Row

    def _append_entry(
        self,
        database: sqlite.Connection,
        entry: tuple[str, str, Mapping[str, object]],
        roster: int,
    ) -> None:
        act, subject, facts = entry
        rows = [*_uncovered(database), *self.claims]
        last = database.execute(_LAST_ENTRY).fetchone()
        generation = database.execute(
            "SELECT max(generation) FROM member WHERE user_id = ?", (self.user_id,)
        ).fetchone()[0]
        unsigned = LogEntry(
            seq=last["seq"] + 1,
            at=datetime.fromisoformat(self.entry_time or last["at"]),
            actor=self.user_id,
            actor_key=self.generation or generation,
            act=act,
            subject=subject,
            facts=hash_chain.facts_text(dict(facts)),
            previous=bytes(last["digest"]),
            digest=b"",
            signature=b"",
            roster=roster,
        )
        digest = hash_chain.entry_digest(unsigned, rows)
        signature = keyring_file.sign(self.keys.sign_seed, digest)
        _insert_entry(database, replace(unsigned, digest=digest, signature=signature), rows)


def _insert_entry(database: sqlite.Connection, entry: LogEntry, rows: Sequence[RowDigest]) -> None:
    columns = {
        name: getattr(entry, name)
        for name in ("seq", "actor", "actor_key", "act", "subject", "facts", "previous", "digest")
    }
    columns |= {"at": entry.at.isoformat(), "signature": entry.signature}
    if entry.roster:  # the log of an office without a roster has no such column
        columns["roster"] = entry.roster
    names, marks = ", ".join(columns), ", ".join("?" for _ in columns)
    database.execute(f"INSERT INTO log ({names}) VALUES ({marks})", tuple(columns.values()))  # noqa: S608 - names above
    database.executemany(
        "INSERT INTO log_row (record, key, seq, digest) VALUES (?, ?, ?, ?)",
        [(row.table, row.key, entry.seq, row.digest) for row in rows],
    )


def _uncovered(database: sqlite.Connection) -> list[RowDigest]:
    """Return the digests of rows that differ from the last entry about them."""
    logged = {
        (row["record"], row["key"]): bytes(row["digest"]) for row in database.execute(_LOGGED)
    }
    present = present_digests(database)
    return [
        RowDigest(table, key, present.get((table, key), b""))
        for table, key in sorted(logged.keys() | present.keys())
        if logged.get((table, key), b"") != present.get((table, key), b"")
    ]


def present_digests(database: sqlite.Connection) -> _Digests:
    """Return the digest of every row that the log covers, by (table, key)."""
    salts = {row["visit_id"]: bytes(row["salt"]) for row in database.execute(_SALTS)}
    found: _Digests = {}
    present = {row["name"] for row in database.execute(_TABLES)}
    for table, columns in hash_chain.LOGGED_TABLES.items():
        if table not in present:  # the program that made the office did not know it
            continue
        for row in database.execute(f"SELECT * FROM {table}"):  # noqa: S608 - a table of the schema
            if table == "code_last" and not ("salt" in row.keys() and row["salt"]):  # noqa: SIM118 - a Row
                continue  # written by a program whose log covered no series
            salted = table in hash_chain.SALTED_TABLES
            salt = salts.get(row["visit_id"], b"") if salted else b""
            key = hash_chain.key_text(row[name] for name in columns)
            found[(table, key)] = hash_chain.row_digest(table, tuple(row), salt)
    return found
