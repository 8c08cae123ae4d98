"""Status look-up by the return code on a citizen's paper; no name is needed."""

from __future__ import annotations

from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.deadlines import ANSWER
from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.domain.status_lookup import LookupStage, LookupStatus, parse_paper_number
from reception.domain.visit import Outcome
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visits import return_codes

_VISIT = (
    "SELECT v.received_on, v.voided, p.outcome FROM visit v "
    "JOIN petition p ON p.visit_id = v.visit_id AND p.position = 1 WHERE v.visit_id = ?"
)
_TERM = "SELECT due_on, closed_on FROM deadline WHERE visit_id = ? AND term = ?"
_FREE_ATTEMPTS = 3
_LONGEST_DELAY = 60  # seconds
_SETTLED_SAME_DAY = (Outcome.GUIDE.value, Outcome.EXPLAIN.value)


@rights_checked
class StatusLookup:
    """Answers return codes; unknown, wrong and cancelled ones alike and in the same time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._failed_attempts = 0
        self._ready_at = 0.0

    def retry_delay(self) -> int:
        """Return the seconds until the next attempt is allowed."""
        remaining = self._ready_at - self._session.environment.clock.monotonic()
        return max(0, round(remaining + 0.5)) if remaining > 0 else 0

    def find(self, number: str, code: str) -> LookupStatus | None:
        """Return the status of the matter; None for an unknown number or code. Logged.

        Errors: InvalidInput ``follow_up.number``; ReceptionError ``follow_up.wait`` while
        the delay after three or more failed attempts in a row lasts.
        """
        session = self._session
        session.require(Right.RECEIVE)
        delay = self.retry_delay()
        if delay:
            raise ReceptionError("follow_up.wait", seconds=delay)
        paper_number = parse_paper_number(number, session.today().year)
        visit_id = return_codes.find_visit(
            session.database, paper_number, code, session.environment.policy.blind_index
        )
        status = self._status_of(visit_id)
        with session.act() as work:
            work.log(Act.LOOKED_UP, "return code", found=status is not None)
        self._count_attempt(failed=status is None)
        return status

    def _count_attempt(self, *, failed: bool) -> None:
        self._failed_attempts = self._failed_attempts + 1 if failed else 0
        excess = self._failed_attempts - _FREE_ATTEMPTS
        delay = min(2**excess, _LONGEST_DELAY) if excess >= 0 and failed else 0
        self._ready_at = self._session.environment.clock.monotonic() + delay if delay else 0.0

    def _status_of(self, visit_id: int | None) -> LookupStatus | None:
        # The same statements run for known and unknown codes: the time must not differ.
        searched_id = visit_id if visit_id is not None else 0
        row = self._session.database.one(_VISIT, (searched_id,))
        term = self._session.database.one(_TERM, (searched_id, ANSWER))
        if row is None or row["voided"]:
            return None
        return _status(row, term)


def _status(row: Any, term: Any | None) -> LookupStatus:
    received = date.fromisoformat(row["received_on"])
    if term is not None and term["closed_on"] is not None:
        return LookupStatus(received, LookupStage.ANSWERED, answered_on=_day(term["closed_on"]))
    if term is None and row["outcome"] in _SETTLED_SAME_DAY:
        return LookupStatus(received, LookupStage.ANSWERED_AT_VISIT)
    return LookupStatus(
        received, LookupStage.IN_PROGRESS, due_on=_day(term["due_on"]) if term else None
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
