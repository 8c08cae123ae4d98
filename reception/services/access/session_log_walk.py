"""The verification of the log by one session, from where this person's sessions have ended."""

from __future__ import annotations

from reception.domain.errors import ReceptionError
from reception.domain.roster import LogEnd
from reception.services.access.session_roster import SessionRoster
from reception.storage.audit.log_walk import LogWalk
from reception.storage.crypto.keyring import UserKeys
from reception.storage.database import Database
from reception.storage.staff.signed_members import Office

STEP = 100  # entries; about 20 ms, so that neither the unlock nor other tasks have to wait
MOST_AT_ONCE = 20_000  # entries that an act waits for, a few seconds


class SessionLogWalk:
    """Verifies the entries that this person's sessions have not verified yet.

    In an office without a roster nothing is verified: its head verifies the whole log before
    signing the first one.
    """

    def __init__(
        self, database: Database, office: Office, roster: SessionRoster, keys: UserKeys
    ) -> None:
        """``keys`` are those of the person's blob, with the end of the log stored there."""
        self._database = database
        self._office = office
        self._roster = roster
        self._roster_number = roster.number
        self._walk = LogWalk(database, office, roster.with_mark(keys).log_end)

    @property
    def end(self) -> LogEnd:
        """Return the last entry that was verified."""
        return self._walk.end

    @property
    def is_through(self) -> bool:
        """Tell whether every present entry is verified and good."""
        return self._roster.number > 0 and self._walk.finding is None and not self._walk.remaining()

    def step(self) -> bool:
        """Verify some entries; return whether entries remain and none is bad."""
        if self._roster.number == 0:
            return False
        self._start_where_confirmed()
        return self._walk.step(STEP)

    def finish(self, most: int) -> bool:
        """Verify the remaining entries if they are ``most`` or fewer; tell whether all are good."""
        if self._roster.number == 0:
            return True
        self._start_where_confirmed()
        if self._walk.is_at_end():
            return True
        if self._walk.remaining() > most:
            return False
        while self.step():
            pass
        return self._walk.finding is None

    def require(self) -> None:
        """Verify the remaining entries.

        Errors: ReceptionError ``log.walk_pending`` (``remaining`` entries) if they are too many to
        wait for, ``log.walk_failed`` (``seq`` of the entry, ``finding`` as in a verification).
        """
        if self.finish(MOST_AT_ONCE):
            return
        failure = self.failure()
        if failure is not None:
            raise failure
        raise ReceptionError("log.walk_pending", remaining=self._walk.remaining())

    def failure(self) -> ReceptionError | None:
        """Return the error ``log.walk_failed`` after a bad entry, else None."""
        finding = self._walk.finding
        if finding is None:
            return None
        return ReceptionError("log.walk_failed", seq=finding.seq, finding=finding.code)

    def _start_where_confirmed(self) -> None:
        """Begin at the end of the log that the head has confirmed since this session began."""
        number = self._roster.number
        if number == self._roster_number:
            return
        confirmed_end = self._roster.confirmed_log_end(self._roster_number)
        self._roster_number = number
        if confirmed_end is not None:
            self._walk = LogWalk(self._database, self._office, confirmed_end)
