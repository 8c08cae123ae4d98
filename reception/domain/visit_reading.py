"""Who may read the content of which visits; everybody else sees the row without its content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.working_calendar import WorkingCalendar

# One of these reads the content of every visit that is no denunciation.
ORDINARY_READERS = frozenset({Right.RECEIVE, Right.REPORT, Right.MANAGE, Right.REVEAL})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class VisitReader:
    """What one person may read at present.

    ``entered_since`` is the first day of entry whose denunciations the officer who received them
    still reads, None for somebody who reads none as such. ``handed_on`` are the open denunciations
    that a reader has handed to this person.
    """

    user_id: str
    ordinary: bool
    denunciations: bool  # all of them
    entered_since: date | None = None
    handed_on: frozenset[int] = frozenset()

    @property
    def reads_everything(self) -> bool:
        """Tell whether no visit at all is masked."""
        return self.ordinary and self.denunciations

    def may_read(self, visit_id: int, kind: str, officer: str, entered_on: date) -> bool:
        """Tell whether this person may read the content of a visit.

        ``officer`` is the user id of the officer who received it; ``entered_on`` the day of its
        entry, which is later than the day of the visit for one that was entered late.
        """
        if kind != PetitionKind.DENUNCIATION.value:
            return self.ordinary
        is_recent = self.entered_since is not None and entered_on >= self.entered_since
        return (
            self.denunciations
            or visit_id in self.handed_on
            or (is_recent and officer == self.user_id)
        )


EVERYTHING = VisitReader("", ordinary=True, denunciations=True)


def holds_one_of(rights: Iterable[Right], held: frozenset[Right]) -> bool:
    """Tell whether at least one of the rights is held."""
    return not held.isdisjoint(rights)


def first_entry_day_still_read(today: date, calendar: WorkingCalendar) -> date:
    """Return the first day of entry whose denunciations the receiving officer still reads today.

    The officer reads until the end of the next working day after the day of entry. Today is such
    a day exactly if the entry was made on the last working day before today, or later.
    """
    day = today - _DAY
    while not calendar.is_working_day(day):
        day -= _DAY
    return day
