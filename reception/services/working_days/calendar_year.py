"""A year of the working calendar, day by day: how each day is painted, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reception.domain.calendar_overrides import CalendarOverride, DayKind
from reception.domain.working_calendar import WorkingCalendar
from reception.law.public_holidays import SwapProposal, is_swap, proposed_swaps

_SATURDAY = 5
_MONTHS = 12


class DayAppearance(StrEnum):
    """The kind of a day as it is painted."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SWAP = "swap"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day of the year.

    ``name`` is that of the holiday. ``is_proposed``: a swap that the State has proposed and the
    office has not decided yet. ``is_certain`` is false for a proposed or an estimated day.
    ``override`` (the office's own setting) and ``proposal`` are set on both days of a swap.
    """

    day: date
    appearance: DayAppearance
    name: str = ""
    is_certain: bool = True
    is_proposed: bool = False
    override: CalendarOverride | None = None
    proposal: SwapProposal | None = None


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """All days of a year, in order; ``is_estimated``: its days off are not announced yet."""

    year: int
    days: tuple[YearDay, ...]
    is_estimated: bool
    working_day_counts: tuple[int, ...]  # of January to December

    def year_day(self, day: date) -> YearDay:
        """Return the entry of a day, which must be in this year."""
        return self.days[(day - date(self.year, 1, 1)).days]

    def special_days(self, since: date) -> tuple[YearDay, ...]:
        """Return the weekdays off, worked weekend days and proposed swaps, from ``since`` on."""
        ordinary = (DayAppearance.WORKING, DayAppearance.WEEKEND)
        return tuple(
            one
            for one in self.days
            if one.day >= since
            and (one.appearance not in ordinary or one.is_proposed)
            and (one.appearance is not DayAppearance.HOLIDAY or one.day.weekday() < _SATURDAY)
        )


def build_calendar_year(
    calendar: WorkingCalendar, overrides: tuple[CalendarOverride, ...], year: int
) -> CalendarYear:
    """Return every day of a year; ``overrides`` are the days that the office set itself."""
    override_of_day = {override.day: override for override in overrides} | {
        override.make_up_day: override for override in overrides if override.make_up_day
    }
    undecided_proposals = [item for item in proposed_swaps() if item.day_off not in override_of_day]
    proposal_of_day = {item.day_off: item for item in undecided_proposals} | {
        item.make_up_day: item for item in undecided_proposals
    }
    is_estimated = year in calendar.estimated_years
    days, working_day_counts = [], [0] * _MONTHS
    day = date(year, 1, 1)
    while day.year == year:
        working_day_counts[day.month - 1] += calendar.is_working_day(day)
        appearance = _appearance(calendar, day, override_of_day.get(day))
        proposal = proposal_of_day.get(day)
        is_ordinary = appearance in (DayAppearance.WORKING, DayAppearance.WEEKEND)
        is_certain = proposal is None and (
            is_ordinary or not is_estimated or day in override_of_day
        )
        name = calendar.days_off.get(day, "")
        days.append(
            YearDay(
                day,
                appearance,
                name,
                is_certain,
                proposal is not None,
                override_of_day.get(day),
                proposal,
            )
        )
        day += timedelta(days=1)
    return CalendarYear(year, tuple(days), is_estimated, tuple(working_day_counts))


def _appearance(
    calendar: WorkingCalendar, day: date, override: CalendarOverride | None
) -> DayAppearance:
    weekend = day.weekday() >= _SATURDAY
    if calendar.is_working_day(day):
        return DayAppearance.MAKE_UP if weekend else DayAppearance.WORKING
    name = calendar.days_off.get(day)
    if name is None:
        return DayAppearance.WEEKEND
    swap = override.kind is DayKind.SWAP if override is not None else is_swap(name)
    return DayAppearance.SWAP if swap else DayAppearance.HOLIDAY
