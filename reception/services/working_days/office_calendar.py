"""The office's calendar, and the deadlines counted by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reception.domain.calendar_overrides import CalendarOverride, override_from_row, with_overrides
from reception.domain.deadlines import SOON_DAYS, started_terms
from reception.domain.visit import HandledPetition, Outcome
from reception.domain.working_calendar import WorkingCalendar
from reception.law.public_holidays import working_calendar
from reception.law.refusal_grounds import ground
from reception.law.statutory_terms import term_in_force
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.office.office_settings import OfficeSettings
from reception.storage.database import Database
from reception.storage.json_shapes import day_of
from reception.storage.visits.visit_writer import Deadline

_OPEN_DEADLINES = "SELECT position, due_on FROM deadline WHERE visit_id = ? AND closed_on IS NULL"


def earliest_open_due_day(database: Database, visit_id: int) -> date | None:
    """Return the earliest due day of a visit's open deadlines; None if none is open."""
    days = [day_of(row["due_on"]) for row in database.query(_OPEN_DEADLINES, (visit_id,))]
    return min(days, default=None)


@rights_checked
class OfficeCalendar:
    """Counts working days and deadlines by the calendar of the office."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def calendar(self) -> WorkingCalendar:
        """Return the calendar around today: last year, this one and the next."""
        return self.with_settings(self._session.settings())

    def with_settings(self, settings: OfficeSettings) -> WorkingCalendar:
        """Return the calendar around today under other settings."""
        year = self._session.today().year
        return _calendar(settings, (year - 1, year, year + 1))

    def calendar_of_year(self, year: int) -> WorkingCalendar:
        """Return the calendar of one year, with the days that the office has set itself."""
        return _calendar(self._session.settings(), (year,))

    def without_override(self, day: date) -> WorkingCalendar:
        """Return the calendar around today without the office's own setting of one day."""
        settings = self._session.settings()
        others = tuple(row for row in settings.calendar_days if override_from_row(row).day != day)
        return self.with_settings(settings.changed(calendar_days=others))

    def overrides(self) -> tuple[CalendarOverride, ...]:
        """Return the days that the office has set itself."""
        return overrides_of(self._session.settings())

    def started_deadlines(
        self, entries: tuple[HandledPetition, ...], day: date
    ) -> tuple[Deadline, ...]:
        """Return the deadlines that start with a visit on ``day``, the earliest first."""
        deadline_by_term: dict[str, Deadline] = {}
        for entry in entries:
            for code in started_terms(entry, written_notice=_has_written_notice(entry)):
                deadline = self.deadline(code, day)
                if deadline is not None:
                    deadline_by_term[code] = deadline
        return tuple(sorted(deadline_by_term.values(), key=lambda deadline: deadline.due_on))

    def last_day_due_soon(self) -> date:
        """Return the last day on which a deadline counts as due soon: ``SOON_DAYS`` from today."""
        return self.calendar().add_working_days(self._session.today(), SOON_DAYS)

    def deadline(self, code: str, day: date) -> Deadline | None:
        """Return the deadline of the statutory term ``code`` that starts on ``day``.

        None if the law has no such term in force on that day.
        """
        statutory_term = term_in_force(code, day)
        if statutory_term is None:
            return None
        due_on = self.calendar().due_day(day, statutory_term.days, statutory_term.unit)
        return Deadline(code, statutory_term.article, statutory_term.days, day, due_on)


def overrides_of(settings: OfficeSettings) -> tuple[CalendarOverride, ...]:
    """Return the days that the office has set itself, as its settings store them."""
    return tuple(override_from_row(row) for row in settings.calendar_days)


def _calendar(settings: OfficeSettings, years: tuple[int, ...]) -> WorkingCalendar:
    base = working_calendar(years, with_proposed=settings.swap_proposed_applied)
    announced = {int(year) for year, _ in settings.calendar_announced}
    base = replace(base, estimated_years=base.estimated_years - announced)
    return with_overrides(base, overrides_of(settings))


def _has_written_notice(entry: HandledPetition) -> bool:
    handling = entry.handling
    if handling.outcome is not Outcome.REFUSE or not handling.refusal_ground:
        return False
    return ground(handling.refusal_ground).requires_notice
