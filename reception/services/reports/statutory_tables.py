"""Reports: Biểu 01/TCD of a period, with its identities checked before it can leave."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.table_01tcd import Check, TableSheet, UnitRow, checks_01tcd
from reception.domain.visit import Outcome
from reception.exchange.table_workbook import write_table_01tcd
from reception.law.table_notes import note_01tcd
from reception.services.access.session import Session
from reception.storage.visits.statutory_counts import (
    Counting,
    GroupCounts,
    PeriodFigures,
    count_period,
)

FORM = "01/TCD"
# First column of each mode group: visits, people, matters, groups, people in groups follow.
_COLUMNS = {"regular": 5, "head": 11, "delegate": 17}
_DAYS = {"head": 10, "delegate": 16}


@dataclass(frozen=True, slots=True)
class Table01TCD:
    """Biểu 01/TCD of a period, ready to be shown, checked and written."""

    period: tuple[date, date]
    counting: Counting
    sheet: TableSheet
    checks: tuple[Check, ...]
    by_kind: dict[str, int]
    outcome: dict[str, int]
    by_field: tuple[tuple[str, str, int], ...]
    days_from_visits: bool  # columns 10 and 16 come from dates of visits, not announced days
    span: tuple[int | None, int | None, int]

    @property
    def columns(self) -> dict[int, int]:
        """Return columns 1 to 21 over all units."""
        return self.sheet.total()

    @property
    def holds(self) -> bool:
        """Tell whether every identity of the form holds."""
        return all(check.holds for check in self.checks)


class StatutoryTables:
    """Counts, checks and writes statutory tables."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session

    def table_01tcd(self, period: tuple[date, date]) -> Table01TCD:
        """Count Biểu 01/TCD (TT 06/2025) for a period, both ends included."""
        self._session.require(Right.REPORT)
        if period[0] > period[1]:
            raise InvalidInput("report.period_wrong", "period")
        settings = self._session.settings()
        counting = Counting(
            settings.people_distinct, settings.matters_distinct, settings.count_refused
        )
        figures = count_period(self._session.database, period, counting)
        announced = {k: v for k, v in figures.announced.items() if k in _DAYS}
        days = figures.announced if announced else figures.days
        units = _units(figures, settings.bodies, days)
        sheet = TableSheet(
            head=(settings.superior.upper(), settings.issuing.upper()),
            period=period,
            units=units,
            note=_note(counting, from_visits=not announced),
            signatures=("", settings.signer_post.upper()),
        )
        return Table01TCD(
            period=period,
            counting=counting,
            sheet=sheet,
            checks=checks_01tcd(sheet),
            by_kind=_by_kind(figures),
            outcome=_outcomes(figures),
            by_field=figures.by_field,
            days_from_visits=not announced,
            span=figures.span,
        )

    def written(self, table: Table01TCD, form: str) -> bytes:
        """Return the table as ``json``, ``xlsx`` or ``pdf``; the export is logged.

        Nothing leaves while an identity fails (``report.sums_differ``).
        """
        if not table.holds:
            raise InvalidInput("report.sums_differ", "period")
        data = self._bytes(table, form)
        with self._session.act() as work:
            since, until = (day.isoformat() for day in table.period)
            work.log(Act.REPORTED, f"Biểu {FORM}", since=since, until=until, format=form)
        return data

    def _bytes(self, table: Table01TCD, form: str) -> bytes:
        if form == "json":
            text = json.dumps(as_document(table), ensure_ascii=False, indent=1)
            return (text + "\n").encode("utf-8")
        if form == "xlsx":
            return write_table_01tcd(table.sheet)
        from reception.printing.tables.table_01tcd import render_table_01tcd  # noqa: PLC0415 - slow

        return render_table_01tcd(table.sheet)


def as_document(table: Table01TCD) -> dict[str, Any]:
    """Return the table in the shape that programs read."""
    counting = table.counting
    return {
        "form": FORM,
        "period": {"from": table.period[0].isoformat(), "to": table.period[1].isoformat()},
        "counting": {
            "people": "distinct" if counting.people_distinct else "per_visit",
            "matters": "distinct" if counting.matters_distinct else "per_visit",
            "refused_counted": counting.count_refused,
            "days": "visits" if table.days_from_visits else "announced",
            "note": table.sheet.note,
        },
        "columns": {str(number): value for number, value in table.columns.items()},
        "rows": [
            {
                "unit": row.unit,
                "columns": {str(n): row.columns.get(n, 0) for n in range(1, 22)},
            }
            for row in table.sheet.units
        ],
        "checks": [{"rule": check.rule, "holds": check.holds} for check in table.checks],
        "by_kind": table.by_kind,
        "outcome": table.outcome,
    }


def _units(
    figures: PeriodFigures, bodies: tuple[str, ...], days: dict[str, int]
) -> tuple[UnitRow, ...]:
    columns: dict[str, dict[int, int]] = {body: dict.fromkeys(range(1, 22), 0) for body in bodies}
    for counts in figures.groups:
        row = columns.setdefault(counts.body, dict.fromkeys(range(1, 22), 0))
        _fill(row, counts)
    first = next(iter(columns))
    for group, column in _DAYS.items():
        columns[first][column] = days.get(group, 0)
    for row in columns.values():
        for total in range(1, 5):
            row[total] = row[total + 4] + row[total + 10] + row[total + 16]
    return tuple(UnitRow(body, row) for body, row in columns.items())


def _fill(row: dict[int, int], counts: GroupCounts) -> None:
    start = _COLUMNS[counts.group]
    values = (counts.visits, counts.people, counts.matters, counts.groups, counts.group_people)
    for offset, value in enumerate(values):
        row[start + offset] += value


def _by_kind(figures: PeriodFigures) -> dict[str, int]:
    found = {kind.value: figures.by_kind.get(kind.value, 0) for kind in PetitionKind}
    joined = PetitionKind.RECOMMENDATION_OR_FEEDBACK.value
    if not found[joined]:
        del found[joined]
    for kind in (PetitionKind.RECOMMENDATION.value, PetitionKind.FEEDBACK.value):
        if joined in found and not found[kind]:
            del found[kind]
    return found


def _outcomes(figures: PeriodFigures) -> dict[str, int]:
    return {
        "guided": figures.by_outcome.get(Outcome.GUIDE.value, 0),
        "accepted": figures.by_outcome.get(Outcome.ACCEPT.value, 0),
        "transferred": figures.by_outcome.get(Outcome.TRANSFER.value, 0),
    }


def _note(counting: Counting, *, from_visits: bool) -> str:
    return note_01tcd(
        people_distinct=counting.people_distinct,
        matters_distinct=counting.matters_distinct,
        refused_counted=counting.count_refused,
        days_from_visits=from_visits,
    )
