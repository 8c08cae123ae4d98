"""Reporting periods: fixed dates of the rules, and windows that tile without gap or overlap."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reception.domain.errors import InvalidInput
from reception.domain.reporting_periods import (
    Period,
    PeriodKind,
    free_period,
    half_year_period,
    month_period,
    month_period_of,
    nine_month_period,
    quarter_period,
    quarter_period_of,
    year_period,
    year_period_of,
)

DAY = timedelta(days=1)
YEARS = st.integers(1950, 2200)
STARTS = st.sampled_from([1, 15])
DAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))


@st.composite
def fixed(draw) -> Period:
    makers = [
        lambda y: month_period(y, draw(st.integers(1, 12)), draw(STARTS)),
        lambda y: quarter_period(y, draw(st.integers(1, 4))),
        lambda y: half_year_period(y, draw(st.integers(1, 2))),
        nine_month_period,
        year_period,
    ]
    return draw(st.sampled_from(makers))(draw(YEARS))


def is_leap(day: date) -> bool:
    return (day.month, day.day) == (2, 29)


def ends(period: Period) -> tuple[str, str]:
    return f"{period.since:%d/%m/%Y}", f"{period.until:%d/%m/%Y}"


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        (month_period(2026, 11), "15/10/2026", "14/11/2026"),
        (month_period(2026, 1), "15/12/2025", "14/01/2026"),
        (month_period(2026, 3), "15/02/2026", "14/03/2026"),
        (month_period(2024, 2, 1), "01/02/2024", "29/02/2024"),
        (month_period(2026, 12, 1), "01/12/2026", "31/12/2026"),
        (quarter_period(2026, 1), "15/12/2025", "14/03/2026"),
        (quarter_period(2026, 2), "15/03/2026", "14/06/2026"),
        (quarter_period(2026, 3), "15/06/2026", "14/09/2026"),
        (quarter_period(2026, 4), "15/09/2026", "14/12/2026"),
        (half_year_period(2026), "15/12/2025", "14/06/2026"),
        (half_year_period(2026, 2), "15/06/2026", "14/12/2026"),
        (nine_month_period(2026), "15/12/2025", "14/09/2026"),
        (year_period(2026), "15/12/2025", "14/12/2026"),
    ],
)
def test_windows_are_those_of_the_rules(period: Period, since: str, until: str):
    assert ends(period) == (since, until)


def test_month_ends_with_its_month_whatever_the_length():
    assert [month_period(2026, n).until.day for n in range(1, 13)] == [14] * 12
    assert [month_period(2026, n, 1).since.day for n in range(1, 13)] == [1] * 12


@given(DAYS, STARTS)
def test_each_day_is_in_one_month_and_months_are_adjacent(day: date, starts_on: int):
    held = month_period_of(day, starts_on)
    before = held.previous()
    assert held.contains(day)
    assert not before.contains(day)
    assert before.until + DAY == held.since
    assert month_period_of(held.until + DAY, starts_on).previous() == held
    assert (before.kind, before.starts_on) == (PeriodKind.MONTH, starts_on)


@given(DAYS)
def test_each_day_is_in_one_quarter_and_one_year(day: date):
    held, whole = quarter_period_of(day), year_period_of(day)
    assert held.contains(day)
    assert held.previous().until + DAY == held.since
    assert quarter_period_of(held.until + DAY).previous() == held
    assert whole.contains(day)
    assert whole.since <= held.since
    assert held.until <= whole.until
    assert whole.previous().until + DAY == whole.since


@given(YEARS)
def test_parts_tile_the_year(in_year: int):
    quarters = [quarter_period(in_year, n) for n in range(1, 5)]
    months = [month_period(in_year, n) for n in range(1, 13)]
    for parts in (quarters, months, [half_year_period(in_year, 1), half_year_period(in_year, 2)]):
        assert parts[0].since == year_period(in_year).since
        assert parts[-1].until == year_period(in_year).until
        for first, second in pairwise(parts):
            assert first.until + DAY == second.since
    assert half_year_period(in_year).until == quarters[1].until
    assert nine_month_period(in_year).until == quarters[2].until
    assert half_year_period(in_year).since == nine_month_period(in_year).since == quarters[0].since


@given(fixed())
def test_a_year_ago_is_the_same_window(period: Period):
    before = period.same_last_year()
    assert (before.kind, before.part, before.starts_on) == (
        period.kind,
        period.part,
        period.starts_on,
    )
    assert before.year == period.year - 1
    assert (before.since.month, before.since.day) == (period.since.month, period.since.day)
    following = (before.until + DAY, period.until + DAY)
    assert following[0].replace(year=following[1].year) == following[1]


@given(fixed())
def test_reports_are_due_after_the_window_and_within_a_month(period: Period):
    below, above = period.due_to_province(), period.due_to_inspectorate()
    assert below is not None
    assert above is not None
    assert (below.day, above.day) == (17, 20)
    assert timedelta(0) < below - period.until <= timedelta(days=17)
    assert above - below == timedelta(days=3)


def test_due_days_named():
    assert month_period(2026, 11).due_to_province() == date(2026, 11, 17)
    assert month_period(2026, 11).due_to_inspectorate() == date(2026, 11, 20)
    assert year_period(2026).due_to_inspectorate() == date(2026, 12, 20)
    assert month_period(2026, 12, 1).due_to_province() == date(2027, 1, 17)
    assert free_period(date(2026, 1, 1), date(2026, 2, 1)).due_to_province() is None


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (month_period(2026, 1), month_period(2025, 12)),
        (month_period(2026, 1, 1), month_period(2025, 12, 1)),
        (quarter_period(2026, 1), quarter_period(2025, 4)),
        (half_year_period(2026, 1), year_period(2025)),
        (half_year_period(2026, 2), half_year_period(2026, 1)),
        (nine_month_period(2026), year_period(2025)),
        (year_period(2026), year_period(2025)),
    ],
)
def test_the_period_before(period: Period, before: Period):
    assert period.previous() == before


@given(fixed())
def test_the_period_before_touches(period: Period):
    assert period.previous().until + DAY == period.since


@given(DAYS, st.integers(0, 800))
def test_free_periods_keep_their_length_before_and_touch(since: date, length: int):
    period = free_period(since, since + length * DAY)
    before = period.previous()
    assert before.until + DAY == period.since
    assert before.until - before.since == length * DAY


@given(DAYS, st.integers(0, 400), st.integers(0, 400))
def test_free_periods_that_touch_still_touch_a_year_ago(since: date, first: int, second: int):
    middle = since + first * DAY
    one, other = free_period(since, middle), free_period(middle + DAY, middle + DAY + second * DAY)
    assume(
        not any(period.since == period.until and is_leap(period.since) for period in (one, other))
    )
    assert one.same_last_year().until + DAY == other.same_last_year().since


def test_free_period_over_the_end_of_february():
    assert free_period(date(2025, 2, 1), date(2025, 2, 28)).same_last_year().until == date(
        2024, 2, 29
    )
    assert free_period(date(2024, 2, 1), date(2024, 2, 29)).same_last_year().until == date(
        2023, 2, 28
    )
    leap = free_period(date(2024, 2, 29), date(2024, 2, 29))
    assert leap.same_last_year().days == (date(2023, 2, 28), date(2023, 2, 28))


@pytest.mark.parametrize(
    "make",
    [
        lambda: month_period(2026, 0),
        lambda: month_period(2026, 13),
        lambda: month_period(2026, 1, 10),
        lambda: quarter_period(2026, 5),
        lambda: half_year_period(2026, 3),
        lambda: year_period(0),
        lambda: year_period(9999),
        lambda: free_period(date(2026, 2, 1), date(2026, 1, 31)),
        lambda: free_period(date(1, 1, 1), date(2026, 1, 31)),
    ],
)
def test_impossible_periods_are_refused(make):
    with pytest.raises(InvalidInput, match="report.period_wrong"):
        make()


def test_label_parts():
    held = month_period(2026, 11)
    assert (held.year, held.part, held.days) == (2026, 11, (held.since, held.until))
    assert year_period_of(date(2026, 12, 15)).year == 2027
    assert quarter_period_of(date(2026, 9, 15)).part == 4
