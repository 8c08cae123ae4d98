"""To-do list of the signed-in person: to decide, to answer, to maintain."""

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

MOST_PER_GROUP = 40  # items of one group; the register shows all of them
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TodoSnapshot:
    """The list at one moment, in the order of its groups.

    ``counts`` has the true size of each group; ``items`` has at most ``MOST_PER_GROUP`` of the
    visits with a deadline.
    """

    items: tuple[TodoItem, ...]
    counts: dict[TodoGroup, int]
    next_due: date | None = None  # of the first deadline after those in the list

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
    """Reads the list; the only change it makes is to end expired requests."""

    def __init__(
        self,
        session: Session,
        office_calendar: OfficeCalendar,
        sources: TodoSources,
        machine_items: MachineItems,
    ) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._sources = sources
        self._machine_items = machine_items
        self._is_manager = session.may(Right.MANAGE)

    def read(self) -> TodoSnapshot:
        """Return the present list of this person."""
        self._sources.reveal_requests.end_expired()
        notices = list(self._notices())
        late, late_count = self._due(None, -_DAY)
        soon, soon_count = self._due(timedelta(0), None)
        items: tuple[TodoItem, ...] = (
            *self._requests(),
            *notices,
            *self._voids(),
            *self._late_texts(),
            *self._report(),
            *(_of_own_request(request) for request in self._sources.reveal_requests.own_requests()),
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
        for request in self._sources.reveal_decisions.requests_to_decide():
            yield RequestToDecide(request)

    def _notices(self) -> Iterator[RefusalNoticeToSign]:
        if not self._is_manager:
            return
        keys = todo_queries.notices_to_sign(self._session.database)[:MOST_PER_GROUP]
        for row in self._sources.register.rows(keys):
            yield RefusalNoticeToSign(_visit(row), row.refusal_ground, row.due_on, row.days_left)

    def _voids(self) -> Iterator[VoidToConfirm]:
        if not self._is_manager:
            return
        for row in self._sources.register.rows(
            list(self._sources.lifecycle.voids_to_confirm())[:MOST_PER_GROUP]
        ):
            yield VoidToConfirm(_visit(row))

    def _late_texts(self) -> Iterator[LateTextsToCheck]:
        count = len(self._sources.late_text_checks.unchecked_visits())
        if count:
            yield LateTextsToCheck(count)

    def _report(self) -> Iterator[MonthlyReportMissing]:
        if not self._is_manager:
            return
        settings = self._session.settings()
        ended = month_of(self._session.today(), settings.month_starts_on).previous()
        period = f"{ended.since.isoformat()}/{ended.until.isoformat()}"
        database = self._session.database
        counted = todo_queries.visits_by_day(database, *ended.days, refused=True)
        if counted and not todo_queries.was_printed(database, MONTHLY_REPORT.name, period):
            yield MonthlyReportMissing(ended.since, ended.until)

    # -- deadlines ------------------------------------------------------------------------

    def _due(self, first: timedelta | None, last: timedelta | None) -> tuple[list[AnswerDue], int]:
        """Return visits whose first open deadline is in these days from today, and their number.

        ``first`` None: everything overdue; ``last`` None: until the last day that counts as soon.
        """
        day = self._session.today()
        until = self._office_calendar.soon_until() if last is None else day + last
        keys, count = todo_queries.due_visits(
            self._session.database,
            (None if first is None else day + first, until),
            MOST_PER_GROUP,
            denunciations=self._session.may(Right.READ_DENUNCIATION),
        )
        rows = self._sources.register.rows(keys)
        late = first is None
        found = [AnswerDue(_visit(r), r.summary, late, r.due_on, r.days_left) for r in rows]
        return found, count

    def _next_due(self) -> date | None:
        denunciations = self._session.may(Right.READ_DENUNCIATION)
        database = self._session.database
        return todo_queries.next_due_day(
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
    """Return the visits that are not already among the notices to sign."""
    shown = {notice.visit.visit_id for notice in notices}
    return [item for item in due if item.visit.visit_id not in shown]


def _count_notices(notices: list[RefusalNoticeToSign], *, late: bool) -> int:
    """Return how many notices are late, or due soon; their visits are in that count too."""
    days_left = [notice.days_left for notice in notices if notice.days_left is not None]
    if late:
        return sum(1 for days in days_left if days < 0)
    return sum(1 for days in days_left if 0 <= days <= SOON_DAYS)
