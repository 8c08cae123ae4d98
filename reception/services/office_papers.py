"""Papers about the office itself: a page that tries a printer out, the calendar of a year."""

from __future__ import annotations

from datetime import date

from reception.printing.page import OfficeHeading
from reception.services.calendar_year import DayLook, Year, YearDay, year_of
from reception.services.calendars import Calendars
from reception.services.prints import PaperJob, Prints
from reception.services.session import Session

TRIAL = "Trang in thử"
CALENDAR = "Lịch làm việc"
_KINDS = {
    DayLook.HOLIDAY: "Nghỉ lễ, Tết",
    DayLook.SWAP: "Nghỉ hoán đổi",
    DayLook.MADE_UP: "Làm bù",
}


def trial_page(session: Session, machine: str) -> PaperJob:
    """Return a numbered, logged page that tries a printer out; no identity is on it."""
    from reception.printing.trial_page import (  # noqa: PLC0415 - slow to import, rarely wanted
        TrialPage,
        render_trial_page,
    )

    label = Prints(session).number(TRIAL, machine)[0]
    sheet = TrialPage(_heading(session), machine, session.today(), session.member.name, label)
    return PaperJob(label, TRIAL, render_trial_page(sheet), holds_identity=False)


def calendar_sheet(session: Session, calendars: Calendars, number: int) -> PaperJob:
    """Return the numbered, logged calendar of a year; proposals are not on it."""
    from reception.printing.year_sheet import (  # noqa: PLC0415 - slow to import, rarely wanted
        DayLine,
        YearSheet,
        render_year_sheet,
    )

    year = year_of(calendars.of_year(number), calendars.edits(), number)
    label = Prints(session).number(CALENDAR, str(number))[0]
    sheet = YearSheet(
        heading=_heading(session),
        year=number,
        estimated=year.estimated,
        working=year.working,
        printed_on=session.today(),
        printed_by=session.member.name,
        print_number=label,
    )
    lines = [
        DayLine(one.day, _KINDS[one.look], _name(one), one.edit.document if one.edit else "")
        for one in _decided(year)
    ]
    return PaperJob(label, CALENDAR, render_year_sheet(sheet, lines), holds_identity=False)


def _decided(year: Year) -> list[YearDay]:
    since = date(year.year, 1, 1)
    return [one for one in year.special(since) if one.look in _KINDS and not one.proposed]


def _name(one: YearDay) -> str:
    if one.look is DayLook.MADE_UP and one.edit is not None and one.edit.made_up == one.day:
        return f"Làm bù ngày {one.edit.day:%d/%m}"
    return one.name


def _heading(session: Session) -> OfficeHeading:
    settings = session.settings()
    return OfficeHeading(settings.superior, settings.issuing, settings.place)
