"""Setting a day of the working calendar: what it moves is shown first, then kept in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.calendar_overrides import CalendarOverride, as_row, check_days, check_document
from reception.domain.deadlines import ANSWER
from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.domain.working_calendar import WorkingCalendar
from reception.services.access.session import Session
from reception.services.office.office_settings import OfficeSettings, write_settings
from reception.services.working_days.office_calendar import OfficeCalendar, earliest_open
from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork

# A denouncer's slip has a print number that leads to no visit, and what came from an older
# register has its papers outside: both count as printed.
_RUNNING = (
    "SELECT d.visit_id, d.position, d.term, d.days, d.started_on, d.due_on, v.number, v.series, "
    "v.code_year, v.code_number, v.kind = ? OR v.import_digest IS NOT NULL OR d.visit_id IN "
    "(SELECT CAST(substr(subject, 7) AS INTEGER) FROM print WHERE subject GLOB 'visit *') "
    "AS printed "
    "FROM deadline d JOIN visit v USING (visit_id) "
    "WHERE d.closed_on IS NULL AND v.voided = 0 ORDER BY d.due_on, d.visit_id, d.position"
)


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A running deadline that a change reaches; ``kept``: printed, so it is not shortened."""

    visit_id: int
    position: int
    number: int
    code: str
    protected: bool
    term: str
    old: date
    new: date
    kept: bool


@dataclass(frozen=True, slots=True)
class CalendarEffect:
    """What saving would do to the deadlines that run, the earliest first."""

    running: int
    reached: tuple[MovedDeadline, ...]

    @property
    def moves(self) -> tuple[MovedDeadline, ...]:
        """Return those that get another day."""
        return tuple(move for move in self.reached if not move.kept)

    @property
    def kept(self) -> tuple[MovedDeadline, ...]:
        """Return those that keep the printed day."""
        return tuple(move for move in self.reached if move.kept)


class CalendarChanges:
    """Sets days of the office's calendar, for who manages the office."""

    def __init__(self, session: Session, calendars: OfficeCalendar) -> None:
        """Work in one session."""
        self._session = session
        self._calendars = calendars

    def preview(self, day: date, edit: CalendarOverride | None) -> CalendarEffect:
        """Return what setting a day would move; None takes the office's own setting back.

        Errors: those of :func:`check_days`, ``calendar.too_far``, NotAllowed.
        """
        self._session.require(Right.MANAGE)
        return self._effect(self._settings(day, edit))

    def save(
        self, day: date, edit: CalendarOverride | None, shown: CalendarEffect
    ) -> CalendarEffect:
        """Set the day and move the deadlines in one act, logged with how many.

        ``shown`` is the effect the person has seen: when it is another by now, nothing happens
        (``calendar.moved_meanwhile``). Further errors: those of :func:`check_document`.
        """
        self._session.require(Right.MANAGE)
        if edit is not None:
            edit = replace(edit, document=clean(edit.document), name=clean(edit.name))
            check_document(edit.document, edit.name)
        settings = self._settings(day, edit)
        with self._session.act() as work:
            effect = self._effect(settings)
            if effect.reached != shown.reached:
                raise InvalidInput("calendar.moved_meanwhile", "day")
            write_settings(work, settings)
            for move in effect.moves:
                _move(work, move)
            for visit_id in sorted({move.visit_id for move in effect.moves}):
                due = earliest_open(work.database, visit_id)
                work.update("visit", {"visit_id": visit_id}, {"due_on": due and due.isoformat()})
            work.log(
                Act.CALENDAR_CHANGED,
                day.isoformat(),
                day=edit.kind.value if edit else "computed",
                document=edit.document if edit else "",
                made_up=edit.made_up.isoformat() if edit and edit.made_up else "",
                moved=len(effect.moves),
                kept=len(effect.kept),
            )
        self._session.remember_settings(settings)
        return effect

    def announce(self, year: int, document: str) -> None:
        """Say that a year's days off are announced, so that they are no estimate; logged.

        Errors: those of :func:`check_document`, ``calendar.too_far``, NotAllowed.
        """
        self._session.require(Right.MANAGE)
        document, this = clean(document), self._session.today().year
        check_document(document)
        if abs(year - this) > 1:
            raise InvalidInput("calendar.too_far", "day", first=this - 1, last=this + 1)
        known = dict(self._session.settings().calendar_announced) | {str(year): document}
        settings = self._session.settings().changed(calendar_announced=tuple(sorted(known.items())))
        with self._session.act() as work:
            write_settings(work, settings)
            work.log(Act.CALENDAR_CHANGED, str(year), day="announced", document=document)
        self._session.remember_settings(settings)

    def _settings(self, day: date, edit: CalendarOverride | None) -> OfficeSettings:
        this = self._session.today().year
        days = [item for item in self._calendars.edits() if item.day != day]
        if edit is not None:
            for one in filter(None, (edit.day, edit.made_up)):
                if abs(one.year - this) > 1:
                    raise InvalidInput("calendar.too_far", "day", first=this - 1, last=this + 1)
            check_days(self._calendars.without_edit(day), edit)
            days.append(edit)
        rows = tuple(sorted(as_row(item) for item in days))
        return self._session.settings().changed(calendar_days=rows)

    def _effect(self, settings: OfficeSettings) -> CalendarEffect:
        now, then = self._calendars.calendar(), self._calendars.under(settings)
        rows = _running(self._session.database)
        year = self._session.today().year
        found = (_reach(row, now, then, year) for row in rows)
        return CalendarEffect(len(rows), tuple(move for move in found if move is not None))


def _running(database: Database) -> list[Any]:
    return list(database.query(_RUNNING, (PetitionKind.DENUNCIATION.value,)))


def _reach(
    row: Any, now: WorkingCalendar, then: WorkingCalendar, year: int
) -> MovedDeadline | None:
    start, old = date.fromisoformat(row["started_on"]), date.fromisoformat(row["due_on"])
    new = then.add_working_days(start, row["days"])
    if new in (old, now.add_working_days(start, row["days"])):
        return None  # not reached, or set by hand before
    code = Pseudonym(row["series"], row["code_year"], row["code_number"])
    return MovedDeadline(
        visit_id=row["visit_id"],
        position=row["position"],
        number=row["number"],
        code=code.code(year),
        protected=row["series"] == "TC",
        term=row["term"],
        old=old,
        new=new,
        kept=new < old and row["term"] == ANSWER and bool(row["printed"]),
    )


def _move(work: UnitOfWork, move: MovedDeadline) -> None:
    key = {"visit_id": move.visit_id, "position": move.position}
    work.update("deadline", key, {"due_on": move.new.isoformat()})
