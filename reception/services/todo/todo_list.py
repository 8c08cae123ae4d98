"""To-do list of the person who is signed in: to decide, to answer, to look after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reception.domain.audit import Act
from reception.domain.deadlines import SOON_DAYS
from reception.domain.reporting_periods import month_of
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.staff import Right
from reception.domain.todo_item import (
    AnswerDue,
    LateTextsToCheck,
    MonthlyReportMissing,
    OwnRequestTodo,
    RefusalNoticeToSign,
    RequestDeclined,
    RequestGranted,
    RequestPending,
    RequestToDecide,
    TodoGroup,
    TodoItem,
    TodoVisit,
    VoidToConfirm,
    group_of,
)
from reception.printing.forms.registry import MONTHLY_REPORT
from reception.services.access.session import Session
from reception.services.todo.machine_items import MachineItems
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits import todo_queries

if TYPE_CHECKING:
    from reception.services.disclosure.reveal_decisions import RevealDecisions
    from reception.services.disclosure.reveal_requests import RevealRequests
    from reception.services.register.register import Register, RegisterRow
    from reception.services.visit_lifecycle.late_text_check import LateTextChecks
    from reception.services.visit_lifecycle.visit_lifecycle import VisitLifecycle

MOST = 40  # lines of one group; the register has all of them
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TodoSnapshot:
    """The list at one moment, in the order of its groups.

    ``counts`` has the true size of each group: of the terms at most ``MOST`` stand in ``items``.
    """

    items: tuple[TodoItem, ...]
    counts: dict[TodoGroup, int]
    next_due: date | None = None  # of the first term that ends later

    @property
    def total(self) -> int:
        """Return how many items there are in all groups."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class TodoSources:
    """The services that the items are read from."""

    register: Register
    lifecycle: VisitLifecycle
    reveal_requests: RevealRequests
    reveal_decisions: RevealDecisions
    late_text_checks: LateTextChecks


class TodoList:
    """Reads the list; the only change it makes is to end requests that have run out."""

    def __init__(
        self,
        session: Session,
        office_calendar: OfficeCalendar,
        sources: TodoSources,
        machine_items: MachineItems,
    ) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._from = sources
        self._machine_items = machine_items
        self._decides = session.may(Right.MANAGE)

    def read(self) -> TodoSnapshot:
        """Return the present list of this person."""
        self._from.reveal_requests.sweep()
        notices = list(self._notices())
        late, late_count = self._due(None, -_DAY)
        soon, soon_count = self._due(timedelta(0), None)
        items: tuple[TodoItem, ...] = (
            *self._requests(),
            *notices,
            *self._voids(),
            *self._late_texts(),
            *self._report(),
            *(_of_own_request(request) for request in self._from.reveal_requests.own_requests()),
            *_without_notices(late, notices),
            *_without_notices(soon, notices),
            *self._machine_items.read(),
        )
        counts = dict.fromkeys(TodoGroup, 0)
        for item in items:
            counts[group_of(item)] += 1
        late_rest = late_count - _count_notices(notices, late=True)
        soon_rest = soon_count - _count_notices(notices, late=False)
        counts[TodoGroup.LATE] = max(counts[TodoGroup.LATE], late_rest)
        counts[TodoGroup.SOON] = max(counts[TodoGroup.SOON], soon_rest)
        return TodoSnapshot(items, counts, self._next_due())

    def confirm_clock_jump(self, entry: int) -> None:
        """Log that the head knows why the clock jumped before an entry of the log."""
        self._session.require(Right.MANAGE)
        with self._session.act() as work:
            work.log(Act.CLOCK_CONFIRMED, self._session.member.user_id, entry=entry)

    # -- to decide ------------------------------------------------------------------------

    def _requests(self) -> Iterator[RequestToDecide]:
        for request in self._from.reveal_decisions.waiting():
            yield RequestToDecide(request)

    def _notices(self) -> Iterator[RefusalNoticeToSign]:
        if not self._decides:
            return
        keys = todo_queries.notices_to_sign(self._session.database)[:MOST]
        for row in self._from.register.rows(keys):
            yield RefusalNoticeToSign(_visit(row), row.refusal_ground, row.due_on, row.days_left)

    def _voids(self) -> Iterator[VoidToConfirm]:
        if not self._decides:
            return
        for row in self._from.register.rows(list(self._from.lifecycle.voids_to_confirm())[:MOST]):
            yield VoidToConfirm(_visit(row))

    def _late_texts(self) -> Iterator[LateTextsToCheck]:
        count = len(self._from.late_text_checks.unchecked_visits())
        if count:
            yield LateTextsToCheck(count)

    def _report(self) -> Iterator[MonthlyReportMissing]:
        if not self._decides:
            return
        settings = self._session.settings()
        ended = month_of(self._session.today(), settings.month_starts_on).previous()
        period = f"{ended.since.isoformat()}/{ended.until.isoformat()}"
        database = self._session.database
        counted = todo_queries.visits_by_day(database, *ended.days, refused=True)
        if counted and not todo_queries.was_printed(database, MONTHLY_REPORT.name, period):
            yield MonthlyReportMissing(ended.since, ended.until)

    # -- terms ----------------------------------------------------------------------------

    def _due(self, first: timedelta | None, last: timedelta | None) -> tuple[list[AnswerDue], int]:
        """Return visits whose first open term ends in these days from today, and their number.

        ``first`` None is without a beginning: everything overdue; ``last`` None is the end of soon.
        """
        day = self._session.today()
        until = self._office_calendar.soon_until() if last is None else day + last
        keys, count = todo_queries.due_visits(
            self._session.database,
            (None if first is None else day + first, until),
            MOST,
            denunciations=self._session.may(Right.READ_DENUNCIATION),
        )
        rows = self._from.register.rows(keys)
        late = first is None
        found = [AnswerDue(_visit(r), r.summary, late, r.due_on, r.days_left) for r in rows]
        return found, count

    def _next_due(self) -> date | None:
        denunciations = self._session.may(Right.READ_DENUNCIATION)
        database = self._session.database
        return todo_queries.next_due(
            database, self._office_calendar.soon_until(), denunciations=denunciations
        )


def _visit(row: RegisterRow) -> TodoVisit:
    return TodoVisit(row.visit_id, row.code, row.kind, row.officer)


def _of_own_request(request: RevealRequest) -> OwnRequestTodo:
    if request.state is RequestState.GRANTED:
        return RequestGranted(request)
    if request.state is RequestState.REFUSED:
        return RequestDeclined(request)
    return RequestPending(request)


def _without_notices(due: list[AnswerDue], notices: list[RefusalNoticeToSign]) -> list[AnswerDue]:
    """Leave out the visits that the head already finds among the notices to sign."""
    shown = {notice.visit.visit_id for notice in notices}
    return [item for item in due if item.visit.visit_id not in shown]


def _count_notices(notices: list[RefusalNoticeToSign], *, late: bool) -> int:
    """Return how many notices also stand in a group of terms."""
    left = [notice.days_left for notice in notices if notice.days_left is not None]
    if late:
        return sum(1 for days in left if days < 0)
    return sum(1 for days in left if 0 <= days <= SOON_DAYS)
