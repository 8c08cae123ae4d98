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


def calendar_sheet(session: Session, calendars: OfficeCalendar, number: int) -> PaperJob:
    """Return the numbered, logged calendar of a year; proposals are not on it."""
    year = build_calendar_year(calendars.of_year(number), calendars.overrides(), number)
    label = PrintLog(session).assign_numbers(CALENDAR_SHEET, str(number))[0]
    sheet = CalendarSheet(
        heading=office_heading(session.settings()),
        year=number,
        estimated=year.estimated,
        working=year.working,
        printed_on=session.today(),
        printed_by=session.member.name,
        print_number=label,
    )
    lines = [
        DayLine(
            one.day,
            _KINDS[one.appearance],
            _name(one),
            one.override.document if one.override else "",
        )
        for one in _decided(year)
    ]
    return PaperJob(
        label, CALENDAR_SHEET, render_calendar_sheet(sheet, lines), holds_identity=False
    )


def _decided(year: CalendarYear) -> list[YearDay]:
    since = date(year.year, 1, 1)
    return [one for one in year.special(since) if one.appearance in _KINDS and not one.proposed]


def _name(one: YearDay) -> str:
    if (
        one.appearance is DayAppearance.MADE_UP
        and one.override is not None
        and one.override.made_up == one.day
    ):
        return f"Làm bù ngày {one.override.day:%d/%m}"
    return one.name
