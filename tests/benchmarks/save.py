"""Save and seal against the same rows inserted by hand, durably, into a bare SQLCipher file.

The strictest comparison, one bare row with as many bytes of content, is reported beside it
without a limit: it leaves out the indexes, the search and the log that make a register.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from reception.services.calendars import Calendars
from reception.services.drafts import Drafts
from reception.services.intake import Intake
from reception.services.session import Session
from reception.storage.database import migrations
from tests.fixtures.office import build_office
from tests.scenarios.people import form_of, planted

_ROUNDS, _WARM = 60, 5
_LIMIT = 4.0
_ROWS = {
    "visit": "visit_id = :visit",
    "petition": "visit_id = :visit",
    "deadline": "visit_id = :visit",
    "paper": "visit_id = :visit",
    "receipt": "visit_id = :visit",
    "return_code": "visit_id = :visit",
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
        by_hand, one_row = (_bare(Path(folder) / name) for name in ("hand.db", "row.db"))
        one_row.execute("CREATE TABLE one (body BLOB)")
        ratios, strict = _rounds(session, by_hand, one_row)
        for connection in (by_hand, one_row):
            connection.close()
        session.database.close()
    return [
        ("save and seal / same rows by hand", statistics.median(ratios), _LIMIT),
        ("save and seal / one bare row of the same bytes", statistics.median(strict), None),
    ]


def _rounds(
    session: Session, by_hand: sqlite.Connection, one_row: sqlite.Connection
) -> tuple[list[float], list[float]]:
    intake = Intake(session, Calendars(session), Drafts(session))
    people = planted(_ROUNDS + _WARM)
    ratios, strict = [], []
    for index, person in enumerate(people):
        form = form_of(person, 2 * index)
        ready = intake.prepare(person, protected=form.protected)
        session.tidy()
        ours, sealed = _timed(lambda f=form, r=ready: intake.seal_visit(f, r))  # type: ignore[misc]
        rows = _rows(session, sealed.visit.visit_id)
        size = sum(
            len(bytes(v)) if isinstance(v, bytes) else len(str(v)) for _, r in rows for v in r
        )
        hand, _ = _timed(lambda r=rows: _insert(by_hand, r))  # type: ignore[misc]
        body = bytes(size)
        row, _ = _timed(lambda b=body: one_row.execute("INSERT INTO one VALUES (?)", (b,)))  # type: ignore[misc]
        if index >= _WARM:
            ratios.append(ours / hand)
            strict.append(ours / row)
    return ratios, strict


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


def _bare(path: Path) -> sqlite.Connection:
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    for _, statements in migrations():
        for statement in statements:
            connection.execute(statement)
    return connection


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result
