"""A year of the working calendar for the settings: the kind of each day, and its reason."""

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
    MADE_UP = "made_up"


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day; ``name`` is that of the holiday, ``is_certain`` is false if proposed or estimated.

    ``override`` and ``proposal`` are set on both days of a swap.
    """

    day: date
    appearance: DayAppearance
    name: str = ""
    is_certain: bool = True
    proposed: bool = False
    override: CalendarOverride | None = None
    proposal: SwapProposal | None = None


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """All days of a year; ``estimated``: its days off are not announced yet."""

    year: int
    days: tuple[YearDay, ...]
    estimated: bool
    working: tuple[int, ...]  # working days of January to December

    def at(self, day: date) -> YearDay:
        """Return a day of this year."""
        return self.days[(day - date(self.year, 1, 1)).days]

    def special(self, since: date) -> tuple[YearDay, ...]:
        """Return the weekdays off and the worked weekend days from a day on."""
        usual = (DayAppearance.WORKING, DayAppearance.WEEKEND)
        return tuple(
            one
            for one in self.days
            if one.day >= since
            and (one.appearance not in usual or one.proposed)
            and (one.appearance is not DayAppearance.HOLIDAY or one.day.weekday() < _SATURDAY)
        )


def build_calendar_year(
    calendar: WorkingCalendar, overrides: tuple[CalendarOverride, ...], year: int
) -> CalendarYear:
    """Return a year of a calendar; ``overrides`` are the days that the office set itself."""
    own = {override.day: override for override in overrides} | {
        override.made_up_day: override for override in overrides if override.made_up_day
    }
    open_proposals = [item for item in proposed_swaps() if item.day_off not in own]
    proposal_of = {item.day_off: item for item in open_proposals} | {
        item.made_up_day: item for item in open_proposals
    }
    estimated = year in calendar.estimated_years
    days, working = [], [0] * _MONTHS
    day = date(year, 1, 1)
    while day.year == year:
        working[day.month - 1] += calendar.is_working_day(day)
        appearance = _appearance(calendar, day, own.get(day))
        proposal = proposal_of.get(day)
        usual = appearance in (DayAppearance.WORKING, DayAppearance.WEEKEND)
        is_certain = proposal is None and (usual or not estimated or day in own)
        name = calendar.days_off.get(day, "")
        days.append(
            YearDay(day, appearance, name, is_certain, proposal is not None, own.get(day), proposal)
        )
        day += timedelta(days=1)
    return CalendarYear(year, tuple(days), estimated, tuple(working))


def _appearance(
    calendar: WorkingCalendar, day: date, override: CalendarOverride | None
) -> DayAppearance:
    weekend = day.weekday() >= _SATURDAY
    if calendar.is_working_day(day):
        return DayAppearance.MADE_UP if weekend else DayAppearance.WORKING
    name = calendar.days_off.get(day)
    if name is None:
        return DayAppearance.WEEKEND
    swap = override.kind is DayKind.SWAP if override is not None else is_swap(name)
    return DayAppearance.SWAP if swap else DayAppearance.HOLIDAY
