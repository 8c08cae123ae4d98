"""Log verification, started by a person: its result is logged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reception.domain.audit import Act, Verification
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.audit.accepted_findings import verify_register


@rights_checked
class LogVerification:
    """Verifies the audit log and every record that the log covers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Compare the log with the checkpoint file and the records with the log; log the result.

        ``progress(entries verified, all entries)``. Finds changed, missing and added entries and
        records, and tells apart what the head has accepted. No sealed identity is opened. The actor
        of a finding is a name where it is known.
        Errors: NotAllowed ``rights.missing``.
        """
        session = self._session
        checkpoint = (
            session.checkpoint_file.conflicting_checkpoint() or session.checkpoint_file.read()
        )
        names = {user_id: member.name for user_id, member in session.people.items()}
        result = verify_register(session.database, session.office, checkpoint, progress).with_names(
            names
        )
        first_finding = result.findings[0] if result.findings else None
        finding_facts = (
            [first_finding.code, first_finding.seq, first_finding.table, first_finding.key]
            if first_finding
            else []
        )
        facts: dict[str, Any] = {"accepted": len(result.accepted)} if result.accepted else {}
        with session.act() as work:
            work.log(
                Act.VERIFIED,
                intact=result.intact,
                entries=result.entries,
                first=finding_facts,
                **facts,
            )
        return result
