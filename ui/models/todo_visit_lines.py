"""Lines of the to-do list about visits: decisions, own requests, answers that are due."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reception.domain.reveal_request import RevealRequest
from reception.domain.todo_item import (
    AnswerDue,
    DecisionTodo,
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
    VoidToConfirm,
)
from reception.law.refusal_grounds import ground
from reception.messages.catalogue import sentence
from ui.appearance import display_format
from ui.models.day_list import reporter_title, sealed_content_text
from ui.models.todo_custody_lines import (
    ask_again_line,
    custody_request_line,
    note_line,
    own_expired_line,
    request_title,
)
from ui.models.todo_line import TodoLine, reason_text, time_left_tag, visit_title, waiting_time_text

translate = QCoreApplication.translate


def decision_line(item: DecisionTodo, now: datetime) -> TodoLine:
    """Return the line of an item that the head or a custodian decides."""
    if isinstance(item, ExpiredRequest | OpeningToNote):
        return note_line(item)
    match item:
        case RequestToDecide():
            return _request(item.request, now)
        case RefusalNoticeToSign():
            return _notice(item)
        case VoidToConfirm():
            return _void(item)
        case LateTextsToCheck():
            return _late_texts(item)
        case MonthlyReportMissing():
            return _report(item)
        case _:
            assert_never(item)


def own_request_line(item: OwnRequestTodo, now: datetime) -> TodoLine:
    """Return the line of a request that the person who is signed in made."""
    match item:
        case RequestPending() | RequestExpired() if item.request.must_ask_again:
            return ask_again_line(item.request)
        case RequestGranted():
            return _granted(item.request)
        case RequestDeclined():
            return _declined(item.request)
        case RequestPending():
            return _pending(item.request, now)
        case RequestExpired():
            return own_expired_line(item.request)
        case _:
            assert_never(item)


def due_line(item: AnswerDue) -> TodoLine:
    """Return the line of an answer that is overdue or due soon."""
    tag, kind = time_left_tag(item.due_on, item.days_left)
    title = translate("Needs", "{visit} · Answer {reporter}")
    reporter = reporter_title(item.visit.petition_kind, item.visit.code)
    visit = visit_title(item.visit.visit_id)
    return TodoLine(
        title.format(visit=visit, reporter=reporter[0].lower() + reporter[1:]),
        ", ".join(
            part for part in (item.summary or sealed_content_text(), item.visit.officer) if part
        ),
        tag=tag,
        tag_kind=kind,
        button_text=translate("Needs", "Open"),
        icon="circle-alert" if item.is_overdue else "clock",
        tone="danger" if item.is_overdue else "warn",
    )


def _request(request: RevealRequest, now: datetime) -> TodoLine:
    if request.is_protected:
        return custody_request_line(request)
    detail = translate("Needs", "{who} asked on {moment}: {reason}")
    asked_at, reason = display_format.short_moment(request.asked_at), reason_text(request.reason)
    return TodoLine(
        request_title(request),
        detail.format(who=request.asker, moment=asked_at, reason=reason),
        waiting_time_text(request.asked_at, now),
        button_text=translate("Needs", "Look, approve"),
        icon="seal",
        tone="seal",
    )


def _notice(item: RefusalNoticeToSign) -> TodoLine:
    tag, kind = time_left_tag(item.due_on, item.days_left)
    title = translate("Needs", "Notice of refusal, {visit}")
    detail = translate("Needs", "{ground}, drafted by {who}")
    ground_text = (
        ground(item.refusal_ground).short_name if item.refusal_ground else sealed_content_text()
    )
    return TodoLine(
        title.format(visit=visit_title(item.visit.visit_id).lower()),
        detail.format(ground=ground_text, who=item.visit.officer),
        tag=tag,
        tag_kind=kind,
        button_text=translate("Needs", "Open"),
        icon="file-check",
    )


def _void(item: VoidToConfirm) -> TodoLine:
    title = translate("Needs", "{visit} was voided")
    detail = translate("Needs", "{reporter}, entered by {who}")
    reporter = reporter_title(item.visit.petition_kind, item.visit.code)
    return TodoLine(
        title.format(visit=visit_title(item.visit.visit_id)),
        detail.format(reporter=reporter, who=item.visit.officer),
        button_text=translate("Needs", "Look, confirm"),
        icon="circle-x",
    )


def _late_texts(item: LateTextsToCheck) -> TodoLine:
    title = translate("Needs", "Check the words of {count} visits").format(count=item.visits)
    return TodoLine(
        title,
        translate("Needs", "Written after the sealing, never compared with the name"),
        button_text=translate("Needs", "Check now"),
        icon="shield-check",
    )


def _report(item: MonthlyReportMissing) -> TodoLine:
    days = f"{item.since:%d/%m} – {item.until:%d/%m}"
    title = translate("Needs", "Monthly report, period {days}").format(days=days)
    ended = translate("Needs", "The period ended on {day}, nothing is printed yet")
    return TodoLine(
        title,
        ended.format(day=display_format.day(item.until)),
        button_text=translate("Needs", "Look, print"),
        icon="file-text",
    )


def _own_title(request: RevealRequest) -> str:
    return translate("Needs", "Opening the identity of {code}").format(code=request.code)


def _granted(request: RevealRequest) -> TodoLine:
    text = translate("Needs", "{who} approved. Opens once, until {day}")
    return TodoLine(
        _own_title(request),
        text.format(who=request.decided_by, day=display_format.short_day(request.ends_on)),
        tag=translate("Needs", "Approved"),
        tag_kind=display_format.TagKind.VERIFIED,
        button_text=translate("Needs", "Open the seal"),
        icon="seal-open",
        tone="seal",
    )


def _declined(request: RevealRequest) -> TodoLine:
    text = translate("Needs", "{who} did not approve: {note}")
    note = sentence(f"request.note.{request.note}") if request.note else ""
    return TodoLine(
        _own_title(request),
        text.format(who=request.decided_by, note=note),
        tag=translate("Needs", "Not approved"),
        tag_kind=display_format.TagKind.NEUTRAL,
        button_text=translate("Needs", "See the visit"),
        icon="seal",
    )


def _pending(request: RevealRequest, now: datetime) -> TodoLine:
    return TodoLine(
        _own_title(request),
        reason_text(request.reason),
        waiting_time_text(request.asked_at, now),
        button_text=translate("Needs", "Withdraw"),
        icon="clock",
    )
