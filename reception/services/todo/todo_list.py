"""To-do list of the signed-in person: decisions, deadlines, and work on the machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reception.domain.audit import Act
from reception.domain.deadlines import SOON_DAYS
from reception.domain.reporting_periods import month_period_of
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

MAX_ITEMS_PER_GROUP = 40  # items of one group; the register shows all of them
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TodoSnapshot:
    """The to-do list as it was read, in the order of its groups.

    ``counts`` has the full number of items of each group; ``items`` has at most
    ``MAX_ITEMS_PER_GROUP`` of those visits that have a deadline.
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
        notices = list(self._notices_to_sign())
        late, late_count = self._visits_due(None, -_DAY)
        soon, soon_count = self._visits_due(timedelta(0), None)
        items: tuple[TodoItem, ...] = (
            *self._requests_to_decide(),
            *notices,
            *self._voids_to_confirm(),
            *self._late_texts_to_check(),
            *self._missing_report(),
            *(
                _own_request_item(request)
                for request in self._sources.reveal_requests.own_requests()
            ),
            *_without_notices(late, notices),
            *_without_notices(soon, notices),
            *self._machine_items.read(),
        )
        counts = dict.fromkeys(TodoGroup, 0)
        for item in items:
            counts[group_of(item)] += 1
        late_without_notices = late_count - _count_notices(notices, late=True)
        soon_without_notices = soon_count - _count_notices(notices, late=False)
        counts[TodoGroup.LATE] = max(counts[TodoGroup.LATE], late_without_notices)
        counts[TodoGroup.SOON] = max(counts[TodoGroup.SOON], soon_without_notices)
        return TodoSnapshot(items, counts, self._next_due())

    def confirm_clock_jump(self, entry: int) -> None:
        """Log that the head has confirmed the clock jump before the log entry number ``entry``."""
        self._session.require(Right.MANAGE)
        with self._session.act() as work:
            work.log(Act.CLOCK_CONFIRMED, self._session.member.user_id, entry=entry)

    # -- to decide ------------------------------------------------------------------------

    def _requests_to_decide(self) -> Iterator[RequestToDecide]:
        for request in self._sources.reveal_decisions.requests_to_decide():
            yield RequestToDecide(request)

    def _notices_to_sign(self) -> Iterator[RefusalNoticeToSign]:
        if not self._is_manager:
            return
        keys = todo_queries.notices_to_sign(self._session.database)[:MAX_ITEMS_PER_GROUP]
        for row in self._sources.register.rows(keys):
            yield RefusalNoticeToSign(
                _todo_visit(row), row.refusal_ground, row.due_on, row.days_left
            )

    def _voids_to_confirm(self) -> Iterator[VoidToConfirm]:
        if not self._is_manager:
            return
        for row in self._sources.register.rows(
            list(self._sources.lifecycle.voids_to_confirm())[:MAX_ITEMS_PER_GROUP]
        ):
            yield VoidToConfirm(_todo_visit(row))

    def _late_texts_to_check(self) -> Iterator[LateTextsToCheck]:
        count = len(self._sources.late_text_checks.unchecked_visits())
        if count:
            yield LateTextsToCheck(count)

    def _missing_report(self) -> Iterator[MonthlyReportMissing]:
        if not self._is_manager:
            return
        settings = self._session.settings()
        ended_month = month_period_of(self._session.today(), settings.month_starts_on).previous()
        period = f"{ended_month.since.isoformat()}/{ended_month.until.isoformat()}"
        database = self._session.database
        daily_visits = todo_queries.visits_by_day(database, *ended_month.days, refused=True)
        if daily_visits and not todo_queries.was_printed(database, MONTHLY_REPORT.name, period):
            yield MonthlyReportMissing(ended_month.since, ended_month.until)

    # -- deadlines ------------------------------------------------------------------------

    def _visits_due(
        self, first: timedelta | None, last: timedelta | None
    ) -> tuple[list[AnswerDue], int]:
        """Return the visits with their earliest open deadline in a range of days, and their count.

        ``first`` and ``last`` are distances from today. ``first`` None means without a lower
        limit (overdue visits); ``last`` None means until the last day that is due soon. The
        visits are at most ``MAX_ITEMS_PER_GROUP``; the count includes all of them.
        """
        day = self._session.today()
        until = self._office_calendar.last_day_due_soon() if last is None else day + last
        keys, count = todo_queries.due_visits(
            self._session.database,
            (None if first is None else day + first, until),
            MAX_ITEMS_PER_GROUP,
            denunciations=self._session.may(Right.READ_DENUNCIATION),
        )
        rows = self._sources.register.rows(keys)
        late = first is None
        answers = [AnswerDue(_todo_visit(r), r.summary, late, r.due_on, r.days_left) for r in rows]
        return answers, count

    def _next_due(self) -> date | None:
        denunciations = self._session.may(Right.READ_DENUNCIATION)
        database = self._session.database
        return todo_queries.next_due_day(
            database, self._office_calendar.last_day_due_soon(), denunciations=denunciations
        )


def _todo_visit(row: RegisterRow) -> TodoVisit:
    return TodoVisit(row.visit_id, row.code, row.kind, row.officer)


def _own_request_item(request: RevealRequest) -> OwnRequestTodo:
    if request.state is RequestState.GRANTED:
        return RequestGranted(request)
    if request.state is RequestState.REFUSED:
        return RequestDeclined(request)
    return RequestPending(request)


def _without_notices(due: list[AnswerDue], notices: list[RefusalNoticeToSign]) -> list[AnswerDue]:
    """Return the visits that are not already among the notices to sign."""
    visits_with_notice = {notice.visit.visit_id for notice in notices}
    return [item for item in due if item.visit.visit_id not in visits_with_notice]


def _count_notices(notices: list[RefusalNoticeToSign], *, late: bool) -> int:
    """Return how many notices to sign are late (or else due soon).

    The count of visits with a deadline includes these visits as well.
    """
    days_left = [notice.days_left for notice in notices if notice.days_left is not None]
    if late:
        return sum(1 for days in days_left if days < 0)
    return sum(1 for days in days_left if 0 <= days <= SOON_DAYS)
