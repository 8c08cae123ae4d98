"""Queries behind the to-do list: open deadlines, notices to sign, clock anomalies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.deadlines import REFUSAL_NOTICE
from reception.storage.database import Database
from reception.storage.json_shapes import day_of

# ``due_on`` is the day of a visit's first open deadline; voided visits are left out.
_DUE_VISITS = (
    "SELECT visit_id FROM visit WHERE due_on IS NOT NULL AND due_on BETWEEN :since AND :until "
    "AND voided = 0 ORDER BY due_on, visit_id LIMIT :limit"
)
_DUE_COUNT = (
    "SELECT count(*) FROM visit WHERE due_on IS NOT NULL AND due_on BETWEEN :since AND :until "
    "AND voided = 0"
)
_NOTICES = (
    "SELECT d.visit_id FROM visit v JOIN deadline d USING (visit_id) WHERE v.due_on IS NOT NULL "
    "AND v.voided = 0 AND d.term = ? AND d.closed_on IS NULL ORDER BY d.due_on"
)
_EARLIEST_DAY = date(1900, 1, 1)
_MAX_SEARCHED_ENTRIES = 20_000  # some months of a busy office
_CLOCK_ANOMALY = (
    'SELECT seq, at, act, facts FROM log WHERE seq > ? AND facts LIKE \'%"clock":"%\' '
    "ORDER BY seq DESC LIMIT 1"
)


def due_visits(
    database: Database, days: tuple[date | None, date], limit: int
) -> tuple[list[int], int]:
    """Return the visits whose first open deadline is in ``days``, and their total number.

    At most ``limit`` visit ids are returned, the earliest due day first.
    """
    since, until = days
    parameters = {
        "since": (since or _EARLIEST_DAY).isoformat(),
        "until": until.isoformat(),
    }
    rows = database.query(_DUE_VISITS, {**parameters, "limit": limit})
    count = database.one(_DUE_COUNT, parameters)
    return [row["visit_id"] for row in rows], int(count[0]) if count else 0


def next_due_day(database: Database, after: date) -> date | None:
    """Return the first due day after ``after``, or None."""
    row = database.one(
        "SELECT min(due_on) FROM visit WHERE due_on > ? AND voided = 0", (after.isoformat(),)
    )
    return day_of(row[0]) if row and row[0] else None


def notices_to_sign(database: Database) -> list[int]:
    """Return the visits whose notice of refusal is not yet sent."""
    return [row["visit_id"] for row in database.query(_NOTICES, (REFUSAL_NOTICE,))]


def unconfirmed_clock_anomaly(database: Database, confirmed_by: Sequence[str]) -> Any | None:
    """Return the newest log entry that reports a wrong clock; None if it was confirmed later.

    ``confirmed_by`` are the ids of the users whose confirmation counts.
    """
    placeholders = ", ".join("?" for _ in confirmed_by)
    row = database.one(
        f"SELECT max(seq) FROM log WHERE act = ? AND actor IN ({placeholders})",
        (Act.CLOCK_CONFIRMED.value, *confirmed_by),
    )
    last = database.one("SELECT max(seq) FROM log")
    newest = int(last[0] or 0) if last else 0
    confirmed = int(row[0] or 0) if row else 0
    return database.one(_CLOCK_ANOMALY, (max(confirmed, newest - _MAX_SEARCHED_ENTRIES),))


def report_was_printed(database: Database, period: str) -> bool:
    """Tell whether a printer has taken the monthly report of a period ``first day/last day``.

    A print number alone does not tell it: the preview may have been closed without a printer.
    """
    row = database.one(
        "SELECT 1 FROM log WHERE act = ? AND subject = ? LIMIT 1",
        (Act.REPORT_PRINTED.value, period),
    )
    return row is not None


def period_of_report(database: Database, label: str, form: str) -> str | None:
    """Return the period of the report that bears a print number; None for any other paper."""
    row = database.one("SELECT subject FROM print WHERE label = ? AND form = ?", (label, form))
    return str(row["subject"]) if row else None


def count_log_entries(database: Database, act: Act, since: date, until: date) -> int:
    """Return the number of entries of an act in the days, both included."""
    row = database.one(
        "SELECT count(*) FROM log WHERE act = ? AND substr(at, 1, 10) BETWEEN ? AND ?",
        (act.value, since.isoformat(), until.isoformat()),
    )
    return int(row[0]) if row else 0


def count_reveals(database: Database, since: date, until: date) -> int:
    """Return the number of identities revealed in the days, singly or in bulk."""
    single_reveals = sum(
        count_log_entries(database, act, since, until)
        for act in (Act.REVEALED, Act.PROTECTED_REVEALED)
    )
    row = database.one(
        "SELECT coalesce(sum(CASE WHEN json_valid(facts) "
        "THEN json_extract(facts, '$.names') END), 0) FROM log WHERE act IN (?, ?) "
        "AND substr(at, 1, 10) BETWEEN ? AND ?",
        (Act.BULK_OPENED.value, Act.DENOUNCERS_OPENED.value, since.isoformat(), until.isoformat()),
    )
    return single_reveals + (int(row[0]) if row else 0)


def visits_by_day(database: Database, since: date, until: date, refused: bool) -> dict[date, int]:
    """Return the number of counted visits by day (Biểu 01/TCD, TT 06/2025)."""
    # counted_once is 1 only in visits of earlier versions that another visit counts.
    rows = database.query(
        "SELECT received_on, sum(1 - counted_once) AS visits FROM visit WHERE voided = 0 "
        "AND received_on BETWEEN ? AND ? AND (progress <> 'refused' OR ?) GROUP BY received_on",
        (since.isoformat(), until.isoformat(), int(refused)),
    )
    return {day_of(row["received_on"]): int(row["visits"]) for row in rows}
