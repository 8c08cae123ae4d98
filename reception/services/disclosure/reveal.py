"""Reveals of ordinary reporters: right and reason are checked, then logged, then parts shown."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.reveal import RevealReason, RevealRoute, RevealSelection
from reception.domain.staff import Right
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.identity_opening import (
    log_reveal,
    open_ordinary,
    selected_parts,
    stops_logged,
)
from reception.services.disclosure.opened_identity import (
    RevealResult,
    is_visit_protected,
    reasons_for,
    require_ordinary,
)
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.storage.visits.register_reader import RegisterReader


@rights_checked
class Reveals:
    """Opens identities of ordinary reporters, never a denouncer's, for the signed-in person."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def checked_route(self, visit_id: int) -> RevealRoute:
        """Check the conditions, then return how this person may see the identity of a visit.

        Errors: ConditionNotMet of ``reveal_conditions``; ReceptionError ``reveal.no_visit``.
        """
        check_conditions(self._session)
        return self.route_of(visit_id)

    def check_conditions(self) -> None:
        """Raise ConditionNotMet while no identity may be opened."""
        check_conditions(self._session)

    def route_of(self, visit_id: int) -> RevealRoute:
        """Return how this person may see the identity of a visit, whatever the conditions."""
        may = self._session.may
        if is_visit_protected(self._session.database, visit_id):
            return RevealRoute.OPEN_PROTECTED if may(Right.CUSTODY) else RevealRoute.ASK_CUSTODIAN
        return RevealRoute.OPEN if may(Right.REVEAL) else RevealRoute.ASK

    def reasons(self, visit_id: int) -> tuple[RevealReason, ...]:
        """Return the reasons or legal grounds from which one is chosen for a visit today."""
        return reasons_for(self._session.database, visit_id, self._session.today())

    def reveal_count(self, visit_id: int) -> int:
        """Return how often the identity of a visit was opened, whoever could open it then."""
        return RegisterReader(self._session.database).count_openings(visit_id)

    def open(self, visit_id: int, selection: RevealSelection) -> RevealResult:
        """Log the reveal, then return the requested parts.

        Errors: ConditionNotMet; NotAllowed ``rights.missing``; ReceptionError ``reveal.denouncer``,
        ``reveal.no_key``, ``reveal.seal_changed``; InvalidInput ``reveal.reason_short``,
        ``reveal.no_part``, ``reveal.reason_names`` (its words would put the name into the log).
        """
        check_conditions(self._session)
        with stops_logged(self._session, visit_id):
            opened = open_ordinary(self._session, visit_id, selection)
        with self._session.act() as work:
            require_ordinary(work.database, visit_id)  # another session may have reclassified it
            entry_number = log_reveal(work, Act.REVEALED, visit_id, selection)
        return selected_parts(opened, selection, entry_number)
