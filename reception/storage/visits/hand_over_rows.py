"""Denunciations that a reader has handed to one officer to read: table ``visit_reader``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork

_TABLE = "visit_reader"
_OF_VISIT = "SELECT * FROM visit_reader WHERE visit_id = ?"
_OF_USER = (
    "SELECT r.visit_id, r.user_id, r.given_by, v.progress, v.voided, v.due_on "
    "FROM visit_reader r JOIN visit v USING (visit_id) "
    "WHERE r.user_id = ? AND v.kind = 'denunciation'"
)
_VISITS = "SELECT visit_id FROM visit_reader WHERE {} ORDER BY visit_id"
_RECEIVING = "user_id = ?"
_GIVING = "given_by = ?"


def read_hand_over(database: Database, visit_id: int) -> Any | None:
    """Return the row of a visit that was handed on, or None."""
    return database.one(_OF_VISIT, (visit_id,))


def hand_overs_to(database: Database, user_id: str) -> list[Any]:
    """Return the denunciations handed to somebody, each with its progress and due day."""
    return database.query(_OF_USER, (user_id,))


def write_hand_over(work: UnitOfWork, visit_id: int, people: tuple[str, str], day: date) -> None:
    """Hand a visit to an officer; a former hand-over of the visit ends. ``people``: (to, by)."""
    user_id, given_by = people
    work.upsert(
        _TABLE,
        {
            "visit_id": visit_id,
            "user_id": user_id,
            "given_by": given_by,
            "given_on": day.isoformat(),
        },
    )


def end_hand_over(work: UnitOfWork, visit_id: int) -> bool:
    """Take back what was handed on of a visit; return whether there was anything."""
    if read_hand_over(work.database, visit_id) is None:
        return False
    work.delete(_TABLE, {"visit_id": visit_id})
    return True


def end_hand_overs_of(
    work: UnitOfWork, user_id: str, *, received: bool = True, given: bool = True
) -> int:
    """End what somebody was handed, and what they handed to others; return how many visits."""
    conditions: Iterable[str] = (
        *((_RECEIVING,) if received else ()),
        *((_GIVING,) if given else ()),
    )
    visit_ids = {
        int(row["visit_id"])
        for condition in conditions
        for row in work.database.query(_VISITS.format(condition), (user_id,))
    }
    for visit_id in sorted(visit_ids):
        end_hand_over(work, visit_id)
    return len(visit_ids)
