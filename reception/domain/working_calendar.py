"""Counting of working days; the day of the event is not counted (Bộ luật Dân sự Điều 147)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5
_DAY = timedelta(days=1)


class DayUnit(StrEnum):
    """The unit of a term: ngày làm việc, or ngày (Bộ luật Dân sự Điều 148)."""

    WORKING = "working_day"
    CALENDAR = "calendar_day"


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Days off with their names, and days of a weekend on which the office works."""

    days_off: Mapping[date, str] = field(default_factory=dict)
    make_up_days: frozenset[date] = frozenset()  # ngày làm bù
    estimated_years: frozenset[int] = frozenset()  # years whose holidays are an estimate

    def is_working_day(self, day: date) -> bool:
        """Tell whether the office works on a day."""
        if day in self.make_up_days:
            return True
        return day.weekday() < _SATURDAY and day not in self.days_off

    def due_day(self, start: date, count: int, unit: DayUnit) -> date:
        """Return the last day of a term of ``count`` days after ``start``.

        In calendar days every day counts; if the last one is a day off, the term ends on the next
        working day (Bộ luật Dân sự Điều 148(5)).
        """
        if unit is DayUnit.WORKING:
            return self.add_working_days(start, count)
        day = start + count * _DAY
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def add_working_days(self, start: date, count: int) -> date:
        """Return the ``count``-th working day after ``start``; ``start`` is not counted."""
        day = start
        while count > 0:
            day += _DAY
            if self.is_working_day(day):
                count -= 1
        return day

    def days_left(self, today: date, due: date) -> int:
        """Return the number of working days from ``today`` to ``due``.

        It is 0 on ``due`` itself and on the days off directly after ``due``, and negative from the
        first working day after ``due``.
        """
        if due >= today:
            return self._working_days_between(today, due)
        return -self._working_days_between(due, today)

    def skipped_holidays(self, start: date, due: date) -> tuple[tuple[date, str], ...]:
        """Return the holidays from Monday to Friday after ``start`` and up to ``due``, with names.

        They are the days that the count of working days skipped.
        """
        return tuple(
            (day, name)
            for day, name in sorted(self.days_off.items())
            if start < day <= due and day.weekday() < _SATURDAY and day not in self.make_up_days
        )

    def _working_days_between(self, first: date, last: date) -> int:
        count, day = 0, first
        while day < last:
            day += _DAY
            count += self.is_working_day(day)
        return count
