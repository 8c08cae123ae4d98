"""What the register itself says is waiting: open terms by day, odd moments of the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.deadlines import REFUSAL_NOTICE
from reception.storage.database import Database

# The terms that end first; a voided visit has none. Kinds are bound by name.
_DUE = (
    "SELECT visit_id FROM visit WHERE due_on IS NOT NULL AND due_on BETWEEN :since AND :until "
    "AND voided = 0 AND (:denunciations OR kind <> 'denunciation') "
    "ORDER BY due_on, visit_id LIMIT :most"
)
_DUE_COUNT = (
    "SELECT count(*) FROM visit WHERE due_on IS NOT NULL AND due_on BETWEEN :since AND :until "
    "AND voided = 0 AND (:denunciations OR kind <> 'denunciation')"
)
_NOTICES = (
    "SELECT d.visit_id FROM visit v JOIN deadline d USING (visit_id) WHERE v.due_on IS NOT NULL "
    "AND v.voided = 0 AND d.term = ? AND d.closed_on IS NULL ORDER BY d.due_on"
)
_FIRST = date(1900, 1, 1)
_LOOKED_BACK = 20_000  # entries: some months of a busy office
_ODD = (
    'SELECT seq, at, facts FROM log WHERE seq > ? AND facts LIKE \'%"clock":"%\' '
    "ORDER BY seq DESC LIMIT 1"
)


def due_visits(
    database: Database, days: tuple[date | None, date], most: int, *, denunciations: bool
) -> tuple[list[int], int]:
    """Return (the visits whose first open term ends in the days, first come first; how many)."""
    since, until = days
    bound = {
        "since": (since or _FIRST).isoformat(),
        "until": until.isoformat(),
        "denunciations": int(denunciations),
    }
    rows = database.query(_DUE, {**bound, "most": most})
    count = database.one(_DUE_COUNT, bound)
    return [row["visit_id"] for row in rows], int(count[0]) if count else 0


def next_due(database: Database, after: date, *, denunciations: bool) -> date | None:
    """Return the day of the first open term that ends later than a day."""
    row = database.one(
        "SELECT min(due_on) FROM visit WHERE due_on > ? AND voided = 0 "
        "AND (? OR kind <> 'denunciation')",
        (after.isoformat(), int(denunciations)),
    )
    return date.fromisoformat(row[0]) if row and row[0] else None


def notices_to_sign(database: Database) -> list[int]:
    """Return the visits whose notice of refusal has not gone out yet."""
    return [row["visit_id"] for row in database.query(_NOTICES, (REFUSAL_NOTICE,))]


def odd_moment(database: Database, confirmed_by: Sequence[str]) -> Any | None:
    """Return the newest entry whose time the log marked, unless one of these confirmed it since."""
    marks = ", ".join("?" for _ in confirmed_by)
    row = database.one(
        f"SELECT max(seq) FROM log WHERE act = ? AND actor IN ({marks})",
        (Act.CLOCK_CONFIRMED.value, *confirmed_by),
    )
    last = database.one("SELECT max(seq) FROM log")
    newest = int(last[0] or 0) if last else 0
    confirmed = int(row[0] or 0) if row else 0
    return database.one(_ODD, (max(confirmed, newest - _LOOKED_BACK),))


def was_printed(database: Database, form: str, subject: str) -> bool:
    """Tell whether a form about this subject was ever printed."""
    row = database.one(
        "SELECT 1 FROM print WHERE form = ? AND subject = ? LIMIT 1", (form, subject)
    )
    return row is not None


def times_logged(database: Database, act: Act, since: date, until: date) -> int:
    """Return how many entries of an act lie in the days, both included."""
    row = database.one(
        "SELECT count(*) FROM log WHERE act = ? AND substr(at, 1, 10) BETWEEN ? AND ?",
        (act.value, since.isoformat(), until.isoformat()),
    )
    return int(row[0]) if row else 0


def names_opened(database: Database, since: date, until: date) -> int:
    """Return how many identities were opened in the days: one by one, or many for one paper."""
    one = times_logged(database, Act.REVEALED, since, until)
    row = database.one(
        "SELECT coalesce(sum(json_extract(facts, '$.names')), 0) FROM log WHERE act IN (?, ?) "
        "AND substr(at, 1, 10) BETWEEN ? AND ?",
        (Act.BULK_OPENED.value, Act.SECRET_OPENED.value, since.isoformat(), until.isoformat()),
    )
    return one + (int(row[0]) if row else 0)


def visits_by_day(database: Database, since: date, until: date, refused: bool) -> dict[date, int]:
    """Return the visits that count, by day; figures of Biểu 01/TCD, column of visits."""
    rows = database.query(
        "SELECT received_on, sum(1 - counted_once) AS visits FROM visit WHERE voided = 0 "
        "AND received_on BETWEEN ? AND ? AND (progress <> 'refused' OR ?) GROUP BY received_on",
        (since.isoformat(), until.isoformat(), int(refused)),
    )
    return {date.fromisoformat(row["received_on"]): int(row["visits"]) for row in rows}
