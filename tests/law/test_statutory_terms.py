"""Statutory terms: those in force on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reception.domain.working_calendar import DayUnit
from reception.law.statutory_terms import all_terms, term_in_force


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("answer", 10),
        ("refusal_notice", 3),
        ("complaint_acceptance", 7),
        ("denunciation_handling", 7),
        ("denunciation_transfer", 5),
        ("denunciation_again", 20),
        ("denunciation_overdue", 5),
    ],
)
def test_terms_that_hold_today(code, days):
    found = term_in_force(code, date(2026, 11, 23))
    assert found is not None
    assert found.days == days
    assert found.article


@pytest.mark.parametrize("item", all_terms(), ids=lambda item: item.code)
def test_a_term_holds_from_its_first_day(item):
    assert term_in_force(item.code, item.since) == item
    assert term_in_force(item.code, item.since - timedelta(days=1)) != item


def test_the_notice_did_not_exist_before_the_decree():
    assert term_in_force("refusal_notice", date(2026, 6, 30)) is None
    assert term_in_force("nothing", date(2026, 7, 1)) is None


@pytest.mark.parametrize(
    ("day", "days", "unit"),
    [(date(2026, 6, 30), 10, DayUnit.CALENDAR), (date(2026, 7, 1), 7, DayUnit.WORKING)],
)
def test_a_complaint_is_accepted_by_the_term_of_its_day(day, days, unit):
    found = term_in_force("complaint_acceptance", day)
    assert found is not None
    assert (found.days, found.unit, found.is_certain) == (days, unit, True)


def test_no_two_terms_of_a_code_hold_on_one_day():
    for item in all_terms():
        same = [other for other in all_terms() if other.code == item.code and other != item]
        for other in same:
            assert (item.until and item.until < other.since) or (
                other.until and other.until < item.since
            )


def test_only_the_first_handling_of_a_denunciation_may_be_extended():
    longer = {
        item.code: item.longest_days for item in all_terms() if item.longest_days != item.days
    }
    assert longer == {"denunciation_handling": 10}


@pytest.mark.parametrize("item", all_terms(), ids=lambda item: item.code)
def test_a_term_names_the_event_and_says_why_it_is_unsure(item):
    assert item.start_event.startswith("ngày ")
    assert item.is_certain or item.note
