"""Days set by the office: their effect on the calendar, and refused ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reception.domain.calendar_overrides import (
    CalendarOverride,
    DayKind,
    check_document,
    check_override,
    override_from_row,
    override_to_row,
    with_overrides,
)
from reception.domain.errors import InvalidInput
from reception.domain.working_calendar import WorkingCalendar

BASE = WorkingCalendar({date(2026, 11, 24): "Ngày Văn hóa"}, frozenset({date(2026, 8, 22)}))
MONDAY, TUESDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 28)
SWAP = CalendarOverride(MONDAY, DayKind.SWAP, "12/TB", SATURDAY)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def test_a_swap_moves_the_work_to_the_other_day() -> None:
    calendar = with_overrides(BASE, [SWAP])
    assert not calendar.is_working_day(MONDAY)
    assert calendar.is_working_day(SATURDAY)
    assert calendar.days_off[MONDAY] == "Nghỉ hoán đổi (làm bù 28/11)"


def test_a_holiday_becomes_a_working_day_and_a_weekend_too() -> None:
    edits = [CalendarOverride(day, DayKind.WORKING, "1") for day in (TUESDAY, SATURDAY)]
    calendar = with_overrides(BASE, edits)
    assert calendar.is_working_day(TUESDAY)
    assert calendar.is_working_day(SATURDAY)
    assert TUESDAY not in calendar.days_off


def test_a_make_up_day_may_be_taken_off_again() -> None:
    edit = CalendarOverride(date(2026, 8, 22), DayKind.HOLIDAY, "1", name="Nghỉ")
    assert not with_overrides(BASE, [edit]).is_working_day(edit.day)


@pytest.mark.parametrize(
    ("edit", "code", "field"),
    [
        (CalendarOverride(MONDAY, DayKind.WORKING, "1"), "calendar.already_working", "kind"),
        (CalendarOverride(TUESDAY, DayKind.HOLIDAY, "1"), "calendar.already_off", "kind"),
        (CalendarOverride(MONDAY, DayKind.SWAP, "1"), "calendar.made_up_missing", "make_up_day"),
        (
            CalendarOverride(MONDAY, DayKind.SWAP, "1", MONDAY),
            "calendar.made_up_works",
            "make_up_day",
        ),
        (CalendarOverride(MONDAY, DayKind.HOLIDAY, ""), "calendar.document_missing", "document"),
        (CalendarOverride(MONDAY, DayKind.HOLIDAY, "1" * 121), "calendar.text_long", "document"),
    ],
)
def test_an_override_without_effect_or_document_is_refused(
    edit: CalendarOverride, code: str, field: str
) -> None:
    def check() -> None:
        check_override(BASE, edit)
        check_document(edit.document, edit.name)

    with pytest.raises(InvalidInput) as refused:
        check()
    assert (refused.value.code, refused.value.field) == (code, field)


@given(DAYS, st.sampled_from(DayKind), st.none() | DAYS, st.text(max_size=9))
def test_a_row_keeps_everything(
    day: date, kind: DayKind, make_up_day: date | None, text: str
) -> None:
    edit = CalendarOverride(day, kind, text, make_up_day, text)
    assert override_from_row(override_to_row(edit)) == edit


@example(date(2026, 12, 28))
@given(DAYS)
def test_a_swap_keeps_the_number_of_working_days(day: date) -> None:
    make_up_day = day + timedelta(days=5 - day.weekday() if day.weekday() < 5 else 0)
    edit = CalendarOverride(day, DayKind.SWAP, "1", make_up_day)
    try:
        check_override(BASE, edit)
    except InvalidInput:
        return
    # The make-up day of 28/12 or later is in January of the next year.
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365 + 7)]
    changed = with_overrides(BASE, [edit])
    assert sum(map(changed.is_working_day, days)) == sum(map(BASE.is_working_day, days))
