"""Reveal requests of the signed-in person: made, withdrawn, and opened once when granted."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import ReceptionError
from reception.domain.reporter import RevealedIdentity
from reception.domain.reveal import IdentityPart, RevealRoute, RevealSelection, with_parts_only
from reception.domain.reveal_request import EXPIRES_AFTER_DAYS, RequestState, RevealRequest
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.law.reveal_reasons import reveal_reason
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.granted_openings import GrantedOpenings
from reception.services.disclosure.opened_identity import (
    RevealResult,
    check_selection,
    is_visit_protected,
)
from reception.services.disclosure.reveal import Reveals
from reception.services.disclosure.reveal_request_list import (
    RevealRequestList,
    granted_or_requested_parts,
    is_protected_request,
)
from reception.storage.staff import signed_members
from reception.storage.visits import reveal_request_rows as request_rows

_ALL_PARTS = frozenset(IdentityPart)


@rights_checked
class RevealRequests(RevealRequestList):
    """Requests of people who may not reveal: to the head, or to custodians about a denouncer."""

    def __init__(self, session: Session, reveals: Reveals) -> None:
        super().__init__(session)
        self._reveals = reveals
        self._granted = GrantedOpenings(session)

    def ask(self, visit_id: int, selection: RevealSelection) -> RevealRequest:
        """Request parts of an identity; no part is opened by the request.

        Errors: those of :meth:`check_may_ask`; of the selection as in :meth:`Reveals.open`; of
        :meth:`Session.require_walked_log` where a custodian is asked.
        """
        self.check_may_ask(visit_id)
        check_selection(selection, self._reveals.reasons(visit_id))
        request_id = secrets.token_hex(8)
        private = self._key_files.create(request_id, self._session.keys.box_public)
        try:
            self._write_request(
                request_id, visit_id, selection, request_rows.public_key_of(private)
            )
        except BaseException:
            self._key_files.remove(request_id)
            raise
        return self._request_of_row(self._open_request_row(request_id))

    def check_may_ask(self, visit_id: int) -> None:
        """Raise an error if this person cannot ask for the identity of a visit.

        Errors: ReceptionError ``request.has_right``, ``request.asked``; about a denouncer, or a
        reporter who asked for protection, also ``request.no_custodian`` while nobody could answer.
        """
        session = self._session
        route = self._reveals.route_of(visit_id)
        if route in (RevealRoute.OPEN, RevealRoute.OPEN_PROTECTED):
            raise ReceptionError("request.has_right")
        people = session.people.values()
        if route is RevealRoute.ASK_CUSTODIAN and not any(
            person.may(Right.CUSTODY) for person in people
        ):
            raise ReceptionError("request.no_custodian")
        if self.own_request_of(visit_id) is not None:
            raise ReceptionError("request.asked")

    def _write_request(
        self, request_id: str, visit_id: int, selection: RevealSelection, public: bytes
    ) -> None:
        session = self._session
        protected = is_visit_protected(session.database, visit_id)
        if protected:
            session.require_walked_log()
        new_request = self._new_request(request_id, visit_id, selection, public)
        vault_name = signed_members.PROTECTED if protected else signed_members.DESK
        vault_key = next(
            key for key in session.seals.recipients(protected=protected) if key.vault == vault_name
        )
        with session.act() as work:
            if is_visit_protected(work.database, visit_id) is not protected:
                raise ReceptionError("request.visit_changed")  # by another session meanwhile
            request_rows.write_request(
                work, new_request, session.office.office_id, vault_key, session.keys.sign_seed
            )
            facts = {
                "request": request_id,
                "reason": selection.reason,
                "parts": list(new_request.parts),
            }
            act = Act.PROTECTED_REVEAL_ASKED if protected else Act.REVEAL_ASKED
            work.log(act, visit_subject(visit_id), **facts)

    def _new_request(
        self, request_id: str, visit_id: int, selection: RevealSelection, public: bytes
    ) -> request_rows.NewRequest:
        session = self._session
        # The paper that is printed for such a reason is made from the whole identity.
        parts = _ALL_PARTS if reveal_reason(selection.reason).paper else selection.parts
        # A custodian answers on the same day, and what was granted opens on that day only.
        is_protected = is_visit_protected(session.database, visit_id)
        days_open = 0 if is_protected else EXPIRES_AFTER_DAYS
        return request_rows.NewRequest(
            request_id=request_id,
            visit_id=visit_id,
            asker=(session.member.user_id, session.key_generation),
            asked_at=session.environment.clock.now().isoformat(),
            ends_on=session.today() + timedelta(days=days_open),
            reason=selection.reason,
            parts=tuple(sorted(part.value for part in parts)),
            explanation=clean(selection.explanation),
            box_key=public,
        )

    def own_requests(self) -> tuple[RevealRequest, ...]:
        """Return one's own requests: waiting, granted, and refused in the last seven days.

        A request to a custodian that expired in that time is among them too, and one that a change
        of keys or of the visit has ended, or made unreadable, until it is asked again or is over.
        """
        own_id, today = self._session.member.user_id, self._session.today()
        rows = [row for row in self._rows_of_open_requests() if row["asker"] == own_id]
        asked_again = {row["visit_id"] for row in rows}
        since = today - timedelta(days=EXPIRES_AFTER_DAYS)
        database = self._session.database
        rows += request_rows.requests_refused_since(database, own_id, since)
        expired = request_rows.protected_requests_expired_since(database, since)
        rows += [row for row in expired if row["asker"] == own_id]
        ended = request_rows.requests_ended_early(database, own_id, today)
        rows += [row for row in ended if row["visit_id"] not in asked_again]
        return tuple(
            replace(self._request_of_row(row), must_ask_again=self._is_lost(row)) for row in rows
        )

    def _is_lost(self, row: Any) -> bool:
        """Tell whether a request ended before its time, or waits with words that no key opens."""
        if row["state"] == RequestState.EXPIRED:
            return not request_rows.is_over(row, self._session.today())
        if row["state"] != RequestState.WAITING or not is_protected_request(row):
            return False
        keys = self._session.seals.recipients(protected=True)
        newest = next(key for key in keys if key.vault == signed_members.PROTECTED)
        return bool(row["generation"] < newest.generation)

    def own_request_of(self, visit_id: int) -> RevealRequest | None:
        """Return one's own open request about a visit."""
        own_id = self._session.member.user_id
        for row in self._rows_of_open_requests():
            if row["visit_id"] == visit_id and row["asker"] == own_id:
                return self._request_of_row(row)
        return None

    def withdraw(self, request_id: str) -> None:
        """Withdraw one's own request; errors ``request.not_yours``, ``request.ended``."""
        row = self._own_row(request_id)
        with self._session.act() as work:
            request_rows.end_request(work, request_id, RequestState.WITHDRAWN)
            work.log(Act.REVEAL_WITHDRAWN, visit_subject(row["visit_id"]), request=request_id)
        self._key_files.remove(request_id)

    def open(self, request_id: str) -> RevealResult:
        """Log the reveal, then return the granted parts; a request can be opened only once.

        Errors: ConditionNotMet; ``request.not_yours``, ``request.ended``,
        ``request.not_granted``, ``request.key_gone``, ``reveal.seal_changed``; those of
        :meth:`Session.require_walked_log`.
        """
        granted = self._granted
        with granted.opened(request_id) as (row, opened), self._session.act() as work:
            granted.record_opening(work, row)
            entry_number = work.next_seq()
        parts = granted_or_requested_parts(row)
        revealed = RevealedIdentity(with_parts_only(opened.identity, parts))
        return RevealResult(revealed, opened.code, entry_number, opened.writers)
