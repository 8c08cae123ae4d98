"""Counts of short or unfinished periods tell nobody about the only denunciation of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from reception.bootstrap import Reception
from reception.domain.clock import VIETNAM
from reception.domain.errors import NotAllowed
from reception.domain.staff import Right
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, build_office
from tests.services.visit_reading.reading_stage import ReadingStage, build_stage

DAY = date(2026, 11, 19)
RUNNING = (date(2026, 11, 15), date(2026, 12, 14))
LATER = datetime(2026, 12, 15, 8, 0, tzinfo=VIETNAM)
NEXT_YEAR = datetime(2027, 12, 20, 8, 0, tzinfo=VIETNAM)
DAYS = timedelta(days=1)


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> ReadingStage:
    return build_stage(build_office(tmp_path_factory.mktemp("counts")))


COUNTS: dict[str, Callable[[Reception, tuple[date, date]], object]] = {
    "table": lambda desk, days: desk.reports.count("01/TCD", days),
    "petitions": lambda desk, days: desk.reports.count_petitions(days),
}


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
@pytest.mark.parametrize(
    "days",
    [
        (DAY, DAY),
        (date(2026, 11, 15), DAY),
        (DAY, date(2026, 12, 14)),
        (date(2026, 11, 14), date(2026, 12, 14)),  # a month and a day more
        (date(2026, 11, 1), date(2026, 11, 30)),  # a month of the calendar, not of this office
        (date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_no_free_period_is_counted_without_reading(
    stage: ReadingStage,
    count: Callable[[Reception, tuple[date, date]], object],
    days: tuple[date, date],
) -> None:
    stage.office.clock.at = NEXT_YEAR
    with stage.as_(COLLEAGUE) as officer, pytest.raises(NotAllowed, match=r"report\.needs_reader"):
        count(officer, days)
    with stage.as_(OFFICER) as reader:
        assert count(reader, days)


@pytest.mark.parametrize(
    "days",
    [
        RUNNING,  # December
        (date(2026, 9, 15), date(2026, 12, 14)),  # quarter IV
        (date(2026, 6, 15), date(2026, 12, 14)),  # second half of the year
        (date(2025, 12, 15), date(2026, 12, 14)),  # the year
    ],
)
def test_a_statutory_period_is_exact_for_everybody_once_it_is_over(
    stage: ReadingStage, days: tuple[date, date]
) -> None:
    stage.office.clock.at = LATER - DAYS  # its last day
    with stage.as_(COLLEAGUE) as officer, pytest.raises(NotAllowed, match=r"report\.needs_reader"):
        officer.reports.count("01/TCD", days)
    stage.office.clock.at = LATER
    with stage.as_(OFFICER) as reader:
        expected = reader.reports.count("01/TCD", days)
    with stage.as_(COLLEAGUE) as officer:
        counted = officer.reports.count("01/TCD", days)
        assert counted.column_totals == expected.column_totals
        assert counted.column_totals[1] == 3
        assert officer.reports.export(counted, "json") == officer.reports.export(expected, "json")


def test_a_table_made_by_a_reader_is_not_exported_by_others(stage: ReadingStage) -> None:
    with stage.as_(OFFICER) as reader:
        counted = reader.reports.count("01/TCD", (DAY, DAY))
    with stage.as_(COLLEAGUE) as officer, pytest.raises(NotAllowed, match=r"report\.needs_reader"):
        officer.reports.export(counted, "json")


def test_the_month_is_not_watched_day_by_day(stage: ReadingStage) -> None:
    """The report of a running month is a reader's; others get the month before by default."""
    with stage.as_(COLLEAGUE) as officer:
        with pytest.raises(NotAllowed, match=r"report\.needs_reader"):
            officer.register_books.monthly_report(DAY)
        officer.register_books.monthly_report()
        made = officer.session.database.query("SELECT subject FROM print WHERE subject LIKE '%/%'")
        assert [row["subject"] for row in made] == ["2026-10-15/2026-11-14"]
        overview = officer.month_overviews.read()
        assert overview.visits.count == 3  # as many as the register has rows
        assert (overview.people, overview.matters, overview.groups) == (None, None, None)
        before = officer.month_overviews.read(date(2026, 11, 14))
        assert before.people is not None
    with stage.as_(OFFICER) as reader:
        assert reader.month_overviews.read().people is not None


def test_without_a_denunciation_every_period_is_counted(stage: ReadingStage) -> None:
    with stage.as_(COLLEAGUE) as officer:
        assert officer.reports.count("01/TCD", (DAY + DAYS, DAY + DAYS)).column_totals[1] == 0


def test_the_head_who_does_not_read_is_no_exception(stage: ReadingStage) -> None:
    stage.change_right(HEAD, Right.READ_DENUNCIATION, given=False)
    with stage.as_(HEAD) as head, pytest.raises(NotAllowed, match=r"report\.needs_reader"):
        head.reports.count("01/TCD", (DAY, DAY))
