"""Checks of the hours of visits: whose they are, how long they are kept, who deletes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any

from reception.domain.audit import Act, Finding
from reception.domain.petition import PetitionKind
from reception.storage.audit.visit_history import entry_day
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.database import Database
from reception.storage.json_shapes import readable_day

_HOURS = (
    "SELECT h.visit_id, h.received_at, v.received_on, v.kind, v.protection, "
    "EXISTS (SELECT 1 FROM late_entry e WHERE e.visit_id = h.visit_id) AS is_late, "
    "(SELECT max(seq) FROM log_row r WHERE r.record = 'visit_hour' "
    "AND r.key = CAST(h.visit_id AS TEXT)) AS seq "
    "FROM visit_hour h JOIN visit v USING (visit_id) ORDER BY h.visit_id"
)
_OPENINGS = "SELECT seq, at FROM log WHERE act = ? AND seq > ?"
_DELETIONS = (
    "SELECT r.key, r.seq, l.at, v.received_on FROM log_row r JOIN log l USING (seq) "
    "LEFT JOIN visit v ON v.visit_id = CAST(r.key AS INTEGER) "
    "WHERE r.record = 'visit_hour' AND length(r.digest) = 0 AND l.act = ? ORDER BY r.seq, r.key"
)
_DAY = timedelta(days=1)


def check_hours(database: Database) -> Iterator[Finding]:
    """Yield hours of visits that must have none, hours kept too long, and hours deleted too early.

    Only ordinary visits that were received when they were entered have one. The first unlock of a
    later day deletes it; the day after counts as the same one, since an act that began before
    midnight is logged after it.
    """
    for row in database.query(_HOURS):
        if not _may_have_hour(row) or _was_opened_later(database, row):
            digest = row_digest("state.hour", [row["received_at"], row["kind"], row["protection"]])
            yield Finding(
                "state.hour", None, "visit_hour", str(row["visit_id"]), digest=digest.hex()
            )
    for row in database.query(_DELETIONS, (Act.OPENED.value,)):
        day, received_on = entry_day(row["at"]), readable_day(row["received_on"])
        if day is None or received_on is None or received_on >= day:
            yield Finding("state.hour_deleted", row["seq"], "visit_hour", row["key"])


def _may_have_hour(row: Any) -> bool:
    try:
        time.fromisoformat(row["received_at"])
    except ValueError:
        return False
    is_protected = row["kind"] == PetitionKind.DENUNCIATION or row["protection"]
    return not is_protected and not row["is_late"]


def _was_opened_later(database: Database, row: Any) -> bool:
    received_on = readable_day(row["received_on"])
    if received_on is None:
        return True
    openings = database.query(_OPENINGS, (Act.OPENED.value, row["seq"] or 0))
    days = (entry_day(opening["at"]) for opening in openings)
    return any(day is not None and day > received_on + _DAY for day in days)
