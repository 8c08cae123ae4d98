"""Requests to open an identity: reading and checks for both asker and head, and expiry."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import ReceptionError
from reception.domain.reporter import Pseudonym
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from reception.services.access.session import Session
from reception.storage.audit.draft_keys import DraftKeys
from reception.storage.audit.log_verification import Verifier
from reception.storage.staff import signed_members
from reception.storage.visits import reveal_request_rows as request_rows

_OPEN = (RequestState.WAITING.value, RequestState.GRANTED.value)


class RevealRequestList:
    """Base of the services of both sides: the asker and the person who decides.

    The private key of each request lies in ``grants/<id>.key``, encrypted to the asker, outside
    the register and its backups; it is destroyed when the request ends.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._files = DraftKeys(session.folder, "grants")

    def end_expired(self) -> int:
        """End expired requests and destroy keys without an open request; return how many ended."""
        day = self._session.today().isoformat()
        rows = request_rows.pending_requests(self._session.database)
        expired = {row["request_id"] for row in rows if row["ends_on"] < day}
        if expired:
            with self._session.act() as work:
                for request_id in sorted(expired):
                    request_rows.end_request(work, request_id, RequestState.EXPIRED)
                work.log(Act.REVEAL_EXPIRED, "requests", requests=sorted(expired))
        open_ids = {row["request_id"] for row in rows} - expired
        for request_id in set(self._files.ids()) - open_ids:
            self._files.remove(request_id)
        return len(expired)

    def _open_rows(self) -> list[Any]:
        day = self._session.today().isoformat()
        rows = request_rows.pending_requests(self._session.database)
        return [row for row in rows if row["ends_on"] >= day]

    def _row(self, request_id: str) -> Any:
        """Return an open request's row; ``request.ended`` for any other."""
        row = request_rows.read_request(self._session.database, request_id)
        day = self._session.today().isoformat()
        if row is None or row["state"] not in _OPEN or row["ends_on"] < day:
            raise ReceptionError("request.ended")
        return row

    def _check_signature(self, row: Any) -> None:
        """Raise ``request.forged`` unless log and asker signed the row with its key."""
        session = self._session
        keys = signed_members.signing_keys(session.database, session.office)
        asker = session.people.get(row["asker"])
        logged = Verifier(session.database, keys).is_covered("reveal_request", (row["request_id"],))
        if (
            not logged
            or asker is None
            or not asker.active
            or not request_rows.is_signed_by_asker(row, keys)
        ):
            raise ReceptionError("request.forged")

    def _code(self, row: Any) -> str:
        pseudonym = Pseudonym(row["series"], row["code_year"], row["code_number"])
        return pseudonym.code(self._session.today().year)

    def _request(self, row: Any) -> RevealRequest:
        names = {user: person.name for user, person in self._session.people.items()}
        return RevealRequest(
            request_id=row["request_id"],
            visit_id=row["visit_id"],
            code=self._code(row),
            asker=names.get(row["asker"], row["asker"]),
            asked_at=datetime.fromisoformat(row["asked_at"]),
            ends_on=date.fromisoformat(row["ends_on"]),
            reason=row["reason"],
            parts=asked_parts(row),
            state=RequestState(row["state"]),
            decided_by=names.get(row["decided_by"], row["decided_by"]),
            note=RefusalNote(row["note"]) if row["note"] else None,
        )


def asked_parts(row: Any) -> frozenset[IdentityPart]:
    """Return the parts that were granted, or asked for as long as nothing is granted."""
    return frozenset(IdentityPart(part) for part in (row["granted"] or row["parts"]).split())


def subject(visit_id: int) -> str:
    """Return the name of a visit in the log."""
    return f"visit {visit_id}"
