"""Log entries about openings of identities that only custodians may open."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import visit_subject
from reception.storage.database import Database

_LAST_OPENING = (
    "SELECT seq, at FROM log WHERE act = 'protected_revealed' AND subject = ? "
    "ORDER BY seq DESC LIMIT 1"
)
_OPENED_ALONE = (
    "SELECT seq, at, actor, act, subject, facts FROM log WHERE act = 'protected_revealed' "
    "AND CASE WHEN json_valid(facts) THEN json_type(facts, '$.request') END IS NULL ORDER BY seq"
)
_NOTED = (
    "SELECT seq, actor, CASE WHEN json_valid(facts) THEN json_extract(facts, '$.entry') END "
    "AS entry FROM log WHERE act = 'protected_noted'"
)


def last_opening(database: Database, visit_id: int) -> Any | None:
    """Return number and time of the last entry about an opening of a visit's identity."""
    return database.one(_LAST_OPENING, (visit_subject(visit_id),))


def openings_without_request(database: Database) -> list[Any]:
    """Return the entries about identities that a custodian opened alone, oldest first."""
    return database.query(_OPENED_ALONE)


def noted_openings(database: Database) -> list[tuple[int, int]]:
    """Return (number of the entry, number of the opening it notes) of all notes."""
    return [
        (int(row["seq"]), row["entry"])
        for row in database.query(_NOTED)
        if isinstance(row["entry"], int)
    ]
