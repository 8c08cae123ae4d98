"""To-do list of the signed-in person: decisions, deadlines and administration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reception.domain.audit import Act
from reception.domain.deadlines import SOON_DAYS
from reception.domain.errors import InvalidInput
from reception.domain.reporting_periods import month_period_of
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.staff import Right, managers
from reception.domain.todo_item import (
    AnswerDue,
    ExpiredRequest,
    LateTextsToCheck,
    MonthlyReportMissing,
    OpeningToNote,
    OwnRequestTodo,
    RefusalNoticeToSign,
    RequestDeclined,
    RequestExpired,
    RequestGranted,
    RequestPending,
    RequestToDecide,
    TodoGroup,
    TodoItem,
    TodoVisit,
    UnreadableItems,
    VoidToConfirm,
    group_of,
)
from reception.services.access.rights_check import may_call, rights_checked
from reception.services.access.session import Session
from reception.services.todo.administration_items import AdministrationItems
from reception.services.todo.readable_items import ReadableItems
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits import todo_queries

if TYPE_CHECKING:
    from reception.services.disclosure.opening_notices import OpeningNotices
    from reception.services.disclosure.reveal_decisions import RevealDecisions
    from reception.services.disclosure.reveal_requests import RevealRequests
    from reception.services.register.register import Register
    from reception.services.register.register_row import RegisterRow
    from reception.services.visit_lifecycle.late_text_check import LateTextChecks
    from reception.services.visit_lifecycle.visit_lifecycle import VisitLifecycle

# The most items that are listed of a kind about visits; the register shows all visits.
MAX_VISITS_PER_KIND = 40
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TodoSnapshot:
    """The to-do list as it was read, in the order of its groups.

    ``items`` has at most ``MAX_VISITS_PER_KIND`` notices to sign, as many voided visits to
    confirm, as many overdue answers and as many answers due soon.
    ``counts`` has the number of items of each group; the groups of overdue answers and of answers
    due soon also count the visits beyond that limit. ``next_due_day`` is the first due day after
    those that are due soon; None if there is none.
    """

    items: tuple[TodoItem, ...]
    counts: dict[TodoGroup, int]
    next_due_day: date | None = None

    @property
    def total(self) -> int:
        """Return the sum of the counts of all groups."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class TodoSources:
    """The services that the items are read from."""

    register: Register
    lifecycle: VisitLifecycle
    reveal_requests: RevealRequests
    reveal_decisions: RevealDecisions
    late_text_checks: LateTextChecks
    opening_notices: OpeningNotices


@rights_checked
class TodoList:
    """Reads the list of the person who is signed in, and confirms clock jumps."""

    def __init__(
        self,
        session: Session,
        office_calendar: OfficeCalendar,
        sources: TodoSources,
        administration_items: AdministrationItems,
    ) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._sources = sources
        self._administration_items = administration_items

    def read(self) -> TodoSnapshot:
        """End expired reveal requests, then return the present list of this person.

        What cannot be read is left out and counted in an item, and hides nothing else.
        """
        self._sources.reveal_requests.end_expired()
        readable = ReadableItems()
        notices = list(self._notices_to_sign(readable))
        today = self._session.today()
        overdue, overdue_count = self._visits_due(None, today - _DAY, readable)
        due_soon, due_soon_count = self._visits_due(
            today, self._office_calendar.last_day_due_soon(), readable
        )
        items: tuple[TodoItem, ...] = (
            *readable.read(self._requests_to_decide),
            *readable.read(self._expired_requests),
            *readable.read(self._openings_to_note),
            *notices,
            *self._voids_to_confirm(readable),
            *readable.read(self._late_texts_to_check),
            *readable.read(self._missing_report),
            *readable.read(self._own_requests),
            *_without_notices(overdue, notices),
            *_without_notices(due_soon, notices),
            *(
                item
                for source in self._administration_items.sources()
                for item in readable.read(source)
            ),
        )
        unreadable = readable.unreadable + self._administration_items.unreadable_papers()
        if unreadable:
            items = (*items, UnreadableItems(unreadable))
        counts = dict.fromkeys(TodoGroup, 0)
        for item in items:
            counts[group_of(item)] += 1
        overdue_count -= _count_notices(notices, overdue=True)
        due_soon_count -= _count_notices(notices, overdue=False)
        counts[TodoGroup.OVERDUE] = max(counts[TodoGroup.OVERDUE], overdue_count)
        counts[TodoGroup.DUE_SOON] = max(counts[TodoGroup.DUE_SOON], due_soon_count)
        return TodoSnapshot(items, counts, self._next_due_day())

    def confirm_clock_jump(self, entry: int) -> None:
        """Log that the clock jump before the log entry number ``entry`` was confirmed.

        Errors: InvalidInput ``clock.nothing_to_confirm`` if it is not the newest unconfirmed one.
        """
        with self._session.act() as work:
            anomaly = todo_queries.unconfirmed_clock_anomaly(
                work.database, managers(self._session.people.values())
            )
            if anomaly is None or anomaly["seq"] != entry:
                raise InvalidInput("clock.nothing_to_confirm", "clock")
            work.log(Act.CLOCK_CONFIRMED, self._session.member.user_id, entry=entry)

    # -- to decide ------------------------------------------------------------------------

    def _requests_to_decide(self) -> Iterator[RequestToDecide]:
        for request in self._sources.reveal_decisions.requests_to_decide():
            yield RequestToDecide(request)

    def _expired_requests(self) -> Iterator[ExpiredRequest]:
        for request in self._sources.reveal_decisions.unseen_expired_requests():
            yield ExpiredRequest(request)

    def _openings_to_note(self) -> Iterator[OpeningToNote]:
        for notice in self._sources.opening_notices.unseen():
            yield OpeningToNote(notice)

    def _own_requests(self) -> Iterator[OwnRequestTodo]:
        return map(_own_request_item, self._sources.reveal_requests.own_requests())

    def _notices_to_sign(self, readable: ReadableItems) -> Iterator[RefusalNoticeToSign]:
        if not self._session.may(Right.MANAGE):
            return
        visit_ids = todo_queries.notices_to_sign(self._session.database)[:MAX_VISITS_PER_KIND]
        for row in readable.rows(self._sources.register.rows(visit_ids)):
            yield RefusalNoticeToSign(
                _todo_visit(row), row.refusal_ground, row.due_on, row.days_left
            )

    def _voids_to_confirm(self, readable: ReadableItems) -> Iterator[VoidToConfirm]:
        if not self._session.may(Right.MANAGE):
            return
        visit_ids = list(self._sources.lifecycle.voids_to_confirm())[:MAX_VISITS_PER_KIND]
        for row in readable.rows(self._sources.register.rows(visit_ids)):
            yield VoidToConfirm(_todo_visit(row))

    def _late_texts_to_check(self) -> Iterator[LateTextsToCheck]:
        count = len(self._sources.late_text_checks.unchecked_visits())
        if count:
            yield LateTextsToCheck(count, self._session.may(Right.CUSTODY))

    def _missing_report(self) -> Iterator[MonthlyReportMissing]:
        if not self._session.may(Right.MANAGE):
            return
        settings = self._session.settings()
        ended_month = month_period_of(self._session.today(), settings.month_starts_on).previous()
        period = f"{ended_month.since.isoformat()}/{ended_month.until.isoformat()}"
        database = self._session.database
        daily_visits = todo_queries.visits_by_day(database, *ended_month.days, refused=True)
        if daily_visits and not todo_queries.report_was_printed(database, period):
            yield MonthlyReportMissing(ended_month.since, ended_month.until)

    # -- deadlines ------------------------------------------------------------------------

    def _visits_due(
        self, first_day: date | None, last_day: date, readable: ReadableItems
    ) -> tuple[list[AnswerDue], int]:
        """Return the visits with their earliest open deadline in a range of days, and their count.

        Both days are included; ``first_day`` None has no lower limit (overdue visits). At most
        ``MAX_VISITS_PER_KIND`` visits are returned; the count includes all of them. Nothing for
        somebody whose work they are not. A denunciation is among them also for who may not read
        it, because it is answered by its number.
        """
        if not may_call(self._session, "Register.rows"):
            return [], 0
        visit_ids, count = todo_queries.due_visits(
            self._session.database, (first_day, last_day), MAX_VISITS_PER_KIND
        )
        rows = readable.rows(self._sources.register.rows(visit_ids))
        is_overdue = first_day is None
        answers = [
            AnswerDue(_todo_visit(row), row.summary, is_overdue, row.due_on, row.days_left)
            for row in rows
        ]
        return answers, count

    def _next_due_day(self) -> date | None:
        if not may_call(self._session, "Register.rows"):
            return None
        return todo_queries.next_due_day(
            self._session.database, self._office_calendar.last_day_due_soon()
        )


def _todo_visit(row: RegisterRow) -> TodoVisit:
    return TodoVisit(row.visit_id, row.code, row.kind, row.officer)


def _own_request_item(request: RevealRequest) -> OwnRequestTodo:
    if request.state is RequestState.GRANTED:
        return RequestGranted(request)
    if request.state is RequestState.REFUSED:
        return RequestDeclined(request)
    if request.state is RequestState.EXPIRED:
        return RequestExpired(request)
    return RequestPending(request)


def _without_notices(due: list[AnswerDue], notices: list[RefusalNoticeToSign]) -> list[AnswerDue]:
    """Return the visits that are not already among the notices to sign."""
    visits_with_notice = {notice.visit.visit_id for notice in notices}
    return [item for item in due if item.visit.visit_id not in visits_with_notice]


def _count_notices(notices: list[RefusalNoticeToSign], *, overdue: bool) -> int:
    """Return how many notices to sign are overdue, or due soon if ``overdue`` is False.

    The count of visits with a deadline includes these visits as well. On the days off right after
    its last day, a notice is still counted here as due soon, because its ``days_left`` is 0.
    """
    days_left = [notice.days_left for notice in notices if notice.days_left is not None]
    if overdue:
        return sum(1 for days in days_left if days < 0)
    return sum(1 for days in days_left if 0 <= days <= SOON_DAYS)
