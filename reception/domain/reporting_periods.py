"""Reporting periods: the days each report covers, earlier periods, and due days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reception.domain.errors import InvalidInput

_FIFTEENTH = 15  # periods begin on the 15th: NĐ 09/2019 Điều 12, TT 06/2025 Điều 3-6
_FIRST = 1  # day on which calendar months begin
_MONTHS_OF_YEAR, _MONTHS_OF_QUARTER = 12, 3
_FIRST_YEAR, _LAST_YEAR = 1900, 9000
_DUE_TO_PROVINCE, _DUE_TO_INSPECTORATE = 17, 20  # days of the month, TT 06/2025 Điều 7(2)
_DAY = timedelta(days=1)


class PeriodKind(StrEnum):
    """Kinds of periods; the month is that of NĐ 09/2019, TT 06/2025 has none."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"  # 6 tháng; the second half of NĐ 09/2019 Điều 12 too
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    FREE = "free"  # chuyên đề, đột xuất: the days are those of the request


_LENGTH_IN_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: _MONTHS_OF_QUARTER,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: _MONTHS_OF_YEAR,
}
_PARTS_OF_YEAR = {
    PeriodKind.MONTH: 12,
    PeriodKind.QUARTER: 4,
    PeriodKind.HALF: 2,
    PeriodKind.NINE_MONTHS: 1,
    PeriodKind.YEAR: 1,
}


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period; ``since`` and ``until`` are both included.

    ``year`` and ``part`` name it: part is the month 1-12, the quarter 1-4 or the half 1-2, else
    1; both are 0 for a free period. Create it with one of the functions below, such as
    :func:`month_period`, which check the numbers.
    """

    kind: PeriodKind
    since: date
    until: date
    year: int = 0
    part: int = 0
    starts_on: int = _FIFTEENTH

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day."""
        return self.since, self.until

    def contains(self, day: date) -> bool:
        return self.since <= day <= self.until

    def previous(self) -> Period:
        """Return the period before: of the same kind, or of the same length when free.

        For the cumulative reports (first 6 months, 9 months, year) it is the year that ended on
        14 December: TT 06/2025 does not name it, but its periods imply it.
        """
        if self.kind is PeriodKind.FREE:
            return free_period(self.since - (self.until - self.since) - _DAY, self.since - _DAY)
        cumulative = self.kind is PeriodKind.HALF and self.part == 1
        if cumulative or self.kind in (PeriodKind.NINE_MONTHS, PeriodKind.YEAR):
            return year_period(self.year - 1)
        previous_index = self.year * _PARTS_OF_YEAR[self.kind] + self.part - 2  # parts since year 0
        year, part = divmod(previous_index, _PARTS_OF_YEAR[self.kind])
        return _period(self.kind, year, part + 1, self.starts_on)

    def same_last_year(self) -> Period:
        """Return the same period a year ago (cùng kỳ năm trước)."""
        if self.kind is PeriodKind.FREE:
            until = _year_ago(self.until + _DAY) - _DAY
            since = min(_year_ago(self.since), until)  # 29 February alone: the 28th
            return free_period(since, until)
        return _period(self.kind, self.year - 1, self.part, self.starts_on)

    def due_to_province(self) -> date | None:
        """Return the last day for bodies below the province: the 17th (TT 06/2025 Điều 7(2)).

        None for a free period, whose request names the day. For a calendar month it is the 17th
        of the following month.
        """
        return self._due(_DUE_TO_PROVINCE)

    def due_to_inspectorate(self) -> date | None:
        """Return the last day for the province to Thanh tra Chính phủ: the 20th; None if free.

        No rule moves a day that falls on a weekend.
        """
        return self._due(_DUE_TO_INSPECTORATE)

    def _due(self, day: int) -> date | None:
        if self.kind is PeriodKind.FREE:
            return None
        return (self.until + _DAY).replace(day=day)


def month_period(year: int, number: int, starts_on: int = _FIFTEENTH) -> Period:
    """Return the period of a month: from the 15th of the month before to the 14th of the month.

    If ``starts_on`` is 1, it is the calendar month. Errors: ``report.period_wrong``.
    """
    return _period(PeriodKind.MONTH, year, number, starts_on)


def month_period_of(day: date, starts_on: int = _FIFTEENTH) -> Period:
    """Return the period of a month that contains a day."""
    number = day.year * _MONTHS_OF_YEAR + day.month - 1
    if starts_on != _FIRST and day.day >= starts_on:
        number += 1
    return month_period(number // _MONTHS_OF_YEAR, number % _MONTHS_OF_YEAR + 1, starts_on)


def quarter_period(year: int, number: int) -> Period:
    """Return quarter 1 to 4: I is 15/12 of the year before to 14/3 (TT 06/2025)."""
    return _period(PeriodKind.QUARTER, year, number)


def quarter_period_of(day: date) -> Period:
    """Return the quarter that contains a day."""
    month = month_period_of(day)
    return quarter_period(month.year, (month.part - 1) // _MONTHS_OF_QUARTER + 1)


def half_year_period(year: int, number: int = 1) -> Period:
    """Return the first 6 months (TT 06/2025), or the last ones (NĐ 09/2019 Điều 12)."""
    return _period(PeriodKind.HALF, year, number)


def nine_month_period(year: int) -> Period:
    """Return the 9 months from 15/12 of the year before to 14/9."""
    return _period(PeriodKind.NINE_MONTHS, year, 1)


def year_period(year: int) -> Period:
    """Return the reporting year: 15/12 of the year before to 14/12."""
    return _period(PeriodKind.YEAR, year, 1)


def year_period_of(day: date) -> Period:
    """Return the reporting year that contains a day: 15/12/2026 belongs to 2027."""
    return year_period(month_period_of(day).year)


def free_period(since: date, until: date) -> Period:
    """Return the period between two days, both included. Errors: ``report.period_wrong``."""
    if since > until or not _is_possible(since.year) or not _is_possible(until.year):
        raise InvalidInput("report.period_wrong", "period")
    return Period(PeriodKind.FREE, since, until)


def is_statutory(days: tuple[date, date], month_starts_on: int = _FIFTEENTH) -> bool:
    """Tell whether two days are those of a month, quarter, half, nine months or year of reports.

    ``month_starts_on`` as in :func:`month_period`; both days belong to the period.
    """
    if not _is_possible(days[1].year - 1) or not _is_possible(days[1].year + 1):
        return False
    year = year_period_of(days[1]).year
    periods = (
        month_period_of(days[1], month_starts_on),
        quarter_period_of(days[1]),
        half_year_period(year),
        half_year_period(year, 2),
        nine_month_period(year),
        year_period(year),
    )
    return any(period.days == days for period in periods)


def _period(kind: PeriodKind, year: int, part: int, starts_on: int = _FIFTEENTH) -> Period:
    is_possible = _is_possible(year) and 1 <= part <= _PARTS_OF_YEAR[kind]
    if not is_possible or starts_on not in (_FIRST, _FIFTEENTH):
        raise InvalidInput("report.period_wrong", "period")
    length = _LENGTH_IN_MONTHS[kind]
    first = year * _MONTHS_OF_YEAR + (part - 1) * length
    if starts_on != _FIRST:
        first -= 1
    until = _start(first + length, starts_on) - _DAY
    return Period(kind, _start(first, starts_on), until, year, part, starts_on)


def _start(months: int, day: int) -> date:
    """Return a day of a month; ``months`` are counted from the beginning of year 0."""
    return date(months // _MONTHS_OF_YEAR, months % _MONTHS_OF_YEAR + 1, day)


def _is_possible(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _year_ago(day: date) -> date:
    """Return the same day a year ago; 29 February becomes 1 March, so that periods adjoin."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 3, 1)
    return day.replace(year=day.year - 1)
