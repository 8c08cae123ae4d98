"""Verification of the log: hash chain, signatures, every record, the checkpoint kept outside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from reception.domain.audit import (
    Finding,
    LogCheckpoint,
    LogEntry,
    RowDigest,
    Verification,
    entry_time,
)
from reception.domain.clock import local_day
from reception.domain.rights_history import RightsHistory, UnknownRights
from reception.domain.roster import EMPTY_LOG, LogEnd
from reception.storage.audit.act_check import ActCheck
from reception.storage.audit.derived_data_checks import (
    check_indexes,
    check_schema,
    check_search_index,
    check_visit_counts,
)
from reception.storage.audit.roster_findings import check_rosters
from reception.storage.audit.state_checks import check_state
from reception.storage.crypto import hash_chain
from reception.storage.crypto.keyring import signed_by
from reception.storage.database import Database
from reception.storage.staff.roster_history import RosterHistory
from reception.storage.staff.signed_members import Office, signing_keys
from reception.storage.visits.code_series import is_of_earlier_version

_ENTRIES = "SELECT * FROM log WHERE seq > ? ORDER BY seq LIMIT ?"
_NO_LIMIT = -1
_ROW_DIGESTS = "SELECT record, key, digest FROM log_row WHERE seq = ? ORDER BY record, key"
# Rows beyond the last entry are left out: no signature covers them.
_LAST_DIGESTS = (
    "SELECT key, digest, max(seq) AS seq FROM log_row "
    "WHERE record = ? AND seq IN (SELECT seq FROM log) GROUP BY key"
)
_ROWS_WITHOUT_ENTRY = (
    "SELECT DISTINCT seq FROM log_row WHERE seq NOT IN (SELECT seq FROM log) ORDER BY seq"
)
_ENTRIES_OF_ROW = (
    "SELECT digest, seq FROM log_row WHERE record = ? AND key = ? "
    "AND seq IN (SELECT seq FROM log) ORDER BY seq"
)
_ROWS_OF_TABLE = (
    "SELECT key, seq FROM log_row WHERE record = ? AND seq IN (SELECT seq FROM log) ORDER BY seq"
)
Progress = Callable[[int, int], object]
Place = tuple[Any, ...]  # of ``Finding.place``


def _no_progress(done: int, total: int) -> None:
    del done, total


class Verifier:
    """Verifies a register without opening any sealed identity."""

    def __init__(
        self,
        database: Database,
        keys: Mapping[tuple[str, int], bytes],
        history: RightsHistory | None = None,
    ) -> None:
        """``keys``: member keys signed by the office root, by (user id, generation).

        ``history``: the rights of members by roster; None checks no rights.
        """
        self._database = database
        self._keys = keys
        self._acts = ActCheck(database, keys, history or UnknownRights())
        self._is_trusted: dict[int, bool] = {}  # one entry often covers many records

    def run(
        self, checkpoint: LogCheckpoint | None = None, progress: Progress | None = None
    ) -> Verification:
        """Verify everything; ``checkpoint`` is the checkpoint kept outside the database.

        ``progress(entries verified, all entries)``.
        """
        progress = progress or _no_progress
        entries, findings = self._check_log(checkpoint, progress)
        findings.extend(
            Finding("log.row_unbound", int(row["seq"]))
            for row in self._database.iterate(_ROWS_WITHOUT_ENTRY)
        )
        findings.extend(check_schema(self._database))
        findings.extend(check_indexes(self._database))
        findings.extend(check_rosters(self._database))
        records = 0
        for table in hash_chain.LOGGED_TABLES:
            checked, problems = self._check_records(table)
            records += checked
            findings.extend(problems)
        findings.extend(check_search_index(self._database))
        findings.extend(check_visit_counts(self._database))
        findings.extend(check_state(self._database))
        progress(entries, entries)
        return Verification(entries, records, tuple(findings))

    def _check_log(
        self, checkpoint: LogCheckpoint | None, progress: Progress
    ) -> tuple[int, list[Finding]]:
        findings: list[Finding] = []
        entries, total = 0, self._count("log")
        checkpoint_found = checkpoint is None
        for entry, problems in self.checked_entries():
            entries += 1
            findings.extend(problems)
            if checkpoint is not None and entry.seq == checkpoint.seq:
                checkpoint_found = True
                if entry.digest != checkpoint.digest:
                    findings.append(Finding("log.rewritten", entry.seq))
            if entries % 1000 == 0:
                progress(entries, total)
        if not checkpoint_found and checkpoint is not None:
            findings.append(Finding("log.tail_cut", checkpoint.seq))
        return entries, findings

    def is_covered(
        self, table: str, key: tuple[Any, ...], accepted: Collection[Place] = ()
    ) -> bool:
        """Tell whether the log covers a record in its present state.

        The last entry about it has its digest, and every entry that ever wrote it is signed and
        writes only what its act may write. ``accepted`` are the places of findings that the head
        has accepted: entries with no others may name the record, as long as the next good entry,
        or the present record, is still that of the last good one.
        """
        columns = hash_chain.LOGGED_TABLES[table]
        where = " AND ".join(f"{name} = ?" for name in columns)
        row = self._database.one(f"{_select_with_salt(table)} WHERE {where}", key)
        entries = self._database.query(_ENTRIES_OF_ROW, (table, hash_chain.key_text(key)))
        if row is None or not entries:
            return False
        salt, *values = tuple(row)
        digest = hash_chain.row_digest(table, values, bytes(salt or b""))
        return digest == bytes(entries[-1]["digest"]) and self._is_history_good(entries, accepted)

    def _is_history_good(self, entries: Sequence[Any], accepted: Collection[Place]) -> bool:
        """Tell whether only good entries changed a record, in the order of its ``entries``."""
        by_good_entry = last = b""
        for entry in entries:
            seq = int(entry["seq"])
            if self.is_trusted(seq):
                if last != by_good_entry:
                    return False  # a good act on what a bad one has left
                by_good_entry = bytes(entry["digest"])
            elif not self._is_accepted(seq, accepted):
                return False
            last = bytes(entry["digest"])
        return last == by_good_entry

    def _is_accepted(self, seq: int, accepted: Collection[Place]) -> bool:
        """Tell whether everything wrong with an entry, as it is now, is among the accepted."""
        row = self._database.one("SELECT * FROM log WHERE seq = ?", (seq,))
        if not accepted or row is None:
            return False
        entry = _log_entry(row)
        problem = self._content_problem(entry)
        findings = [self._entry_finding(problem, entry)] if problem else []
        findings += self._acts.check_entry(entry)
        return all(finding.place in accepted for finding in findings)

    def uncovered_records(
        self, table: str, accepted: Collection[Place] = ()
    ) -> frozenset[tuple[str, str]]:
        """Return (table, key) of the records that :meth:`is_covered` does not accept."""
        uncovered = {(item.table, item.key) for item in self._check_records(table)[1]}
        rows = self._database.query(_ROWS_OF_TABLE, (table,))
        doubtful = {row["key"] for row in rows if not self.is_trusted(int(row["seq"]))}
        uncovered |= {
            (table, key)
            for key in doubtful
            if not accepted or not self.is_covered(table, tuple(key.split("|")), accepted)
        }
        return frozenset(uncovered)

    def is_trusted(self, seq: int) -> bool:
        """Tell whether an entry is signed and writes only what its act may write."""
        if seq not in self._is_trusted:
            row = self._database.one("SELECT * FROM log WHERE seq = ?", (seq,))
            self._is_trusted[seq] = row is not None and self._is_entry_trusted(_log_entry(row))
        return self._is_trusted[seq]

    def _is_entry_trusted(self, entry: LogEntry) -> bool:
        return not self._content_problem(entry) and not any(self._acts.check_entry(entry))

    def is_signed(self, seq: int) -> bool:
        """Tell whether the signature of an entry is valid."""
        row = self._database.one("SELECT * FROM log WHERE seq = ?", (seq,))
        return row is not None and not self._content_problem(_log_entry(row))

    def checked_entries(
        self, after: LogEnd = EMPTY_LOG, most: int = _NO_LIMIT
    ) -> Iterator[tuple[LogEntry, tuple[Finding, ...]]]:
        """Yield up to ``most`` entries after one that is verified, with what is wrong with each."""
        previous, expected = after.digest or hash_chain.START, after.seq + 1
        for row in self._database.iterate(_ENTRIES, (after.seq, most)):
            entry = _log_entry(row)
            problem = self._entry_problem(entry, previous, expected)
            problems = (self._entry_finding(problem, entry),) if problem else ()
            yield entry, (*problems, *self._acts.check_entry(entry))
            previous, expected = entry.digest, entry.seq + 1

    def _entry_finding(self, problem: str, entry: LogEntry) -> Finding:
        """Return a finding about the chain, with a digest of the entry and its rows as they are."""
        content = hash_chain.entry_digest(entry, self._rows_of(entry.seq))
        present = hash_chain.row_digest("log", [content, entry.digest, entry.signature])
        return Finding(problem, entry.seq, digest=present.hex())

    def _rows_of(self, seq: int) -> list[RowDigest]:
        return [
            RowDigest(row["record"], row["key"], bytes(row["digest"]))
            for row in self._database.query(_ROW_DIGESTS, (seq,))
        ]

    def _entry_problem(self, entry: LogEntry, previous: bytes, expected: int) -> str:
        if entry.seq != expected:
            return "log.entry_missing"
        if entry.previous != previous:
            return "log.chain_broken"
        return self._content_problem(entry)

    def _content_problem(self, entry: LogEntry) -> str:
        if hash_chain.entry_digest(entry, self._rows_of(entry.seq)) != entry.digest:
            return "log.entry_changed"
        key = self._keys.get((entry.actor, entry.actor_key))
        if key is None or not signed_by(key, entry.digest, entry.signature):
            return "log.signature_bad"
        return ""

    def _check_records(self, table: str) -> tuple[int, list[Finding]]:
        logged = {
            row["key"]: (bytes(row["digest"]), int(row["seq"]))
            for row in self._database.iterate(_LAST_DIGESTS, (table,))
        }
        findings: list[Finding] = []
        count = 0
        columns = hash_chain.LOGGED_TABLES[table]
        for row in self._database.iterate(_select_with_salt(table)):
            count += 1
            key = hash_chain.key_text(row[name] for name in columns)
            digest, seq = logged.pop(key, (b"", None))
            salt, *values = tuple(row)
            present = hash_chain.row_digest(table, values, bytes(salt or b""))
            if seq is None:
                if table == "code_last" and is_of_earlier_version(self._database, row):
                    continue
                findings.append(Finding("record.unknown", None, table, key, digest=present.hex()))
            elif present != digest:
                findings.append(Finding("record.changed", seq, table, key, digest=present.hex()))
        findings.extend(
            Finding("record.missing", seq, table, key)
            for key, (digest, seq) in logged.items()
            if digest
        )
        return count, findings

    def _count(self, table: str) -> int:
        row = self._database.one(f"SELECT count(*) FROM {table}")
        return int(row[0]) if row else 0


def _select_with_salt(table: str) -> str:
    """Return a query over a table, each row preceded by the salt of its visit."""
    if table not in hash_chain.SALTED_TABLES:
        return f"SELECT NULL, * FROM {table}"
    return f"SELECT s.salt, t.* FROM {table} t LEFT JOIN visit_salt s USING (visit_id)"


def _log_entry(row: Any) -> LogEntry:
    return LogEntry(
        seq=row["seq"],
        at=entry_time(row["at"]),
        actor=row["actor"],
        actor_key=row["actor_key"],
        act=row["act"],
        subject=row["subject"],
        facts=row["facts"],
        previous=bytes(row["previous"]),
        digest=bytes(row["digest"]),
        signature=bytes(row["signature"]),
        roster=row["roster"],
    )


def verifier_of(database: Database, office: Office) -> Verifier:
    """Return the verifier of an office, with the keys and rights that its root has signed."""
    return Verifier(database, signing_keys(database, office), RosterHistory(database, office))


def last_checkpoint(database: Database, names: Mapping[str, str]) -> LogCheckpoint | None:
    """Return the last entry of the log in the file; ``names`` maps user ids to account names."""
    row = database.one("SELECT * FROM log ORDER BY seq DESC LIMIT 1")
    if row is None:
        return None
    entry = _log_entry(row)
    name = names.get(entry.actor, entry.actor)
    return LogCheckpoint(entry.seq, entry.digest, local_day(entry.at), name)
