"""What waits for a person: kinds, groups, and the order in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class TodoGroup(StrEnum):
    """Groups of the list, in the order in which they stand."""

    DECIDE = "decide"  # approve, sign, confirm
    MINE = "mine"  # answers to what I asked for
    LATE = "late"
    SOON = "soon"
    MACHINE = "machine"


class TodoKind(StrEnum):
    """Kinds of what waits."""

    REQUEST = "request"  # somebody asks to open an identity
    NOTICE = "notice"  # notice of refusal to be signed (NĐ 154/2026 Điều 4(3))
    VOID = "void"  # a voided visit to be confirmed
    REPORT = "report"  # the month that ended has no report yet
    GRANTED = "granted"
    DECLINED = "declined"
    WAITING = "waiting"  # my own request, not answered yet
    DUE = "due"  # an answer to the reporter, late or due soon
    BACKUP = "backup"
    WORDS = "words"  # texts of visits that were never compared with the identity
    CLOCK = "clock"  # the log marked a moment as odd
    ROTATE = "rotate"  # the vault "desk" is to be made anew after a reclassification
    CUSTODY = "custody"  # the key of denouncers is to be renewed or handed over, by a custodian
    LEAVING = "leaving"  # somebody is not signed out completely
    OLD_BACKUPS = "old_backups"  # older keys open them: to be destroyed
    RECOVERY = "recovery"  # there are no recovery sheets


@dataclass(frozen=True, slots=True)
class TodoItem:
    """One line; nothing in it names a reporter.

    ``key`` is what an act on it takes: a request's id, an entry's number. ``who`` is a person of
    the office. ``days_left`` counts working days, negative when late.
    """

    kind: TodoKind
    group: TodoGroup
    key: str = ""
    visit_id: int | None = None
    code: str = ""  # pseudonym
    about: str = ""  # content of the visit, a reason's code, a ground's code
    petition_kind: str = ""
    who: str = ""
    since: datetime | None = None
    on: date | None = None  # day due, end of a period, last backup
    days_left: int | None = None
