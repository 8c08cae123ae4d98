"""Decisions on requests to open the identity of an ordinary reporter."""

from __future__ import annotations

from datetime import date
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, ReceptionError, StorageError
from reception.domain.reveal import IdentityPart, RevealSelection, with_parts_only
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from reception.domain.staff import Right
from reception.law.reveal_reasons import reveal_reason
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.reveal import Reveals
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.services.disclosure.reveal_request_list import (
    RevealRequestList,
    granted_or_requested_parts,
)
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.staff import signed_members
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import reveal_request_rows as request_rows


@rights_checked
class RevealDecisions(RevealRequestList):
    """Grants and refuses requests; requires the right to manage and a key of the vault ``desk``."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar, reveals: Reveals) -> None:
        super().__init__(session)
        self._office_calendar = office_calendar
        self._reveals = reveals

    def may_decide(self) -> bool:
        """Tell whether this person may manage the office and reveal ordinary reporters."""
        return self._session.may(Right.MANAGE) and self._session.may(Right.REVEAL)

    def requests_to_decide(self) -> tuple[RevealRequest, ...]:
        """Return the requests this person may decide, the oldest first; never their own."""
        if not self.may_decide():
            return ()
        rows = [
            row for row in self._rows_of_open_requests() if row["state"] == RequestState.WAITING
        ]
        own_id = self._session.member.user_id
        return tuple(self._request_of_row(row) for row in rows if row["asker"] != own_id)

    def explanation(self, request_id: str) -> str:
        """Return the asker's explanation in free text, decrypted with a key of the vault ``desk``.

        Errors: ConditionNotMet; ``request.unreadable`` if no key of this person opens it, as after
        a key rotation, or if it is not bound to this request; NotAllowed ``rights.missing``;
        ``request.ended``, ``request.own``, ``request.forged``; those of
        :meth:`Session.require_walked_log`.
        """
        check_conditions(self._session)
        row = self._undecided_row(request_id)
        try:
            private_key = self._desk_private_key(row["generation"])
            return request_rows.open_explanation(row, self._session.office.office_id, private_key)
        except StorageError:
            raise ReceptionError("request.unreadable") from None

    def grant(self, request_id: str, parts: frozenset[IdentityPart]) -> None:
        """Encrypt the parts for the asker, who may open them once, until the next working day ends.

        Fewer parts than requested may be granted, never others. Errors: ConditionNotMet; NotAllowed
        ``rights.missing``; ``request.ended``, ``request.own``, ``request.forged``,
        ``request.unreadable``, ``reveal.no_part``, ``reveal.reason_names`` (nothing is granted),
        and the errors of opening the sealed identity.
        """
        row = self._undecided_row(request_id)
        if not parts or not parts <= granted_or_requested_parts(row):
            raise InvalidInput("reveal.no_part", "parts")
        explanation = self.explanation(request_id)
        opened = self._reveals.identity_to_grant(
            row["visit_id"], RevealSelection(row["reason"], explanation, parts)
        )
        asks_for_paper = bool(reveal_reason(row["reason"]).paper)
        decision_columns = {
            **self._decision_columns(),
            "ends_on": self._next_working_day().isoformat(),
            "granted": row["parts"]
            if asks_for_paper
            else " ".join(sorted(part.value for part in parts)),
        }
        with self._session.act() as work:
            self._check_undecided(work, row)
            request_rows.write_grant(
                work,
                row,
                opened.identity if asks_for_paper else with_parts_only(opened.identity, parts),
                decision_columns,
            )
            work.log(
                Act.REVEAL_GRANTED,
                visit_subject(row["visit_id"]),
                request=request_id,
                reason=row["reason"],
                words=explanation,
                parts=sorted(part.value for part in parts),
            )

    def refuse(self, request_id: str, note: RefusalNote) -> None:
        """Refuse a request with a note from the list; errors as in :meth:`grant`."""
        row = self._undecided_row(request_id)
        with self._session.act() as work:
            self._check_undecided(work, row)
            decision_columns = {**self._decision_columns(), "note": note.value}
            request_rows.end_request(work, request_id, RequestState.REFUSED, decision_columns)
            facts = {"request": request_id, "note": note.value}
            work.log(Act.REVEAL_REFUSED, visit_subject(row["visit_id"]), **facts)

    def _undecided_row(self, request_id: str) -> Any:
        row = self._open_request_row(request_id)
        if row["state"] != RequestState.WAITING:
            raise ReceptionError("request.ended")
        if row["asker"] == self._session.member.user_id:
            raise ReceptionError("request.own")
        self._check_signature(row)
        return row

    def _check_undecided(self, work: UnitOfWork, row: Any) -> None:
        """Raise ``request.ended`` where another person decided in the meantime."""
        current_row = request_rows.read_request(work.database, row["request_id"])
        if current_row is None or current_row["state"] != RequestState.WAITING:
            raise ReceptionError("request.ended")

    def _decision_columns(self) -> dict[str, str]:
        now = self._session.environment.clock.now()
        return {"decided_by": self._session.member.user_id, "decided_at": now.isoformat()}

    def _desk_private_key(self, generation: int) -> bytes:
        session = self._session
        session.require_walked_log()
        private_keys = signed_members.granted_private_keys(
            session.database, session.office, session.member.user_id, session.keys
        )
        private_key = private_keys.get((signed_members.DESK, generation))
        if private_key is None:
            raise StorageError("seal.broken")
        return private_key

    def _next_working_day(self) -> date:
        return self._office_calendar.calendar().add_working_days(self._session.today(), 1)
