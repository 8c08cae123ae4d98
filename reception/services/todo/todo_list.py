"""What waits for the person who is signed in: to approve, to answer, to look after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from reception.domain.audit import Act
from reception.domain.backup import STALE_DAYS
from reception.domain.reporting_periods import month_of
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.staff import Right
from reception.domain.todo_item import TodoGroup, TodoItem, TodoKind
from reception.services.access.session import Session
from reception.services.papers.register_book import MONTHLY
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits import todo_queries

if TYPE_CHECKING:
    from reception.services.backup.backups import Backups
    from reception.services.backup.obsolete_backups import ObsoleteBackups
    from reception.services.disclosure.reveal_decisions import RevealDecisions
    from reception.services.disclosure.reveal_requests import RevealRequests
    from reception.services.register.register import Register, RegisterRow
    from reception.services.staff.custody import Custody
    from reception.services.staff.offboarding import StaffOffboarding
    from reception.services.visit_lifecycle.late_text_check import LateTextChecks
    from reception.services.visit_lifecycle.visit_lifecycle import VisitLifecycle

SOON_DAYS = 2  # working days, as the register counts
MOST = 40  # lines of one group; the register has all of them
_DAY = timedelta(days=1)
_MINE = {
    RequestState.WAITING: TodoKind.WAITING,
    RequestState.GRANTED: TodoKind.GRANTED,
    RequestState.REFUSED: TodoKind.DECLINED,
}


@dataclass(frozen=True, slots=True)
class TodoSnapshot:
    """The list, in the order of its groups, and how many each group really has."""

    needs: tuple[TodoItem, ...]
    counts: dict[TodoGroup, int]
    next_due: date | None = None  # of the first term that ends later

    @property
    def total(self) -> int:
        """Return how many things wait, the machine's among them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class TodoSources:
    """The services whose work is looked through."""

    register: Register
    lifecycle: VisitLifecycle
    reveal_requests: RevealRequests
    reveal_decisions: RevealDecisions
    backups: Backups
    custody: Custody
    offboarding: StaffOffboarding
    old_backups: ObsoleteBackups
    late_text_checks: LateTextChecks


class TodoList:
    """Reads what waits; it opens and changes nothing but requests that have run out."""

    def __init__(self, session: Session, calendars: OfficeCalendar, sources: TodoSources) -> None:
        """Work in one session."""
        self._session = session
        self._calendars = calendars
        self._from = sources
        self._head = session.may(Right.MANAGE)

    def read(self) -> TodoSnapshot:
        """Return what waits for this person now."""
        self._from.reveal_requests.sweep()
        notices = self._notices() if self._head else []
        late, late_count = self._due(None, -_DAY, TodoGroup.LATE)
        soon, soon_count = self._due(timedelta(0), None, TodoGroup.SOON)
        shown = {need.visit_id for need in notices}
        late = [need for need in late if need.visit_id not in shown]
        soon = [need for need in soon if need.visit_id not in shown]
        groups = {
            TodoGroup.DECIDE: [
                *(*self._requests(), *notices, *self._voids()),
                *(*self._words(), *self._report()),
            ],
            TodoGroup.MINE: self._mine(),
            TodoGroup.LATE: late,
            TodoGroup.SOON: soon,
            TodoGroup.MACHINE: list(self._machine()),
        }
        counts = {group: len(needs) for group, needs in groups.items()}
        counts[TodoGroup.LATE] = max(len(late), late_count - _both(notices, late=True))
        counts[TodoGroup.SOON] = max(len(soon), soon_count - _both(notices, late=False))
        needs = tuple(need for found in groups.values() for need in found)
        later = todo_queries.next_due(
            self._session.database,
            self._soon(),
            denunciations=self._session.may(Right.READ_DENUNCIATION),
        )
        return TodoSnapshot(needs, counts, later)

    def confirm_moment(self, entry: str) -> None:
        """Log that the head knows of the odd moment at an entry."""
        self._session.require(Right.MANAGE)
        with self._session.act() as work:
            work.log(Act.CLOCK_CONFIRMED, self._session.member.user_id, entry=int(entry))

    # -- decided by the head --------------------------------------------------------------

    def _requests(self) -> list[TodoItem]:
        return [
            _of_request(item, TodoKind.REQUEST, TodoGroup.DECIDE)
            for item in self._from.reveal_decisions.waiting()
        ]

    def _notices(self) -> list[TodoItem]:
        keys = todo_queries.notices_to_sign(self._session.database)[:MOST]
        rows = self._from.register.rows(keys)
        return [self._of_row(row, TodoKind.NOTICE, TodoGroup.DECIDE) for row in rows]

    def _voids(self) -> list[TodoItem]:
        if not self._head:
            return []
        rows = self._from.register.rows(list(self._from.lifecycle.to_confirm())[:MOST])
        return [self._of_row(row, TodoKind.VOID, TodoGroup.DECIDE) for row in rows]

    def _words(self) -> Iterator[TodoItem]:
        count = len(self._from.late_text_checks.waiting())
        if count:
            yield TodoItem(TodoKind.WORDS, TodoGroup.DECIDE, about=str(count))

    def _report(self) -> Iterator[TodoItem]:
        if not self._head:
            return
        settings = self._session.settings()
        ended = month_of(self._session.today(), settings.month_starts_on).previous()
        subject = f"{ended.since.isoformat()}/{ended.until.isoformat()}"
        database = self._session.database
        counted = todo_queries.visits_by_day(database, *ended.days, refused=True)
        if counted and not todo_queries.was_printed(database, MONTHLY, subject):
            since = self._calendars.calendar().days_left(self._session.today(), ended.until)
            yield TodoItem(
                TodoKind.REPORT, TodoGroup.DECIDE, subject, on=ended.until, days_left=since
            )

    # -- mine -----------------------------------------------------------------------------

    def _mine(self) -> list[TodoItem]:
        return [
            _of_request(item, _MINE[item.state], TodoGroup.MINE)
            for item in self._from.reveal_requests.mine()
        ]

    def _due(
        self, first: timedelta | None, last: timedelta | None, group: TodoGroup
    ) -> tuple[list[TodoItem], int]:
        """Return the visits whose first open term ends in these days, seen from today."""
        day = self._session.today()
        until = day + last if last is not None else self._soon()
        days: tuple[date | None, date] = (None if first is None else day + first, until)
        keys, count = todo_queries.due_visits(
            self._session.database,
            days,
            MOST,
            denunciations=self._session.may(Right.READ_DENUNCIATION),
        )
        rows = self._from.register.rows(keys)
        return [self._of_row(row, TodoKind.DUE, group) for row in rows], count

    def _soon(self) -> date:
        return self._calendars.calendar().add_working_days(self._session.today(), SOON_DAYS)

    def _of_row(self, row: RegisterRow, kind: TodoKind, group: TodoGroup) -> TodoItem:
        return TodoItem(
            kind,
            group,
            visit_id=row.visit_id,
            code=row.code,
            about=row.refusal_ground if kind is TodoKind.NOTICE else row.summary,
            petition_kind=row.kind,
            who=row.officer,
            on=row.due_on,
            days_left=row.days_left,
        )

    # -- the machine and the log ----------------------------------------------------------

    def _machine(self) -> Iterator[TodoItem]:
        group = TodoGroup.MACHINE
        mark, day = self._from.backups.last(), self._session.today()
        if mark is None or (day - mark.at.date()).days >= STALE_DAYS:
            yield TodoItem(TodoKind.BACKUP, group, on=mark.at.date() if mark else None)
        tasks = self._from.custody.tasks()
        if tasks and (tasks.here or self._head):
            who = "" if tasks.here else ", ".join(tasks.holders)
            yield TodoItem(TodoKind.CUSTODY, group, who=who)
        if not self._head:
            return
        yield from self._staff()
        heads = [user for user, who in self._session.people.items() if who.may(Right.MANAGE)]
        odd = todo_queries.odd_moment(self._session.database, heads)
        if odd is not None:
            at, how = datetime.fromisoformat(odd["at"]), json.loads(odd["facts"])["clock"]
            yield TodoItem(TodoKind.CLOCK, group, str(odd["seq"]), about=how, since=at)
        rotate = self._from.lifecycle.to_rotate()
        if rotate:
            yield TodoItem(TodoKind.ROTATE, group, about=str(len(rotate)))
        if "recovery.missing" in self._session.warnings:
            yield TodoItem(TodoKind.RECOVERY, group)

    def _staff(self) -> Iterator[TodoItem]:
        group = TodoGroup.MACHINE
        for leaving in self._from.offboarding.unfinished():
            yield TodoItem(TodoKind.LEAVING, group, leaving.user_id, who=leaving.name)
        old = self._from.old_backups.listed()
        if old:
            yield TodoItem(TodoKind.OLD_BACKUPS, group, about=str(len(old)))


def _of_request(item: RevealRequest, kind: TodoKind, group: TodoGroup) -> TodoItem:
    return TodoItem(
        kind,
        group,
        item.request_id,
        visit_id=item.visit_id,
        code=item.code,
        about=item.note.value if kind is TodoKind.DECLINED and item.note else item.reason,
        who=item.decided_by if kind in (TodoKind.GRANTED, TodoKind.DECLINED) else item.asker,
        since=item.asked_at,
        on=item.ends_on,
    )


def _both(notices: list[TodoItem], *, late: bool) -> int:
    """Return how many notices also stand in a group of terms."""
    left = [need.days_left for need in notices if need.days_left is not None]
    if late:
        return sum(1 for days in left if days < 0)
    return sum(1 for days in left if 0 <= days <= SOON_DAYS)
