"""After a mismatch with the roster: the head sees the rows by name, and signs the next roster."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.errors import StorageError
from reception.domain.roster import RosterMismatch
from reception.domain.roster_mismatch import RosterMismatchView
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.staff.roster_comparison import RosterComparison, compare_register
from reception.services.staff.roster_mismatch_view import view_of
from reception.services.staff.roster_row_repairs import RosterRowRepairs
from reception.storage.audit.log_reader import end_in_log
from reception.storage.staff.roster_rows import append_confirmed
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.code_series import cover_earlier_series

_NO_SHEETS = "recovery.missing"  # the warning of an office without recovery sheets


@rights_checked
class RosterConfirmation:
    """Shows and ends the mismatch of a session that the head has unlocked.

    Until :meth:`confirm` every act of the session is refused with the error of the roster.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: RosterComparison | None = None

    def mismatch(self) -> RosterMismatchView:
        """Return what the head has to see; :meth:`confirm` accepts exactly that."""
        self._seen = compare_register(self._session)
        return view_of(self._session, self._required_mismatch(), self._seen)

    def confirm(self) -> None:
        """Put the rows right, make new keys where they are in doubt, and sign the next roster.

        One transaction; afterwards the session works and its opening is logged.
        Errors: StorageError ``roster.changed_meanwhile`` when the register is not as it was at
        :meth:`mismatch`; ``unlock.shut_out`` when the head would not be an active head afterwards;
        those of changing the keyring.
        """
        session, mismatch = self._session, self._required_mismatch()
        work = UnitOfWork(session.database, session.environment.clock, session.signer())
        with work:
            comparison = compare_register(session)
            if self._seen is None or not comparison.is_same(self._seen):
                raise StorageError("roster.changed_meanwhile")
            signed = self._repair_and_sign(work, comparison, mismatch)
        session.keep_roster(signed)
        if comparison.ends_recovery and _NO_SHEETS not in session.warnings:
            session.warnings = (*session.warnings, _NO_SHEETS)
        session.end_mismatch()

    def _repair_and_sign(
        self, work: UnitOfWork, comparison: RosterComparison, mismatch: RosterMismatch
    ) -> SignedRoster:
        session = self._session
        # Entries that the head has not verified stay to be verified by everybody: rows that differ
        # must not be a way to have a forged entry passed over.
        log_end = end_in_log(work.database, session.keys.log_end)
        facts = RosterRowRepairs(work, session, comparison).carry_out()
        cover_earlier_series(work)
        signed = append_confirmed(
            work, session.office, session.keys.root_seed, comparison.before, log_end
        )
        rows = comparison.differences if comparison.stated is not None else ()
        facts["rows"] = [[item.change, item.table, item.key] for item in rows]
        work.log(Act.ROSTER_CONFIRMED, "office", code=mismatch.code, **facts)
        return signed

    def _required_mismatch(self) -> RosterMismatch:
        mismatch = self._session.roster_mismatch
        if mismatch is None:
            raise AssertionError("the register matches the roster")
        return mismatch
