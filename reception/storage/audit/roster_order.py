"""The roster number of log entries never falls along the log."""

from __future__ import annotations

from functools import cached_property

from reception.domain.audit import LogEntry
from reception.storage.database import Database

_FIRST_ENTRIES = "SELECT roster, min(seq) AS seq FROM log WHERE roster > 0 GROUP BY roster"


class RosterOrder:
    """Tells which entries name an older roster than an entry before them.

    Without this check an entry could name a roster in which its actor still had a right, or none,
    as if it were from before the rosters.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def _first_entries(self) -> list[tuple[int, int]]:
        """(roster number, number of the first entry that names it); read when first needed."""
        rows = self._database.query(_FIRST_ENTRIES)
        return [(int(row["roster"]), int(row["seq"])) for row in rows]

    def is_older_than_log(self, entry: LogEntry) -> bool:
        """Tell whether an earlier entry names a newer roster than this one."""
        return any(
            number > entry.roster and first < entry.seq for number, first in self._first_entries
        )
