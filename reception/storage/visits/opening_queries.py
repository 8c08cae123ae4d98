"""Log entries about openings of identities that only custodians may open."""

from __future__ import annotations

from datetime import date
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.storage.database import Database

_LAST_OPENING = (
    "SELECT seq, at FROM log WHERE act = 'protected_revealed' AND subject = ? "
    "ORDER BY seq DESC LIMIT 1"
)
# One query, because both kinds are found only by reading the whole log.
_OPENED_OR_NOTED = (
    "SELECT seq, at, actor, act, subject, facts, CASE WHEN json_valid(facts) "
    "THEN json_type(facts, '$.request') END AS request, CASE WHEN json_valid(facts) "
    "THEN json_extract(facts, '$.entry') END AS entry "
    "FROM log WHERE act IN ('protected_revealed', 'protected_noted') ORDER BY seq"
)
_LONE_OPENINGS = (
    "SELECT count(*) FROM log WHERE act = 'protected_revealed' AND json_valid(facts) "
    "AND json_type(facts, '$.request') IS NULL AND substr(at, 1, 10) BETWEEN ? AND ?"
)


def count_lone_openings(database: Database, since: date, until: date) -> int:
    """Return how often custodians opened an identity without a request, in days both included."""
    row = database.one(_LONE_OPENINGS, (since.isoformat(), until.isoformat()))
    return int(row[0]) if row else 0


def last_opening(database: Database, visit_id: int) -> Any | None:
    """Return number and time of the last entry about an opening of a visit's identity."""
    return database.one(_LAST_OPENING, (visit_subject(visit_id),))


def read_openings_and_notes(database: Database) -> tuple[list[Any], list[tuple[int, int]]]:
    """Return the entries about identities opened without a request, and the notes about openings.

    The openings are the oldest first; a note is (number of its entry, number of the opening).
    """
    rows = database.query(_OPENED_OR_NOTED)
    openings = [
        row for row in rows if row["act"] == Act.PROTECTED_REVEALED and row["request"] is None
    ]
    notes = [
        (int(row["seq"]), row["entry"])
        for row in rows
        if row["act"] == Act.OPENING_NOTED and isinstance(row["entry"], int)
    ]
    return openings, notes
