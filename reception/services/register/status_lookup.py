"""Status look-up by the return code on a citizen's paper; no name is needed."""

from __future__ import annotations

from typing import Any

from reception.domain.deadlines import ANSWER
from reception.domain.paper_code import read_paper_code
from reception.domain.status_lookup import LookupStage, LookupStatus
from reception.domain.visit import Outcome
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visits.return_codes import ReturnCodes
from reception.storage.json_shapes import day_of

_VISIT = (
    "SELECT v.received_on, p.outcome FROM visit v "
    "JOIN petition p ON p.visit_id = v.visit_id AND p.position = 1 WHERE v.visit_id = ?"
)
_TERM = "SELECT due_on, closed_on FROM deadline WHERE visit_id = ? AND term = ?"
_SETTLED_SAME_DAY = (Outcome.GUIDE.value, Outcome.EXPLAIN.value)


@rights_checked
class StatusLookup:
    """Answers return codes; unknown, wrong and cancelled ones alike and in the same time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._return_codes = ReturnCodes(session)

    def retry_delay(self) -> int:
        """Return the seconds until the next attempt is allowed."""
        return self._session.lookup_brake.retry_delay()

    def find(self, code: str, number: str = "") -> LookupStatus | None:
        """Return the status of the matter; None for an unknown code. Logged.

        ``number`` is needed for papers of earlier versions only, e.g. ``BN-0294``; it may also
        stand before the code. Errors: InvalidInput ``follow_up.number``; those of
        :meth:`ReturnCodes.look_up`.
        """
        paper = read_paper_code(code, number)
        return self._status_of(self._return_codes.look_up(paper))

    def _status_of(self, visit_id: int | None) -> LookupStatus | None:
        # The same statements run for known and unknown codes: the time must not differ.
        searched_id = visit_id if visit_id is not None else 0
        row = self._session.database.one(_VISIT, (searched_id,))
        term = self._session.database.one(_TERM, (searched_id, ANSWER))
        if row is None:
            return None
        return _status(row, term)


def _status(row: Any, term: Any | None) -> LookupStatus:
    received = day_of(row["received_on"])
    if term is not None and term["closed_on"] is not None:
        return LookupStatus(received, LookupStage.ANSWERED, answered_on=day_of(term["closed_on"]))
    if term is None and row["outcome"] in _SETTLED_SAME_DAY:
        return LookupStatus(received, LookupStage.ANSWERED_AT_VISIT)
    return LookupStatus(
        received, LookupStage.IN_PROGRESS, due_on=day_of(term["due_on"]) if term else None
    )
