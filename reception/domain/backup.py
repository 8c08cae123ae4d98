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


def backups_to_keep(made: Iterable[datetime]) -> set[datetime]:
    """Return the times of the backups to keep: the newest of each day, week and month.

    7 days, 4 weeks and 12 months that have a backup at all; the newest one is always among them.
    """
    newest_first = sorted(set(made), reverse=True)
    keep: set[datetime] = set()
    for count, period_of in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        keep |= set(_newest_of_each(newest_first, period_of, count))
    return keep


def _newest_of_each(
    newest_first: list[datetime], period_of: Callable[[date], Hashable], count: int
) -> list[datetime]:
    newest: dict[Hashable, datetime] = {}
    for at in newest_first:
        newest.setdefault(period_of(at.date()), at)
    return list(newest.values())[:count]


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
