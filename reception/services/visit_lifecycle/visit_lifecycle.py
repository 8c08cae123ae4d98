"""Acts on a sealed visit: correct, void, answer, reclassify; one logged transaction each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.deadlines import ANSWER
from reception.domain.errors import InvalidInput
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.domain.visit_lifecycle import Answer, LifecycleAct, is_document_number
from reception.domain.visit_progress import is_closed
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.corrections import Correction, Corrections
from reception.services.visit_lifecycle.earlier_pseudonym_copies import EarlierPseudonymCopies
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.lifecycle_state import (
    LateEntryForecast,
    VisitChangeContext,
    read_change_context,
    reporting_month_of,
)
from reception.services.visit_lifecycle.reclassification import Reclassifications
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits import return_codes
from reception.services.working_days.office_calendar import OfficeCalendar, earliest_open_due_day
from reception.storage.audit.entry_facts import fact_number
from reception.storage.json_shapes import day_of
from reception.storage.office_values import write_office_value
from reception.storage.staff.signed_members import DESK
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events, visit_writer
from reception.storage.visits.hand_over_rows import end_hand_over

_LARGEST_VISIT_NUMBER = 999_999
_DEADLINES = "SELECT * FROM deadline WHERE visit_id = ? ORDER BY position"
_STORED_ANSWER = "SELECT * FROM answer WHERE visit_id = ?"
_UNCONFIRMED_VOIDS = (
    "SELECT DISTINCT visit_id FROM visit_event e WHERE act = 'voided' AND NOT EXISTS (SELECT 1 "
    "FROM visit_event c WHERE c.visit_id = e.visit_id AND c.act = 'void_confirmed') "
    "ORDER BY visit_id"
)
_RECLASSIFICATIONS = (
    "SELECT visit_id, facts FROM visit_event WHERE act = 'reclassified' ORDER BY visit_id"
)
_PROGRESS_ENDED_BY_ANSWER = ("accepted", "reported")


@rights_checked
class VisitLifecycle:
    """Changes sealed visits; no act removes a visit from the register.

    ``event_count`` is the number of events when the person opened the visit: InvalidInput
    ``life.changed_meanwhile`` if somebody else has changed it since then.
    """

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._corrections = Corrections(session)
        self._reclassifications = Reclassifications(session, office_calendar)

    def change_context(self, visit_id: int) -> VisitChangeContext:
        """Return what of a visit can be changed; no content for who may only record an answer."""
        session = self._session
        if lifecycle_rules.may_read_visit(session, visit_id):
            values = self._corrections.field_values(visit_id)
            return read_change_context(session, visit_id, values)
        session.require(Right.RECEIVE)
        return read_change_context(session, visit_id, None)

    def event_count(self, visit_id: int) -> int:
        """Return the number of events of a visit, without reading its content."""
        return visit_events.event_count(self._session.database, visit_id)

    def late_entry_forecast(self, day: date) -> LateEntryForecast:
        """Return number, reporting period and answer deadline of a visit entered late for a day."""
        database = self._session.database
        if day >= self._session.today():
            raise InvalidInput("late.not_past", "received_on")
        due = self._office_calendar.deadline(ANSWER, day)
        number = visit_writer.next_number(database, day.year)
        return LateEntryForecast(
            day, number, reporting_month_of(self._session, day), due.due_on if due else None
        )

    def correct(self, visit_id: int, change: Correction) -> None:
        """Correct texts, fields or the identity; see :meth:`Corrections.correct`."""
        self._corrections.correct(visit_id, change)

    def reclassify(self, visit_id: int, change: Reclassification) -> EarlierPseudonymCopies:
        """Change the kind or protection; see :meth:`Reclassifications.reclassify`."""
        return self._reclassifications.reclassify(visit_id, change)

    def void(self, visit_id: int, change_reason: ChangeReason, event_count: int) -> None:
        """Void a visit: its number stays, struck through; no table counts it, no deadline runs.

        The return code on the paper is cancelled; the head confirms afterwards. The sealed
        identity stays.
        """
        change_reason = lifecycle_rules.checked_reason(change_reason)
        day = self._session.today().isoformat()
        with self._session.act() as work:
            lifecycle_rules.visit_to_change(self._session, visit_id, event_count)
            work.update("visit", {"visit_id": visit_id}, {"voided": 1, "due_on": None})
            for row in work.database.query(_DEADLINES, (visit_id,)):
                if row["closed_on"] is None:
                    _close_deadline(work, row, day)
            return_codes.cancel_codes(work, visit_id)
            end_hand_over(work, visit_id)
            visit_events.write_event(
                work, visit_id, self._event(LifecycleAct.VOIDED, change_reason)
            )
            if self._session.may(Right.MANAGE):
                visit_events.write_event(work, visit_id, self._event(LifecycleAct.VOID_CONFIRMED))
            work.log(Act.VISIT_VOIDED, visit_subject(visit_id), ground=change_reason.ground)

    def confirm_void(self, visit_id: int) -> None:
        """Confirm, as the head, the voiding of a visit.

        Errors: ``life.nothing_to_confirm`` if the visit is not voided or is already confirmed.
        """
        with self._session.act() as work:
            if visit_id not in self.voids_to_confirm():
                raise InvalidInput("life.nothing_to_confirm", "visit")
            visit_events.write_event(work, visit_id, self._event(LifecycleAct.VOID_CONFIRMED))
            work.log(Act.VOID_CONFIRMED, visit_subject(visit_id))

    def voids_to_confirm(self) -> tuple[int, ...]:
        """Return the voided visits that the head has not confirmed yet."""
        return tuple(row["visit_id"] for row in self._session.database.query(_UNCONFIRMED_VOIDS))

    def visits_requiring_rotation(self) -> tuple[int, ...]:
        """Return the visits whose protection was raised since the last rotation of ``desk``."""
        keys = self._session.seals.recipients(protected=False)
        generation = next(key.generation for key in keys if key.vault == DESK)
        rows = self._session.database.query(_RECLASSIFICATIONS)
        visit_ids = {
            row["visit_id"]
            for row in rows
            if visit_events.facts_of(row).get("up")
            and fact_number(visit_events.facts_of(row), "generation") >= generation
        }
        return tuple(sorted(visit_ids))

    def answer(self, visit_id: int, answer: Answer, event_count: int) -> None:
        """Record how and when the person was answered; open deadlines are closed on that day.

        Luật Tiếp công dân Điều 28(1). A second answer replaces the first. Needs ``receive`` and
        no right to read the visit: a denunciation is answered by its number.
        """
        answer = replace(answer, document_number=clean(answer.document_number))
        with self._session.act() as work:
            row = lifecycle_rules.visit_to_answer(self._session, visit_id, event_count)
            _check_answer(answer, day_of(row["received_on"]), self._session.today())
            self._close_deadlines(work, visit_id, answer)
            if work.database.one(_STORED_ANSWER, (visit_id,)) is not None:
                work.renew_salt(visit_id)  # nobody can try out the number that goes
            work.upsert(
                "answer",
                {
                    "visit_id": visit_id,
                    "answered_on": answer.answered_on.isoformat(),
                    "way": answer.channel.value,
                    "document_number": answer.document_number,
                },
            )
            due_on = earliest_open_due_day(work.database, visit_id)
            progress = row["progress"] if due_on else _progress_after(row["progress"], answer)
            values = {"due_on": due_on and due_on.isoformat(), "progress": progress}
            work.update("visit", {"visit_id": visit_id}, values)
            if is_closed(progress, voided=False, has_open_deadline=due_on is not None):
                end_hand_over(work, visit_id)
            facts = {"on": answer.answered_on.isoformat(), "way": answer.channel.value}
            number = answer.document_number
            event = lifecycle_rules.event(
                self._session,
                LifecycleAct.ANSWERED,
                facts=facts,
                checked=not number or is_document_number(number),
            )
            visit_events.write_event(work, visit_id, event)
            work.log(Act.VISIT_ANSWERED, visit_subject(visit_id), **facts)
        self._session.truncate_wal()

    def _close_deadlines(self, work: UnitOfWork, visit_id: int, answer: Answer) -> None:
        """Close the deadlines to which this answer applies, on the day of the answer.

        A deadline that an earlier answer closed is closed again, on the day of this answer.
        """
        earlier_answer = work.database.one(_STORED_ANSWER, (visit_id,))
        for row in work.database.query(_DEADLINES, (visit_id,)):
            earlier_day = earlier_answer and earlier_answer["answered_on"]
            may_close = row["closed_on"] in (None, earlier_day)
            if may_close and (not answer.closed_terms or row["term"] in answer.closed_terms):
                _close_deadline(work, row, answer.answered_on.isoformat())

    def next_number(self, year: int) -> tuple[int, bool]:
        """Return (number of the next visit of a year, whether the year has visits)."""
        database = self._session.database
        first_visit = database.one("SELECT 1 FROM visit WHERE year = ? LIMIT 1", (year,))
        return visit_writer.next_number(database, year), first_visit is not None

    def set_next_number(self, year: int, number: int, reason: str = "") -> None:
        """Set the number that the next visit of a year gets.

        Before the year's first visit any number is allowed; later only one above the next number,
        with a reason, so that the log explains the gap.
        """
        reason = clean(reason)
        with self._session.act() as work:
            first_visit = work.database.one("SELECT 1 FROM visit WHERE year = ? LIMIT 1", (year,))
            next_number = visit_writer.next_number(work.database, year) if first_visit else 1
            if not next_number <= number <= _LARGEST_VISIT_NUMBER:
                raise InvalidInput("life.number_used", "number", least=next_number)
            if first_visit and len(reason) < SHORTEST_WRITTEN_REASON:
                least = SHORTEST_WRITTEN_REASON
                raise InvalidInput("life.reason_short", "reason", least=least)
            lifecycle_rules.check_late_text("reason", reason)
            write_office_value(work, visit_writer.first_number_key(year), str(number))
            work.log(Act.NUMBER_SET, str(year), number=number, reason=reason)

    def _event(
        self,
        act: LifecycleAct,
        change_reason: ChangeReason | None = None,
    ) -> visit_events.VisitEvent:
        return lifecycle_rules.event(self._session, act, change_reason)


def _close_deadline(work: UnitOfWork, row: Any, day: str) -> None:
    key = {"visit_id": row["visit_id"], "position": row["position"]}
    work.update("deadline", key, {"closed_on": day})


def _check_answer(answer: Answer, received: date, today: date) -> None:
    if not received <= answer.answered_on <= today:
        raise InvalidInput("life.answer_day", "answered_on")
    if answer.channel.written and not answer.document_number:
        raise InvalidInput("life.document_missing", "document_number")
    lifecycle_rules.check_late_text("document_number", answer.document_number)


def _progress_after(progress: str, answer: Answer) -> str:
    """Return the progress of a visit after an answer.

    A refused visit stays refused, because the statutory tables count refusals.
    """
    if progress in _PROGRESS_ENDED_BY_ANSWER:
        return "answered"
    is_transferred = progress == "transfer_waiting" and answer.document_number
    return "transferred" if is_transferred else progress
