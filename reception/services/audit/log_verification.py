"""Verification of the log: finds changed, swapped, missing and added records."""

from __future__ import annotations

from collections.abc import Callable

from reception.domain.audit import Act, Verification
from reception.domain.staff import Right
from reception.services.access.session import Session
from reception.storage.audit.log_verification import Verifier
from reception.storage.staff.signed_members import signing_keys


class LogVerification:
    """Verifies the register and logs the result."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Verify log and records against the checkpoint file; the verification is logged."""
        self._session.require(Right.VERIFY)
        verifier = Verifier(
            self._session.database, signing_keys(self._session.database, self._session.office)
        )
        checkpoint = (
            self._session.checkpoint_file.conflicting_checkpoint()
            or self._session.checkpoint_file.read()
        )
        result = (
            verifier.run(checkpoint) if progress is None else verifier.run(checkpoint, progress)
        )
        first_problem = result.findings[0] if result.findings else None
        first_facts = (
            [first_problem.code, first_problem.seq, first_problem.table, first_problem.key]
            if first_problem
            else []
        )
        with self._session.act() as work:
            work.log(Act.VERIFIED, intact=result.intact, entries=result.entries, first=first_facts)
        return result
