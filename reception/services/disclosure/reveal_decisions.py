"""Decisions on requests to open an identity: by the head, or by a custodian."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError, StorageError
from reception.domain.reveal import IdentityPart, RevealSelection, with_parts_only
from reception.domain.reveal_request import RefusalNote, RequestState, RevealRequest
from reception.domain.staff import Right
from reception.law.reveal_reasons import reveal_reason
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.identity_opening import (
    names_denouncer,
    open_for_grant,
    open_ordinary,
)
from reception.services.disclosure.opened_identity import OpenedIdentity
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.services.disclosure.reveal_request_list import (
    RevealRequestList,
    granted_or_requested_parts,
    is_protected_request,
)
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.staff import signed_members
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import reveal_request_rows as request_rows

_EXPIRED_REQUESTS_LISTED = timedelta(days=30)


@rights_checked
class RevealDecisions(RevealRequestList):
    """Grants and refuses requests.

    Those about ordinary reporters need the right to manage and a key of the vault ``desk``; those
    about denouncers, and reporters who asked for protection, custody.
    """

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        super().__init__(session)
        self._office_calendar = office_calendar

    def requests_to_decide(self) -> tuple[RevealRequest, ...]:
        """Return the requests this person may decide, the oldest first; never their own."""
        own_id = self._session.member.user_id
        return tuple(
            self._request_of_row(row)
            for row in self._rows_of_open_requests()
            if row["state"] == RequestState.WAITING
            and row["asker"] != own_id
            and all(self._session.may(right) for right in _rights_to_decide(row))
        )

    def unseen_expired_requests(self) -> tuple[RevealRequest, ...]:
        """Return the requests to custodians that nobody answered and no custodian has seen since.

        () without custody; the oldest first.
        """
        if not self._session.may(Right.CUSTODY):
            return ()
        database = self._session.database
        since = self._session.today() - _EXPIRED_REQUESTS_LISTED
        rows = request_rows.protected_requests_expired_since(database, since)
        unanswered = [row for row in rows if not row["decided_by"]]
        if not unanswered:
            return ()
        seen = request_rows.requests_seen_as_expired(database)
        return tuple(
            self._request_of_row(row) for row in unanswered if row["request_id"] not in seen
        )

    def note_expired(self, request_id: str) -> None:
        """Log that a custodian has seen that a request expired; errors ``request.ended``."""
        with self._session.act() as work:
            request = next(
                (item for item in self.unseen_expired_requests() if item.request_id == request_id),
                None,
            )
            if request is None:
                raise ReceptionError("request.ended")
            subject = visit_subject(request.visit_id)
            work.log(Act.EXPIRED_REQUEST_SEEN, subject, request=request_id)

    def explanation(self, request_id: str) -> str:
        """Return the asker's explanation in free text, decrypted with a key of the visit's vault.

        Errors: ConditionNotMet; ``request.unreadable`` if no key of this person opens it, as after
        a key rotation, or if it is not bound to this request; NotAllowed ``request.for_others`` if
        others answer it; ``request.ended``, ``request.own``, ``request.was_granted``,
        ``request.was_refused``, ``request.forged``; those of :meth:`Session.require_walked_log`.
        About a denouncer also InvalidInput ``request.words_name``: words with the name are not
        shown to the custodian.
        """
        row = self._undecided_row(request_id)
        words = self._words_of(row)
        is_protected = is_protected_request(row)
        if is_protected and names_denouncer(self._session, row["visit_id"], words):
            raise InvalidInput("request.words_name", "words")
        return words

    def grant(self, request_id: str, parts: frozenset[IdentityPart]) -> None:
        """Encrypt the parts for the asker, who may open them once, until the next working day ends.

        What a custodian grants opens until the end of the same day. Fewer parts than requested may
        be granted, never others. About a denouncer neither the grant nor the log depends on the
        words, so that nobody learns from them whether a guessed name is right. Errors: those of
        :meth:`explanation` but ``request.words_name``; ``reveal.no_part``; those of opening the
        sealed identity; about others ``reveal.reason_names`` (nothing is granted).
        """
        row = self._undecided_row(request_id)
        if not parts or not parts <= granted_or_requested_parts(row):
            raise InvalidInput("reveal.no_part", "parts")
        is_protected, words = is_protected_request(row), self._words_of(row)
        opened = self._open(row, RevealSelection(row["reason"], words, parts))
        asks_for_paper = bool(reveal_reason(row["reason"]).paper)
        last_day = self._session.today() if is_protected else self._next_working_day()
        decision_columns = {
            **self._decision_columns(),
            "ends_on": last_day.isoformat(),
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
                Act.PROTECTED_REVEAL_GRANTED if is_protected else Act.REVEAL_GRANTED,
                visit_subject(row["visit_id"]),
                request=request_id,
                reason=row["reason"],
                parts=sorted(part.value for part in parts),
                **({} if is_protected else {"words": words}),
            )

    def refuse(self, request_id: str, note: RefusalNote) -> None:
        """Refuse a request with a note that is offered for it.

        Errors: those of :meth:`grant`; InvalidInput ``request.note_tells`` for another note.
        """
        row = self._undecided_row(request_id)
        if note not in RefusalNote.offered(is_protected=is_protected_request(row)):
            raise InvalidInput("request.note_tells", "note")
        with self._session.act() as work:
            self._check_undecided(work, row)
            decision_columns = {**self._decision_columns(), "note": note.value}
            request_rows.end_request(work, request_id, RequestState.REFUSED, decision_columns)
            facts = {"request": request_id, "note": note.value}
            is_protected = is_protected_request(row)
            act = Act.PROTECTED_REVEAL_REFUSED if is_protected else Act.REVEAL_REFUSED
            work.log(act, visit_subject(row["visit_id"]), **facts)

    def _words_of(self, row: Any) -> str:
        check_conditions(self._session)
        try:
            private_key = self._private_key_of(row)
            office_id = self._session.office.office_id
            return request_rows.open_explanation(row, office_id, private_key)
        except StorageError:
            raise ReceptionError("request.unreadable") from None

    def _open(self, row: Any, selection: RevealSelection) -> OpenedIdentity:
        if is_protected_request(row):
            return open_for_grant(self._session, row["visit_id"])
        return open_ordinary(self._session, row["visit_id"], selection)

    def _undecided_row(self, request_id: str) -> Any:
        row = request_rows.read_request(self._session.database, request_id)
        if row is None:
            raise ReceptionError("request.ended")
        if not all(self._session.may(right) for right in _rights_to_decide(row)):
            raise NotAllowed("request.for_others")
        self._require_waiting(row)
        if row["asker"] == self._session.member.user_id:
            raise ReceptionError("request.own")
        self._check_signature(row)
        return row

    def _require_waiting(self, row: Any) -> None:
        """Raise an error that names who has answered a request in the meantime.

        Errors: ``request.was_granted``, ``request.was_refused``; ``request.ended`` if it ended
        without an answer.
        """
        if row["state"] != RequestState.WAITING and row["decided_by"]:
            person = self._session.people.get(row["decided_by"])
            refused = row["state"] == RequestState.REFUSED
            code = "request.was_refused" if refused else "request.was_granted"
            raise ReceptionError(code, who=person.name if person else row["decided_by"])
        if row["state"] != RequestState.WAITING or request_rows.is_over(row, self._session.today()):
            raise ReceptionError("request.ended")

    def _check_undecided(self, work: UnitOfWork, row: Any) -> None:
        """Raise an error where another person decided, or the visit changed, in the meantime."""
        current_row = request_rows.read_request(work.database, row["request_id"])
        if current_row is None:
            raise ReceptionError("request.ended")
        self._require_waiting(current_row)
        if is_protected_request(current_row) is not is_protected_request(row):
            raise ReceptionError("request.ended")

    def _decision_columns(self) -> dict[str, str]:
        now = self._session.environment.clock.now()
        return {"decided_by": self._session.member.user_id, "decided_at": now.isoformat()}

    def _private_key_of(self, row: Any) -> bytes:
        session = self._session
        session.require_walked_log()
        private_keys = signed_members.granted_private_keys(
            session.database, session.office, session.member.user_id, session.keys
        )
        private_key = private_keys.get((request_rows.vault_of_request(row), row["generation"]))
        if private_key is None:
            raise StorageError("seal.broken")
        return private_key

    def _next_working_day(self) -> date:
        return self._office_calendar.calendar().add_working_days(self._session.today(), 1)


def _rights_to_decide(row: Any) -> tuple[Right, ...]:
    """Return the rights that whoever answers a request needs, all of them."""
    if is_protected_request(row):
        return (Right.CUSTODY,)
    return (Right.MANAGE, Right.REVEAL)
