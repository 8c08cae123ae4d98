"""Log entries in which the head names who reads every denunciation."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import Act
from reception.storage.database import Database

_NAMING_ENTRIES = (
    "SELECT seq, facts FROM log WHERE seq > ? AND act IN (?, ?, ?) AND facts LIKE '%\"readers\"%' "
    "ORDER BY seq"
)
_NAMING_ACTS = (Act.OFFICE_CREATED, Act.RIGHTS_CHANGED, Act.READERS_CONFIRMED)


def read_entries_naming_readers(database: Database, after: int) -> list[Any]:
    """Return ``seq`` and ``facts`` of these entries with a number above ``after``, oldest first.

    The fact ``readers`` has their user ids; nobody has checked it.
    """
    acts = [act.value for act in _NAMING_ACTS]
    return database.query(_NAMING_ENTRIES, (after, *acts))
