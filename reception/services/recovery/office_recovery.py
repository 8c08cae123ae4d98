"""Recovery of an office by two sheets: a look into it, new keys for everything, a notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from reception.domain.audit import entry_time
from reception.domain.clock import local_day
from reception.domain.errors import InvalidInput, StorageError
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings, read_settings
from reception.services.recovery.office_rekeying import (
    RECOVERY_TIME_KEY,
    RecoveryPlan,
    rekey,
)
from reception.services.recovery.previous_office import head_of, read_previous_office
from reception.storage.audit.local_state import CheckpointFile, FailedAttemptsFile, RosterFile
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY, Keyring, UserKeys
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.key_rotation.database_rekeying import (
    finish_rekeying,
    kept_in_place,
    replace_database,
)
from reception.storage.office_values import read_office_value
from reception.storage.schema import migrate
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.roster_statement import signed_roster_from_json
from reception.storage.staff.signed_members import PENDING_RECOVERY, PROTECTED, fingerprint

__all__ = [
    "OfficeToRecover",
    "RecoveryPlan",
    "inspect_with_recovery_keys",
    "recent_recovery_day",
    "replace_keys_after_recovery",
]

# How long after a recovery all staff see a notice of it.
RECOVERY_NOTICE_PERIOD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class OfficeToRecover:
    """An office that two sheets open: the head, who gets a new password, and the opened vaults."""

    head_id: str
    head_name: str
    member_names: tuple[str, ...]
    settings: OfficeSettings
    fingerprint: str  # of the present root, as printed on the sheets
    sheets_open_protected: bool  # the two sheets open denouncers' identities
    other_members_open_protected: bool  # a member other than the head can open them

    @property
    def known_names(self) -> tuple[str, ...]:
        """Return names that other people know; a password made of them is refused."""
        settings = self.settings
        return (
            *self.member_names,
            settings.superior,
            settings.issuing,
            settings.place,
            settings.symbol,
        )


def inspect_with_recovery_keys(folder: Path, recovery: UserKeys) -> OfficeToRecover:
    """Return the office that these recovery keys open.

    Writes nothing, except that an interrupted change of the database key is completed.
    Errors: InvalidInput ``recovery.not_made``, ``recovery.foreign`` (sheets of another office, or
    replaced since); StorageError ``members.forged`` (signatures of the members do not match, or
    there is no active head), and those of opening the file.
    """
    keyring = keyring_file.load(folder)
    database = _open_database(folder, keyring, recovery)
    try:
        office = root_succession.office_of_recovery(database, keyring.office, recovery)
        people = signed_members.read_members(database, office)
        private_keys = signed_members.granted_private_keys(database, office, RECOVERY, recovery)
        head = head_of(people)
        other_holders = set(signed_members.holders(database, PROTECTED)) - {
            RECOVERY,
            PENDING_RECOVERY,
            head.user_id,
        }
        return OfficeToRecover(
            head_id=head.user_id,
            head_name=head.name,
            member_names=tuple(person.name for person in people.values()),
            settings=read_settings(database),
            fingerprint=fingerprint(office.root),
            sheets_open_protected=any(vault == PROTECTED for vault, _ in private_keys),
            other_members_open_protected=bool(other_holders),
        )
    finally:
        database.close()


def replace_keys_after_recovery(
    folder: Path, recovery: UserKeys, plan: RecoveryPlan, environment: Environment
) -> str:
    """Give the office new keys and the head a new password; return the head's user id.

    The root, the head's keys, the database key, the keys of the vaults and those of recovery are
    replaced; the head's drafts are deleted, because the new keys do not open them. The new files
    are written beside the old ones and become valid by one rename: after any failure either the
    old or the new office opens.
    Errors: as :func:`inspect_with_recovery_keys`; ``database.busy`` while another process has the
    office open.
    """
    keyring = keyring_file.load(folder)
    old_key = _database_key(keyring, recovery)
    finish_rekeying(folder, old_key)
    new_key = sealing.new_key()
    with replace_database(folder, old_key, new_key) as rekeying:
        migrate(rekeying.copy, None, new_key)
        roster_file = RosterFile(environment.state_folder, keyring.office, folder)
        previous = read_previous_office(
            rekeying.copy, keyring, recovery, signed_roster_from_json(roster_file.read())
        )
        rekeyed = rekey(
            rekeying.copy, (rekeying.keyring, previous, recovery), plan, environment, new_key
        )
        rekeying.keyring = rekeyed.keyring
    for draft_id in previous.drafts:
        SealedKeyFiles(folder).remove(draft_id)
    FailedAttemptsFile(folder).clear(previous.head.user_id)
    CheckpointFile(environment.state_folder, keyring.office, folder).write(rekeyed.checkpoint)
    roster_file.write(rekeyed.roster.to_json())
    return previous.head.user_id


@rights_checked
def recent_recovery_day(session: Session) -> date | None:
    """Return the day on which the office was recovered; None if never or 31 days ago or more."""
    stored_time = read_office_value(session.database, RECOVERY_TIME_KEY)
    if stored_time is None:
        return None
    recovery_time = entry_time(stored_time)
    age = session.environment.clock.now() - recovery_time
    return local_day(recovery_time) if age < RECOVERY_NOTICE_PERIOD else None


def _database_key(keyring: Keyring, recovery: UserKeys) -> bytes:
    if not keyring.recovery_key:
        raise InvalidInput("recovery.not_made", "sheets")
    try:
        return sealing.unbox(recovery.box_private, keyring.recovery_key)
    except StorageError:
        raise InvalidInput("recovery.foreign", "sheets") from None


def _open_database(folder: Path, keyring: Keyring, recovery: UserKeys) -> Database:
    with kept_in_place(folder, lambda: _database_key(keyring, recovery)) as key:
        return Database(folder / DATABASE_FILE, key)
