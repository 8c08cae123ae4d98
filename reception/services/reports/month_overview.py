"""Overview of a month: four counts, the visits of twelve months, and the audit log's result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.audit import Act, entry_time
from reception.domain.clock import local_day
from reception.domain.reporting_periods import Period, month_period_of
from reception.domain.staff import Right
from reception.law.tables.table_01tcd import TABLE_01TCD, TOTAL_COLUMNS
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.reports.report_periods import is_countable
from reception.services.reports.statutory_tables import count_table
from reception.storage.audit.log_reader import last_entry_number
from reception.storage.visits import todo_queries

_MONTHS_SHOWN = 12
_LAST_VERIFICATION = "SELECT at, facts FROM log WHERE act = ? ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class CountWithChange:
    """A count of this period; ``change`` is its difference from the previous period."""

    count: int
    change: int


@dataclass(frozen=True, slots=True)
class MonthOverview:
    """The overview beside the to-do list.

    ``people``, ``matters`` and ``groups`` are None where their change from one day to the next
    could tell about one denunciation; the number of visits is that of the rows of the register.
    ``monthly_visits`` are (period, visits) of the last twelve periods, the oldest first.
    """

    period: Period
    visits: CountWithChange
    people: CountWithChange | None
    matters: CountWithChange | None
    groups: CountWithChange | None
    monthly_visits: tuple[tuple[Period, int], ...]
    log_entries: int
    log_verified_on: date | None  # day of the last verification of the audit log
    log_is_intact: bool | None  # result of that verification; None without one
    reveals: int  # in this period
    custodians: int


@rights_checked
class MonthOverviews:
    """Reads the overview of a month; needs the right ``report``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read(self, day: date | None = None) -> MonthOverview:
        """Return the overview of the period that contains ``day``, by default today."""
        settings = self._session.settings()
        period = month_period_of(day or self._session.today(), settings.month_starts_on)
        present, previous = (
            count_table(self._session, TABLE_01TCD.code, month.days).column_totals
            for month in (period, period.previous())
        )
        visits, people, matters, groups = (
            CountWithChange(present[column], present[column] - previous[column])
            for column in (
                TOTAL_COLUMNS.visits,
                TOTAL_COLUMNS.people,
                TOTAL_COLUMNS.matters,
                TOTAL_COLUMNS.groups,
            )
        )
        may_count = is_countable(self._session, period.days)
        database = self._session.database
        verification = database.one(_LAST_VERIFICATION, (Act.VERIFIED.value,))
        members = self._session.people.values()
        return MonthOverview(
            period=period,
            visits=visits,
            people=people if may_count else None,
            matters=matters if may_count else None,
            groups=groups if may_count else None,
            monthly_visits=self._monthly_visits(period, refused=settings.count_refused),
            log_entries=last_entry_number(database),
            log_verified_on=local_day(entry_time(verification["at"])) if verification else None,
            log_is_intact='"intact":true' in verification["facts"] if verification else None,
            reveals=todo_queries.count_reveals(database, *period.days),
            custodians=sum(1 for member in members if member.may(Right.CUSTODY)),
        )

    def _monthly_visits(self, period: Period, *, refused: bool) -> tuple[tuple[Period, int], ...]:
        periods = [period]
        while len(periods) < _MONTHS_SHOWN:
            periods.insert(0, periods[0].previous())
        days = todo_queries.visits_by_day(
            self._session.database, periods[0].since, period.until, refused
        )
        return tuple(
            (month, sum(count for day, count in days.items() if month.contains(day)))
            for month in periods
        )
