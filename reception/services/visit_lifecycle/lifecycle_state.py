"""Present state of a visit for the lifecycle dialogs, and the forecast of a late entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from reception.domain.reporting_periods import month_period_of
from reception.domain.visit_lifecycle import LifecycleAct, Protection
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.working_days.office_calendar import earliest_open_due_day
from reception.storage.database import Database
from reception.storage.json_shapes import day_of, word_of
from reception.storage.visits import visit_events, visit_reader
from reception.storage.visits.register_reader import RegisterReader

_CORRECTION_ACTS = (LifecycleAct.CORRECTED.value, LifecycleAct.IDENTITY_CORRECTED.value)


@dataclass(frozen=True, slots=True)
class VisitChangeContext:
    """The fields that can be changed, and the state of the visit.

    ``event_count`` is passed back with every change, so that concurrent changes are noticed.
    """

    visit_id: int
    number: int
    received_on: date
    today: date
    period: tuple[date, date]  # first and last day of the reporting month that counts the visit
    kinds: tuple[str, ...]  # codes of the kinds of its petitions
    capacity: Capacity | None  # None: sealed, or not to be read
    protection: Protection
    event_count: int
    field_values: dict[str, str]
    due_on: date | None
    open_deadlines: tuple[tuple[str, date], ...]  # article, last allowed day
    receipts: tuple[str, ...]  # () once the protection was raised: papers with the name bear them
    correction_count: int
    voided: bool
    waived_fields: tuple[str, ...]  # fields in which a hit of the leak guard was kept
    may_replace_identity: bool  # see lifecycle_rules.may_replace_identity
    may_read: bool = True  # False: only an answer or transfer can be recorded


@dataclass(frozen=True, slots=True)
class LateEntryForecast:
    """Number, reporting month and deadline that a late entry for ``day`` would get now."""

    day: date
    number: int
    period: tuple[date, date]
    answer_due: date | None


def read_change_context(
    session: Session, visit_id: int, field_values: dict[str, str] | None
) -> VisitChangeContext:
    """Return the state of a visit; ``field_values`` None where its content may not be read.

    Errors: ``life.unknown_visit`` if there is no such visit.
    """
    database = session.database
    visit_row = lifecycle_rules.existing_visit(database, visit_id)
    may_read = field_values is not None
    received_on = day_of(visit_row["received_on"])
    acts = [event["act"] for event in visit_events.read_events(database, visit_id)]
    return VisitChangeContext(
        visit_id=visit_id,
        number=visit_row["number"],
        received_on=received_on,
        today=session.today(),
        period=reporting_month_of(session, received_on),
        kinds=tuple(row["kind"] for row in RegisterReader(database).petitions(visit_id)),
        capacity=visit_reader.read_capacity(visit_row) if may_read else None,
        protection=Protection(
            word_of(PetitionKind, visit_row["kind"]), may_read and bool(visit_row["protection"])
        ),
        event_count=visit_events.event_count(database, visit_id),
        field_values=field_values or {},
        due_on=earliest_open_due_day(database, visit_id),
        open_deadlines=tuple(
            (deadline.article, deadline.due_on)
            for deadline in visit_reader.read_open_deadlines(database, visit_id)
        ),
        receipts=_receipts(database, visit_id) if may_read else (),
        correction_count=sum(1 for act in acts if act in _CORRECTION_ACTS),
        voided=bool(visit_row["voided"]),
        waived_fields=_waived_fields(database, visit_row) if may_read else (),
        may_replace_identity=may_read and lifecycle_rules.may_replace_identity(session, visit_row),
        may_read=may_read,
    )


def _receipts(database: Database, visit_id: int) -> tuple[str, ...]:
    if visit_events.raised_among(database, [visit_id]):
        return ()
    return visit_reader.read_receipt_numbers(database, visit_id)


def _waived_fields(database: Database, visit_row: Any) -> tuple[str, ...]:
    """Return them where a reclassification asks for their correction; () if already protected.

    That a word of a denunciation was a hit tells who the reporter is.
    """
    if lifecycle_rules.is_protected(visit_row):
        return ()
    return tuple(sorted(visit_events.waived_fields(database, visit_row["visit_id"])))


def reporting_month_of(session: Session, day: date) -> tuple[date, date]:
    """Return first and last day of the reporting month that contains a day (see settings)."""
    return month_period_of(day, session.settings().month_starts_on).days
