"""Counts beside the filters of the register, by one grouped query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.domain.filter_counts import ANY, LATE, SOON, Cell, FilterCounts
from reception.storage.database import Database
from reception.storage.visits.register_reader import match_expression

MOST_FOUND = 10_000  # larger results of a search are not counted
_FIRST, _LAST = "0000", "9999"
_FOUND = (
    "WITH found AS MATERIALIZED (SELECT v.kind, v.progress, v.received_on AS day, v.due_on, "
    "v.voided, 1 AS visits FROM visit_search s JOIN visit v ON v.visit_id = s.rowid "
    "WHERE visit_search MATCH :text AND {seen} ORDER BY s.rowid DESC LIMIT :most) "
)
_DUE = "(SELECT kind, progress, received_on AS day, due_on, voided, 1 AS visits FROM visit)"


@dataclass(frozen=True, slots=True)
class CountedFilters:
    """Spans of days to count (None: open end), and the days of "late" and "due soon".

    ``late_until`` and ``soon_until`` are the last due days of late visits and of those due soon.
    """

    spans: tuple[tuple[date | None, date | None], ...]
    late_until: date
    soon_until: date
    text: str = ""
    kinds_hidden: tuple[str, ...] = ()


def count_filters(
    database: Database, asked: CountedFilters, most: int = MOST_FOUND
) -> FilterCounts:
    """Count all visits, or those found by a search; no counts above ``most`` results."""
    match = match_expression(asked.text)
    parameters: dict[str, Any] = {
        "text": match,
        "most": most + 1,
        "late": asked.late_until.isoformat(),
        "soon": asked.soon_until.isoformat(),
    }
    parameters |= {f"kind{place}": kind for place, kind in enumerate(asked.kinds_hidden)}
    for place, (since, until) in enumerate(asked.spans):
        parameters[f"since{place}"] = since.isoformat() if since else _FIRST
        parameters[f"until{place}"] = until.isoformat() if until else _LAST
    sums = _sums(len(asked.spans))
    hidden = ", ".join(f":kind{place}" for place in range(len(asked.kinds_hidden)))
    seen = f"kind NOT IN ({hidden})"
    everything, due = ("found", "found") if match else ("visit_count", _DUE)
    sql = " UNION ALL ".join(
        (
            _grouped(ANY, sums, everything, seen),
            _grouped(LATE, sums, due, f"{seen} AND due_on <= :late AND voided = 0"),
            _grouped(
                SOON, sums, due, f"{seen} AND due_on > :late AND due_on <= :soon AND voided = 0"
            ),
        )
    )
    rows = database.query((_FOUND.format(seen=seen) if match else "") + sql, parameters)
    return _counted(rows, most if match else None)


def _sums(spans: int) -> str:
    return ", ".join(
        f"sum(iif(day BETWEEN :since{place} AND :until{place}, visits, 0))"
        for place in range(spans)
    )


def _grouped(name: str, sums: str, source: str, where: str) -> str:
    return (
        f"SELECT '{name}', kind, progress, sum(visits), {sums} FROM {source} "
        f"WHERE {where} GROUP BY kind, progress"
    )


def _counted(rows: Sequence[Any], most: int | None) -> FilterCounts:
    found = sum(row[3] for row in rows if row[0] == ANY)
    if most is not None and found > most:
        return FilterCounts({}, is_complete=False)
    cells: dict[Cell, tuple[int, ...]] = {(r[0], r[1], r[2]): tuple(r)[4:] for r in rows}
    return FilterCounts(cells)
