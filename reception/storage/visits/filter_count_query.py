"""Counts beside the filters of the register, by one grouped query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reception.domain.filter_counts import ANY, DUE_SOON, OVERDUE, Cell, FilterCounts
from reception.domain.visit_reading import EVERYTHING, VisitReader
from reception.storage.database import Database
from reception.storage.visits.register_reader import (
    RegisterFilter,
    matching_visits,
)

MAX_COUNTED = 10_000  # larger results of a search are not counted
_BEFORE_EVERY_DAY, _AFTER_EVERY_DAY = "0000", "9999"  # compared as texts with ISO days
_SEARCH_RESULTS = (
    "WITH found AS MATERIALIZED (SELECT v.kind, v.progress, v.received_on AS day, v.due_on, "
    "v.voided, 1 AS visits FROM ({matching} ORDER BY 1 DESC LIMIT :most) m "
    "JOIN visit v ON v.visit_id = m.visit_id) "
)
_VISITS_WITH_DUE_DAY = (
    "(SELECT kind, progress, received_on AS day, due_on, voided, 1 AS visits FROM visit)"
)


@dataclass(frozen=True, slots=True)
class FilterCountRequest:
    """Spans of days to count by, and the limits of "overdue" and "due soon".

    A span without a first or last day has None there. ``overdue_until`` is the last due day of
    overdue visits, ``due_soon_until`` that of visits due soon.
    """

    spans: tuple[tuple[date | None, date | None], ...]
    overdue_until: date
    due_soon_until: date
    text: str = field(default="", repr=False)
    reader: VisitReader = EVERYTHING


def count_filters(
    database: Database, request: FilterCountRequest, limit: int = MAX_COUNTED
) -> FilterCounts:
    """Count all visits, or those that match a search.

    A search with more than ``limit`` results gives empty, incomplete counts.
    """
    is_search = bool(request.text.strip())
    parameters: dict[str, Any] = {
        "late": request.overdue_until.isoformat(),
        "soon": request.due_soon_until.isoformat(),
    }
    for index, (since, until) in enumerate(request.spans):
        parameters[f"since{index}"] = since.isoformat() if since else _BEFORE_EVERY_DAY
        parameters[f"until{index}"] = until.isoformat() if until else _AFTER_EVERY_DAY
    sql = _counts(len(request.spans), is_search=is_search)
    if is_search:
        parameters["most"] = limit + 1
        searched = RegisterFilter(text=request.text, reader=request.reader)
        matching = matching_visits(database, searched, ([], parameters))
        sql = _SEARCH_RESULTS.format(matching=matching) + sql
    return _filter_counts(database.query(sql, parameters), limit if is_search else None)


def _counts(spans: int, *, is_search: bool) -> str:
    sums = _sums(spans)
    source, due_source = ("found", "found") if is_search else ("visit_count", _VISITS_WITH_DUE_DAY)
    is_open = "due_on <= :soon AND voided = 0"
    return " UNION ALL ".join(
        (
            _grouped(ANY, sums, source, "1"),
            _grouped(OVERDUE, sums, due_source, "due_on <= :late AND voided = 0"),
            _grouped(DUE_SOON, sums, due_source, f"due_on > :late AND {is_open}"),
        )
    )


def _sums(spans: int) -> str:
    return ", ".join(
        f"sum(iif(day BETWEEN :since{index} AND :until{index}, visits, 0))"
        for index in range(spans)
    )


def _grouped(name: str, sums: str, source: str, where: str) -> str:
    return (
        f"SELECT '{name}', kind, progress, sum(visits), {sums} FROM {source} "
        f"WHERE {where} GROUP BY kind, progress"
    )


def _filter_counts(rows: Sequence[Any], limit: int | None) -> FilterCounts:
    total = sum(row[3] for row in rows if row[0] == ANY)
    if limit is not None and total > limit:
        return FilterCounts({}, is_complete=False)
    cells: dict[Cell, tuple[int, ...]] = {(r[0], r[1], r[2]): tuple(r)[4:] for r in rows}
    return FilterCounts(cells)
