"""Requests to open an identity: what asker and head both need to read, check and expire them."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import Act, entry_time
from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.reporter import Pseudonym
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.audit.log_verification import verifier_of
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.json_shapes import word_of
from reception.storage.staff import signed_members
from reception.storage.visits import reveal_request_rows as request_rows

_OPEN_STATES = (RequestState.WAITING.value, RequestState.GRANTED.value)


@rights_checked
class RevealRequestList:
    """Base class of the services for the asker and for the person who decides.

    The private key of each request is stored in ``grants/<id>.key``, encrypted to the asker,
    outside the register and its backups; it is destroyed when the request ends.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._key_files = SealedKeyFiles(session.folder, "grants")

    def end_expired(self) -> int:
        """End expired requests and destroy keys without an open request; return how many ended."""
        today = self._session.today()
        rows = request_rows.read_open_requests(self._session.database)
        expired = {row["request_id"] for row in rows if request_rows.is_over(row, today)}
        if expired:
            with self._session.act() as work:
                for request_id in sorted(expired):
                    request_rows.end_request(work, request_id, RequestState.EXPIRED)
                work.log(Act.REVEAL_EXPIRED, "requests", requests=sorted(expired))
        open_ids = {row["request_id"] for row in rows} - expired
        for request_id in set(self._key_files.ids()) - open_ids:
            self._key_files.remove(request_id)
        return len(expired)

    def _rows_of_open_requests(self) -> list[Any]:
        """Return the rows of requests that are waiting or granted, and have not expired."""
        today = self._session.today()
        rows = request_rows.read_open_requests(self._session.database)
        return [row for row in rows if not request_rows.is_over(row, today)]

    def _open_request_row(self, request_id: str) -> Any:
        """Return an open request's row; ``request.ended`` for any other."""
        row = request_rows.read_request(self._session.database, request_id)
        is_open = row is not None and row["state"] in _OPEN_STATES
        if not is_open or request_rows.is_over(row, self._session.today()):
            raise ReceptionError("request.ended")
        return row

    def _own_row(self, request_id: str) -> Any:
        row = self._open_request_row(request_id)
        if row["asker"] != self._session.member.user_id:
            raise NotAllowed("request.not_yours")
        return row

    def _check_signature(self, row: Any) -> None:
        """Raise ``request.forged`` unless the log covers the row and its asker signed it."""
        session = self._session
        keys = signed_members.signing_keys(session.database, session.office)
        asker = session.people.get(row["asker"])
        verifier = verifier_of(session.database, session.office)
        logged = verifier.is_covered("reveal_request", (row["request_id"],))
        if (
            not logged
            or asker is None
            or not asker.active
            or not request_rows.is_signed_by_asker(row, keys)
        ):
            raise ReceptionError("request.forged")

    def _pseudonym_code(self, row: Any) -> str:
        pseudonym = Pseudonym(row["series"], row["code_year"], row["code_number"])
        return pseudonym.code(self._session.today().year)

    def _request_of_row(self, row: Any) -> RevealRequest:
        people = self._session.people
        names = {user: person.name for user, person in people.items()}
        return RevealRequest(
            request_id=row["request_id"],
            visit_id=row["visit_id"],
            code=self._pseudonym_code(row),
            asker=names.get(row["asker"], row["asker"]),
            asked_at=self._session.shown_time(Act.REVEAL_ASKED, entry_time(row["asked_at"])),
            ends_on=request_rows.last_day(row),
            reason=row["reason"],
            parts=granted_or_requested_parts(row),
            state=word_of(RequestState, row["state"]),
            decided_by=names.get(row["decided_by"], row["decided_by"]),
            note=word_of(RefusalNote, row["note"]) if row["note"] else None,
            is_protected=is_protected_request(row),
            kind=row["kind"],
            asker_title=people[row["asker"]].title if row["asker"] in people else "",
        )


def is_protected_request(row: Any) -> bool:
    """Tell whether a custodian answers a request, by the visit's present protection.

    A change of the protection ends every open request of the visit.
    """
    return request_rows.vault_of_request(row) == signed_members.PROTECTED


def granted_or_requested_parts(row: Any) -> frozenset[IdentityPart]:
    """Return the granted parts; before a decision the requested parts."""
    return frozenset(
        word_of(IdentityPart, part) for part in (row["granted"] or row["parts"]).split()
    )
