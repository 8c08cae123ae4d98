"""Backups to keep: seven days, four weeks, twelve months, and always the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reception.domain.backup import DAILY_BACKUPS, MONTHLY_BACKUPS, WEEKLY_BACKUPS, backups_to_keep

MOMENTS = st.lists(
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)), max_size=60
)


@given(MOMENTS)
def test_the_newest_is_kept_and_no_more_than_the_limits(moments: list[datetime]) -> None:
    stay = backups_to_keep(moments)
    assert stay <= set(moments)
    assert len(stay) <= DAILY_BACKUPS + WEEKLY_BACKUPS + MONTHLY_BACKUPS
    if moments:
        assert max(moments) in stay


@given(MOMENTS)
def test_dropping_twice_drops_nothing_more(moments: list[datetime]) -> None:
    stay = backups_to_keep(moments)
    assert backups_to_keep(stay) == stay


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_newer_one_never_saves_an_older_one(moments: list[datetime], later: timedelta) -> None:
    if not moments:
        return
    more = [*moments, max(moments) + later]
    assert backups_to_keep(more) - {max(more)} <= backups_to_keep(moments)


def test_a_year_of_days_leaves_the_shares() -> None:
    end = datetime(2026, 11, 23, 17, tzinfo=UTC)
    days = [end - timedelta(days=back) for back in range(365)]
    stay = sorted(backups_to_keep(days), reverse=True)
    assert stay[:7] == days[:7]
    assert sum(1 for day in stay if (end - day).days < 31) >= 9
    months = {(day.year, day.month) for day in stay}
    assert len(months) == MONTHLY_BACKUPS
