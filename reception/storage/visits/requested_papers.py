"""Rows of papers that were asked for with a visit."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from reception.domain.requested_paper import PaperForm, PaperState, RequestedSheet, Sheet
from reception.storage.database import Database
from reception.storage.json_shapes import readable_day, word_of
from reception.storage.unit_of_work import UnitOfWork

TABLE = "requested_paper"
_COLUMNS = (
    "SELECT q.*, v.number, v.series, v.code_year, v.code_number, v.kind, v.protection, v.officer, "
    "coalesce((SELECT e.entered_on FROM late_entry e WHERE e.visit_id = q.visit_id), "
    "v.received_on) AS sealed_on, v.voided, "
    "(SELECT e.ground FROM visit_event e WHERE e.visit_id = q.visit_id "
    "AND e.act = 'paper_dropped' AND CASE WHEN json_valid(e.facts) "
    "THEN json_extract(e.facts, '$.paper') END = q.paper_id) AS ground, "
    "EXISTS (SELECT 1 FROM requested_paper n WHERE n.visit_id = q.visit_id AND n.form = q.form "
    "AND n.sheet = q.sheet AND n.paper_id <> q.paper_id AND n.state <> 'dropped') AS successor, "
    "(SELECT l.act FROM log_row r JOIN log l USING (seq) WHERE r.record = 'requested_paper' "
    "AND r.key = q.paper_id ORDER BY r.seq DESC LIMIT 1) AS last_act "
    "FROM requested_paper q JOIN visit v USING (visit_id)"
)
_ORDER = "ORDER BY q.{} DESC, q.visit_id DESC, q.form, q.sheet"
_WAITING = f"{_COLUMNS} WHERE q.state = 'asked' AND v.voided = 0 {_ORDER.format('asked_on')}"
_WAITING_OF_VISIT = "SELECT * FROM requested_paper WHERE visit_id = ? AND state = 'asked'"
_OF_VISIT = f"{_COLUMNS} WHERE q.visit_id = ? ORDER BY q.asked_on, q.form, q.sheet"
_DROPPED = f"{_COLUMNS} WHERE q.state = 'dropped' AND q.changed_on >= ? " + _ORDER.format(
    "changed_on"
)


def write_requested(
    work: UnitOfWork, visit_id: int, sheets: Iterable[RequestedSheet], asked: tuple[date, str]
) -> dict[RequestedSheet, str]:
    """Write a row for each sheet; return the ids by sheet. ``asked``: day and user id."""
    ids: dict[RequestedSheet, str] = {}
    for sheet in sheets:
        ids[sheet] = secrets.token_hex(8)
        work.insert(
            TABLE,
            {
                "paper_id": ids[sheet],
                "visit_id": visit_id,
                "form": sheet.form.value,
                "sheet": sheet.sheet.value,
                "asked_on": asked[0].isoformat(),
                "asked_by": asked[1],
                "state": PaperState.ASKED.value,
            },
        )
    return ids


def set_state(work: UnitOfWork, paper_id: str, state: PaperState, day: date) -> None:
    """Write what has become of a sheet."""
    values = {"state": state.value, "changed_on": day.isoformat()}
    work.update(TABLE, {"paper_id": paper_id}, values)


def set_obstacle(work: UnitOfWork, paper_id: str, obstacle: str) -> None:
    """Write why a sheet that still waits was not printed: the code of a sentence."""
    work.update(TABLE, {"paper_id": paper_id}, {"obstacle": obstacle})


def drop_waiting(
    work: UnitOfWork,
    visit_id: int,
    day: date,
    is_settled: Callable[[str], bool],
    sheet: RequestedSheet | None = None,
) -> None:
    """Drop the sheets of a visit that wait: others take their place. None: all of them.

    Those that are settled, by their paper ids, keep what the session will write about them.
    """
    for row in work.database.query(_WAITING_OF_VISIT, (visit_id,)):
        if is_settled(row["paper_id"]):
            continue
        found = RequestedSheet(word_of(PaperForm, row["form"]), word_of(Sheet, row["sheet"]))
        if sheet in (None, found):
            set_state(work, row["paper_id"], PaperState.DROPPED, day)


def read_paper(database: Database, paper_id: str) -> Any | None:
    """Return the row of a sheet with the columns of its visit, or None."""
    return database.one(f"{_COLUMNS} WHERE q.paper_id = ?", (paper_id,))


def read_waiting(database: Database) -> Sequence[Any]:
    """Return the sheets that wait, newest first, with the columns of their visits."""
    return database.query(_WAITING)


def read_of_visit(database: Database, visit_id: int) -> Sequence[Any]:
    """Return all sheets of a visit, oldest first, with the columns of their visit."""
    return database.query(_OF_VISIT, (visit_id,))


def read_dropped_since(database: Database, day: date) -> Sequence[Any]:
    """Return the sheets dropped since a day, newest first."""
    return database.query(_DROPPED, (day.isoformat(),))


def day_of(text: str) -> date:
    """Return a stored day; the first of all days for what no program wrote."""
    return readable_day(text) or date.min
