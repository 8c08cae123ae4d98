"""One act, one transaction, one signed log entry over the digest of every row it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any

from reception.domain.audit import Anchor, LogEntry, RowDigest
from reception.domain.clock import Clock
from reception.storage import journal
from reception.storage.database import Database
from reception.storage.keyring import sign

_LEAP = timedelta(days=3)
_LAST = "SELECT seq, at, digest FROM log ORDER BY seq DESC LIMIT 1"
_INSERT_ENTRY = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_ROW = "INSERT INTO log_row (record, key, seq, digest) VALUES (?, ?, ?, ?)"


class Signer:
    """Who signs: user id, generation of the key, its seed, and the account name."""

    def __init__(self, user_id: str, generation: int, seed: bytes, name: str) -> None:
        """Keep the signing half in memory while the session lasts."""
        self.user_id = user_id
        self.generation = generation
        self.seed = seed
        self.name = name


class UnitOfWork:
    """Collects rows written in one transaction; on leaving, logs and commits them together."""

    def __init__(self, database: Database, clock: Clock, signer: Signer) -> None:
        """Prepare an act of ``signer``; nothing is locked before ``with``."""
        self.database = database
        self._clock = clock
        self._signer = signer
        self._touched: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._entry: tuple[str, str, dict[str, Any]] | None = None
        self._transaction: Any = None
        self.anchor: Anchor | None = None

    def __enter__(self) -> UnitOfWork:
        """Take the write lock."""
        self._transaction = self.database.transaction()
        self._transaction.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write the log entry and commit; on any failure leave everything as it was."""
        if kind is None:
            try:
                self._write_entry()
            except BaseException as failure:
                self._transaction.__exit__(type(failure), failure, failure.__traceback__)
                raise
        self._transaction.__exit__(kind, error, trace)

    def log(self, act: str, subject: str = "", **facts: Any) -> None:
        """Name the act; facts are plain and never identify a reporter."""
        self._entry = (act, subject, facts)

    def insert(self, table: str, values: Mapping[str, Any]) -> None:
        """Insert a row and remember it for the log."""
        columns = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        self.database.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
            tuple(values.values()),
        )
        self._touch(table, values)

    def put(self, table: str, values: Mapping[str, Any]) -> None:
        """Insert a row, or replace the one with the same key."""
        columns = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        self.database.execute(
            f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})",
            tuple(values.values()),
        )
        self._touch(table, values)

    def update(self, table: str, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Change columns of the row with this key."""
        sets = ", ".join(f"{name} = ?" for name in values)
        where = " AND ".join(f"{name} = ?" for name in key)
        self.database.execute(
            f"UPDATE {table} SET {sets} WHERE {where}",
            (*values.values(), *key.values()),
        )
        self._touch(table, key)

    def delete(self, table: str, key: Mapping[str, Any]) -> None:
        """Remove the row with this key; the log keeps that it went."""
        where = " AND ".join(f"{name} = ?" for name in key)
        self.database.execute(
            f"DELETE FROM {table} WHERE {where}",
            tuple(key.values()),
        )
        self._touch(table, key)

    def next_seq(self) -> int:
        """Return the number that this act's log entry will have."""
        row = self.database.one(_LAST)
        return 1 if row is None else int(row["seq"]) + 1

    def _touch(self, table: str, values: Mapping[str, Any]) -> None:
        key = tuple(values[name] for name in journal.LOGGED[table])
        self._touched[(table, journal.key_text(key))] = key

    def _write_entry(self) -> None:
        if self._entry is None:
            if self._touched:
                raise AssertionError("rows written without a log entry")
            return
        act, subject, facts = self._entry
        rows = [self._digest(table, key, values) for (table, key), values in self._touched.items()]
        last = self.database.one(_LAST)
        now = self._clock.now()
        if last is not None:
            facts = {**facts, **_clock_mark(last["at"], now)}
        entry = LogEntry(
            seq=1 if last is None else int(last["seq"]) + 1,
            at=now,
            actor=self._signer.user_id,
            actor_key=self._signer.generation,
            act=act,
            subject=subject,
            facts=journal.facts_text(facts),
            previous=journal.START if last is None else bytes(last["digest"]),
            digest=b"",
            signature=b"",
        )
        digest = journal.entry_digest(entry, rows)
        self._insert(replace(entry, digest=digest, signature=sign(self._signer.seed, digest)), rows)

    def _insert(self, entry: LogEntry, rows: list[RowDigest]) -> None:
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
            ),
        )
        for row in rows:
            self.database.execute(_INSERT_ROW, (row.table, row.key, entry.seq, row.digest))
        self.anchor = Anchor(entry.seq, entry.digest, entry.at, self._signer.name, entry.act)

    def _digest(self, table: str, key: str, values: tuple[Any, ...]) -> RowDigest:
        where = " AND ".join(f"{name} = ?" for name in journal.LOGGED[table])
        row = self.database.one(
            f"SELECT * FROM {table} WHERE {where}",
            values,
        )
        return RowDigest(table, key, b"" if row is None else journal.row_digest(table, tuple(row)))


def _clock_mark(last_at: str, now: datetime) -> dict[str, str]:
    past = datetime.fromisoformat(last_at)
    if now < past:
        return {"clock": "backwards"}
    return {"clock": "leap"} if now - past > _LEAP else {}
