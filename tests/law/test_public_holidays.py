"""Days off: computed ones, announced swaps, proposals only when asked for."""

from __future__ import annotations

from datetime import date

import pytest

from reception.law.public_holidays import working_calendar

CALENDAR = working_calendar([2025, 2026])


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 1, 2),
        *[date(2026, 2, n) for n in range(16, 21)],
        date(2026, 4, 27),
        date(2026, 4, 30),
        date(2026, 5, 1),
        date(2026, 8, 31),
        date(2026, 9, 1),
        date(2026, 9, 2),
        date(2026, 11, 24),
        date(2025, 4, 7),
        date(2025, 5, 2),
    ],
)
def test_days_off(day):
    assert not CALENDAR.is_working_day(day)
    assert CALENDAR.days_off[day]


@pytest.mark.parametrize("day", [date(2026, 1, 10), date(2026, 8, 22), date(2026, 1, 5)])
def test_working_days(day):
    assert CALENDAR.is_working_day(day)


def test_a_proposed_swap_counts_only_when_asked_for():
    off, make_up_day = date(2026, 11, 23), date(2026, 11, 28)
    assert CALENDAR.is_working_day(off)
    assert not CALENDAR.is_working_day(make_up_day)
    proposed = working_calendar([2026], with_proposed=True)
    assert not proposed.is_working_day(off)
    assert proposed.is_working_day(make_up_day)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 2, 8), "29 Tết"),
        (date(2027, 2, 4), "28 Chạp"),
        (date(2028, 1, 24), "28 Chạp"),
        (date(2030, 1, 31), "28 Chạp"),
    ],
)
def test_the_day_before_the_last_of_the_lunar_year_has_its_own_number(day, name):
    assert working_calendar([day.year]).days_off[day] == name


def test_names_are_vietnamese_and_later_years_are_unsure():
    assert "Tết" in CALENDAR.days_off[date(2026, 2, 17)]
    assert CALENDAR.estimated_years == frozenset()
    assert working_calendar([2026, 2027]).estimated_years == {2027}
