"""The head's answers to those who ask to open an ordinary reporter."""

from __future__ import annotations

from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, ReceptionError, StorageError
from reception.domain.reveal import IdentityPart, RevealSelection, limited
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from reception.domain.staff import Right
from reception.law.reveal_reasons import reveal_reason
from reception.services.access.session import Session
from reception.services.disclosure.reveal import Reveals
from reception.services.disclosure.reveal_request_list import (
    RevealRequestList,
    asked_parts,
    subject,
)
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.staff import signed_members
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import reveal_request_rows as kept


class RevealDecisions(RevealRequestList):
    """Grants and refuses; who answers holds the head's right and the key of the vault ``desk``."""

    def __init__(self, session: Session, calendars: OfficeCalendar, reveals: Reveals) -> None:
        """Work in one session."""
        super().__init__(session)
        self._calendars = calendars
        self._reveals = reveals

    def may_answer(self) -> bool:
        """Tell whether this person answers requests: the head's right, and a key that opens."""
        return self._session.may(Right.MANAGE) and self._session.may(Right.REVEAL)

    def waiting(self) -> tuple[RevealRequest, ...]:
        """Return what waits for this person's answer, the oldest first; () for who has none."""
        if not self.may_answer():
            return ()
        rows = [row for row in self._open_rows() if row["state"] == RequestState.WAITING]
        me = self._session.member.user_id
        return tuple(self._request(row) for row in rows if row["asker"] != me)

    def words(self, request_id: str) -> str:
        """Return what the asker wrote; ``request.unreadable`` when the vault's key is another."""
        row = self._to_answer(request_id)
        try:
            return kept.words_of(row, self._half(row["generation"]))
        except StorageError:
            raise ReceptionError("request.unreadable") from None

    def grant(self, request_id: str, parts: frozenset[IdentityPart]) -> None:
        """Put the parts into a box that the asker alone opens, once, until the next working day.

        The head may leave parts out, never add one. Errors: NotAllowed ``rights.missing``;
        ``request.ended``, ``request.own``, ``request.forged``, ``request.unreadable``,
        ``reveal.no_part``, ``reveal.reason_names`` (nothing is granted), those of
        the seal.
        """
        row = self._to_answer(request_id)
        if not parts or not parts <= asked_parts(row):
            raise InvalidInput("reveal.no_part", "parts")
        words = self.words(request_id)
        identity, _ = self._reveals.identity_to_grant(
            row["visit_id"], RevealSelection(row["reason"], words, parts)
        )
        paper = bool(reveal_reason(row["reason"]).paper)
        decided = {
            **self._decision(),
            "ends_on": self._next_working_day().isoformat(),
            "granted": row["parts"] if paper else " ".join(sorted(part.value for part in parts)),
        }
        with self._session.act() as work:
            self._still(work, row)
            kept.write_grant(work, row, identity if paper else limited(identity, parts), decided)
            work.log(
                Act.REVEAL_GRANTED,
                subject(row["visit_id"]),
                request=request_id,
                reason=row["reason"],
                words=words,
                parts=sorted(part.value for part in parts),
            )

    def refuse(self, request_id: str, note: RefusalNote) -> None:
        """Refuse a request with a note from the list; errors as in :meth:`grant`."""
        row = self._to_answer(request_id)
        with self._session.act() as work:
            self._still(work, row)
            decided = {**self._decision(), "note": note.value}
            kept.end_request(work, request_id, RequestState.REFUSED, decided)
            facts = {"request": request_id, "note": note.value}
            work.log(Act.REVEAL_REFUSED, subject(row["visit_id"]), **facts)

    def _to_answer(self, request_id: str) -> Any:
        self._session.require(Right.MANAGE)
        self._session.require(Right.REVEAL)
        row = self._row(request_id)
        if row["state"] != RequestState.WAITING:
            raise ReceptionError("request.ended")
        if row["asker"] == self._session.member.user_id:
            raise ReceptionError("request.own")
        self._vouched(row)
        return row

    def _still(self, work: UnitOfWork, row: Any) -> None:
        """Two who answer at once: the second finds it answered."""
        now = kept.request(work.database, row["request_id"])
        if now is None or now["state"] != RequestState.WAITING:
            raise ReceptionError("request.ended")

    def _decision(self) -> dict[str, str]:
        now = self._session.environment.clock.now()
        return {"decided_by": self._session.member.user_id, "decided_at": now.isoformat()}

    def _half(self, generation: int) -> bytes:
        session = self._session
        halves = signed_members.open_vault(
            session.database, session.office, session.member.user_id, session.keys
        )
        private = halves.get((signed_members.DESK, generation))
        if private is None:
            raise StorageError("seal.broken")
        return private

    def _next_working_day(self) -> date:
        return self._calendars.calendar().add_working_days(self._session.today(), 1)
