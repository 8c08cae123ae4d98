"""Public holidays: computed (BLLĐ Điều 112), then corrected by the announced swapped days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

from reception.domain.working_calendar import WorkingCalendar
from resources import table

_SWAPS = ("hoán đổi", "thay cho ngày")  # words of our data, and of the package holidays


def working_calendar(years: Iterable[int], *, with_proposed: bool = False) -> WorkingCalendar:
    """Return the calendar of some years; years without an announcement are marked as estimates."""
    return _calendar(tuple(sorted(set(years))), with_proposed)


@dataclass(frozen=True, slots=True)
class SwapProposal:
    """A proposed swap, not decided yet: work on ``made_up`` (a weekend day) instead of ``off``."""

    off: date
    made_up: date
    source: str


def proposals() -> tuple[SwapProposal, ...]:
    return tuple(
        SwapProposal(
            date.fromisoformat(item["off"]), date.fromisoformat(item["made_up"]), item["source"]
        )
        for item in table("data/holidays.json")["proposed"]
    )


def is_swap(name: str) -> bool:
    """Tell by its name whether a day off is swapped for work on another day."""
    return any(word in name for word in _SWAPS)


@lru_cache(maxsize=64)
def _calendar(years: tuple[int, ...], with_proposed: bool) -> WorkingCalendar:
    corrections = table("data/holidays.json")
    off: dict[date, str] = {}
    made_up: set[date] = set()
    for year in years:
        computed, working = _computed_days(year)
        off.update(computed)
        made_up.update(working)
    for item in corrections["off"]:
        off[date.fromisoformat(item["day"])] = item["name"]
    made_up.update(date.fromisoformat(item["day"]) for item in corrections["made_up"])
    if with_proposed:
        for item in corrections["proposed"]:
            off[date.fromisoformat(item["off"])] = item["name"]
            made_up.add(date.fromisoformat(item["made_up"]))
    announced = int(corrections["announced_until"])
    estimated = frozenset(year for year in years if year > announced)
    return WorkingCalendar(off, frozenset(made_up) - off.keys(), estimated)


@lru_cache(maxsize=64)
def _computed_days(year: int) -> tuple[dict[date, str], frozenset[date]]:
    # Without a language the package follows the locale of the machine.
    package_days = holidays.country_holidays("VN", years=year, language="vi")
    working = getattr(package_days, "weekend_workdays", ())
    days = {day: str(name) for day, name in package_days.items() if day.year == year}
    return days, frozenset(day for day in working if day.year == year)
