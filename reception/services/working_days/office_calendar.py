"""The office's calendar and the deadlines that it gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reception.domain.calendar_overrides import CalendarOverride, from_row, with_overrides
from reception.domain.deadlines import started_terms
from reception.domain.visit import HandledPetition, Outcome
from reception.domain.working_calendar import WorkingCalendar
from reception.law.public_holidays import working_calendar
from reception.law.refusal_grounds import ground
from reception.law.statutory_terms import term
from reception.services.access.session import Session
from reception.services.office.office_settings import OfficeSettings
from reception.storage.database import Database
from reception.storage.visits.visit_writer import Due

_OPEN = "SELECT position, due_on FROM deadline WHERE visit_id = ? AND closed_on IS NULL"


def earliest_open(database: Database, visit_id: int) -> date | None:
    """Return the earliest last allowed day among a visit's open deadlines."""
    days = [date.fromisoformat(row["due_on"]) for row in database.query(_OPEN, (visit_id,))]
    return min(days, default=None)


class OfficeCalendar:
    """Counts days as the office works."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session

    def calendar(self) -> WorkingCalendar:
        """Return the calendar around today: last year, this one and the next."""
        return self.under(self._session.settings())

    def under(self, settings: OfficeSettings) -> WorkingCalendar:
        """Return the calendar around today as it would be under other settings."""
        year = self._session.today().year
        return _calendar(settings, (year - 1, year, year + 1))

    def of_year(self, year: int) -> WorkingCalendar:
        """Return the calendar of any year, with the office's own days."""
        return _calendar(self._session.settings(), (year,))

    def without_edit(self, day: date) -> WorkingCalendar:
        """Return the calendar around today as if the office had not set one day itself."""
        settings = self._session.settings()
        others = tuple(row for row in settings.calendar_days if from_row(row).day != day)
        return self.under(settings.changed(calendar_days=others))

    def edits(self) -> tuple[CalendarOverride, ...]:
        """Return the days that the office has set itself."""
        return edits_of(self._session.settings())

    def dues(self, entries: tuple[HandledPetition, ...], day: date) -> tuple[Due, ...]:
        """Return the deadlines that a visit on ``day`` starts, the earliest first."""
        found: dict[str, Due] = {}
        for entry in entries:
            for code in started_terms(entry, written_notice=_written(entry)):
                due = self.due(code, day)
                if due is not None:
                    found[code] = due
        return tuple(sorted(found.values(), key=lambda due: due.due_on))

    def due(self, code: str, day: date) -> Due | None:
        """Return the deadline that a term starts on a day; None before it came into force."""
        holds = term(code, day)
        if holds is None:
            return None
        due_on = self.calendar().add_working_days(day, holds.days)
        return Due(code, holds.article, holds.days, day, due_on)


def edits_of(settings: OfficeSettings) -> tuple[CalendarOverride, ...]:
    """Return the days set under some settings."""
    return tuple(from_row(row) for row in settings.calendar_days)


def _calendar(settings: OfficeSettings, years: tuple[int, ...]) -> WorkingCalendar:
    base = working_calendar(years, with_proposed=settings.swap_proposed_applied)
    announced = {int(year) for year, _ in settings.calendar_announced}
    base = replace(base, unsure_years=base.unsure_years - announced)
    return with_overrides(base, edits_of(settings))


def _written(entry: HandledPetition) -> bool:
    handling = entry.handling
    if handling.outcome is not Outcome.REFUSE or not handling.refusal_ground:
        return False
    return ground(handling.refusal_ground).written
