"""The first roster of an office that an earlier version of the program has set up."""

from __future__ import annotations

from collections.abc import Callable

from reception.domain.audit import Act, Finding, Verification
from reception.domain.errors import InvalidInput
from reception.domain.roster import NO_ROSTER
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.audit.accepted_findings import accepted_facts
from reception.storage.audit.log_reader import end_of_log
from reception.storage.audit.log_verification import verifier_of
from reception.storage.staff.roster_rows import append_confirmed
from reception.storage.visits.code_series import cover_earlier_series


@rights_checked
class RosterStart:
    """Signs the first roster in the head's session; until then everybody works as before.

    Without a roster nothing says which of the signed rows about people and keys are the newest.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def is_due(self) -> bool:
        """Tell whether the office has no roster yet and this session can sign the first one."""
        return self._session.roster.number == 0 and bool(self._session.keys.root_seed)

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Verify log and records as far as entries without a roster can tell.

        ``progress(entries verified, all entries)``. The head sees the findings before signing;
        the actor of a finding is a name where it is known.
        Errors: NotAllowed ``accounts.head_only``.
        """
        own_root_seed(self._session)
        verifier = verifier_of(self._session.database, self._session.office)
        result = verifier.run(self._session.checkpoint_file.read(), progress)
        people = self._session.people
        return result.with_names({user_id: member.name for user_id, member in people.items()})

    def sign(self, shown: tuple[Finding, ...]) -> None:
        """Sign the first roster over the present rows; it names the end of the log before it.

        ``shown`` are the findings that the head has seen; they are logged and accepted with it.
        Errors: NotAllowed ``accounts.head_only``; InvalidInput ``roster.started_already``.
        """
        session, seed = self._session, own_root_seed(self._session)
        with session.act(seed) as work:
            if session.roster.number:
                raise InvalidInput("roster.started_already", "roster")
            log_end = end_of_log(work.database)
            cover_earlier_series(work)
            signed = append_confirmed(work, session.office, seed, NO_ROSTER, log_end)
            work.log(
                Act.ROSTER_STARTED, "office", entries=log_end.seq, findings=accepted_facts(shown)
            )
        session.keep_roster(signed)
