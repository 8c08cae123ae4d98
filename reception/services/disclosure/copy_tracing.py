"""Tracing a citizen's copy that was found, by a custodian and with the head's approval."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import Act
from reception.domain.copy_tracing import Trace, TracedCopy, TracingGround, read_copy_number
from reception.domain.errors import InvalidInput
from reception.domain.reporter import Pseudonym
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.reveal_conditions import Disclosure, check_conditions
from reception.services.disclosure.unsealing import (
    Unsealing,
    check_all_seals,
    check_identity_seal,
)
from reception.storage.json_shapes import day_of
from reception.storage.staff import signed_members
from reception.storage.visits import copy_tracing_queries


@rights_checked
class CopyTracing:
    """Finds the visit of a number that lies in the seals alone.

    Whoever holds such a paper may read a name on it: the answer joins that name with a pseudonym,
    as an opened identity does. It is shown to the custodian and stored nowhere.
    """

    def __init__(self, session: Session, approvals: HeadApprovals) -> None:
        self._session = session
        self._approvals = approvals

    def trace(self, number: str, ground: str, password: str) -> Trace:
        """Return the visits whose copies bear a number; ``password`` is the head's.

        ``ground`` is a :class:`TracingGround`. The log has the ground, before anything is opened,
        and neither the number nor the answer: both together would tell what the paper does not.
        Errors: ConditionNotMet; InvalidInput ``trace.number``, ``trace.ground``, those of
        :meth:`HeadApprovals.sign_approval`; ReceptionError ``reveal.no_key``; for a copy that was
        found, those of :func:`check_all_seals`.
        """
        check_conditions(self._session, Disclosure.BULK)
        wanted = read_copy_number(number)
        if wanted is None:
            raise InvalidInput("trace.number", "number")
        if ground not in frozenset(TracingGround):
            raise InvalidInput("trace.ground", "ground")
        unsealing = Unsealing(self._session, signed_members.PROTECTED)
        statement = {"paper": "citizen_copy", "reason": ground}
        signed = self._approvals.sign_approval(password, statement)
        with self._session.act() as work:
            work.log(Act.COPY_TRACED, "", **signed)
        found, unreadable = unsealing.visits_of_copy_number(wanted)
        return Trace(tuple(self._traced(*place) for place in found), unreadable)

    def _traced(self, visit_id: int, value_id: str) -> TracedCopy:
        check_identity_seal(self._session, visit_id)  # and the visit's row, which has the code
        check_all_seals(self._session, visit_id)
        row: Any = copy_tracing_queries.visit_of_copy(self._session.database, visit_id, value_id)
        code = Pseudonym(row["series"], row["code_year"], row["code_number"])
        return TracedCopy(
            visit_id=visit_id,
            number=row["number"],
            code=code.code(self._session.today().year),
            received_on=day_of(row["received_on"]),
            is_newest=bool(row["is_newest"]),
            voided=bool(row["voided"]),
        )
