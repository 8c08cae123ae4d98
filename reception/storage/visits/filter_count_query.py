"""Counts beside the filters of the register, by one grouped query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reception.domain.filter_counts import ANY, DUE_SOON, OVERDUE, Cell, FilterCounts
from reception.storage.database import Database
from reception.storage.visits.register_reader import match_expression

MAX_COUNTED = 10_000  # larger results of a search are not counted
_BEFORE_EVERY_DAY, _AFTER_EVERY_DAY = "0000", "9999"  # compared as texts with ISO days
_SEARCH_RESULTS = (
    "WITH found AS MATERIALIZED (SELECT v.kind, v.progress, v.received_on AS day, v.due_on, "
    "v.voided, 1 AS visits FROM visit_search s JOIN visit v ON v.visit_id = s.rowid "
    "WHERE visit_search MATCH :text AND {readable} ORDER BY s.rowid DESC LIMIT :most) "
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
    kinds_hidden: tuple[str, ...] = ()


def count_filters(
    database: Database, request: FilterCountRequest, limit: int = MAX_COUNTED
) -> FilterCounts:
    """Count all visits, or those that match a search.

    A search with more than ``limit`` results gives empty, incomplete counts.
    """
    match = match_expression(request.text)
    parameters: dict[str, Any] = {
        "text": match,
        "most": limit + 1,
        "late": request.overdue_until.isoformat(),
        "soon": request.due_soon_until.isoformat(),
    }
    parameters |= {f"kind{index}": kind for index, kind in enumerate(request.kinds_hidden)}
    for index, (since, until) in enumerate(request.spans):
        parameters[f"since{index}"] = since.isoformat() if since else _BEFORE_EVERY_DAY
        parameters[f"until{index}"] = until.isoformat() if until else _AFTER_EVERY_DAY
    sums = _sums(len(request.spans))
    hidden = ", ".join(f":kind{index}" for index in range(len(request.kinds_hidden)))
    readable = f"kind NOT IN ({hidden})"
    source, due_source = ("found", "found") if match else ("visit_count", _VISITS_WITH_DUE_DAY)
    sql = " UNION ALL ".join(
        (
            _grouped(ANY, sums, source, readable),
            _grouped(OVERDUE, sums, due_source, f"{readable} AND due_on <= :late AND voided = 0"),
            _grouped(
                DUE_SOON,
                sums,
                due_source,
                f"{readable} AND due_on > :late AND due_on <= :soon AND voided = 0",
            ),
        )
    )
    rows = database.query(
        (_SEARCH_RESULTS.format(readable=readable) if match else "") + sql, parameters
    )
    return _filter_counts(rows, limit if match else None)


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
