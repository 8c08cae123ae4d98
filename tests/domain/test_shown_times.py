"""The hour of an entry: of an ordinary visit on its own day, for the head of keys and people."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from reception.domain.audit import Act
from reception.domain.shown_times import (
    HOUR_READERS,
    HourReader,
    ShownTime,
    shown_time,
    shows_hour,
    without_hours,
)

TODAY = date(2026, 11, 19)
YESTERDAY = TODAY - timedelta(days=1)


def test_the_table_names_acts_only() -> None:
    assert HOUR_READERS.keys() <= {act.value for act in Act}


def test_an_act_that_the_table_does_not_name_has_no_hour() -> None:
    for act in (*(act.value for act in Act if act.value not in HOUR_READERS), "another"):
        assert not shows_hour(act, TODAY, TODAY, TODAY, is_head=True)


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("is_head", [False, True])
def test_an_entry_of_an_earlier_day_has_an_hour_for_the_head_only(act: Act, is_head: bool) -> None:
    shown = shows_hour(act, YESTERDAY, YESTERDAY, TODAY, is_head=is_head)
    assert shown is (is_head and HOUR_READERS.get(act.value) is HourReader.HEAD)


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("is_head", [False, True])
@pytest.mark.parametrize("visit_day", [None, YESTERDAY])
def test_what_is_not_about_an_ordinary_visit_of_today_has_no_hour_today(
    act: Act, is_head: bool, visit_day: date | None
) -> None:
    shown = shows_hour(act, visit_day, TODAY, TODAY, is_head=is_head)
    assert shown is (is_head and HOUR_READERS.get(act.value) is HourReader.HEAD)


def test_an_ordinary_visit_of_today_has_its_hour_for_everybody() -> None:
    acts = {act.value for act in Act if shows_hour(act, TODAY, TODAY, TODAY, is_head=False)}
    assert Act.VISIT_SEALED.value in acts
    assert acts == {
        act for act, reader in HOUR_READERS.items() if reader is HourReader.EVERYBODY_THAT_DAY
    }


def test_an_act_that_nobody_knows_has_no_hour() -> None:
    assert not shows_hour("forged", TODAY, TODAY, TODAY, is_head=True)


def test_the_day_is_that_in_vietnam_and_the_time_has_no_seconds() -> None:
    at = datetime(2026, 11, 18, 18, 5, 33, 7, tzinfo=UTC)
    shown = shown_time(Act.VISIT_SEALED, at, TODAY, TODAY, is_head=False)
    assert shown == ShownTime(TODAY, time(1, 5))
    assert shown_time(Act.BACKED_UP, at, TODAY, is_head=True) == ShownTime(TODAY)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sao-luu-ab12cd-20261119-141205", "sao-luu-ab12cd-20261119"),
        ("sao-luu-ab12cd-20261119-141205-2", "sao-luu-ab12cd-20261119"),
        ("sao-luu-ab12cd-20261119-m4102", "sao-luu-ab12cd-20261119-m4102"),
        ("2026-11-19T14:12:05.123456+07:00", "2026-11-19"),
        ("2026-11-19 14:12Z", "2026-11-19"),
        ("2026-11-19/2026-12-01", "2026-11-19/2026-12-01"),
        ("", ""),
    ],
)
def test_names_of_backups_and_times_in_facts_keep_their_day(text: str, shown: str) -> None:
    assert without_hours(text) == shown
