"""Who wrote each version of a visit's sealed identity, by the log; nothing is opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.audit import entry_time
from reception.domain.clock import local_day
from reception.storage.database import Database
from reception.storage.visits.sealed_identities import IDENTITY

_VERSIONS = (
    "SELECT v.version, l.seq, l.at, l.actor FROM sealed_value v JOIN log l ON l.seq = "
    "(SELECT min(seq) FROM log_row WHERE record = 'sealed_value' AND key = v.value_id) "
    "WHERE v.owner_table = 'visit' AND v.owner_row = ? AND v.field_group = ? ORDER BY v.version"
)
_LAST_ENTRY = "SELECT max(seq) FROM log_row WHERE record = 'reveal_request' AND key = ?"


@dataclass(frozen=True, slots=True)
class IdentityVersion:
    """One sealed version of an identity, and the first log entry about it."""

    number: int  # 1 for the version written when the visit was sealed
    entry: int  # sequence number of the log entry
    written_on: date  # in Vietnam; the time of day would tell who a denouncer was
    writer: str  # user id of the entry's actor


def read_identity_versions(database: Database, visit_id: int) -> tuple[IdentityVersion, ...]:
    """Return the versions of a visit's sealed identity, the oldest first; () if it has none.

    A version without a log entry is left out; the check of the seal refuses it.
    """
    return tuple(
        IdentityVersion(
            int(row["version"]),
            int(row["seq"]),
            local_day(entry_time(row["at"])),
            str(row["actor"]),
        )
        for row in database.query(_VERSIONS, (str(visit_id), IDENTITY))
    )


def last_entry_about_request(database: Database, request_id: str) -> int:
    """Return the number of the last entry that wrote a reveal request; 0 without one."""
    row = database.one(_LAST_ENTRY, (request_id,))
    return int(row[0] or 0) if row else 0
