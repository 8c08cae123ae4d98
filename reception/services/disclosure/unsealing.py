"""Opens seals with the vault keys of one session, after comparing them with the log."""

from __future__ import annotations

from typing import Any

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.services.access.session import Session
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.storage.audit.accepted_findings import accepted_places
from reception.storage.audit.log_verification import Verifier, verifier_of
from reception.storage.staff import signed_members
from reception.storage.visits.sealed_identities import (
    find_copy_number,
    identity_row_keys,
    lost_values,
    open_part,
    sealed_row_keys,
)


class Unsealing:
    """Opens identities sealed to one vault; create one for each act."""

    def __init__(self, session: Session, vault: str) -> None:
        """Open this person's keys of the vault.

        Errors: ConditionNotMet; ``reveal.no_key`` without one; those of
        :meth:`Session.require_walked_log`.
        """
        check_conditions(session)
        session.require_walked_log()
        self._session = session
        self._verifier = verifier_of(session.database, session.office)
        private_keys = signed_members.granted_private_keys(
            session.database, session.office, session.member.user_id, session.keys
        )
        self._private_keys = {
            vault_generation: key
            for vault_generation, key in private_keys.items()
            if vault_generation[0] == vault
        }
        if not self._private_keys:
            raise ReceptionError("reveal.no_key")

    def check_seal(self, visit_id: int) -> bool:
        """Return whether the visit has a seal; ``reveal.seal_changed`` if it differs from the log.

        The seal is not opened.
        """
        return _check_identity(self._session, self._verifier, visit_id)

    def open(self, visit_id: int) -> Identity:
        """Return the newest version of an identity.

        Errors: ``reveal.no_key`` when no key opens one; StorageError ``seal.broken`` for a seal
        that is damaged or belongs to another visit.
        """
        office = self._session.office.office_id
        part = open_part(self._session.database, office, visit_id, self._private_keys)
        if part is None:
            raise ReceptionError("reveal.no_key")
        return part.identity

    def visits_of_copy_number(self, number: str) -> tuple[list[tuple[int, str]], int]:
        """Open the numbers of all citizen's copies; see ``find_copy_number``."""
        office = self._session.office.office_id
        return find_copy_number(self._session.database, office, number, self._private_keys)


def check_identity_seal(session: Session, visit_id: int) -> None:
    """Raise ``reveal.seal_changed`` if the sealed identity of a visit differs from the log."""
    _check_identity(session, verifier_of(session.database, session.office), visit_id)


def check_all_seals(session: Session, visit_id: int) -> None:
    """Raise ``reveal.seal_changed`` if any sealed value of a visit differs from the log.

    Errors: also those of :meth:`Session.require_walked_log`.
    """
    session.require_walked_log()
    if lost_values(session.database, visit_id):
        raise ReceptionError("reveal.seal_changed")
    verifier = verifier_of(session.database, session.office)
    _require_covered(session, verifier, sealed_row_keys(session.database, visit_id))


def _check_identity(session: Session, verifier: Verifier, visit_id: int) -> bool:
    sealed_rows = identity_row_keys(session.database, visit_id)
    if lost_values(session.database, visit_id):
        raise ReceptionError("reveal.seal_changed")  # an older version would be opened instead
    if sealed_rows:
        _require_covered(session, verifier, [("visit", (visit_id,)), *sealed_rows])
    return bool(sealed_rows)


def _require_covered(
    session: Session, verifier: Verifier, records: list[tuple[str, tuple[Any, ...]]]
) -> None:
    uncovered = [record for record in records if not verifier.is_covered(*record)]
    if not uncovered:
        return
    # An entry that only names the records must not close them for good.
    accepted = accepted_places(session.database, session.office, verifier)
    if not all(verifier.is_covered(table, key, accepted) for table, key in uncovered):
        raise ReceptionError("reveal.seal_changed")
