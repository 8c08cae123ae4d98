"""Backups: the contents of a manifest, and which backups are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

DAILY, WEEKLY, MONTHLY = 7, 4, 12
STALE_DAYS = 3  # the window warns after so many days


@dataclass(frozen=True, slots=True)
class Counts:
    """Row counts of a register; compared with the present ones before a restore."""

    visits: int
    petitions: int
    identities: int  # sealed values that belong to a visit, every version
    scans: int
    accounts: int  # people who may open it
    entries: int  # of the log


@dataclass(frozen=True, slots=True)
class Manifest:
    """Description stored with a backup; nothing in it identifies a reporter or an account."""

    office: str
    made_at: datetime
    program: str  # version of the program that made it
    schema: int
    counts: Counts
    seq: int  # last entry of the log in the backup
    digest: bytes
    files: tuple[tuple[str, str, int], ...]  # name, SHA-256 in hex, bytes


def kept(made: Iterable[datetime]) -> set[datetime]:
    """Return which backups are kept: the newest of each of the last days, weeks and months.

    7 days, 4 weeks and 12 months that have a backup at all; the newest one always stays.
    """
    newest_first = sorted(set(made), reverse=True)
    stay: set[datetime] = set()
    for share, of in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        stay |= set(_newest_of_each(newest_first, of, share))
    return stay


def _newest_of_each(
    newest_first: list[datetime], of: Callable[[date], Hashable], share: int
) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for at in newest_first:
        found.setdefault(of(at.date()), at)
    return list(found.values())[:share]


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
