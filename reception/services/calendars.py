"""The office's calendar and the deadlines that it gives."""

from __future__ import annotations

from datetime import date

from reception.domain.calendar import WorkingCalendar
from reception.domain.deadline import started_terms
from reception.domain.visit import HandledPetition, Outcome
from reception.law.grounds import ground
from reception.law.holidays import working_calendar
from reception.law.terms import term
from reception.services.session import Session
from reception.storage.visits import Due


class Calendars:
    """Counts days as the office works."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session

    def calendar(self) -> WorkingCalendar:
        """Return the calendar around today: last year, this one and the next."""
        year = self._session.today().year
        applied = self._session.settings().swap_proposed_applied
        return working_calendar((year - 1, year, year + 1), with_proposed=applied)

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


def _written(entry: HandledPetition) -> bool:
    handling = entry.handling
    if handling.outcome is not Outcome.REFUSE or not handling.refusal_ground:
        return False
    return ground(handling.refusal_ground).written
