"""What waits for the person who is signed in: to approve, to answer, to look after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from reception.domain.audit import Act
from reception.domain.backup import STALE_DAYS
from reception.domain.need import Need, NeedGroup, NeedKind
from reception.domain.periods import month_of
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.staff import Right
from reception.services.books import MONTHLY
from reception.services.calendars import Calendars
from reception.services.session import Session
from reception.storage import waiting

if TYPE_CHECKING:
    from reception.services.backup import Backups
    from reception.services.custody import Custody
    from reception.services.leaving import LeavingStaff
    from reception.services.life import Life
    from reception.services.old_backups import OldBackups
    from reception.services.register import Register, RegisterRow
    from reception.services.request_answers import RequestAnswers
    from reception.services.requests import Requests
    from reception.services.text_checks import TextChecks

SOON_DAYS = 2  # working days, as the register counts
MOST = 40  # lines of one group; the register has all of them
_DAY = timedelta(days=1)
_MINE = {
    RequestState.WAITING: NeedKind.WAITING,
    RequestState.GRANTED: NeedKind.GRANTED,
    RequestState.REFUSED: NeedKind.DECLINED,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """The list, in the order of its groups, and how many each group really has."""

    needs: tuple[Need, ...]
    counts: dict[NeedGroup, int]
    next_due: date | None = None  # of the first term that ends later

    @property
    def total(self) -> int:
        """Return how many things wait, the machine's among them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Sources:
    """The services whose work is looked through."""

    register: Register
    life: Life
    requests: Requests
    answers: RequestAnswers
    backups: Backups
    custody: Custody
    leaving: LeavingStaff
    old_backups: OldBackups
    checks: TextChecks


class Needs:
    """Reads what waits; it opens and changes nothing but requests that have run out."""

    def __init__(self, session: Session, calendars: Calendars, sources: Sources) -> None:
        """Work in one session."""
        self._session = session
        self._calendars = calendars
        self._from = sources
        self._head = session.may(Right.MANAGE)

    def read(self) -> Waiting:
        """Return what waits for this person now."""
        self._from.requests.sweep()
        notices = self._notices() if self._head else []
        late, late_count = self._due(None, -_DAY, NeedGroup.LATE)
        soon, soon_count = self._due(timedelta(0), None, NeedGroup.SOON)
        shown = {need.visit_id for need in notices}
        late = [need for need in late if need.visit_id not in shown]
        soon = [need for need in soon if need.visit_id not in shown]
        groups = {
            NeedGroup.DECIDE: [
                *(*self._requests(), *notices, *self._voids()),
                *(*self._words(), *self._report()),
            ],
            NeedGroup.MINE: self._mine(),
            NeedGroup.LATE: late,
            NeedGroup.SOON: soon,
            NeedGroup.MACHINE: list(self._machine()),
        }
        counts = {group: len(needs) for group, needs in groups.items()}
        counts[NeedGroup.LATE] = max(len(late), late_count - _both(notices, late=True))
        counts[NeedGroup.SOON] = max(len(soon), soon_count - _both(notices, late=False))
        needs = tuple(need for found in groups.values() for need in found)
        later = waiting.next_due(
            self._session.database,
            self._soon(),
            denunciations=self._session.may(Right.READ_DENUNCIATION),
        )
        return Waiting(needs, counts, later)

    def confirm_moment(self, entry: str) -> None:
        """Log that the head knows of the odd moment at an entry."""
        self._session.require(Right.MANAGE)
        with self._session.act() as work:
            work.log(Act.CLOCK_CONFIRMED, self._session.member.user_id, entry=int(entry))

    # -- decided by the head --------------------------------------------------------------

    def _requests(self) -> list[Need]:
        return [
            _of_request(item, NeedKind.REQUEST, NeedGroup.DECIDE)
            for item in self._from.answers.waiting()
        ]

    def _notices(self) -> list[Need]:
        keys = waiting.notices_to_sign(self._session.database)[:MOST]
        rows = self._from.register.rows(keys)
        return [self._of_row(row, NeedKind.NOTICE, NeedGroup.DECIDE) for row in rows]

    def _voids(self) -> list[Need]:
        if not self._head:
            return []
        rows = self._from.register.rows(list(self._from.life.to_confirm())[:MOST])
        return [self._of_row(row, NeedKind.VOID, NeedGroup.DECIDE) for row in rows]

    def _words(self) -> Iterator[Need]:
        count = len(self._from.checks.waiting())
        if count:
            yield Need(NeedKind.WORDS, NeedGroup.DECIDE, about=str(count))

    def _report(self) -> Iterator[Need]:
        if not self._head:
            return
        settings = self._session.settings()
        ended = month_of(self._session.today(), settings.month_starts_on).previous()
        subject = f"{ended.since.isoformat()}/{ended.until.isoformat()}"
        database = self._session.database
        counted = waiting.visits_by_day(database, *ended.days, refused=True)
        if counted and not waiting.was_printed(database, MONTHLY, subject):
            since = self._calendars.calendar().days_left(self._session.today(), ended.until)
            yield Need(NeedKind.REPORT, NeedGroup.DECIDE, subject, on=ended.until, days_left=since)

    # -- mine -----------------------------------------------------------------------------

    def _mine(self) -> list[Need]:
        return [
            _of_request(item, _MINE[item.state], NeedGroup.MINE)
            for item in self._from.requests.mine()
        ]

    def _due(
        self, first: timedelta | None, last: timedelta | None, group: NeedGroup
    ) -> tuple[list[Need], int]:
        """Return the visits whose first open term ends in these days, seen from today."""
        day = self._session.today()
        until = day + last if last is not None else self._soon()
        days: tuple[date | None, date] = (None if first is None else day + first, until)
        keys, count = waiting.due_visits(
            self._session.database,
            days,
            MOST,
            denunciations=self._session.may(Right.READ_DENUNCIATION),
        )
        rows = self._from.register.rows(keys)
        return [self._of_row(row, NeedKind.DUE, group) for row in rows], count

    def _soon(self) -> date:
        return self._calendars.calendar().add_working_days(self._session.today(), SOON_DAYS)

    def _of_row(self, row: RegisterRow, kind: NeedKind, group: NeedGroup) -> Need:
        return Need(
            kind,
            group,
            visit_id=row.visit_id,
            code=row.code,
            about=row.refusal_ground if kind is NeedKind.NOTICE else row.summary,
            petition_kind=row.kind,
            who=row.officer,
            on=row.due_on,
            days_left=row.days_left,
        )

    # -- the machine and the log ----------------------------------------------------------

    def _machine(self) -> Iterator[Need]:
        group = NeedGroup.MACHINE
        mark, day = self._from.backups.last(), self._session.today()
        if mark is None or (day - mark.at.date()).days >= STALE_DAYS:
            yield Need(NeedKind.BACKUP, group, on=mark.at.date() if mark else None)
        tasks = self._from.custody.tasks()
        if tasks and (tasks.here or self._head):
            who = "" if tasks.here else ", ".join(tasks.holders)
            yield Need(NeedKind.CUSTODY, group, who=who)
        if not self._head:
            return
        yield from self._staff()
        heads = [user for user, who in self._session.people.items() if who.may(Right.MANAGE)]
        odd = waiting.odd_moment(self._session.database, heads)
        if odd is not None:
            at, how = datetime.fromisoformat(odd["at"]), json.loads(odd["facts"])["clock"]
            yield Need(NeedKind.CLOCK, group, str(odd["seq"]), about=how, since=at)
        rotate = self._from.life.to_rotate()
        if rotate:
            yield Need(NeedKind.ROTATE, group, about=str(len(rotate)))
        if "recovery.missing" in self._session.warnings:
            yield Need(NeedKind.RECOVERY, group)

    def _staff(self) -> Iterator[Need]:
        group = NeedGroup.MACHINE
        for leaving in self._from.leaving.unfinished():
            yield Need(NeedKind.LEAVING, group, leaving.user_id, who=leaving.name)
        old = self._from.old_backups.listed()
        if old:
            yield Need(NeedKind.OLD_BACKUPS, group, about=str(len(old)))


def _of_request(item: RevealRequest, kind: NeedKind, group: NeedGroup) -> Need:
    return Need(
        kind,
        group,
        item.request_id,
        visit_id=item.visit_id,
        code=item.code,
        about=item.note.value if kind is NeedKind.DECLINED and item.note else item.reason,
        who=item.decided_by if kind in (NeedKind.GRANTED, NeedKind.DECLINED) else item.asker,
        since=item.asked_at,
        on=item.ends_on,
    )


def _both(notices: list[Need], *, late: bool) -> int:
    """Return how many notices also stand in a group of terms."""
    left = [need.days_left for need in notices if need.days_left is not None]
    if late:
        return sum(1 for days in left if days < 0)
    return sum(1 for days in left if 0 <= days <= SOON_DAYS)
