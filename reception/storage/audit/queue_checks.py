"""Check of the queue of blind indexes, whose rows no entry covers, against the imports."""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.audit import Finding
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.database import Database

_IMPORTS = "SELECT seq, actor, facts FROM log WHERE act = 'imported' ORDER BY seq"
# Every chunk that is done or lost has an entry of the person who imported it.
_DONE = "SELECT count(*) FROM log WHERE act = 'tagged' AND subject = ? AND actor = ?"
_WAITING = "SELECT count(*) FROM tag_queue WHERE batch_id = ? AND owner = ?"
# The queue of somebody whose keys became invalid is deleted.
_ENDED = (
    "SELECT 1 FROM log WHERE act IN ('password_set', 'account_left') AND subject = ? AND seq > ? "
    "LIMIT 1"
)


def check_queue(database: Database) -> Iterator[Finding]:
    """Yield every import of which a chunk is neither in the queue nor done.

    Imports of earlier versions do not say how many chunks they had.
    """
    for row in database.query(_IMPORTS):
        match (parsed_facts(row["facts"]) or {}).get("queued"):
            case [str(batch_id), int(chunks)]:
                importer, seq = row["actor"], int(row["seq"])
                is_ended = database.one(_ENDED, (importer, seq)) is not None
                known = _count(database, _DONE, batch_id, importer)
                known += _count(database, _WAITING, batch_id, importer)
                if known < chunks and not is_ended:
                    yield Finding("record.missing", seq, "tag_queue", batch_id)


def _count(database: Database, query: str, batch_id: str, user_id: str) -> int:
    row = database.one(query, (batch_id, user_id))
    return 0 if row is None else int(row[0])
