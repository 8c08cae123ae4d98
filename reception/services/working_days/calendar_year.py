"""A year of the working calendar as the settings show it: what each day is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reception.domain.calendar_overrides import CalendarOverride, DayKind
from reception.domain.working_calendar import WorkingCalendar
from reception.law.public_holidays import SwapProposal, is_swap, proposals

_SATURDAY = 5
_MONTHS = 12


class DayAppearance(StrEnum):
    """How a day is painted."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SWAP = "swap"
    MADE_UP = "made_up"


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day: its look, the name of what it is, ``sure`` unless proposed or estimated.

    ``edit`` and ``proposal`` stand at both days of a swap.
    """

    day: date
    look: DayAppearance
    name: str = ""
    sure: bool = True
    proposed: bool = False
    edit: CalendarOverride | None = None
    proposal: SwapProposal | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """All days of a year; ``estimated``: its days off are not announced yet."""

    year: int
    days: tuple[YearDay, ...]
    estimated: bool
    working: tuple[int, ...]  # working days of January to December

    def at(self, day: date) -> YearDay:
        """Return one of its days."""
        return self.days[(day - date(self.year, 1, 1)).days]

    def special(self, since: date) -> tuple[YearDay, ...]:
        """Return what is not usual from a day on: weekdays off, weekend days that are worked."""
        usual = (DayAppearance.WORKING, DayAppearance.WEEKEND)
        return tuple(
            one
            for one in self.days
            if one.day >= since
            and (one.look not in usual or one.proposed)
            and (one.look is not DayAppearance.HOLIDAY or one.day.weekday() < _SATURDAY)
        )


def year_of(calendar: WorkingCalendar, edits: tuple[CalendarOverride, ...], year: int) -> Year:
    """Return a year as ``calendar`` counts it; ``edits`` are the days the office set itself."""
    own = {edit.day: edit for edit in edits} | {e.made_up: e for e in edits if e.made_up}
    open_ones = [item for item in proposals() if item.off not in own]
    marked = {item.off: item for item in open_ones} | {item.made_up: item for item in open_ones}
    estimated = year in calendar.unsure_years
    days, working = [], [0] * _MONTHS
    day = date(year, 1, 1)
    while day.year == year:
        working[day.month - 1] += calendar.is_working_day(day)
        look = _look(calendar, day, own.get(day))
        proposal = marked.get(day)
        usual = look in (DayAppearance.WORKING, DayAppearance.WEEKEND)
        sure = proposal is None and (usual or not estimated or day in own)
        name = calendar.days_off.get(day, "")
        days.append(YearDay(day, look, name, sure, proposal is not None, own.get(day), proposal))
        day += timedelta(days=1)
    return Year(year, tuple(days), estimated, tuple(working))


def _look(calendar: WorkingCalendar, day: date, edit: CalendarOverride | None) -> DayAppearance:
    weekend = day.weekday() >= _SATURDAY
    if calendar.is_working_day(day):
        return DayAppearance.MADE_UP if weekend else DayAppearance.WORKING
    name = calendar.days_off.get(day)
    if name is None:
        return DayAppearance.WEEKEND
    swap = edit.kind is DayKind.SWAP if edit is not None else is_swap(name)
    return DayAppearance.SWAP if swap else DayAppearance.HOLIDAY
