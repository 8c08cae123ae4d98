"""The search index of an older office, folded anew for letters that look alike."""

from __future__ import annotations

from reception.domain.text import fold
from reception.storage.database import Database

_OTHER_LETTERS = (
    "SELECT rowid, folded FROM visit_search WHERE folded GLOB '*[^ -~' || char(10) || ']*'"
)
_RENEW = "UPDATE visit_search SET folded = ? WHERE rowid = ?"


def fold_index_anew(database: Database) -> int:
    """Fold the rows of an earlier version as the program folds now; return how many changed.

    Earlier versions knew no letters that look alike: Ð, Cyrillic and full-width ones. The texts
    themselves stay as they are. Rows without such letters are not read.
    """
    with database.transaction():
        rows = [
            (fold(row["folded"]), row["rowid"])
            for row in database.query(_OTHER_LETTERS)
            if isinstance(row["folded"], str) and fold(row["folded"]) != row["folded"]
        ]
        database.execute_many(_RENEW, rows)
    return len(rows)
