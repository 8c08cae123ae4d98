"""Counts for the statutory tables, made in SQL over a period of the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.storage.database import Database

# Biểu 01/TCD knows three groups: regular, by the head (scheduled and ad hoc), by a delegate.
_GROUP = "CASE mode WHEN 'regular' THEN 'regular' WHEN 'delegate' THEN 'delegate' ELSE 'head' END"
_COUNTED = (
    "voided = 0 AND received_on BETWEEN :since AND :until "
    "AND (progress <> 'refused' OR :count_refused)"
)
_LARGE = "people >= 5"
_PER_VISIT = (
    f"SELECT body, {_GROUP} AS grouped, "
    "sum(1 - counted_once) AS visits, "
    "sum(CASE WHEN counted_once THEN 0 ELSE people END) AS people, count(*) AS matters, "
    f"sum({_LARGE} AND NOT counted_once) AS groups, "
    f"sum(CASE WHEN {_LARGE} AND NOT counted_once THEN people ELSE 0 END) AS group_people "
    f"FROM visit WHERE {_COUNTED} GROUP BY body, grouped ORDER BY body"
)
# Distinct: one reporter's code counts once; a denunciation always counts by itself, so that no
# figure can tell that two denunciations came from one person.
_DISTINCT = (
    "SELECT body, grouped, sum(most) AS people, sum(fields) AS matters FROM ("
    f"SELECT body, {_GROUP} AS grouped, max(CASE WHEN counted_once THEN 0 ELSE people END) AS most,"
    " count(DISTINCT (SELECT field FROM petition p WHERE p.visit_id = v.visit_id AND position = 1))"
    " AS fields FROM visit v "
    f"WHERE {_COUNTED} GROUP BY body, grouped, series, code_year, code_number, "
    "CASE kind WHEN 'denunciation' THEN visit_id ELSE 0 END) GROUP BY body, grouped"
)
_DAYS = (
    f"SELECT {_GROUP} AS grouped, count(DISTINCT received_on) AS days FROM visit "
    f"WHERE {_COUNTED} GROUP BY grouped"
)
_ANNOUNCED = (
    "SELECT mode AS grouped, count(DISTINCT day) AS days FROM announced_day "
    "WHERE day BETWEEN :since AND :until GROUP BY mode"
)
_BY_KIND = (
    "SELECT p.kind, count(*) AS petitions FROM petition p JOIN visit v USING (visit_id) "
    f"WHERE {_COUNTED} GROUP BY p.kind"
)
_BY_OUTCOME = (
    "SELECT p.outcome, count(*) AS visits FROM petition p JOIN visit v USING (visit_id) "
    f"WHERE p.position = 1 AND {_COUNTED} GROUP BY p.outcome"
)
# Fields are named in a sentence of the report; a denunciation's could stand there alone.
_BY_FIELD = (
    "SELECT p.field, p.field_note, count(*) AS petitions "
    "FROM petition p JOIN visit v USING (visit_id) "
    f"WHERE {_COUNTED} AND p.kind <> 'denunciation' "
    "GROUP BY p.field, p.field_note ORDER BY petitions DESC"
)
_SPAN = f"SELECT min(visit_id), max(visit_id), count(*) FROM visit WHERE {_COUNTED}"


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """Counts of one receiving body in one mode group of Biểu 01/TCD."""

    body: str
    group: str  # "regular", "head", "delegate"
    visits: int
    people: int
    matters: int
    groups: int
    group_people: int


@dataclass(frozen=True, slots=True)
class Counting:
    """How people and matters are counted, and whether refused visits count."""

    people_distinct: bool = False
    matters_distinct: bool = False
    count_refused: bool = False


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """Everything counted of a period."""

    groups: tuple[GroupCounts, ...]
    days: dict[str, int]  # by mode group, from the dates of visits
    announced: dict[str, int]  # by mode group, from announced days
    by_kind: dict[str, int]
    by_outcome: dict[str, int]
    by_field: tuple[tuple[str, str, int], ...]
    span: tuple[int | None, int | None, int]  # first key, last key, visits


def count_period(database: Database, period: tuple[date, date], how: Counting) -> PeriodFigures:
    """Count the visits of a period, both ends included."""
    bound = {
        "since": period[0].isoformat(),
        "until": period[1].isoformat(),
        "count_refused": int(how.count_refused),
    }
    distinct = {(row["body"], row["grouped"]): row for row in database.query(_DISTINCT, bound)}
    groups = tuple(
        _counts(row, distinct[(row["body"], row["grouped"])], how)
        for row in database.query(_PER_VISIT, bound)
    )
    span = database.one(_SPAN, bound)
    return PeriodFigures(
        groups,
        _pairs(database.query(_DAYS, bound)),
        _pairs(database.query(_ANNOUNCED, bound)),
        _pairs(database.query(_BY_KIND, bound)),
        _pairs(database.query(_BY_OUTCOME, bound)),
        tuple(tuple(row) for row in database.query(_BY_FIELD, bound)),
        (span[0], span[1], span[2]) if span else (None, None, 0),
    )


def _counts(row: Any, distinct: Any, how: Counting) -> GroupCounts:
    return GroupCounts(
        body=row["body"],
        group=row["grouped"],
        visits=row["visits"],
        people=distinct["people"] if how.people_distinct else row["people"],
        matters=distinct["matters"] if how.matters_distinct else row["matters"],
        groups=row["groups"],
        group_people=row["group_people"],
    )


def _pairs(rows: Sequence[Any]) -> dict[str, int]:
    return {str(row[0]): int(row[1]) for row in rows}
