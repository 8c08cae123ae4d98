"""A visit's life: corrected, voided, answered, reclassified; each act one transaction, logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.deadlines import ANSWER
from reception.domain.errors import InvalidInput
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.domain.visit_lifecycle import Answer, LifecycleAct
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.corrections import Correction, Corrections
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.lifecycle_state import (
    LateForecast,
    VisitChangeContext,
    period_of,
    read_state,
)
from reception.services.visit_lifecycle.reclassification import (
    IrreversibleEffects,
    Reclassification,
    Reclassifications,
)
from reception.services.working_days.office_calendar import OfficeCalendar, earliest_open
from reception.storage.staff.signed_members import DESK
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events, visit_writer

_MOST_NUMBER = 999_999
_DEADLINES = "SELECT * FROM deadline WHERE visit_id = ? ORDER BY position"
_ANSWER = "SELECT * FROM answer WHERE visit_id = ?"
_CODES = "SELECT code_id FROM return_code WHERE visit_id = ? AND cancelled = 0"
_UNCONFIRMED = (
    "SELECT DISTINCT visit_id FROM visit_event e WHERE act = 'voided' AND NOT EXISTS (SELECT 1 "
    "FROM visit_event c WHERE c.visit_id = e.visit_id AND c.act = 'void_confirmed') "
    "ORDER BY visit_id"
)
_UPWARD = "SELECT visit_id, facts FROM visit_event WHERE act = 'reclassified' ORDER BY visit_id"
_ANSWERED = ("accepted", "reported")


class VisitLifecycle:
    """What may happen to a sealed visit; nothing is ever removed from the register."""

    def __init__(self, session: Session, calendars: OfficeCalendar) -> None:
        """Work in one session."""
        self._session = session
        self._calendars = calendars
        self._corrections = Corrections(session)
        self._reclassifying = Reclassifications(session, calendars)

    def state(self, visit_id: int) -> VisitChangeContext:
        """Return what can be changed of a visit, and what a change would touch."""
        return read_state(self._session, visit_id, self._corrections.places(visit_id))

    def seen(self, visit_id: int) -> int:
        """Return how many events a visit has, without anything of it."""
        return visit_events.last_event(self._session.database, visit_id)

    def late_forecast(self, day: date) -> LateForecast:
        """Return number, period and answer's deadline of a visit entered late for a day."""
        database = self._session.database
        if day >= self._session.today():
            raise InvalidInput("late.not_past", "received_on")
        due = self._calendars.due(ANSWER, day)
        number = visit_writer.next_number(database, day.year)
        return LateForecast(day, number, period_of(self._session, day), due.due_on if due else None)

    def correct(self, visit_id: int, wanted: Correction) -> None:
        """Put texts, fields or the identity right; see :meth:`Corrections.correct`."""
        self._corrections.correct(visit_id, wanted)

    def reclassify(self, visit_id: int, wanted: Reclassification) -> IrreversibleEffects:
        """Make a visit one of another kind; see :meth:`Reclassifying.reclassify`."""
        return self._reclassifying.reclassify(visit_id, wanted)

    def void(self, visit_id: int, why: ChangeReason, seen: int) -> None:
        """Void a visit: the number stays and is struck, no table counts it, no deadline runs.

        The return code on the paper is cancelled; the head confirms afterwards. The sealed
        identity stays.
        """
        why = lifecycle_rules.checked_reason(why)
        day = self._session.today().isoformat()
        with self._session.act() as work:
            lifecycle_rules.visit_to_change(self._session, visit_id, seen)
            work.update("visit", {"visit_id": visit_id}, {"voided": 1, "due_on": None})
            for row in work.database.query(_DEADLINES, (visit_id,)):
                if row["closed_on"] is None:
                    _close(work, row, day)
            for row in work.database.query(_CODES, (visit_id,)):
                work.update("return_code", {"code_id": row["code_id"]}, {"cancelled": 1})
            visit_events.write_event(work, visit_id, self._event(LifecycleAct.VOIDED, why))
            if self._session.may(Right.MANAGE):
                visit_events.write_event(work, visit_id, self._event(LifecycleAct.VOID_CONFIRMED))
            work.log(Act.VISIT_VOIDED, f"visit {visit_id}", ground=why.ground)

    def confirm_void(self, visit_id: int) -> None:
        """Confirm, as the head, that a visit was rightly voided."""
        self._session.require(Right.MANAGE)
        with self._session.act() as work:
            if visit_id not in self.to_confirm():
                raise InvalidInput("life.nothing_to_confirm", "visit")
            visit_events.write_event(work, visit_id, self._event(LifecycleAct.VOID_CONFIRMED))
            work.log(Act.VOID_CONFIRMED, f"visit {visit_id}")

    def to_confirm(self) -> tuple[int, ...]:
        """Return the voided visits that the head has not confirmed yet."""
        return tuple(row["visit_id"] for row in self._session.database.query(_UNCONFIRMED))

    def to_rotate(self) -> tuple[int, ...]:
        """Return the visits reclassified upward since the vault ``desk`` was last made anew."""
        keys = self._session.seals.recipients(protected=False)
        present = next(key.generation for key in keys if key.vault == DESK)
        rows = self._session.database.query(_UPWARD)
        found = {
            row["visit_id"]
            for row in rows
            if visit_events.facts_of(row).get("up")
            and visit_events.facts_of(row)["generation"] >= present
        }
        return tuple(sorted(found))

    def answer(self, visit_id: int, given: Answer, seen: int) -> None:
        """Keep how and when the person was answered; the deadlines that run end on that day.

        Luật Tiếp công dân Điều 28(1). A second answer takes the place of the first.
        """
        given = replace(given, document_number=clean(given.document_number))
        with self._session.act() as work:
            row = lifecycle_rules.visit_to_change(self._session, visit_id, seen)
            _check_answer(given, date.fromisoformat(row["received_on"]), self._session.today())
            self._end(work, visit_id, given)
            work.put(
                "answer",
                {
                    "visit_id": visit_id,
                    "answered_on": given.on.isoformat(),
                    "way": given.way.value,
                    "document_number": given.document_number,
                },
            )
            due_on = earliest_open(work.database, visit_id)
            progress = row["progress"] if due_on else _progress_after(row["progress"], given)
            values = {"due_on": due_on and due_on.isoformat(), "progress": progress}
            work.update("visit", {"visit_id": visit_id}, values)
            facts = {"on": given.on.isoformat(), "way": given.way.value}
            visit_events.write_event(
                work, visit_id, self._event(LifecycleAct.ANSWERED, None, facts)
            )
            work.log(Act.VISIT_ANSWERED, f"visit {visit_id}", **facts)

    def _end(self, work: UnitOfWork, visit_id: int, given: Answer) -> None:
        """End the terms that the answer ends; those that an earlier answer ended move with it."""
        earlier = work.database.one(_ANSWER, (visit_id,))
        for row in work.database.query(_DEADLINES, (visit_id,)):
            running = row["closed_on"] in (None, earlier and earlier["answered_on"])
            if running and (not given.ends or row["term"] in given.ends):
                _close(work, row, given.on.isoformat())

    def next_number(self, year: int) -> tuple[int, bool]:
        """Return (number of the next visit of a year, whether the year has begun)."""
        database = self._session.database
        begun = database.one("SELECT 1 FROM visit WHERE year = ? LIMIT 1", (year,))
        return visit_writer.next_number(database, year), begun is not None

    def set_first_number(self, year: int, number: int, reason: str = "") -> None:
        """Set the number that the next visit of a year gets.

        Before the year's first visit any number; later only a higher one than the next, with a
        reason: the gap is then explained by the log.
        """
        self._session.require(Right.MANAGE)
        reason = clean(reason)
        with self._session.act() as work:
            begun = work.database.one("SELECT 1 FROM visit WHERE year = ? LIMIT 1", (year,))
            following = visit_writer.next_number(work.database, year) if begun else 1
            if not following <= number <= _MOST_NUMBER:
                raise InvalidInput("life.number_used", "number", least=following)
            if begun and len(reason) < lifecycle_rules.SHORTEST_REASON:
                least = lifecycle_rules.SHORTEST_REASON
                raise InvalidInput("life.reason_short", "reason", least=least)
            lifecycle_rules.check_later_text("reason", reason)
            key = visit_writer.first_number_key(year)
            work.put("office", {"key": key, "value": str(number)})
            work.log(Act.NUMBER_SET, str(year), number=number, reason=reason)

    def _event(
        self,
        act: LifecycleAct,
        why: ChangeReason | None = None,
        facts: dict[str, Any] | None = None,
    ) -> visit_events.VisitEvent:
        return lifecycle_rules.event(self._session, act, why, facts)


def _close(work: UnitOfWork, row: Any, day: str) -> None:
    key = {"visit_id": row["visit_id"], "position": row["position"]}
    work.update("deadline", key, {"closed_on": day})


def _check_answer(given: Answer, received: date, today: date) -> None:
    if not received <= given.on <= today:
        raise InvalidInput("life.answer_day", "answered_on")
    if given.way.written and not given.document_number:
        raise InvalidInput("life.document_missing", "document_number")
    lifecycle_rules.check_later_text("document_number", given.document_number)


def _progress_after(progress: str, given: Answer) -> str:
    """Return where a visit stands once answered; refused ones stay so, as they are counted."""
    if progress in _ANSWERED:
        return "answered"
    sent = progress == "transfer_waiting" and given.document_number
    return "transferred" if sent else progress
