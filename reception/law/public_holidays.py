"""Public holidays: computed (Bộ luật Lao động Điều 112), then corrected by announced swaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

from reception.domain.working_calendar import WorkingCalendar
from resources import table

# How a day off is named that is swapped: in our data, and by the package holidays.
_SWAPS = ("hoán đổi", "thay cho ngày")


def working_calendar(years: Iterable[int], *, with_proposed: bool = False) -> WorkingCalendar:
    """Return the calendar of the given years.

    Years for which the days off are not announced yet are in ``estimated_years``.
    ``with_proposed`` includes the swaps that are proposed and not decided.
    """
    return _calendar(tuple(sorted(set(years))), with_proposed)


@dataclass(frozen=True, slots=True)
class SwapProposal:
    """A proposed swap, not decided: ``day_off`` free, a weekend day worked as ``make_up_day``."""

    day_off: date
    make_up_day: date
    source: str


def proposed_swaps() -> tuple[SwapProposal, ...]:
    return tuple(
        SwapProposal(
            date.fromisoformat(item["off"]), date.fromisoformat(item["made_up"]), item["source"]
        )
        for item in table("data/holidays.json")["proposed"]
    )


def is_swap(name: str) -> bool:
    """Tell whether the name of a day off says that another day is worked instead."""
    return any(word in name for word in _SWAPS)


@lru_cache(maxsize=64)
def _calendar(years: tuple[int, ...], with_proposed: bool) -> WorkingCalendar:
    corrections = table("data/holidays.json")
    days_off: dict[date, str] = {}
    make_up_days: set[date] = set()
    for year in years:
        computed_days_off, computed_make_up_days = _computed_days(year)
        days_off.update(computed_days_off)
        make_up_days.update(computed_make_up_days)
    for entry in corrections["off"]:
        days_off[date.fromisoformat(entry["day"])] = entry["name"]
    make_up_days.update(date.fromisoformat(entry["day"]) for entry in corrections["made_up"])
    if with_proposed:
        for entry in corrections["proposed"]:
            days_off[date.fromisoformat(entry["off"])] = entry["name"]
            make_up_days.add(date.fromisoformat(entry["made_up"]))
    last_announced_year = int(corrections["announced_until"])
    estimated_years = frozenset(year for year in years if year > last_announced_year)
    return WorkingCalendar(days_off, frozenset(make_up_days) - days_off.keys(), estimated_years)


@lru_cache(maxsize=64)
def _computed_days(year: int) -> tuple[dict[date, str], frozenset[date]]:
    """Return (days off with their names, make-up days) of a year."""
    # Without a language the package follows the locale of the machine.
    package_days = holidays.country_holidays("VN", years=year, language="vi")
    make_up_days = getattr(package_days, "weekend_workdays", ())
    days_off = {
        day: _correct_name(year, str(name))
        for day, name in package_days.items()
        if day.year == year
    }
    return days_off, frozenset(day for day in make_up_days if day.year == year)


def _correct_name(year: int, name: str) -> str:
    """Return the name of a day off; the package calls the day before the last one always the 29th.

    In a year whose last lunar month (tháng Chạp) has 29 days that day is the 28th.
    """
    has_29_days = year in table("data/holidays.json")["years_whose_last_lunar_month_has_29_days"]
    return "28 Chạp" if name == "29 Tết" and has_29_days else name
