"""The hour at which an ordinary visit was received: a row of its own, deleted after that day."""

from __future__ import annotations

from datetime import date, time

from nacl.utils import random as random_bytes

from reception.storage.unit_of_work import UnitOfWork

_SALT_BYTES = 16
_EARLIER = (
    "SELECT h.visit_id FROM visit_hour h JOIN visit v USING (visit_id) WHERE v.received_on < ? "
    "ORDER BY h.visit_id"
)


def write_hour(work: UnitOfWork, visit_id: int, received_at: time) -> None:
    """Store the hour of a visit of today, never of a protected one."""
    row = {
        "visit_id": visit_id,
        "received_at": received_at.isoformat("minutes"),
        "salt": random_bytes(_SALT_BYTES),
    }
    work.insert("visit_hour", row)


def delete_hour(work: UnitOfWork, visit_id: int) -> None:
    """Delete the hour of a visit, if it has one."""
    if work.database.one("SELECT 1 FROM visit_hour WHERE visit_id = ?", (visit_id,)) is not None:
        work.delete("visit_hour", {"visit_id": visit_id})


def delete_earlier_hours(work: UnitOfWork, today: date) -> int:
    """Delete the hours of visits received before ``today``; return how many there were."""
    rows = work.database.query(_EARLIER, (today.isoformat(),))
    for row in rows:
        work.delete("visit_hour", {"visit_id": row["visit_id"]})
    return len(rows)
