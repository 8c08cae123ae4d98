"""Papers about the office itself: a printer's test page, the calendar of a year."""

from __future__ import annotations

from datetime import date

from reception.printing.forms.calendar_sheet import (
    CalendarSheet,
    DayLine,
    render_calendar_sheet,
)
from reception.printing.forms.printer_test_page import PrinterTestPage, render_printer_test_page
from reception.printing.forms.registry import CALENDAR_SHEET, PRINTER_TEST_PAGE
from reception.services.access.session import Session
from reception.services.office.paper_heading import office_heading
from reception.services.papers.print_log import PaperJob, PrintLog
from reception.services.working_days.calendar_year import (
    CalendarYear,
    DayAppearance,
    YearDay,
    build_calendar_year,
)
from reception.services.working_days.office_calendar import OfficeCalendar

_KINDS = {
    DayAppearance.HOLIDAY: "Nghỉ lễ, Tết",
    DayAppearance.SWAP: "Nghỉ hoán đổi",
    DayAppearance.MADE_UP: "Làm bù",
}


def printer_test_page(session: Session, machine: str) -> PaperJob:
    """Return a numbered, logged test page for a printer; no identity is on it."""
    label = PrintLog(session).assign_numbers(PRINTER_TEST_PAGE, machine)[0]
    sheet = PrinterTestPage(
        office_heading(session.settings()), machine, session.today(), session.member.name, label
    )
    return PaperJob(label, PRINTER_TEST_PAGE, render_printer_test_page(sheet), holds_identity=False)


def calendar_sheet(session: Session, office_calendar: OfficeCalendar, number: int) -> PaperJob:
    """Return the numbered, logged calendar of a year; proposals are not on it."""
    year = build_calendar_year(
        office_calendar.calendar_of_year(number), office_calendar.overrides(), number
    )
    label = PrintLog(session).assign_numbers(CALENDAR_SHEET, str(number))[0]
    sheet = CalendarSheet(
        heading=office_heading(session.settings()),
        year=number,
        estimated=year.is_estimated,
        working=year.working_day_counts,
        printed_on=session.today(),
        printed_by=session.member.name,
        print_number=label,
    )
    lines = [
        DayLine(
            day.day,
            _KINDS[day.appearance],
            _name(day),
            day.override.document if day.override else "",
        )
        for day in _special_days(year)
    ]
    return PaperJob(
        label, CALENDAR_SHEET, render_calendar_sheet(sheet, lines), holds_identity=False
    )


def _special_days(year: CalendarYear) -> list[YearDay]:
    since = date(year.year, 1, 1)
    return [
        day for day in year.special_days(since) if day.appearance in _KINDS and not day.is_proposed
    ]


def _name(day: YearDay) -> str:
    if (
        day.appearance is DayAppearance.MADE_UP
        and day.override is not None
        and day.override.made_up_day == day.day
    ):
        return f"Làm bù ngày {day.override.day:%d/%m}"
    return day.name
