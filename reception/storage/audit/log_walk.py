"""Walk along the log: the entries after the last one that was verified before, some at a time."""

from __future__ import annotations

from reception.domain.audit import Finding, LogEntry
from reception.domain.roster import EMPTY_LOG, LogEnd
from reception.storage.audit.log_reader import end_of_log, last_entry_number
from reception.storage.audit.log_verification import Verifier, verifier_of
from reception.storage.database import Database
from reception.storage.staff.signed_members import Office, last_member_entry

_ENTRY = "SELECT digest, roster FROM log WHERE seq = ?"
_ROSTERS = "SELECT number FROM roster"


class LogWalk:
    """Verifies the entries of a log after one that is known to be good.

    Chain, content, digests of the rows, signature, number of the roster, and whether the act may
    write those rows are checked; the present rows are not.
    """

    def __init__(self, database: Database, office: Office, start: LogEnd = EMPTY_LOG) -> None:
        """``start`` is the last entry that was verified before."""
        self._database = database
        self._office = office
        self._verifier: Verifier | None = None
        self._verifier_state = (-1, -1)  # last entry about members, last roster when it was made
        self.end = start
        self.finding: Finding | None = None  # the first thing wrong, as the last step found it

    def remaining(self) -> int:
        """Return how many entries follow the last one that was verified."""
        return max(0, last_entry_number(self._database) - self.end.seq)

    def is_at_end(self) -> bool:
        """Tell whether the last entry is the one that was verified last, and it was good."""
        return self.finding is None and self.end == end_of_log(self._database) != EMPTY_LOG

    def step(self, most: int) -> bool:
        """Verify up to ``most`` further entries; return whether entries remain.

        The walk stops before the first bad entry, and looks at it again at the next step.
        """
        # Counted first: keys and rosters, which are read next, are then as new as these entries.
        most = min(most, self.remaining())
        self.finding = self._problem_of_end()
        if self.finding is None:
            self._walk(most)
        return self.finding is None and self.remaining() > 0

    def _problem_of_end(self) -> Finding | None:
        """Compare the entry that was verified last with what it was then."""
        if self.end == EMPTY_LOG:
            return None
        row = self._database.one(_ENTRY, (self.end.seq,))
        if row is None:
            return Finding("log.tail_cut", self.end.seq)
        if bytes(row["digest"]) != self.end.digest:
            return Finding("log.rewritten", self.end.seq)
        if not self._present_verifier().is_signed(self.end.seq):
            return Finding("log.entry_changed", self.end.seq)
        return None

    def _walk(self, most: int) -> None:
        row = self._database.one(_ENTRY, (self.end.seq,))
        roster = 0 if row is None else int(row["roster"])
        rosters = self._rosters()
        for entry, problems in self._present_verifier().checked_entries(self.end, most):
            self.finding = _roster_problem(entry, roster, rosters) or next(iter(problems), None)
            if self.finding is not None:
                return
            self.end, roster = LogEnd(entry.seq, entry.digest), entry.roster

    def _present_verifier(self) -> Verifier:
        """Return a verifier with everybody's present keys and rights."""
        state = (last_member_entry(self._database), max(self._rosters(), default=0))
        if self._verifier is None or state != self._verifier_state:
            self._verifier = verifier_of(self._database, self._office)
            self._verifier_state = state
        return self._verifier

    def _rosters(self) -> set[int]:
        return {int(row["number"]) for row in self._database.query(_ROSTERS)}


def _roster_problem(entry: LogEntry, before: int, rosters: set[int]) -> Finding | None:
    """``before`` is the roster of the entry before; ``rosters`` are the numbers of all."""
    if entry.roster < before:
        return Finding("roster.fell", entry.seq)
    if entry.roster and entry.roster not in rosters:
        return Finding("roster.unknown_number", entry.seq)
    return None
