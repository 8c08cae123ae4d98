"""Whose hours are shown, and to whom: one rule for the log, the lists and everything made of them.

An hour beside a denunciation's entry would tell who was in the room when the denouncer came.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from reception.domain.audit import Act
from reception.domain.clock import VIETNAM


class HourReader(Enum):
    """Who may see the hour of an entry of an act; everybody sees its day."""

    EVERYBODY_THAT_DAY = "that day"  # if it is about an ordinary visit received on that day
    HEAD = "head"  # on later days too
    NOBODY = "nobody"


_VISITS = (
    *(Act.VISIT_SEALED, Act.VISIT_CORRECTED, Act.VISIT_VOIDED, Act.VOID_CONFIRMED),
    *(Act.VISIT_ANSWERED, Act.VISIT_RECLASSIFIED, Act.PRINTED),
)
_SHEETS = (Act.PAPERS_PRINTED, Act.PAPER_DROPPED)  # also those of denouncers
_UNLOCKS = (
    *(Act.OPENED, Act.LOCKED, Act.ATTEMPTS_FAILED, Act.APPROVAL_FAILED, Act.CLOCK_CONFIRMED),
    Act.CUSTODIAN_PASSWORD_FAILED,
)
_PEOPLE = (
    *(Act.OFFICE_CREATED, Act.ACCOUNT_ADDED, Act.ACCOUNT_SUSPENDED, Act.ACCOUNT_REINSTATED),
    *(Act.ACCOUNT_OFFBOARDED, Act.RIGHTS_CHANGED, Act.CUSTODY_GRANTED, Act.CUSTODY_REVOKED),
    *(Act.ROSTER_STARTED, Act.ROSTER_CONFIRMED, Act.READERS_CONFIRMED),
)
_KEYS = (
    *(Act.KEYRING_NEWER, Act.PASSWORD_CHANGED, Act.PASSWORD_SET, Act.RECOVERY_SHEETS_MADE),
    *(Act.RECOVERED, Act.ROOT_ACCEPTED, Act.CUSTODY_KEY_HANDED_OVER, Act.VAULT_ROTATED),
    *(Act.DATABASE_KEY_ROTATED, Act.BACKUPS_DESTROYED, Act.RESTORED),
)
_REVEALS = (
    *(Act.REVEALED, Act.REVEAL_STOPPED, Act.REVEAL_ASKED, Act.REVEAL_GRANTED),
    *(Act.REVEAL_REFUSED, Act.REVEAL_EXPIRED, Act.REVEAL_WITHDRAWN),
    *(Act.PROTECTED_REVEALED, Act.PROTECTED_REVEAL_ASKED, Act.PROTECTED_REVEAL_GRANTED),
    *(Act.PROTECTED_REVEAL_REFUSED, Act.OPENING_NOTED, Act.EXPIRED_REQUEST_SEEN),
    *(Act.BULK_OPENED, Act.DENOUNCERS_OPENED, Act.BULK_STOPPED, Act.BULK_MADE),
    *(Act.COPY_MADE_AGAIN, Act.COPY_TRACED),
)
# A look-up by return code may be a denouncer's who has come again; work of the office between two
# visits has no hour either, since anybody can have it done at any moment.
_OFFICE_WORK = (
    *(Act.LOOKED_UP, Act.TEXTS_CHECKED, Act.NUMBER_SET, Act.EXPORTED, Act.IMPORTED),
    *(Act.BLIND_INDEX_MADE, Act.REPORT_MADE, Act.REPORT_PRINTED),
    *(Act.SETTINGS_CHANGED, Act.CALENDAR_CHANGED),
    *(Act.MIGRATED, Act.VERIFIED, Act.BACKED_UP, Act.BACKUP_TRIED, Act.MACHINE_CHECKED),
    *(Act.VISIT_HANDED_ON, Act.HAND_OVER_ENDED),
)
HOUR_READERS: Mapping[str, HourReader] = {
    **{act.value: HourReader.NOBODY for act in _SHEETS},
    **{act.value: HourReader.EVERYBODY_THAT_DAY for act in _VISITS},
    **{act.value: HourReader.HEAD for act in (*_UNLOCKS, *_PEOPLE, *_KEYS, *_REVEALS)},
    **{act.value: HourReader.NOBODY for act in _OFFICE_WORK},
}


# The name of a backup made by an earlier version, and a time as facts of the log have it.
_TIME_IN_NAME = re.compile(r"(-[0-9]{8})-[0-9]{6}(?![0-9])(-[0-9]{1,2})?")
_ISO_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}[0-9:.+Z]*")


@dataclass(frozen=True, slots=True)
class ShownTime:
    """A day in Vietnam, with the time of day (without seconds) only if this reader may see it."""

    day: date
    time_of_day: time | None = None


@dataclass(frozen=True, slots=True)
class OwnLogEntry:
    """The last entry of one person, who can recognise it; ``seq`` is its number in the log."""

    seq: int
    at: ShownTime
    act: str


def shows_hour(
    act: str, ordinary_visit_day: date | None, day: date, today: date, *, is_head: bool
) -> bool:
    """Tell whether the hour of an entry of ``day`` is shown to a reader.

    ``ordinary_visit_day`` is the day on which the visit that the entry is about was received; None
    if it is about no visit, a denunciation, or a visit whose reporter is protected.
    """
    reader = HOUR_READERS.get(act, HourReader.NOBODY)
    if reader is HourReader.HEAD:
        return is_head
    return reader is HourReader.EVERYBODY_THAT_DAY and ordinary_visit_day == day == today


def own_work_time(at: datetime, today: date) -> ShownTime:
    """Return when somebody saved what only they can read; its hour is shown on that day only."""
    local = at.astimezone(VIETNAM)
    hour = local.time().replace(second=0, microsecond=0) if local.date() == today else None
    return ShownTime(local.date(), hour)


def without_hours(text: str) -> str:
    """Return a text of the log, with the day only of names of backups and of ISO 8601 times."""
    return _ISO_TIME.sub(r"\1", _TIME_IN_NAME.sub(r"\1", text))


def shown_time(
    act: str, at: datetime, today: date, ordinary_visit_day: date | None = None, *, is_head: bool
) -> ShownTime:
    """Return the time of an entry as a reader may see it, by :func:`shows_hour`."""
    local = at.astimezone(VIETNAM)
    day = local.date()
    if not shows_hour(act, ordinary_visit_day, day, today, is_head=is_head):
        return ShownTime(day)
    return ShownTime(day, local.time().replace(second=0, microsecond=0))
