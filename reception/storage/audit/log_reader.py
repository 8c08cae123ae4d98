"""Reads pages of the log, and the number and digest of single entries.

A page begins below an entry number: an SQL OFFSET would be slow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from reception.domain.audit import Act, LogCheckpoint, entry_time
from reception.domain.clock import local_day
from reception.domain.roster import EMPTY_LOG, LogEnd
from reception.storage.database import Database
from reception.storage.json_shapes import readable_day

_SELECT = "SELECT l.seq, l.at, l.actor, l.act, l.subject, l.facts, l.digest FROM log l"

_MOST_DIGITS = 15  # of a number of an entry or visit
_LAST_NUMBER = "SELECT max(seq) FROM log"
_SUBJECT_WITHOUT_HOUR = (
    "CASE WHEN l.subject GLOB '*-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]"
    "[0-9][0-9]*' THEN substr(l.subject, 1, instr(l.subject, '-20') + 8) ELSE l.subject END"
)
_LAST_TIME = "SELECT at FROM log ORDER BY seq DESC LIMIT 1"
_OWN_LAST_ENTRY = "SELECT seq, at, act FROM log WHERE actor = ? ORDER BY seq DESC LIMIT 1"
_END = "SELECT seq, digest FROM log ORDER BY seq DESC LIMIT 1"
_DIGEST = "SELECT digest FROM log WHERE seq = ?"
MOST_TIMES = 2_000  # entries whose times are compared; some weeks of a busy office
_LATEST_TIME = (
    "WITH recent AS (SELECT seq, at, act, actor FROM log ORDER BY seq DESC LIMIT ?) "
    "SELECT max(at) AS at FROM recent WHERE seq > (SELECT coalesce(max(seq), 0) FROM recent "
    "WHERE act = ? AND actor IN ({}))"
)
_ENTRY_OR_VISIT_NUMBER = "(l.seq = ? OR l.subject LIKE ?)"
_LAST_BEFORE = (
    "SELECT seq, at, act, digest FROM log WHERE substr(at, 1, 10) < ? ORDER BY seq DESC LIMIT 1"
)
_FIRST = "SELECT seq, at, act, digest FROM log ORDER BY seq LIMIT 1"


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Filter of log entries; an attribute that is empty or None filters nothing."""

    acts: tuple[str, ...] = ()
    actor: str = ""  # user id
    since: date | None = None  # Vietnamese day
    subject: str = ""  # "visit 2026000623"
    # Number of a visit or of an entry, else a part of the subject.
    text: str = field(default="", repr=False)


class LogReader:
    """Reads pages of the log, newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, log_filter: LogFilter, before: int | None, size: int) -> list[Any]:
        """Return up to ``size`` entries with a number below ``before`` (None: the newest)."""
        where, parameters = _conditions(log_filter)
        if before is not None:
            where.append("l.seq < ?")
            parameters.append(before)
        sql = f"{_SELECT}{_where(where)} ORDER BY l.seq DESC LIMIT ?"
        return self._database.query(sql, (*parameters, size))

    def page_starts(self, log_filter: LogFilter, step: int) -> tuple[int, list[int]]:
        """Return (number of entries, number of every ``step``-th entry from the newest)."""
        where, parameters = _conditions(log_filter)
        sql = f"SELECT l.seq FROM log l{_where(where)} ORDER BY l.seq DESC"
        total, keys = 0, []
        for row in self._database.iterate(sql, parameters):
            if total % step == 0:
                keys.append(int(row[0]))
            total += 1
        return total, keys

    def ordinary_visit_days(self, visit_ids: list[int]) -> dict[int, date]:
        """Return visit id -> day of reception, of those neither denounced in nor protected."""
        placeholders = ", ".join("?" for _ in visit_ids)
        rows = self._database.query(
            f"SELECT visit_id, received_on FROM visit WHERE visit_id IN ({placeholders}) "
            "AND kind <> 'denunciation' AND protection = 0",
            visit_ids,
        )
        days = {int(row[0]): readable_day(row[1]) for row in rows}
        return {visit_id: day for visit_id, day in days.items() if day is not None}


def last_entry_number(database: Database) -> int:
    """Return the number of the last entry; 0 if the log is empty."""
    row = database.one(_LAST_NUMBER)
    return int(row[0] or 0) if row else 0


def latest_time(database: Database, confirmed_by: Sequence[str]) -> datetime | None:
    """Return the latest time among the newest entries since the clock was last confirmed.

    ``confirmed_by`` are the ids of the users whose confirmation counts. None without an entry.
    """
    placeholders = ", ".join("?" for _ in confirmed_by)
    parameters = (MOST_TIMES, Act.CLOCK_CONFIRMED.value, *confirmed_by)
    row = database.one(_LATEST_TIME.format(placeholders), parameters)
    return None if row is None or row["at"] is None else entry_time(str(row["at"]))


def end_of_log(database: Database) -> LogEnd:
    """Return number and digest of the last entry; (0, b"") if the log is empty."""
    row = database.one(_END)
    return EMPTY_LOG if row is None else LogEnd(int(row["seq"]), bytes(row["digest"]))


def end_in_log(database: Database, end: LogEnd) -> LogEnd:
    """Return ``end`` if the log still has this entry with this digest, else (0, b"")."""
    return end if end.seq and entry_digest(database, end.seq) == end.digest else EMPTY_LOG


def last_entry_time(database: Database) -> datetime | None:
    """Return the time of the last entry; None if the log is empty."""
    row = database.one(_LAST_TIME)
    return None if row is None else entry_time(row["at"])


def own_last_entry(database: Database, user_id: str) -> tuple[int, datetime, str] | None:
    """Return (number, time, act) of the last entry of a person; None before their first one."""
    row = database.one(_OWN_LAST_ENTRY, (user_id,))
    return None if row is None else (int(row["seq"]), entry_time(row["at"]), row["act"])


def entry_digest(database: Database, number: int) -> bytes | None:
    """Return the stored digest of an entry; None if there is no such entry."""
    row = database.one(_DIGEST, (number,))
    return None if row is None else bytes(row["digest"])


def _conditions(log_filter: LogFilter) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    parameters: list[Any] = []
    if log_filter.acts:
        where.append(f"l.act IN ({', '.join('?' for _ in log_filter.acts)})")
        parameters.extend(log_filter.acts)
    for column, value in (("l.actor", log_filter.actor), ("l.subject", log_filter.subject)):
        if value:
            where.append(f"{column} = ?")
            parameters.append(value)
    if log_filter.since is not None:
        # Times are stored with their UTC offset; the filter is by the day in Vietnam.
        where.append("date(l.at, '+7 hours') >= ?")
        parameters.append(log_filter.since.isoformat())
    _add_text_condition(log_filter.text.strip(), where, parameters)
    return where, parameters


def _add_text_condition(text: str, where: list[str], parameters: list[Any]) -> None:
    """Search numbers and subjects, but not facts: some facts may be read by some people only."""
    if text.isdecimal() and len(text) <= _MOST_DIGITS:
        where.append(_ENTRY_OR_VISIT_NUMBER)
        parameters.extend((int(text), f"visit ____{int(text):06d}"))
    elif text:
        escaped = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        # The names of backups of earlier versions end with the time: it can be neither seen nor
        # found out by searching.
        where.append(rf"{_SUBJECT_WITHOUT_HOUR} LIKE ? ESCAPE '\'")
        parameters.append(f"%{escaped}%")


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def checkpoint_before(database: Database, day: date) -> LogCheckpoint | None:
    """Return the last entry before a day; on the first day of a log its first entry.

    It is the same on every paper of a day. The end of the log at an unlock would lead from a paper
    to the few visits after it.
    """
    row = database.one(_LAST_BEFORE, (day.isoformat(),)) or database.one(_FIRST)
    if row is None:
        return None
    at = local_day(entry_time(row["at"]))
    return LogCheckpoint(row["seq"], bytes(row["digest"]), at, "")
