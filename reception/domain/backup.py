"""Backups: the contents of a manifest, and which backups are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from reception.domain.clock import VIETNAM

DAILY_BACKUPS, WEEKLY_BACKUPS, MONTHLY_BACKUPS = 7, 4, 12
STALE_DAYS = 3  # days without a new backup after which the window warns


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Row counts of a register; compared with the present ones before a restore."""

    visits: int
    petitions: int
    identities: int  # sealed values that belong to a visit, every version
    scans: int
    accounts: int  # people who may open the office
    entries: int  # entries of the audit log


@dataclass(frozen=True, slots=True)
class Manifest:
    """Description stored with a backup; nothing in it identifies a reporter or an account."""

    office: str
    made_at: datetime  # at midnight where a person is shown it, see :meth:`without_hour`
    program: str  # version of the program that made it
    schema: int
    counts: RowCounts
    seq: int  # number of the last log entry in the backup
    digest: bytes  # digest of that entry
    files: tuple[tuple[str, str, int], ...]  # name, SHA-256 in hex, bytes
    # The signed roster in the backup, as stored; the reader checks its signature. None in backups
    # of earlier versions.
    roster: Mapping[str, str] | None = None
    findings: int = 0  # of the verification, beyond those that the head had accepted

    def without_hour(self) -> Manifest:
        """Return the manifest for people: two backups and their counts would bracket a visit.

        ``seq`` tells backups of one day apart.
        """
        day = self.made_at.astimezone(VIETNAM)
        return replace(self, made_at=day.replace(hour=0, minute=0, second=0, microsecond=0))


def backups_to_keep(backup_times: Iterable[datetime]) -> set[datetime]:
    """Return the times of the backups to keep: the newest of each day, week and month.

    These are the last 7 days, 4 weeks and 12 months in which a backup was made. The newest backup
    is always kept.
    """
    newest_first = sorted(set(backup_times), reverse=True)
    kept_times: set[datetime] = set()
    for count, period_of in (
        (DAILY_BACKUPS, _day),
        (WEEKLY_BACKUPS, _week),
        (MONTHLY_BACKUPS, _month),
    ):
        kept_times |= set(_newest_of_each(newest_first, period_of, count))
    return kept_times


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
