"""Following up by return code: the paper is shown, no name is said, one sentence comes back."""

from __future__ import annotations

from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.deadlines import ANSWER
from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.domain.status_lookup import LookupStage, LookupStatus, read_number
from reception.domain.visit import Outcome
from reception.services.access.session import Session
from reception.services.visits import return_codes

_VISIT = (
    "SELECT v.received_on, v.voided, p.outcome FROM visit v "
    "JOIN petition p ON p.visit_id = v.visit_id AND p.position = 1 WHERE v.visit_id = ?"
)
_TERM = "SELECT due_on, closed_on FROM deadline WHERE visit_id = ? AND term = ?"
_FREE_TRIES = 3
_LONGEST = 60  # seconds
_AT_ONCE = (Outcome.GUIDE.value, Outcome.EXPLAIN.value)


class StatusLookup:
    """Answers return codes; unknown, wrong and cancelled ones all alike, at the same cost."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session
        self._missed = 0
        self._ready_at = 0.0

    def waiting(self) -> int:
        """Return how many seconds the next try must wait."""
        left = self._ready_at - self._session.environment.clock.monotonic()
        return max(0, round(left + 0.5)) if left > 0 else 0

    def look(self, number: str, code: str) -> LookupStatus | None:
        """Return where the matter stands, None when number and code lead nowhere; logged.

        Errors: InvalidInput ``follow_up.number``; ReceptionError ``follow_up.wait`` after more
        than three misses in a row.
        """
        session = self._session
        session.require(Right.RECEIVE)
        wait = self.waiting()
        if wait:
            raise ReceptionError("follow_up.wait", seconds=wait)
        place = read_number(number, session.today().year)
        visit = return_codes.visit_of(session.database, place, code, session.environment.policy.tag)
        found = self._standing(visit)
        with session.act() as work:
            work.log(Act.LOOKED_UP, "return code", found=found is not None)
        self._count(missed=found is None)
        return found

    def _count(self, *, missed: bool) -> None:
        self._missed = self._missed + 1 if missed else 0
        beyond = self._missed - _FREE_TRIES
        pause = min(2**beyond, _LONGEST) if beyond >= 0 and missed else 0
        self._ready_at = self._session.environment.clock.monotonic() + pause if pause else 0.0

    def _standing(self, visit: int | None) -> LookupStatus | None:
        # The same statements run whether the code led somewhere or not.
        key = visit if visit is not None else 0
        row = self._session.database.one(_VISIT, (key,))
        term = self._session.database.one(_TERM, (key, ANSWER))
        if row is None or row["voided"]:
            return None
        return _told(row, term)


def _told(row: Any, term: Any | None) -> LookupStatus:
    received = date.fromisoformat(row["received_on"])
    if term is not None and term["closed_on"] is not None:
        return LookupStatus(received, LookupStage.ANSWERED, answered_on=_day(term["closed_on"]))
    if term is None and row["outcome"] in _AT_ONCE:
        return LookupStatus(received, LookupStage.ON_THE_DAY)
    return LookupStatus(
        received, LookupStage.HANDLED, due_on=_day(term["due_on"]) if term else None
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
