"""Unit of work: one transaction with one signed log entry over the digests of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any

from reception.domain.audit import LogCheckpoint, LogEntry, RowDigest, entry_time
from reception.domain.clock import Clock, local_day
from reception.storage.crypto import hash_chain
from reception.storage.crypto.keyring import sign
from reception.storage.crypto.visit_salts import VisitSalts
from reception.storage.database import Database
from reception.storage.rows_without_entry import remove_rows_without_entry

_MAX_CLOCK_LEAP = timedelta(days=3)
_LAST_ENTRY = "SELECT seq, at, digest FROM log ORDER BY seq DESC LIMIT 1"
_INSERT_ENTRY = (
    "INSERT INTO log (seq, at, actor, actor_key, act, subject, facts, previous, digest, signature, "
    "roster) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST_ROW_DIGEST = (
    "SELECT digest FROM log_row WHERE record = ? AND key = ? ORDER BY seq DESC LIMIT 1"
)
_INSERT_ROW_DIGEST = "INSERT INTO log_row (record, key, seq, digest) VALUES (?, ?, ?, ?)"


class Signer:
    """The signer of log entries; holds the private seed while the session lasts."""

    def __init__(self, user_id: str, generation: int, seed: bytes, name: str) -> None:
        """``generation`` counts the member's signing keys; ``name`` is the account name."""
        self.user_id = user_id
        self.generation = generation
        self.seed = seed
        self.name = name


class UnitOfWork:
    """Context manager of one act.

    When its block ends, it writes the log entry and commits; after an exception it rolls back.
    """

    def __init__(
        self, database: Database, clock: Clock, signer: Signer, roster_number: int = 0
    ) -> None:
        """``roster_number`` is that of the roster in force; 0 before the first one."""
        self.database = database
        self.roster_number = roster_number
        self._clock = clock
        self._signer = signer
        self._digests: dict[tuple[str, str], RowDigest] = {}
        self._entry: tuple[str, str, dict[str, Any]] | None = None
        self._transaction: Any = None
        self._salts = VisitSalts(database)
        self.checkpoint: LogCheckpoint | None = None

    def __enter__(self) -> UnitOfWork:
        """Begin the transaction and take the write lock of the database."""
        self._transaction = self.database.transaction()
        self._transaction.__enter__()
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write the log entry and commit; on any failure roll back."""
        if error_type is None:
            try:
                self._write_entry()
            except BaseException as failure:
                self._transaction.__exit__(type(failure), failure, failure.__traceback__)
                raise
        self._transaction.__exit__(error_type, error, trace)

    def log(self, act: str, subject: str = "", **facts: Any) -> None:
        """Set the act of the log entry; ``facts`` must never identify a reporter."""
        self._entry = (act, subject, facts)

    def insert(self, table: str, values: Mapping[str, Any]) -> None:
        """Insert a row and add its digest to the log entry."""
        self._insert_row("INSERT", table, values)

    def upsert(self, table: str, values: Mapping[str, Any]) -> None:
        """Insert a row, or replace the one with the same key."""
        self._insert_row("INSERT OR REPLACE", table, values)

    def update(self, table: str, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Change columns of the row with this key."""
        assignments = ", ".join(f"{name} = ?" for name in values)
        condition = " AND ".join(f"{name} = ?" for name in key)
        row = self.database.one(
            f"UPDATE {table} SET {assignments} WHERE {condition} RETURNING *",
            (*values.values(), *key.values()),
        )
        if row is not None:
            self._record_digest(table, key, self._salts.digest(table, row))

    def delete(self, table: str, key: Mapping[str, Any]) -> None:
        """Delete the row with this key; the log entry records the deletion."""
        condition = " AND ".join(f"{name} = ?" for name in key)
        self.database.execute(f"DELETE FROM {table} WHERE {condition}", tuple(key.values()))
        self._record_digest(table, key, b"")

    def renew_salt(self, visit_id: int) -> None:
        """Digest a visit's rows under a new salt, so that old digests cannot be used for guessing.

        An act that removes a text, a return code or a blind index calls this first.
        """
        self._salts.draw(visit_id)
        for table, row in self._salts.rows(visit_id):
            self._record_digest(table, row, self._salts.digest(table, row))

    def salted_digest(self, visit_id: int, text: str) -> bytes:
        """Return a digest of words of a visit that nobody can try out once its salt is renewed.

        b"" for a visit of an earlier version, which has no salt.
        """
        return self._salts.text_digest(visit_id, text)

    def _insert_row(self, verb: str, table: str, values: Mapping[str, Any]) -> None:
        columns = ", ".join(values)
        placeholders = ", ".join("?" for _ in values)
        # RETURNING gives the stored row with its defaults, without a second query.
        row = self.database.one(
            f"{verb} INTO {table} ({columns}) VALUES ({placeholders}) RETURNING *",
            tuple(values.values()),
        )
        if table == "visit" and row is not None:
            self._salts.draw(row["visit_id"])
        self._record_digest(table, values, self._salts.digest(table, row))

    def changed_rows(self) -> tuple[RowDigest, ...]:
        """Return the digests of the rows that this act has written so far."""
        return tuple(self._digests.values())

    def logged_digest(self, table: str, key: str) -> bytes:
        """Return the digest that this act, else the last entry, has of a row; b"" if none."""
        written = self._digests.get((table, key))
        if written is not None:
            return written.digest
        row = self.database.one(_LAST_ROW_DIGEST, (table, key))
        return b"" if row is None else bytes(row["digest"])

    def next_seq(self) -> int:
        """Return the number that this act's log entry will have."""
        row = self.database.one(_LAST_ENTRY)
        return 1 if row is None else int(row["seq"]) + 1

    def _record_digest(self, table: str, values: Any, digest: bytes) -> None:
        key = hash_chain.key_text(values[name] for name in hash_chain.LOGGED_TABLES[table])
        self._digests[(table, key)] = RowDigest(table, key, digest)

    def _write_entry(self) -> None:
        if self._entry is None:
            if self._digests:
                raise AssertionError("rows written without a log entry")
            return
        act, subject, facts = self._entry
        rows = list(self._digests.values())
        last = self.database.one(_LAST_ENTRY)
        now = self._clock.now()
        if last is not None:
            anomaly = clock_anomaly(entry_time(last["at"]), now)
            facts = {**facts, "clock": anomaly} if anomaly else facts
        seq = 1 if last is None else int(last["seq"]) + 1
        removed = remove_rows_without_entry(self.database, seq)
        facts = {**facts, "removed_rows": removed} if removed else facts
        entry = LogEntry(
            seq=seq,
            at=now,
            actor=self._signer.user_id,
            actor_key=self._signer.generation,
            act=act,
            subject=subject,
            facts=hash_chain.facts_text(facts),
            previous=hash_chain.START if last is None else bytes(last["digest"]),
            digest=b"",
            signature=b"",
            roster=self.roster_number,
        )
        digest = hash_chain.entry_digest(entry, rows)
        self._insert_entry(
            replace(entry, digest=digest, signature=sign(self._signer.seed, digest)), rows
        )

    def _insert_entry(self, entry: LogEntry, rows: list[RowDigest]) -> None:
        self.database.execute(
            _INSERT_ENTRY,
            (
                entry.seq,
                entry.at.isoformat(),
                entry.actor,
                entry.actor_key,
                entry.act,
                entry.subject,
                entry.facts,
                entry.previous,
                entry.digest,
                entry.signature,
                entry.roster,
            ),
        )
        self.database.execute_many(
            _INSERT_ROW_DIGEST, [(row.table, row.key, entry.seq, row.digest) for row in rows]
        )
        self.checkpoint = LogCheckpoint(
            entry.seq, entry.digest, local_day(entry.at), self._signer.name
        )


def clock_anomaly(past: datetime, now: datetime) -> str:
    """Compare the clock with the time of the last log entry (``past``).

    Return "backwards" if it is earlier, "leap" if it is more than 3 days later, else "".
    """
    if now < past:
        return "backwards"
    return "leap" if now - past > _MAX_CLOCK_LEAP else ""
