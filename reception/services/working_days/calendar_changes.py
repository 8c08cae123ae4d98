"""Changes of the working calendar: the effect on deadlines is shown first, then saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.calendar_overrides import (
    CalendarOverride,
    check_document,
    check_override,
    override_to_row,
)
from reception.domain.deadlines import ANSWER
from reception.domain.errors import InvalidInput
from reception.domain.reporter import Pseudonym
from reception.domain.text import clean
from reception.domain.working_calendar import WorkingCalendar
from reception.law.statutory_terms import unit_of_term
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.office.office_settings import OfficeSettings, write_settings
from reception.services.working_days.office_calendar import OfficeCalendar, earliest_open_due_day
from reception.storage.database import Database
from reception.storage.json_shapes import day_of, number_of
from reception.storage.unit_of_work import UnitOfWork

# ``printed``: a citizen's copy that states the deadline may exist. No print is registered for such
# a copy, so this is assumed for each visit with a receipt or a return slip, and for each imported
# visit, because its papers were made without this program.
_MOST_DAYS = 3650  # of a statutory term
_OPEN_DEADLINES = (
    "SELECT d.visit_id, d.position, d.term, d.days, d.started_on, d.due_on, v.number, v.series, "
    "v.code_year, v.code_number, v.import_digest IS NOT NULL OR d.visit_id IN "
    "(SELECT visit_id FROM receipt) AS printed "
    "FROM deadline d JOIN visit v USING (visit_id) "
    "WHERE d.closed_on IS NULL AND v.voided = 0 ORDER BY d.due_on, d.visit_id, d.position"
)


@dataclass(frozen=True, slots=True)
class AffectedDeadline:
    """An open deadline for which the changed calendar gives another day.

    ``number`` and ``code`` are the number and the pseudonym of the visit; ``protected`` is True for
    a denunciation. ``position`` numbers the deadlines of one visit. ``term`` is a code of
    ``domain.deadlines``, e.g. ``answer``. ``keeps_printed_day``: this is the deadline for the
    answer, and a paper may state the later ``old_due_on``, so it is not shortened.
    """

    visit_id: int
    position: int
    number: int
    code: str
    protected: bool
    term: str
    old_due_on: date
    new_due_on: date
    keeps_printed_day: bool


@dataclass(frozen=True, slots=True)
class CalendarEffect:
    """The effect of a change on the open deadlines, the earliest due day first.

    ``open_count`` is the number of all open deadlines; ``affected`` has only those for which the
    changed calendar gives another day.
    """

    open_count: int
    affected: tuple[AffectedDeadline, ...]

    @property
    def moved_deadlines(self) -> tuple[AffectedDeadline, ...]:
        """The affected deadlines that get their new day."""
        return tuple(deadline for deadline in self.affected if not deadline.keeps_printed_day)

    @property
    def kept_deadlines(self) -> tuple[AffectedDeadline, ...]:
        """The affected deadlines that keep the later day, which a printed paper may state."""
        return tuple(deadline for deadline in self.affected if deadline.keeps_printed_day)


@rights_checked
class CalendarChanges:
    """Changes the office's calendar; every method needs the right ``manage``."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._office_calendar = office_calendar

    def preview(self, day: date, override: CalendarOverride | None) -> CalendarEffect:
        """Return the effect of ``override`` on the deadlines; None removes the setting of the day.

        Errors: those of :func:`check_override`, ``calendar.too_far``, NotAllowed.
        """
        return self._effect(self._changed_settings(day, override))

    def save(
        self, day: date, override: CalendarOverride | None, previewed: CalendarEffect
    ) -> CalendarEffect:
        """Set the day, move the deadlines and log both in one transaction; return the effect.

        None removes the setting of the day. The log entry states how many deadlines were moved and
        how many kept the printed day. ``previewed`` is the effect that the user saw before saving.
        Errors: those of :meth:`preview` and of :func:`check_document`;
        ``calendar.moved_meanwhile`` when the effect has changed since the preview.
        """
        if override is not None:
            override = replace(
                override, document=clean(override.document), name=clean(override.name)
            )
            check_document(override.document, override.name)
        settings = self._changed_settings(day, override)
        with self._session.act() as work:
            effect = self._effect(settings)
            if effect.affected != previewed.affected:
                raise InvalidInput("calendar.moved_meanwhile", "day")
            write_settings(work, settings)
            for deadline in effect.moved_deadlines:
                _move_deadline(work, deadline)
            for visit_id in sorted({deadline.visit_id for deadline in effect.moved_deadlines}):
                due_on = earliest_open_due_day(work.database, visit_id)
                changes = {"due_on": due_on and due_on.isoformat()}
                work.update("visit", {"visit_id": visit_id}, changes)
            work.log(
                Act.CALENDAR_CHANGED,
                day.isoformat(),
                day=override.kind.value if override else "computed",  # the kind, not the date
                document=override.document if override else "",
                made_up=override.make_up_day.isoformat()
                if override and override.make_up_day
                else "",
                moved=len(effect.moved_deadlines),
                kept=len(effect.kept_deadlines),
            )
        self._session.remember_settings(settings)
        return effect

    def record_announcement(self, year: int, announcement_number: str) -> None:
        """Record and log that the State has announced a year's days off: they are no estimate now.

        ``announcement_number`` is that of the announcing document.
        Errors: those of :func:`check_document`, ``calendar.too_far``, NotAllowed.
        """
        number, this_year = clean(announcement_number), self._session.today().year
        check_document(number)
        if abs(year - this_year) > 1:
            raise InvalidInput("calendar.too_far", "day", first=this_year - 1, last=this_year + 1)
        announced = dict(self._session.settings().calendar_announced) | {str(year): number}
        settings = self._session.settings().changed(
            calendar_announced=tuple(sorted(announced.items()))
        )
        with self._session.act() as work:
            write_settings(work, settings)
            # The fact has the key ``day`` because it is shown like the fact ``day`` of a set day.
            work.log(Act.CALENDAR_CHANGED, str(year), day="announced", document=number)
        self._session.remember_settings(settings)

    def _changed_settings(self, day: date, override: CalendarOverride | None) -> OfficeSettings:
        this_year = self._session.today().year
        days = [item for item in self._office_calendar.overrides() if item.day != day]
        if override is not None:
            for changed in filter(None, (override.day, override.make_up_day)):
                if abs(changed.year - this_year) > 1:
                    raise InvalidInput(
                        "calendar.too_far", "day", first=this_year - 1, last=this_year + 1
                    )
            check_override(self._office_calendar.without_override(day), override)
            days.append(override)
        rows = tuple(sorted(override_to_row(item) for item in days))
        return self._session.settings().changed(calendar_days=rows)

    def _effect(self, settings: OfficeSettings) -> CalendarEffect:
        present = self._office_calendar.calendar()
        changed = self._office_calendar.with_settings(settings)
        rows = _open_deadlines(self._session.database)
        year = self._session.today().year
        affected = (_affected_deadline(row, present, changed, year) for row in rows)
        return CalendarEffect(
            len(rows), tuple(deadline for deadline in affected if deadline is not None)
        )


def _open_deadlines(database: Database) -> list[Any]:
    return list(database.query(_OPEN_DEADLINES))


def _affected_deadline(
    row: Any, present: WorkingCalendar, changed: WorkingCalendar, year: int
) -> AffectedDeadline | None:
    started_on = day_of(row["started_on"])
    old_due_on = day_of(row["due_on"])
    days = number_of(row["days"], most=_MOST_DAYS)
    unit = unit_of_term(row["term"], started_on)
    new_due_on = changed.due_day(started_on, days, unit)
    if new_due_on in (old_due_on, present.due_day(started_on, days, unit)):
        return None  # both calendars give the same day, or the deadline already has the new one
    code = Pseudonym(row["series"], row["code_year"], row["code_number"])
    return AffectedDeadline(
        visit_id=row["visit_id"],
        position=row["position"],
        number=row["number"],
        code=code.code(year),
        protected=row["series"] == "TC",
        term=row["term"],
        old_due_on=old_due_on,
        new_due_on=new_due_on,
        keeps_printed_day=(
            new_due_on < old_due_on and row["term"] == ANSWER and bool(row["printed"])
        ),
    )


def _move_deadline(work: UnitOfWork, deadline: AffectedDeadline) -> None:
    key = {"visit_id": deadline.visit_id, "position": deadline.position}
    work.update("deadline", key, {"due_on": deadline.new_due_on.isoformat()})
