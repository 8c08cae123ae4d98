"""One identity opened in memory, with the reason compared with it, and what a reveal returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.leak_guard import find_leaks
from reception.domain.petition import PetitionKind, is_protected
from reception.domain.reporter import Identity, Pseudonym, RevealedIdentity
from reception.domain.reveal import SHORTEST_REASON, IdentityPart, RevealReason, RevealSelection
from reception.domain.text import clean
from reception.law.reveal_reasons import protected_reveal_grounds, reveal_reasons
from reception.services.access.session import Session
from reception.services.disclosure.unsealing import Unsealing
from reception.services.disclosure.version_writers import VersionWriter, version_writers
from reception.storage.database import Database
from reception.storage.visits.visit_reader import read_protection_and_pseudonym


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


def read_visit_to_open(database: Database, visit_id: int) -> Any:
    """Return kind, protection and pseudonym of a visit; ``reveal.no_visit`` without it."""
    row = read_protection_and_pseudonym(database, visit_id)
    if row is None:
        raise ReceptionError("reveal.no_visit")
    return row


def is_visit_protected(database: Database, visit_id: int) -> bool:
    """Tell whether only custodians may open the identity of a visit; ``reveal.no_visit``."""
    row = read_visit_to_open(database, visit_id)
    return is_protected(row["kind"], row["protection"])


def require_ordinary(database: Database, visit_id: int) -> None:
    """Raise ``reveal.denouncer`` if the visit is protected; called again inside each act."""
    if is_visit_protected(database, visit_id):
        raise ReceptionError("reveal.denouncer")


def open_compared(session: Session, visit_id: int, vault: str, explanation: str) -> OpenedIdentity:
    """Return the newest identity of a visit, opened by this person's keys of a vault.

    Its seal is compared with the log first. Errors: those of :class:`Unsealing`;
    ``reveal.seal_changed``; InvalidInput ``reveal.reason_names`` if the explanation contains a part
    of the identity.
    """
    unsealing = Unsealing(session, vault)
    unsealing.check_seal(visit_id)
    identity = unsealing.open(visit_id)
    if find_leaks(explanation, identity):
        raise InvalidInput("reveal.reason_names", "words")
    row = read_visit_to_open(session.database, visit_id)
    pseudonym = Pseudonym(row["series"], row["code_year"], row["code_number"])
    code = pseudonym.code(session.today().year)
    return OpenedIdentity(identity, code, version_writers(session, visit_id))


def reasons_for(database: Database, visit_id: int, on: date) -> tuple[RevealReason, ...]:
    """Return the reasons and grounds from which one is chosen for a visit."""
    row = read_visit_to_open(database, visit_id)
    if not is_protected(row["kind"], row["protection"]):
        return reveal_reasons()
    kinds = {kind.value: kind for kind in PetitionKind}
    return protected_reveal_grounds(kinds.get(row["kind"], PetitionKind.DENUNCIATION), on)


def check_selection(selection: RevealSelection, reasons: tuple[RevealReason, ...]) -> None:
    """Raise InvalidInput if the reason from the list, its text or the parts are missing."""
    if selection.reason not in {reason.code for reason in reasons}:
        raise InvalidInput("reveal.unknown_reason", "reason")
    if len(clean(selection.explanation)) < SHORTEST_REASON:
        raise InvalidInput("reveal.reason_short", "words", least=SHORTEST_REASON)
    if not selection.parts or not selection.parts <= frozenset(IdentityPart):
        raise InvalidInput("reveal.no_part", "parts")
