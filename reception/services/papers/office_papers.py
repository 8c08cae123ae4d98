"""Papers about the office itself: a printer's test page, the calendar of a year."""

from __future__ import annotations

from datetime import date

from reception.domain.audit import visit_of_subject
from reception.domain.errors import InvalidInput
from reception.domain.text import clean
from reception.printing.forms.calendar_sheet import (
    CalendarSheet,
    DayLine,
    render_calendar_sheet,
)
from reception.printing.forms.printer_test_page import PrinterTestPage, render_printer_test_page
from reception.printing.forms.registry import CALENDAR_SHEET, PRINTER_TEST_PAGE
from reception.services.access.rights_check import rights_checked
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

_LONGEST_NAME = 255  # characters of a host name
_DAY_WORDS = {
    DayAppearance.HOLIDAY: "Nghỉ lễ, Tết",
    DayAppearance.SWAP: "Nghỉ hoán đổi",
    DayAppearance.MAKE_UP: "Làm bù",
}


@rights_checked
def printer_test_page(session: Session, machine: str) -> PaperJob:
    """Return a numbered, logged test page for a printer; no identity is on it.

    ``machine`` is the name of the machine. Errors: InvalidInput ``papers.no_machine`` for one that
    is empty or too long, or that the log would take for a visit.
    """
    machine = clean(machine)
    if not 0 < len(machine) <= _LONGEST_NAME or visit_of_subject(machine) is not None:
        raise InvalidInput("papers.no_machine", "machine")
    label = PrintLog(session).assign_numbers(PRINTER_TEST_PAGE, machine)[0]
    sheet = PrinterTestPage(
        office_heading(session.settings()), machine, session.today(), session.member.name, label
    )
    return PaperJob(label, PRINTER_TEST_PAGE, render_printer_test_page(sheet), holds_identity=False)


@rights_checked
def calendar_sheet(session: Session, office_calendar: OfficeCalendar, year_number: int) -> PaperJob:
    """Return the numbered, logged calendar of a year, without days that are only proposed."""
    year = build_calendar_year(
        office_calendar.calendar_of_year(year_number), office_calendar.overrides(), year_number
    )
    label = PrintLog(session).assign_numbers(CALENDAR_SHEET, str(year_number))[0]
    sheet = CalendarSheet(
        heading=office_heading(session.settings()),
        year=year_number,
        estimated=year.is_estimated,
        working_days=year.working_day_counts,
        printed_on=session.today(),
        printed_by=session.member.name,
        print_number=label,
    )
    lines = [
        DayLine(
            day.day,
            _DAY_WORDS[day.appearance],
            _day_name(day),
            day.override.document if day.override else "",
        )
        for day in _special_days(year)
    ]
    return PaperJob(
        label, CALENDAR_SHEET, render_calendar_sheet(sheet, lines), holds_identity=False
    )


def _special_days(year: CalendarYear) -> list[YearDay]:
    first_day = date(year.year, 1, 1)
    return [
        day
        for day in year.special_days(first_day)
        if day.appearance in _DAY_WORDS and not day.is_proposed
    ]


def _day_name(day: YearDay) -> str:
    if (
        day.appearance is DayAppearance.MAKE_UP
        and day.override is not None
        and day.override.make_up_day == day.day
    ):
        return f"Làm bù ngày {day.override.day:%d/%m}"
    return day.name
