"""Key rotation of the database: those who may no longer open the register get no new key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reception.domain.audit import Act
from reception.domain.log_checkpoint import LogCheckpoint
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import Keyring
from reception.storage.key_rotation.database_rekeying import (
    Rekeying,
    kept_in_place,
    replace_database,
)
from reception.storage.office_values import write_keyring_counter
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.unit_of_work import UnitOfWork


def rotate_database_key(
    session: Session, departing_id: str, write_rows: Callable[[UnitOfWork], None]
) -> None:
    """Encrypt the database with a new key; the account ``departing_id`` leaves the keyring.

    The new file is made by the backup API, checked, and becomes valid by one rename: after any
    failure either the old or the new key opens the register, and the session continues with it.
    ``write_rows`` adds rows to the transaction that logs the rotation.
    Errors: ``rights.missing``, ``accounts.head_only``, ``database.busy`` while another
    program has the register open, ``database.disk_full``.
    """
    root_seed = own_root_seed(session)
    old_key, new_key = _current_key(session), sealing.new_key()
    session.truncate_wal()
    session.database.close()
    try:
        with replace_database(session.folder, old_key, new_key) as rekeying:
            rekeying.keyring = _keyring_without(session, rekeying, departing_id, new_key)
            checkpoint, signed = _log_rotation(
                (session, root_seed), rekeying, departing_id, write_rows
            )
    finally:
        with kept_in_place(session.folder, lambda: _current_key(session)) as present_key:
            session.database.reopen(present_key)
    session.checkpoint_file.write(checkpoint)
    if signed is not None:
        session.keep_roster(signed)
    session.reload_people_and_vaults()


def _current_key(session: Session) -> bytes:
    account = keyring_file.load(session.folder).account(session.member.user_id)
    return keyring_file.database_key(account, session.keys)


def _keyring_without(
    session: Session, rekeying: Rekeying, departing_id: str, new_key: bytes
) -> Keyring:
    """Return the keyring without ``departing_id``.

    The new key is sealed to every other active account and to the recovery sheets.
    """
    stored = rekeying.keyring
    members = signed_members.read_members(rekeying.copy, session.office)
    accounts = []
    for account in stored.accounts:
        member = members.get(account.user_id)
        if member is None or account.user_id == departing_id:
            continue
        # A suspended account keeps its encrypted keys for a reinstatement, and gets no new key.
        sealed_key = sealing.box_to(member.box_key, new_key) if member.active else b""
        accounts.append(replace(account, database_key=sealed_key))
    recovery_public = root_succession.recovery_box_key(rekeying.copy, session.office)
    sealed_key = sealing.box_to(recovery_public, new_key) if recovery_public else b""
    return Keyring(stored.office, stored.counter + 1, tuple(accounts), sealed_key)


def _log_rotation(
    head: tuple[Session, bytes],
    rekeying: Rekeying,
    departing_id: str,
    write_rows: Callable[[UnitOfWork], None],
) -> tuple[LogCheckpoint, SignedRoster | None]:
    """Write the keyring's counter and the rows of the caller, sign the roster, log the rotation.

    ``head`` is the head's session and the seed of the office root. The roster is None if no row of
    it has changed.
    """
    session, root_seed = head
    session.roster.check(rekeying.copy)
    work = UnitOfWork(
        rekeying.copy, session.environment.clock, session.signer(), session.roster.number
    )
    with work:
        write_keyring_counter(work, rekeying.keyring)
        write_rows(work)
        signed = session.roster.sign_changes(work, root_seed)
        work.log(Act.DATABASE_KEY_ROTATED, departing_id, accounts=len(rekeying.keyring.accounts))
    if work.checkpoint is None:
        raise AssertionError("every act writes a log entry")
    return work.checkpoint, signed
