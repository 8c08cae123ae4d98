"""Recovery sheets made after setting up the office: the head grants recovery its keys."""

from __future__ import annotations

from dataclasses import replace

from nacl.public import PrivateKey

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import Keyring, UserKeys
from reception.storage.crypto.keyring_update import update_keyring
from reception.storage.crypto.sealing import VaultKey
from reception.storage.office_values import write_keyring_counter
from reception.storage.staff import signed_members
from reception.storage.staff.root_succession import write_recovery_keys
from reception.storage.staff.signed_members import DESK, PENDING_RECOVERY, PROTECTED
from reception.storage.unit_of_work import UnitOfWork


@rights_checked
def add_recovery(session: Session, recovery: UserKeys, *, opens_protected: bool) -> None:
    """Seal the database key and the vaults' keys to recovery, once the holders have the sheets.

    The key of ``protected`` kept for this is deleted, unless nobody else could open that vault
    then. The keyring is written first: a power cut in between leaves an office that opens as
    before and still asks for its sheets.
    Errors: ``rights.missing``, ``recovery.head_only``, ``recovery.made_already``; those of
    :meth:`Session.require_walked_log`.
    """
    if not session.keys.root_seed:
        raise NotAllowed("recovery.head_only")
    if keyring_file.RECOVERY in signed_members.holders(session.database, DESK):
        raise InvalidInput("recovery.made_already", "sheets")
    session.require_walked_log()
    private_keys = _private_keys(session)

    def seal_database_key(stored: Keyring) -> Keyring:
        key = keyring_file.database_key(stored.account(session.member.user_id), session.keys)
        return replace(stored, recovery_key=sealing.box_to(recovery.box_public, key))

    new_keyring = update_keyring(session.folder, seal_database_key)
    with session.act(session.keys.root_seed) as work:
        write_keyring_counter(work, new_keyring)
        for (vault, generation), private in private_keys.items():
            if vault == DESK or opens_protected:
                public = bytes(PrivateKey(private).public_key)
                grant = (
                    VaultKey(vault, generation, public),
                    keyring_file.RECOVERY,
                    sealing.box_to(recovery.box_public, private),
                )
                signed_members.write_grant(work, session.office, session.keys.root_seed, grant)
        write_recovery_keys(work, session.office, session.keys.root_seed, recovery)
        _delete_kept_grant(work, private_keys)
        work.log(Act.RECOVERY_SHEETS_MADE, "office", opens_protected=opens_protected)
    session.warnings = tuple(code for code in session.warnings if code != "recovery.missing")


def _private_keys(session: Session) -> dict[tuple[str, int], bytes]:
    """Return the vault keys that the head may grant: those of the head, and those kept."""
    holders = (session.member.user_id, PENDING_RECOVERY)
    private_keys: dict[tuple[str, int], bytes] = {}
    for holder in holders:
        private_keys |= signed_members.granted_private_keys(
            session.database, session.office, holder, session.keys
        )
    return private_keys


def _delete_kept_grant(work: UnitOfWork, private_keys: dict[tuple[str, int], bytes]) -> None:
    for vault, generation in private_keys:
        other_holders = set(signed_members.holders(work.database, vault)) - {PENDING_RECOVERY}
        if vault == PROTECTED and other_holders:
            key = {"name": vault, "generation": generation, "holder": PENDING_RECOVERY}
            work.delete("vault_grant", key)
