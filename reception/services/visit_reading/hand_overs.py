"""Denunciations handed on: a reader lets one officer read one visit until it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.staff import Member, Right
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visit_reading.present_reader import is_open, is_reader, latest_day
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.audit.log_verification import verifier_of
from reception.storage.json_shapes import day_of
from reception.storage.visits.hand_over_rows import (
    end_hand_over,
    read_hand_over,
    write_hand_over,
)
from reception.storage.visits.register_reader import RegisterReader


class ReadingGround(StrEnum):
    """Why somebody may read a denunciation."""

    RIGHT = "right"  # reads every one
    RECEIVED = "received"  # received the person, for a short time
    HANDED_ON = "handed_on"


@dataclass(frozen=True, slots=True)
class ReadingPerson:
    """Somebody who may read a denunciation.

    ``until`` is the last day of the officer who received it, else None; ``given_by`` the name of
    the reader who handed it on, else "".
    """

    user_id: str
    name: str
    ground: ReadingGround
    until: date | None = None
    given_by: str = ""


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Who may read a denunciation; ``candidates`` are (user id, name) it can be handed to.

    ``candidates`` is empty for somebody who may not hand it on, and where the visit is closed.
    """

    visit_id: int
    people: tuple[ReadingPerson, ...]
    candidates: tuple[tuple[str, str], ...]
    may_end: bool


@rights_checked
class HandOvers:
    """Hands denunciations on, takes them back, and lists who may read one."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def state(self, visit_id: int) -> ReadingState:
        """Return who may read a denunciation, and to whom it can be handed.

        Errors: NotAllowed ``life.unknown_visit``; InvalidInput ``reader.ordinary``.
        """
        row = self._denunciation(visit_id)
        session = self._session
        people = [
            ReadingPerson(member.user_id, member.name, ReadingGround.RIGHT)
            for member in session.people.values()
            if is_reader(member)
        ]
        people += self._receiver(row)
        people += self._handed_on(row)
        may_hand_on = is_reader(session.member) and is_open(row)
        return ReadingState(
            visit_id,
            tuple(people),
            tuple((item.user_id, item.name) for item in self._officers()) if may_hand_on else (),
            any(item.ground is ReadingGround.HANDED_ON for item in people)
            and (is_reader(session.member) or session.may(Right.MANAGE)),
        )

    def hand_on(self, visit_id: int, user_id: str) -> None:
        """Let one officer read a denunciation until it is closed; a former hand-over ends.

        Errors: NotAllowed ``rights.missing`` for anybody but a reader, also for somebody to whom
        the visit was handed; ``life.unknown_visit``; InvalidInput ``reader.ordinary``,
        ``reader.closed``, ``reader.nobody``, ``reader.no_roster``.
        """
        session = self._session
        with session.act() as work:
            row = self._denunciation(visit_id)
            if not is_open(row):
                raise InvalidInput("reader.closed", "visit")
            if session.roster.number == 0:
                raise InvalidInput("reader.no_roster", "visit")
            if user_id not in {item.user_id for item in self._officers()}:
                raise InvalidInput("reader.nobody", "user_id")
            people = (user_id, session.member.user_id)
            write_hand_over(work, visit_id, people, session.today())
            work.log(Act.VISIT_HANDED_ON, visit_subject(visit_id), to=user_id)

    def take_back(self, visit_id: int) -> None:
        """End the hand-over of a visit.

        Errors: NotAllowed ``rights.missing`` for somebody who is neither a reader nor may manage;
        InvalidInput ``reader.not_handed_on``.
        """
        session = self._session
        with session.act() as work:
            row = read_hand_over(work.database, visit_id)
            if row is None:
                raise InvalidInput("reader.not_handed_on", "visit")
            end_hand_over(work, visit_id)
            work.log(Act.HAND_OVER_ENDED, visit_subject(visit_id), to=row["user_id"])

    def _denunciation(self, visit_id: int) -> Any:
        row = RegisterReader(self._session.database).row(visit_id)
        if row is None:
            raise NotAllowed("life.unknown_visit")
        if row["kind"] != PetitionKind.DENUNCIATION.value:
            raise InvalidInput("reader.ordinary", "visit")
        return row

    def _officers(self) -> list[Member]:
        """Return the active officers who receive people and do not read everything anyway."""
        officers = [
            member
            for member in self._session.people.values()
            if member.may(Right.RECEIVE) and not is_reader(member)
        ]
        return sorted(officers, key=lambda member: member.name)

    def _receiver(self, row: Any) -> list[ReadingPerson]:
        session = self._session
        member = session.people.get(row["officer"])
        entered_on = day_of(row["entered_on"] or row["received_on"])
        until = OfficeCalendar(session).calendar().add_working_days(entered_on, 1)
        if member is None or is_reader(member) or not member.may(Right.RECEIVE):
            return []
        if latest_day(session) > until:
            return []
        return [ReadingPerson(member.user_id, member.name, ReadingGround.RECEIVED, until)]

    def _handed_on(self, row: Any) -> list[ReadingPerson]:
        session = self._session
        given = read_hand_over(session.database, row["visit_id"])
        if given is None or not is_open(row):
            return []
        member, giver = (session.people.get(given[name]) for name in ("user_id", "given_by"))
        if member is None or giver is None or not is_reader(giver):
            return []
        verifier = verifier_of(session.database, session.office)
        if not member.may(Right.RECEIVE) or not verifier.is_covered(
            "visit_reader", (row["visit_id"],)
        ):
            return []
        return [
            ReadingPerson(member.user_id, member.name, ReadingGround.HANDED_ON, given_by=giver.name)
        ]
