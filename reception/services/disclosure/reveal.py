"""Opening the name of an ordinary reporter: right, reason, log entry first, then the parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.leak_guard import find_leaks
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Pseudonym, RevealedIdentity
from reception.domain.reveal import (
    SHORTEST_REASON,
    IdentityPart,
    RevealPurpose,
    RevealSelection,
    limited,
)
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.law.reveal_reasons import reveal_reason
from reception.services.access.session import Session
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.services.disclosure.unsealing import Unsealing
from reception.storage.staff import signed_members
from reception.storage.visits.register_reader import RegisterReader

_VISIT = "SELECT kind, protection, series, code_year, code_number FROM visit WHERE visit_id = ?"


@dataclass(frozen=True, slots=True)
class RevealResult:
    """What a reveal shows: the parts asked for, whose they are, and the entry that says so."""

    revealed: RevealedIdentity
    code: str
    entry: int  # sequence number in the log

    def __repr__(self) -> str:
        """Never print an identity."""
        return f"Opened({self.code}, {self.entry})"


class Reveals:
    """Opens ordinary reporters' identities for one person; a denouncer's never."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session

    def begin(self, visit_id: int) -> RevealPurpose:
        """Return how this person may see the identity of a visit, if the conditions are met.

        Errors: ConditionNotMet ``reveal.looked_on``; ReceptionError ``reveal.no_visit``.
        """
        check_conditions(self._session)
        return self.way(visit_id)

    def check_conditions(self) -> None:
        """Raise ConditionNotMet where nothing may be opened now."""
        check_conditions(self._session)

    def way(self, visit_id: int) -> RevealPurpose:
        """Return how this person may see the identity of a visit, whatever the conditions."""
        row = self._visit(visit_id)
        if row["protection"] or PetitionKind(row["kind"]).protected:
            return RevealPurpose.CUSTODIAN
        return RevealPurpose.OPEN if self._session.may(Right.REVEAL) else RevealPurpose.ASK

    def times(self, visit_id: int) -> int:
        """Return how often the identity of a visit was opened."""
        return RegisterReader(self._session.database).reveals(visit_id, Act.REVEALED.value)

    def open(self, visit_id: int, wish: RevealSelection) -> RevealResult:
        """Log, then return the parts asked for.

        Errors: ConditionNotMet; NotAllowed ``rights.missing``; ReceptionError ``reveal.denouncer``,
        ``reveal.no_key``, ``reveal.seal_changed``; InvalidInput ``reveal.reason_short``,
        ``reveal.no_part``, ``reveal.reason_names`` (the words would put the name into the log).
        """
        try:
            identity, code = self.identity(visit_id, wish)
        except InvalidInput as error:
            if error.code == "reveal.reason_names":
                self.tell_stopped(visit_id)
            raise
        with self._session.act() as work:
            work.log(
                Act.REVEALED,
                _subject(visit_id),
                reason=wish.reason,
                words=clean(wish.words),
                parts=sorted(part.value for part in wish.parts),
            )
        entry = self._session.database.one("SELECT max(seq) FROM log")
        shown = RevealedIdentity(limited(identity, wish.parts))
        return RevealResult(shown, code, int(entry[0]) if entry else 0)

    def identity(self, visit_id: int, wish: RevealSelection) -> tuple[Identity, str]:
        """Return (whole identity, pseudonym) for a paper that is made at once; not yet logged."""
        check_conditions(self._session)
        return self.identity_to_grant(visit_id, wish)

    def identity_to_grant(self, visit_id: int, wish: RevealSelection) -> tuple[Identity, str]:
        """Return (whole identity, pseudonym) to be sealed for somebody else; nothing is shown."""
        row = self._allowed(visit_id)
        check_selection(wish)
        identity = self._unsealed(visit_id)
        if find_leaks(wish.words, identity):
            raise InvalidInput("reveal.reason_names", "words")
        pseudonym = Pseudonym(row["series"], row["code_year"], row["code_number"])
        return identity, pseudonym.code(self._session.today().year)

    def tell_stopped(self, visit_id: int) -> None:
        """Log that words were refused: who guesses at a name here leaves a trace."""
        with self._session.act() as work:
            work.log(Act.REVEAL_STOPPED, _subject(visit_id))

    def _allowed(self, visit_id: int) -> Any:
        self._session.refresh()
        way = self.way(visit_id)
        if way is RevealPurpose.CUSTODIAN:
            raise ReceptionError("reveal.denouncer")
        if way is RevealPurpose.ASK:
            raise NotAllowed("rights.missing", right=Right.REVEAL.value)
        return self._visit(visit_id)

    def _visit(self, visit_id: int) -> Any:
        row = self._session.database.one(_VISIT, (visit_id,))
        if row is None:
            raise ReceptionError("reveal.no_visit")
        return row

    def _unsealed(self, visit_id: int) -> Identity:
        """Open the newest version, after the log has vouched for the bytes it is made of."""
        unsealing = Unsealing(self._session, signed_members.DESK)
        unsealing.vouch(visit_id)
        return unsealing.open(visit_id)


def check_selection(wish: RevealSelection) -> None:
    """Raise InvalidInput where a wish lacks a reason of the list, words, or a part."""
    reveal_reason(wish.reason)
    if len(clean(wish.words)) < SHORTEST_REASON:
        raise InvalidInput("reveal.reason_short", "words", least=SHORTEST_REASON)
    if not wish.parts or not wish.parts <= frozenset(IdentityPart):
        raise InvalidInput("reveal.no_part", "parts")


def _subject(visit_id: int) -> str:
    return f"visit {visit_id}"
