"""Counting working days: the start is not counted, holidays and swaps are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.working_calendar import DayUnit, WorkingCalendar
from reception.law.public_holidays import working_calendar

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 1))
CALENDAR = working_calendar(range(2023, 2030))


@pytest.mark.parametrize(
    ("count", "due"),
    [
        (10, date(2026, 12, 4)),
        (7, date(2026, 12, 1)),
        (3, date(2026, 11, 25)),
        (0, date(2026, 11, 19)),
    ],
)
def test_terms_that_start_before_the_day_of_culture(count, due):
    assert CALENDAR.add_working_days(date(2026, 11, 19), count) == due
    assert CALENDAR.days_left(date(2026, 11, 19), due) == count


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (date(2026, 6, 19), 10, date(2026, 6, 29)),
        (date(2026, 6, 17), 10, date(2026, 6, 29)),  # ends on a Saturday
        (date(2026, 8, 23), 10, date(2026, 9, 3)),  # ends on the National Day
        (date(2026, 11, 4), 20, date(2026, 11, 25)),  # ends on the Day of Culture
    ],
)
def test_calendar_days_count_all_days_and_only_the_last_one_moves(start, count, due):
    assert CALENDAR.due_day(start, count, DayUnit.CALENDAR) == due


@given(DAYS, st.integers(1, 60))
def test_a_term_in_calendar_days_ends_on_a_working_day_and_never_too_early(start, count):
    due = CALENDAR.due_day(start, count, DayUnit.CALENDAR)
    assert CALENDAR.is_working_day(due)
    assert due >= start + timedelta(days=count)
    assert due <= CALENDAR.due_day(start, count, DayUnit.WORKING)


def test_the_count_names_the_holiday_it_left_out():
    skipped = CALENDAR.skipped_holidays(date(2026, 11, 19), date(2026, 12, 4))
    assert [day for day, _ in skipped] == [date(2026, 11, 24)]
    assert all(name for _, name in skipped)


@given(DAYS, st.integers(1, 60))
def test_adding_and_counting_are_inverse(start, count):
    due = CALENDAR.add_working_days(start, count)
    assert CALENDAR.is_working_day(due)
    assert due > start
    assert CALENDAR.days_left(start, due) == count
    if CALENDAR.is_working_day(start):
        assert CALENDAR.days_left(due, start) == -count


@given(DAYS, st.integers(1, 30), st.integers(1, 30))
def test_adding_twice_is_adding_once(start, first, second):
    between = CALENDAR.add_working_days(start, first)
    assert CALENDAR.add_working_days(between, second) == CALENDAR.add_working_days(
        start, first + second
    )


@given(DAYS, st.integers(0, 40))
def test_more_days_are_never_sooner(start, count):
    assert CALENDAR.add_working_days(start, count) <= CALENDAR.add_working_days(start, count + 1)


@given(DAYS)
def test_a_day_is_left_out_or_counted(start):
    due = start + timedelta(days=30)
    weekdays = sum((start + timedelta(days=n)).weekday() < 5 for n in range(1, 31))
    make_up_count = sum(start < day <= due and day.weekday() >= 5 for day in CALENDAR.make_up_days)
    counted = CALENDAR.days_left(start, due)
    assert counted + len(CALENDAR.skipped_holidays(start, due)) == weekdays + make_up_count


def test_a_make_up_saturday_works_even_against_the_week():
    saturday = date(2026, 8, 22)
    assert WorkingCalendar(make_up_days=frozenset([saturday])).is_working_day(saturday)
    assert not WorkingCalendar().is_working_day(saturday)
