"""The register compared with the highest roster that anybody has kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.roster import Roster, RosterDifference, RosterMark, compare_rows
from reception.services.access.session import Session
from reception.storage.office_values import RECOVERY_KEYS
from reception.storage.staff.roster_check import highest_number_in_log, highest_roster
from reception.storage.staff.roster_repair import RosterRepair
from reception.storage.staff.roster_rows import covered_rows


@dataclass(frozen=True, slots=True)
class RosterComparison:
    """The differing rows, and what the next roster continues.

    ``stated`` is None when nobody has kept a roster; then every row counts as added.
    """

    stated: Roster | None
    is_newest: bool  # whether ``stated`` is the newest roster of which anybody knows
    before: RosterMark  # of the newest one of which anybody knows
    rows: Mapping[tuple[str, str], bytes]  # digests of the present rows, by (table, key)
    differences: tuple[RosterDifference, ...]

    def is_same(self, other: RosterComparison) -> bool:
        """Tell whether the register and the rosters are as at another comparison."""
        return (self.before, self.rows, self.stated) == (other.before, other.rows, other.stated)

    @property
    def ends_recovery(self) -> bool:
        """Tell whether nobody knows any more which recovery sheets are the newest."""
        keys = {key for table, key in self.rows if table == "office"}
        has_changed = any(item.key == RECOVERY_KEYS for item in self.differences)
        return has_changed or (not self.is_newest and RECOVERY_KEYS in keys)

    def repair(self, session: Session) -> RosterRepair:
        """Return what decides about the differing rows."""
        office = session.office
        stated = self.stated or Roster(office.office_id, office.root, 0, b"")
        return RosterRepair(
            session.database, office, session.keys.root_seed, stated, is_newest=self.is_newest
        )


def compare_register(session: Session) -> RosterComparison:
    """Compare the register with the highest signed roster of the register and of this machine."""
    database, known = session.database, session.roster.known
    highest = highest_roster(database, session.office, session.roster.seen_by_machine)
    marks = [known] if highest is None else [highest.mark, known]
    before = max(marks, key=lambda mark: mark.number)
    in_log = highest_number_in_log(database, before.number)
    if before.number < in_log:
        before = RosterMark(in_log)
    rows = covered_rows(database)
    stated = highest.content if highest is not None else None
    # Of two rosters that were continued from one, that which the head's blob knows may be lost.
    mismatch = session.roster_mismatch
    is_lost_fork = mismatch is not None and mismatch.code == "roster.fork"
    is_lost_fork = is_lost_fork and highest is not None and highest.mark != known
    return RosterComparison(
        stated,
        highest is not None and highest.mark == before and not is_lost_fork,
        before,
        rows,
        compare_rows(stated.rows if stated is not None else {}, rows),
    )
