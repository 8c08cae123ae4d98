"""Reveals of ordinary reporters: right and reason are checked, then logged, then parts shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.leak_guard import find_leaks
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Pseudonym, RevealedIdentity
from reception.domain.reveal import (
    SHORTEST_REASON,
    IdentityPart,
    RevealRoute,
    RevealSelection,
    with_parts_only,
)
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.law.reveal_reasons import reveal_reason
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.services.disclosure.unsealing import Unsealing
from reception.services.disclosure.version_writers import VersionWriter, version_writers
from reception.storage.audit.log_reader import last_entry_number
from reception.storage.staff import signed_members
from reception.storage.visits.register_reader import RegisterReader

# A word that names no kind, as only other tools can write it, counts as a protected one.
_UNPROTECTED_KINDS = frozenset(kind.value for kind in PetitionKind if not kind.protected)
_VISIT = "SELECT kind, protection, series, code_year, code_number FROM visit WHERE visit_id = ?"


@dataclass(frozen=True, slots=True)
class OpenedIdentity:
    """A whole identity in memory, the reporter's pseudonym, and who wrote each version."""

    identity: Identity = field(repr=False)
    code: str
    writers: tuple[VersionWriter, ...]  # the oldest version first; the last one was opened


@dataclass(frozen=True, slots=True)
class RevealResult:
    """The requested parts of an identity, the reporter's pseudonym, and the log entry's number."""

    revealed: RevealedIdentity
    code: str
    log_entry: int  # sequence number in the log
    writers: tuple[VersionWriter, ...]  # as in OpenedIdentity

    def __repr__(self) -> str:
        """Never print an identity."""
        return f"RevealResult({self.code}, {self.log_entry})"


@rights_checked
class Reveals:
    """Opens identities of ordinary reporters, never a denouncer's, for the signed-in person."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def checked_route(self, visit_id: int) -> RevealRoute:
        """Check the conditions, then return how this person may see the identity of a visit.

        Errors: ConditionNotMet of ``reveal_conditions``; ReceptionError ``reveal.no_visit``.
        """
        check_conditions(self._session)
        return self.route_of(visit_id)

    def check_conditions(self) -> None:
        """Raise ConditionNotMet while no identity may be opened."""
        check_conditions(self._session)

    def route_of(self, visit_id: int) -> RevealRoute:
        """Return how this person may see the identity of a visit, whatever the conditions."""
        row = self._visit(visit_id)
        if row["protection"] or row["kind"] not in _UNPROTECTED_KINDS:
            return RevealRoute.CUSTODIAN
        return RevealRoute.OPEN if self._session.may(Right.REVEAL) else RevealRoute.ASK

    def reveal_count(self, visit_id: int) -> int:
        """Return how often the identity of a visit was opened."""
        return RegisterReader(self._session.database).count_entries(visit_id, Act.REVEALED.value)

    def open(self, visit_id: int, selection: RevealSelection) -> RevealResult:
        """Log the reveal, then return the requested parts.

        Errors: ConditionNotMet; NotAllowed ``rights.missing``; ReceptionError ``reveal.denouncer``,
        ``reveal.no_key``, ``reveal.seal_changed``; InvalidInput ``reveal.reason_short``,
        ``reveal.no_part``, ``reveal.reason_names`` (its words would put the name into the log).
        """
        try:
            opened = self.identity_for_paper(visit_id, selection)
        except InvalidInput as error:
            if error.code == "reveal.reason_names":
                self.log_stopped(visit_id)
            raise
        with self._session.act() as work:
            work.log(
                Act.REVEALED,
                visit_subject(visit_id),
                reason=selection.reason,
                words=clean(selection.explanation),
                parts=sorted(part.value for part in selection.parts),
            )
        entry_number = last_entry_number(self._session.database)
        revealed = RevealedIdentity(with_parts_only(opened.identity, selection.parts))
        return RevealResult(revealed, opened.code, entry_number, opened.writers)

    def identity_for_paper(self, visit_id: int, selection: RevealSelection) -> OpenedIdentity:
        """Return the whole identity for a paper made at once; the caller logs it."""
        check_conditions(self._session)
        return self.identity_to_grant(visit_id, selection)

    def identity_to_grant(self, visit_id: int, selection: RevealSelection) -> OpenedIdentity:
        """Return the whole identity to be sealed for somebody else; nothing is shown."""
        row = self._visit_to_open(visit_id)
        check_selection(selection)
        identity = self._unseal(visit_id)
        if find_leaks(selection.explanation, identity):
            raise InvalidInput("reveal.reason_names", "words")
        pseudonym = Pseudonym(row["series"], row["code_year"], row["code_number"])
        code = pseudonym.code(self._session.today().year)
        return OpenedIdentity(identity, code, version_writers(self._session, visit_id))

    def log_stopped(self, visit_id: int) -> None:
        """Log that the reason named the reporter, so that guessing names is recorded."""
        with self._session.act() as work:
            work.log(Act.REVEAL_STOPPED, visit_subject(visit_id))

    def _visit_to_open(self, visit_id: int) -> Any:
        self._session.refresh()
        route = self.route_of(visit_id)
        if route is RevealRoute.CUSTODIAN:
            raise ReceptionError("reveal.denouncer")
        if route is RevealRoute.ASK:
            raise NotAllowed("rights.missing", right=Right.REVEAL.value)
        return self._visit(visit_id)

    def _visit(self, visit_id: int) -> Any:
        row = self._session.database.one(_VISIT, (visit_id,))
        if row is None:
            raise ReceptionError("reveal.no_visit")
        return row

    def _unseal(self, visit_id: int) -> Identity:
        """Open the newest version of an identity after comparing its seal with the log."""
        unsealing = Unsealing(self._session, signed_members.DESK)
        unsealing.check_seal(visit_id)
        return unsealing.open(visit_id)


def check_selection(selection: RevealSelection) -> None:
    """Raise InvalidInput if the reason from the list, its text or the parts are missing."""
    reveal_reason(selection.reason)
    if len(clean(selection.explanation)) < SHORTEST_REASON:
        raise InvalidInput("reveal.reason_short", "words", least=SHORTEST_REASON)
    if not selection.parts or not selection.parts <= frozenset(IdentityPart):
        raise InvalidInput("reveal.no_part", "parts")
