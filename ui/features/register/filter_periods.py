"""The dates of the register's filters: first and last day of each choice of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from reception.domain.reporting_periods import Period, month_period_of
from reception.storage.visits.filter_count_query import FilterCountRequest
from reception.storage.visits.register_reader import RegisterFilter
from ui.features.register.filter_boxes import PERIOD, PREVIOUS, SPANS, YEAR

FirstAndLastDay = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class FilterPeriods:
    """The dates that follow from today and from the office's settings and working calendar.

    ``month_starts_on`` is the day of the month on which the office's reporting periods begin.
    """

    today: date
    due_soon_until: date  # two working days after today
    month_starts_on: int

    @property
    def present(self) -> Period:
        return month_period_of(self.today, self.month_starts_on)

    @property
    def previous(self) -> Period:
        return self.present.previous()

    def days(self, span: str) -> FirstAndLastDay:
        """Return first and last day of one of ``SPANS``; None in place of a day without a limit."""
        days_by_span: dict[str, FirstAndLastDay] = {
            PERIOD: (self.present.since, None),
            PREVIOUS: (self.previous.since, self.previous.until),
            YEAR: (date(self.today.year, 1, 1), None),
        }
        return days_by_span.get(span, (None, None))

    def overdue(self) -> RegisterFilter:
        """Return the filter of visits with a deadline before today."""
        return RegisterFilter(due_before=self.today - timedelta(days=1))

    def due_soon(self) -> RegisterFilter:
        """Return the filter of visits with a deadline within two working days."""
        return RegisterFilter(due_before=self.due_soon_until, due_after=self.today)

    def count_query(self, search_text: str) -> FilterCountRequest:
        """Return the query that counts, for every choice, the visits that match the search text."""
        spans = tuple(self.days(span) for span in SPANS)
        return FilterCountRequest(
            spans, self.today - timedelta(days=1), self.due_soon_until, search_text
        )
