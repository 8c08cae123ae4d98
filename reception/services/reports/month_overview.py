"""The overview of a month: four figures, twelve bars, and the state of the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.audit import Act
from reception.domain.reporting_periods import Period, month_of
from reception.domain.staff import Right
from reception.law.tables.table_01tcd import TABLE_01TCD, TOTAL
from reception.services.access.session import Session
from reception.services.reports.statutory_tables import StatutoryTables
from reception.storage.visits import todo_queries

BARS = 12
_LAST_CHECK = "SELECT at, facts FROM log WHERE act = ? ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of this period; ``change`` is its difference from the previous period."""

    value: int
    change: int


@dataclass(frozen=True, slots=True)
class MonthOverview:
    """The overview beside the to-do list; ``bars`` are visits by month, the oldest first."""

    period: Period
    visits: Figure
    people: Figure
    matters: Figure
    groups: Figure
    bars: tuple[tuple[Period, int], ...]
    entries: int  # of the audit log
    checked_at: datetime | None  # last verification of the audit log
    intact: bool | None  # its result; None if it was never verified
    reveals: int  # in this period
    custodians: int


class MonthOverviews:
    """Reads the overview of a month; needs the right ``report``."""

    def __init__(self, session: Session, reports: StatutoryTables) -> None:
        self._session = session
        self._reports = reports

    def read(self, day: date | None = None) -> MonthOverview:
        """Return the overview of the period that contains ``day``, by default today."""
        self._session.require(Right.REPORT)
        settings = self._session.settings()
        period = month_of(day or self._session.today(), settings.month_starts_on)
        present, previous = (
            self._reports.count(TABLE_01TCD.code, month.days).columns
            for month in (period, period.previous())
        )
        visits, people, matters, groups = (
            Figure(present[column], present[column] - previous[column])
            for column in (TOTAL.visits, TOTAL.people, TOTAL.matters, TOTAL.groups)
        )
        database = self._session.database
        last = database.one("SELECT max(seq) FROM log")
        check = database.one(_LAST_CHECK, (Act.VERIFIED.value,))
        members = self._session.people.values()
        return MonthOverview(
            period=period,
            visits=visits,
            people=people,
            matters=matters,
            groups=groups,
            bars=self._bars(period, refused=settings.count_refused),
            entries=int(last[0] or 0) if last else 0,
            checked_at=datetime.fromisoformat(check["at"]) if check else None,
            intact='"intact":true' in check["facts"] if check else None,
            reveals=todo_queries.count_reveals(database, *period.days),
            custodians=sum(1 for member in members if member.may(Right.CUSTODY)),
        )

    def _bars(self, period: Period, *, refused: bool) -> tuple[tuple[Period, int], ...]:
        periods = [period]
        while len(periods) < BARS:
            periods.insert(0, periods[0].previous())
        days = todo_queries.visits_by_day(
            self._session.database, periods[0].since, period.until, refused
        )
        return tuple(
            (month, sum(count for day, count in days.items() if month.contains(day)))
            for month in periods
        )
