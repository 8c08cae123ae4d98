"""The head accepts what a verification of the log has found, so that everybody goes on from there.

Whoever can sign an entry can sign one that no act permits. It stays in the log for ever; without an
acceptance it would stop all denunciations, openings and changes of rights for ever too.
"""

from __future__ import annotations

from collections.abc import Callable

from reception.domain.audit import Act, Finding, Verification
from reception.domain.errors import InvalidInput, StorageError
from reception.domain.roster import EMPTY_LOG
from reception.services.access.office_signing_key import root_seed_before_walk
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.audit.log_verification import LogVerification
from reception.storage.audit.accepted_findings import accepted_facts
from reception.storage.audit.log_reader import end_of_log, entry_digest
from reception.storage.audit.log_verification import verifier_of
from reception.storage.database import Database
from reception.storage.staff.roster_rows import append_confirmed


@rights_checked
class FindingAcceptance:
    """Verifies and accepts in the head's session, also when the log is bad.

    Accepting changes no row: a finding stays listed, a replaced identity stays closed, and any
    further change of the same record is a new finding.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._verification = LogVerification(session)
        self._seen: tuple[Finding, ...] | None = None
        self._seen_end = EMPTY_LOG

    def is_head(self) -> bool:
        """Tell whether this session can accept findings."""
        return bool(self._session.keys.root_seed) and self._session.roster.number > 0

    def is_due(self) -> bool:
        """Tell whether the last :meth:`verify` found anything new, or the session's walk did.

        The walk also knows what this person's earlier sessions have verified: a log that was cut
        or rewritten since can look complete.
        """
        return bool(self._seen) or self._session.log_walk.failure() is not None

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Verify and log the result, as :meth:`LogVerification.verify`; :meth:`accept` needs it.

        Errors: NotAllowed ``rights.missing``, ``accounts.head_only``.
        """
        root_seed_before_walk(self._session)
        end = end_of_log(self._session.database)
        result = self._verification.verify(progress)
        self._seen, self._seen_end = result.findings, end
        return result

    def accept(self, shown: tuple[Finding, ...]) -> None:
        """Sign a roster that names the present end of the log, and log the findings as accepted.

        ``shown`` are the findings that the head has seen: all those of :meth:`verify`.
        Errors: NotAllowed ``rights.missing``, ``accounts.head_only``; InvalidInput ``roster.none``
        before the first roster; StorageError ``findings.changed_meanwhile``.
        """
        session, seed = self._session, root_seed_before_walk(self._session)
        with session.act(seed) as work:
            in_force = session.roster.in_force
            if in_force is None:
                raise InvalidInput("roster.none", "roster")
            if self._seen is None or shown != self._seen or not self._is_as_seen(work.database):
                raise StorageError("findings.changed_meanwhile")
            # At least the entry about the verification is there, and good: everybody begins at it.
            log_end = end_of_log(work.database)
            signed = append_confirmed(work, session.office, seed, in_force.mark, log_end)
            work.log(
                Act.ROSTER_CONFIRMED, "office", code="findings", findings=accepted_facts(shown)
            )
        session.keep_roster(signed)
        self._seen = None
        session.walk_log_step()

    def _is_as_seen(self, database: Database) -> bool:
        """Tell whether nothing but good entries of the head follow the end of the log as seen."""
        end = self._seen_end
        if entry_digest(database, end.seq) != end.digest:
            return False
        verifier = verifier_of(database, self._session.office)
        own = self._session.member.user_id
        entries = list(verifier.checked_entries(end))
        return bool(entries) and all(
            entry.actor == own and not problems for entry, problems in entries
        )
