"""Items of the to-do list: a class for each kind, with the facts that its line shows.

No fact identifies a reporter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from reception.domain.opening_notice import OpeningNotice
from reception.domain.requested_paper import WaitingPaper
from reception.domain.reveal_request import RevealRequest
from reception.domain.shown_times import ShownTime


class TodoGroup(StrEnum):
    """Groups of the list, in the order in which they are shown."""

    DECISIONS = "decide"  # approve, sign, confirm
    OWN_REQUESTS = "mine"  # requests of the person who is signed in, and their answers
    OVERDUE = "late"  # answers that are overdue
    CUSTODY = "custody"  # what only custodians of denouncers' identities do
    DUE_SOON = "soon"  # answers that are due soon
    ADMINISTRATION = "machine"  # backups, clock, keys, accounts


class DecisionItem:
    """Base of the items that somebody with the right to decide approves, signs or confirms."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OwnRequestItem:
    """Base of the items about a request that the person who is signed in made."""

    request: RevealRequest


class AdministrationItem:
    """Base of the items about backups, the clock, the keys and the accounts."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TodoVisit:
    """The visit of an item, masked as in the register."""

    visit_id: int
    code: str  # pseudonym
    petition_kind: str
    officer: str  # who entered it


# -- to decide ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RequestToDecide(DecisionItem):
    """Somebody asks to open an identity."""

    request: RevealRequest


@dataclass(frozen=True, slots=True)
class ExpiredRequest(DecisionItem):
    """A request to custodians that nobody answered on its day; it stays until one has seen it."""

    request: RevealRequest


@dataclass(frozen=True, slots=True)
class OpeningToNote(DecisionItem):
    """A custodian opened an identity alone; it stays until somebody who manages has seen it."""

    notice: OpeningNotice


@dataclass(frozen=True, slots=True)
class RefusalNoticeToSign(DecisionItem):
    """A notice of refusal without the head's signature (NĐ 154/2026 Điều 4(3))."""

    visit: TodoVisit
    refusal_ground: str  # code of law.refusal_grounds
    due_on: date | None
    days_left: int | None  # working days, counted by WorkingCalendar.days_left


@dataclass(frozen=True, slots=True)
class VoidToConfirm(DecisionItem):
    """A visit that was voided and that the head has not confirmed yet."""

    visit: TodoVisit


@dataclass(frozen=True, slots=True)
class LateTextsToCheck(DecisionItem):
    """Texts written after sealing that no comparison with the identity has cleared.

    ``visits`` is the number of visits that this person may check.
    """

    visits: int
    is_custodian: bool = False  # this person checks denunciations too


@dataclass(frozen=True, slots=True)
class MonthlyReportMissing(DecisionItem):
    """The month that ended has visits and no printed report; both days are included."""

    since: date
    until: date


# -- requests of the person who is signed in ----------------------------------------------


@dataclass(frozen=True, slots=True)
class RequestGranted(OwnRequestItem):
    """My request was approved and opens the identity once."""


@dataclass(frozen=True, slots=True)
class RequestDeclined(OwnRequestItem):
    """My request was not approved."""


@dataclass(frozen=True, slots=True)
class RequestPending(OwnRequestItem):
    """My request has no answer yet."""


@dataclass(frozen=True, slots=True)
class RequestExpired(OwnRequestItem):
    """My request to the custodians ended with its day, unanswered or unopened."""


# -- deadlines ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """An answer to a reporter that is overdue or due soon."""

    visit: TodoVisit
    summary: str  # content of the petition, masked
    is_overdue: bool
    due_on: date | None
    days_left: int | None  # working days, counted by WorkingCalendar.days_left


# -- administration -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BackupOverdue(AdministrationItem):
    """This machine has no recent backup; ``last_on`` is None if it never made one."""

    last_on: date | None


@dataclass(frozen=True, slots=True)
class CustodyRenewalDue(AdministrationItem):
    """A custodian must rotate the key of the vault ``protected``, or grant it.

    It must be granted to people who have the right ``custody`` but no key yet.
    ``holders`` are their names, () when the person who is signed in is one of them.
    """

    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OffboardingUnfinished(AdministrationItem):
    """The offboarding of an account is not complete."""

    user_id: str
    name: str


@dataclass(frozen=True, slots=True)
class ObsoleteBackupsToDestroy(AdministrationItem):
    """Backups that older keys and passwords still open."""

    count: int


class ClockJump(StrEnum):
    """Direction in which the clock jumped; the codes are stored in the audit log."""

    BACKWARDS = "backwards"
    LEAP = "leap"  # more than 3 days after the entry before


@dataclass(frozen=True, slots=True)
class ClockJumpToConfirm(AdministrationItem):
    """An entry of the log before which the clock jumped."""

    entry: int  # number in the log
    at: ShownTime
    jump: ClockJump


@dataclass(frozen=True, slots=True)
class VaultRotationDue(AdministrationItem):
    """Visits were reclassified as protected since the last key rotation of the vault ``desk``."""

    visits: int


@dataclass(frozen=True, slots=True)
class PapersNotPrinted(AdministrationItem):
    """Papers of earlier days that were asked for and neither printed nor dropped."""

    count: int


@dataclass(frozen=True, slots=True)
class ProtectedCopyNotPrinted(AdministrationItem):
    """A denouncer's own copy that waits, also of today; a custodian can make it again."""

    paper: WaitingPaper


@dataclass(frozen=True, slots=True)
class ReadersToConfirm(AdministrationItem):
    """People who read every denunciation without ever having been named for it: (user id, name)."""

    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NobodyReadsDenunciations(AdministrationItem):
    """Nobody may read denunciations any more."""


@dataclass(frozen=True, slots=True)
class RecoverySheetsMissing(AdministrationItem):
    """The office has no recovery sheets."""


DecisionTodo = (
    RequestToDecide
    | ExpiredRequest
    | OpeningToNote
    | RefusalNoticeToSign
    | VoidToConfirm
    | LateTextsToCheck
    | MonthlyReportMissing
)
OwnRequestTodo = RequestGranted | RequestDeclined | RequestPending | RequestExpired


@dataclass(frozen=True, slots=True)
class UnreadableItems(AdministrationItem):
    """Visits, and kinds of items, that the list leaves out: they hold what no program writes."""

    count: int


AdministrationTodo = (
    BackupOverdue
    | UnreadableItems
    | CustodyRenewalDue
    | OffboardingUnfinished
    | ObsoleteBackupsToDestroy
    | ClockJumpToConfirm
    | VaultRotationDue
    | PapersNotPrinted
    | ProtectedCopyNotPrinted
    | ReadersToConfirm
    | NobodyReadsDenunciations
    | RecoverySheetsMissing
)
TodoItem = DecisionTodo | OwnRequestTodo | AnswerDue | AdministrationTodo


def group_of(item: TodoItem) -> TodoGroup:
    """Return the group under which an item is shown."""
    match item:
        case DecisionItem():
            return TodoGroup.CUSTODY if _is_for_custodians(item) else TodoGroup.DECISIONS
        case OwnRequestItem():
            return TodoGroup.OWN_REQUESTS
        case AnswerDue():
            return TodoGroup.OVERDUE if item.is_overdue else TodoGroup.DUE_SOON
        case ProtectedCopyNotPrinted():
            return TodoGroup.CUSTODY
        case AdministrationItem():
            return TodoGroup.ADMINISTRATION
        case _:
            assert_never(item)


def _is_for_custodians(item: DecisionTodo) -> bool:
    match item:
        case RequestToDecide():
            return item.request.is_protected
        case LateTextsToCheck():
            return item.is_custodian
        case _:
            return isinstance(item, ExpiredRequest)


def key_of(item: TodoItem) -> tuple[type[TodoItem], str | int | date | None]:
    """Return the key by which an item is found again after the list is reloaded."""
    key: str | int | date | None
    match item:
        case RequestToDecide() | ExpiredRequest() | OwnRequestItem():
            key = item.request.request_id
        case OpeningToNote():
            key = item.notice.entry
        case RefusalNoticeToSign() | VoidToConfirm() | AnswerDue():
            key = item.visit.visit_id
        case MonthlyReportMissing():
            key = item.until
        case ProtectedCopyNotPrinted():
            key = item.paper.paper_id
        case OffboardingUnfinished():
            key = item.user_id
        case ClockJumpToConfirm():
            key = item.entry
        case _:
            key = None  # the list contains at most one item of such a class
    return type(item), key
