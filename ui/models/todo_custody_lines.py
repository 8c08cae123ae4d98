"""Lines of the to-do list about identities that only custodians may open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.errors import InvalidInput
from reception.domain.opening_notice import OpeningNotice
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.todo_item import ExpiredRequest, OpeningToNote
from ui.appearance import display_format
from ui.models.todo_line import TodoLine, reason_text

translate = QCoreApplication.translate
# In the order in which requests and their dialogs name them.
PARTS_IN_ORDER = (
    IdentityPart.NAME,
    IdentityPart.CONTACT,
    IdentityPart.NUMBER,
    IdentityPart.ADDRESS,
)


def part_name(part: IdentityPart) -> str:
    """Return the translated name of a part of an identity."""
    return {
        IdentityPart.NAME: translate("Reveal", "Name"),
        IdentityPart.ADDRESS: translate("Reveal", "Address"),
        IdentityPart.NUMBER: translate("Reveal", "Identity paper"),
        IdentityPart.CONTACT: translate("Reveal", "Phone, how to reach"),
    }[part]


def request_title(request: RevealRequest) -> str:
    """Return e.g. "Asks to open the identity of TC-0014"."""
    return translate("Needs", "Asks to open the identity of {code}").format(code=request.code)


def custody_request_line(request: RevealRequest) -> TodoLine:
    """Return the line of a request that a custodian answers today."""
    detail = translate("Needs", "{who} asks today: {parts}")
    return TodoLine(
        request_title(request),
        detail.format(who=request.asker, parts=_parts_text(request)),
        tag=translate("Needs", "Ends with the day"),
        tag_kind=display_format.TagKind.SOON,
        button_text=translate("Needs", "Look, approve"),
        icon="seal",
        tone="seal",
    )


def note_line(item: ExpiredRequest | OpeningToNote) -> TodoLine:
    """Return the line of what has to be seen once."""
    if isinstance(item, ExpiredRequest):
        return _expired_request(item.request)
    return _opening(item.notice)


def _expired_request(request: RevealRequest) -> TodoLine:
    detail = translate("Needs", "{who} asked on {day}: {parts}")
    day = display_format.short_day(request.ends_on)
    return TodoLine(
        request_title(request),
        detail.format(who=request.asker, day=day, parts=_parts_text(request)),
        tag=translate("Needs", "Expired"),
        tag_kind=display_format.TagKind.NEUTRAL,
        button_text=translate("Needs", "Look"),
        icon="seal",
    )


def _opening(notice: OpeningNotice) -> TodoLine:
    title = translate("Needs", "{who} opened the identity of {code}")
    detail = translate("Needs", "On {day}, without a request: {ground}")
    day, ground = display_format.short_day(notice.opened_on), ground_text(notice.ground)
    return TodoLine(
        title.format(who=notice.opened_by, code=notice.code),
        detail.format(day=day, ground=ground),
        button_text=translate("Needs", "Look"),
        icon="seal-open",
        tone="seal",
    )


def ask_again_line(request: RevealRequest) -> TodoLine:
    """Return the line of an own request that nobody can answer or open any more."""
    is_open = request.state is RequestState.WAITING
    withdraw = translate("Needs", "The key was renewed: nobody can read it. Withdraw, ask again.")
    ended = translate("Needs", "Ended: keys or visit have changed. Ask again if it is needed.")
    title = translate("Needs", "Opening the identity of {code}")
    return TodoLine(
        title.format(code=request.code),
        withdraw if is_open else ended,
        tag=translate("Needs", "Ask again"),
        tag_kind=display_format.TagKind.SOON,
        button_text=translate("Needs", "Withdraw")
        if is_open
        else translate("Needs", "See the visit"),
        icon="seal",
        tone="warn",
    )


def own_expired_line(request: RevealRequest) -> TodoLine:
    """Return the line of an own request to the custodians that ended with its day."""
    unanswered = translate("Needs", "No custodian answered on {day}. Ask again if it is needed.")
    unopened = translate("Needs", "Approved, not opened on {day}. Ask again if it is needed.")
    text = unopened if request.decided_by else unanswered
    title = translate("Needs", "Opening the identity of {code}")
    return TodoLine(
        title.format(code=request.code),
        text.format(day=display_format.short_day(request.ends_on)),
        tag=translate("Needs", "Expired"),
        tag_kind=display_format.TagKind.NEUTRAL,
        button_text=translate("Needs", "See the visit"),
        icon="seal",
    )


def ground_text(code: str) -> str:
    """Return the ground of an entry; the code itself if other tools wrote an unknown one."""
    try:
        return reason_text(code)
    except InvalidInput:
        return code


def _parts_text(request: RevealRequest) -> str:
    names = [part_name(part) for part in PARTS_IN_ORDER if part in request.parts]
    return ", ".join(name[:1].lower() + name[1:] for name in names)
