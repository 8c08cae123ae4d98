"""Digests of rows under numbers that no log entry has yet: somebody wrote them with other tools."""

from __future__ import annotations

from reception.storage.database import Database

_COUNT = "SELECT count(*) FROM log_row WHERE seq >= ?"
_PROTECTION = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?"
_TRIGGER = "log_row_no_delete"


def remove_rows_without_entry(database: Database, next_seq: int) -> int:
    """Delete digests beyond the last entry, inside a transaction; return how many there were.

    No entry has signed them. They would become part of the next entries, whose digests would then
    be wrong: nobody could write a good entry any more, not even the head who accepts findings.
    """
    row = database.one(_COUNT, (next_seq,))
    count = int(row[0]) if row is not None else 0
    if count:
        triggers = database.query(_PROTECTION, (_TRIGGER,))
        for trigger in triggers:
            database.execute(f"DROP TRIGGER {trigger['name']}")
        database.execute("DELETE FROM log_row WHERE seq >= ?", (next_seq,))
        for trigger in triggers:
            database.execute(trigger["sql"])
    return count
