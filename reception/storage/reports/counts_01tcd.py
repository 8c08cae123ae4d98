"""The counting query of Biểu 01/TCD (TT 06/2025)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reception.domain.visit import Outcome
from reception.law.tables.statutory_table import CountingChoice
from reception.law.tables.table_01tcd import (
    DELEGATE_COLUMNS,
    HEAD_COLUMNS,
    REGULAR_COLUMNS,
    ModeColumns,
)
from reception.storage.database import Database
from reception.storage.reports.petition_counts import PetitionCounts, count_petitions
from reception.storage.reports.table_counts import (
    COUNTED_VISITS,
    CountingRequest,
    TableCounts,
)

# Scheduled and ad-hoc reception by the head share their columns.
_MODE = "CASE mode WHEN 'regular' THEN 'regular' WHEN 'delegate' THEN 'delegate' ELSE 'head' END"
_LARGE_GROUP = "people >= 5"
# counted_once is 1 only in visits of earlier versions: another visit counts this one and its
# people. The figures of those periods were sent and stay as they are.
_PER_VISIT = (
    f"SELECT body, {_MODE} AS grouped, "
    "sum(1 - counted_once) AS visits, "
    "sum(CASE WHEN counted_once THEN 0 ELSE people END) AS people, count(*) AS matters, "
    f"sum({_LARGE_GROUP} AND NOT counted_once) AS groups, "
    f"sum(CASE WHEN {_LARGE_GROUP} AND NOT counted_once THEN people ELSE 0 END) AS group_people "
    f"FROM visit WHERE {COUNTED_VISITS} GROUP BY body, grouped ORDER BY body"
)
# Each pseudonym counts once. A denunciation is always counted separately, so that no figure can
# reveal that two denunciations came from one person.
_DISTINCT = (
    "SELECT body, grouped, sum(most) AS people, sum(fields) AS matters FROM ("
    f"SELECT body, {_MODE} AS grouped, max(CASE WHEN counted_once THEN 0 ELSE people END) AS most,"
    " count(DISTINCT (SELECT field FROM petition p WHERE p.visit_id = v.visit_id AND position = 1))"
    " AS fields FROM visit v "
    f"WHERE {COUNTED_VISITS} GROUP BY body, grouped, series, code_year, code_number, "
    "CASE kind WHEN 'denunciation' THEN visit_id ELSE 0 END) GROUP BY body, grouped"
)
_DAYS = (
    f"SELECT {_MODE} AS grouped, count(DISTINCT received_on) AS days FROM visit "
    f"WHERE {COUNTED_VISITS} GROUP BY grouped"
)
_ANNOUNCED_DAYS = (
    "SELECT mode AS grouped, count(DISTINCT day) AS days FROM announced_day "
    "WHERE day BETWEEN :since AND :until GROUP BY mode"
)

_MODES: Mapping[str, ModeColumns] = {
    "regular": REGULAR_COLUMNS,
    "head": HEAD_COLUMNS,
    "delegate": DELEGATE_COLUMNS,
}
_MODES_WITH_DAYS = {"head": HEAD_COLUMNS, "delegate": DELEGATE_COLUMNS}


def count_01tcd(database: Database, request: CountingRequest) -> TableCounts:
    """Count the visits by receiving body and mode of reception.

    Days of reception are counted for the whole office, whatever the body, and are in the row of
    the office itself.
    """
    figures_by_unit: dict[str, dict[int, int]] = {unit: {} for unit in request.units}
    parameters = request.parameters()
    distinct = {(row["body"], row["grouped"]): row for row in database.query(_DISTINCT, parameters)}
    for row in database.query(_PER_VISIT, parameters):
        figures = _figures(row, distinct[row["body"], row["grouped"]], request)
        figures_by_unit.setdefault(row["body"], {}).update(figures)
    announced = _days(database, _ANNOUNCED_DAYS, request)
    days = announced or _days(database, _DAYS, request)
    figures_by_unit[next(iter(figures_by_unit))].update(days)
    choices = request.choices
    if not announced:
        choices |= {CountingChoice.DAYS_FROM_VISITS}
    return TableCounts(figures_by_unit, choices, _breakdowns(count_petitions(database, request)))


def _figures(row: Any, distinct: Any, request: CountingRequest) -> dict[int, int]:
    """Return the figures of one body in one mode, by column."""
    columns = _MODES[row["grouped"]]
    people = distinct if CountingChoice.PEOPLE_DISTINCT in request.choices else row
    matters = distinct if CountingChoice.MATTERS_DISTINCT in request.choices else row
    return {
        columns.visits: row["visits"],
        columns.people: people["people"],
        columns.matters: matters["matters"],
        columns.groups: row["groups"],
        columns.group_people: row["group_people"],
    }


def _days(database: Database, query: str, request: CountingRequest) -> dict[int, int]:
    """Return the numbers of days on which the head and delegates received, by column."""
    return {
        _MODES_WITH_DAYS[row["grouped"]].days: row["days"]
        for row in database.query(query, request.parameters())
        if row["grouped"] in _MODES_WITH_DAYS
    }


def _breakdowns(petitions: PetitionCounts) -> dict[str, dict[str, int]]:
    outcomes = petitions.by_outcome
    return {
        "by_kind": {kind.value: count for kind, count in petitions.by_kind.items()},
        "outcome": {
            "guided": outcomes.get(Outcome.GUIDE, 0),
            "accepted": outcomes.get(Outcome.ACCEPT, 0),
            "transferred": outcomes.get(Outcome.TRANSFER, 0),
        },
    }
