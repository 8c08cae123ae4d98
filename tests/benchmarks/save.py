"""Save and seal against bare, durable inserts into SQLCipher of the same bytes.

One row holding all the bytes, in a file as SQLCipher opens it (a rollback journal, flushed at every
commit); and the very rows, inserted by hand in one transaction in the mode our database is in. One
row in that mode is told without a limit: it needs one flush and nothing else, see decision 0005.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from reception.services.access.session import Session
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.schema import migrations
from tests.fixtures.office import build_office
from tests.scenarios.planted_identities import form_of, planted

_ROUNDS, _WARM = 150, 5
_LIMIT = 4.0
_ROWS = {
    "visit": "visit_id = :visit",
    "petition": "visit_id = :visit",
    "deadline": "visit_id = :visit",
    "paper": "visit_id = :visit",
    "receipt": "visit_id = :visit",
    "keyed_return_code": "visit_id = :visit",
    "blind_tag": "visit_id = :visit",
    "sealed_value": "owner_row = CAST(:visit AS TEXT)",
    "sealed_box": "value_id IN (SELECT value_id FROM sealed_value "
    "WHERE owner_row = CAST(:visit AS TEXT))",
    "log": "seq = (SELECT max(seq) FROM log)",
    "log_row": "seq = (SELECT max(seq) FROM log)",
}


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, median of ratios, limit or None)."""
    with tempfile.TemporaryDirectory() as folder:
        session = build_office(Path(folder)).open()
        bare = Bare(Path(folder))
        rounds = _rounds(session, bare)
        bare.close()
        session.database.close()
    names = ("one bare row of the same bytes", "the same rows by hand", "one row, write-ahead log")
    return [
        (f"save and seal / {name}", statistics.median(ratios), limit)
        for name, ratios, limit in zip(
            names, zip(*rounds, strict=True), (_LIMIT, _LIMIT, None), strict=True
        )
    ]


class Bare:
    """Three bare files: one row by SQLCipher alone, all rows by hand, one row in a log."""

    def __init__(self, folder: Path) -> None:
        """Make the files."""
        self.plain, self.rows, self.logged = (
            _opened(folder / name) for name in ("plain.db", "rows.db", "logged.db")
        )
        for connection in (self.rows, self.logged):
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
                connection.execute(f"PRAGMA {pragma}")
        for _, statements in migrations():
            for statement in statements:
                self.rows.execute(statement)
        for connection in (self.plain, self.logged):
            connection.execute("CREATE TABLE one (body BLOB)")

    def close(self) -> None:
        """Close the files."""
        for connection in (self.plain, self.rows, self.logged):
            connection.close()


def _rounds(session: Session, bare: Bare) -> list[tuple[float, float, float]]:
    intake = Intake(session, OfficeCalendar(session), Drafts(session))
    people = planted(_ROUNDS + _WARM)
    found = []
    for index, person in enumerate(people):
        form = form_of(person, 2 * index)
        ready = intake.prepare(person, protected=form.protected)
        session.truncate_wal()  # the window does this and the next after the answer
        session.log_walk.step()
        ours, sealed = _timed(partial(intake.seal_visit, form, ready))
        rows = _rows(session, sealed.visit.visit_id)
        size = sum(
            len(bytes(v)) if isinstance(v, bytes) else len(str(v)) for _, r in rows for v in r
        )
        one = ("INSERT INTO one VALUES (?)", (bytes(size),))
        plain, _ = _timed(partial(bare.plain.execute, *one))
        by_hand, _ = _timed(partial(_insert, bare.rows, rows))
        logged, _ = _timed(partial(bare.logged.execute, *one))
        if index >= _WARM:
            found.append((ours / plain, ours / by_hand, ours / logged))
    return found


def _rows(session: Session, visit: int) -> list[tuple[str, tuple[Any, ...]]]:
    found: list[tuple[str, tuple[Any, ...]]] = []
    for table, where in _ROWS.items():
        rows = session.database.query(f"SELECT * FROM {table} WHERE {where}", {"visit": visit})  # noqa: S608 - names of this file
        found += [(table, tuple(row)) for row in rows]
    text = session.database.one(
        "SELECT rowid, folded, exact FROM visit_search WHERE rowid = ?", (visit,)
    )
    return [*found, ("visit_search (rowid, folded, exact)", tuple(text or ()))]


def _insert(connection: sqlite.Connection, rows: list[tuple[str, tuple[Any, ...]]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, values in rows:
        marks = ", ".join("?" for _ in values)
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - names of this file
    connection.execute("COMMIT")


def _opened(path: Path) -> sqlite.Connection:
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    return connection


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result
