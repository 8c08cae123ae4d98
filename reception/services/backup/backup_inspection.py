"""Inspection of a backup: opened with a password and compared with the present office."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reception.domain.audit import Finding
from reception.domain.backup import Manifest, RowCounts
from reception.domain.errors import StorageError
from reception.services.office.environment import Environment
from reception.storage.audit.accepted_findings import verify_register
from reception.storage.audit.log_reader import entry_digest
from reception.storage.audit.log_verification import Progress, last_checkpoint
from reception.storage.backup import backup_reader
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.json_shapes import day_of
from reception.storage.schema import migrate
from reception.storage.staff import signed_members
from reception.storage.staff.root_succession import present_root

_LATER_VISITS = (
    "SELECT count(*) AS visits, min(substr(at, 1, 10)) AS first, max(substr(at, 1, 10)) AS last "
    "FROM log WHERE seq > ? AND act = 'visit_sealed'"
)


@dataclass(frozen=True, slots=True)
class RestoreActor:
    """Account name ("" means the first account) and the password that was valid at the backup.

    ``confirmed_people``: user ids of those whom the head knows to belong to the office; None if
    nobody was asked about.
    """

    name: str
    password: str
    confirmed_people: frozenset[str] | None = None

    def __repr__(self) -> str:
        """Show no password."""
        return f"RestoreActor({self.name})"


@dataclass(frozen=True, slots=True)
class PresentOffice:
    """The present office, as far as the keys of the same person open it."""

    counts: RowCounts
    last_entry: int
    same_register: bool  # whether the backup is an earlier state of the same register
    lost_visits: int = 0  # visits entered since the backup
    lost_from: date | None = None
    lost_to: date | None = None


@dataclass(frozen=True, slots=True)
class BackupContent:
    """A backup that was opened and verified, and the present office beside it."""

    manifest: Manifest
    size: int  # bytes
    present: PresentOffice | None


def checked_manifest(backup: Path) -> Manifest:
    """Return the manifest of a backup after comparing sizes and keyring; needs no password."""
    return backup_reader.stated_manifest(backup).without_hour()


def inspect_backup(
    backup: Path,
    folder: Path,
    actor: RestoreActor,
    environment: Environment,
    progress: Progress | None = None,
) -> BackupContent:
    """Open and verify a backup with a password and compare it with the office in ``folder``.

    Nothing is written. Errors: those of :func:`checked_manifest`, ``backup.no_account``,
    ``backup.wrong_password``, ``backup.copy_bad``, ``backup.full``, ``database.newer``; those of
    :func:`require_no_findings`.
    """
    backup_reader.stated_manifest(backup)
    opener = BackupOpener(backup, actor, environment)
    manifest = backup_reader.verified_manifest(backup, opener.key)
    with backup_reader.open_copy(backup, opener.key, environment.state_folder / "backups") as copy:
        is_intact = copy.is_intact() and backup_reader.matches_manifest(copy, manifest)
        migrate(copy, None, b"")
        if not is_intact:
            raise StorageError("backup.copy_bad", place=str(backup))
        require_no_findings(new_findings(copy, opener.office(copy), progress), backup)
    size = sum(length for _, _, length in manifest.files)
    return BackupContent(manifest.without_hour(), size, _present_office(folder, opener, manifest))


class BackupOpener:
    """A person's keys, opened from the keyring of a backup."""

    def __init__(self, backup: Path, actor: RestoreActor, environment: Environment) -> None:
        self.actor, self.environment = actor, environment
        keyring = keyring_file.load(backup)
        self.user_id = _account(keyring, actor.name)
        try:
            self.keys = keyring_file.open_account(
                keyring, self.user_id, actor.password, environment.policy
            )
        except StorageError as error:
            if error.code == "unlock.wrong_password":
                raise StorageError("backup.wrong_password") from None
            raise
        self.office_id = keyring.office
        self.key = keyring_file.database_key(keyring.account(self.user_id), self.keys)

    def office(self, database: Database) -> signed_members.Office:
        """Return the office by the root that this person trusts."""
        root = present_root(database, self.office_id, self.keys.office_root)
        return signed_members.Office(self.office_id, root)


def _account(keyring: keyring_file.Keyring, name: str) -> str:
    for account in keyring.accounts:
        if name in ("", account.name):
            return account.user_id
    raise StorageError("backup.no_account", name=name)


def new_findings(
    database: Database, office: signed_members.Office, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Verify the log and every record; return what the head has not accepted, with names.

    ``progress(entries verified, all entries)``.
    """
    result = verify_register(database, office, None, progress)
    if result.intact:
        return ()
    people = signed_members.read_members(database, office, skip_forged=True)
    names = {user_id: member.name for user_id, member in people.items()}
    return result.with_names(names).findings


def require_no_findings(findings: tuple[Finding, ...], backup: Path) -> None:
    """Raise StorageError ``backup.findings`` (``count``, ``first`` finding) if there are any."""
    if findings:
        raise StorageError(
            "backup.findings", place=str(backup), count=len(findings), first=findings[0]
        )


def _present_office(folder: Path, opener: BackupOpener, manifest: Manifest) -> PresentOffice | None:
    """Return the state of the present office; None when this person's keys do not open it."""
    try:
        account = keyring_file.load(folder).account(opener.user_id)
        key = keyring_file.database_key(account, opener.keys)
        database = Database(folder / DATABASE_FILE, key)
    except StorageError:
        return None
    try:
        return _compare(database, manifest)
    except StorageError:
        return None  # damaged: possibly the reason for the restore
    finally:
        database.close()


def _compare(database: Database, manifest: Manifest) -> PresentOffice:
    counts, checkpoint = backup_reader.row_counts(database), last_checkpoint(database, {})
    is_same_register = entry_digest(database, manifest.seq) == manifest.digest
    present_office = PresentOffice(
        counts,
        checkpoint.seq if checkpoint else 0,
        is_same_register,
    )
    later_visits = database.one(_LATER_VISITS, (manifest.seq,))
    if not is_same_register or later_visits is None or not later_visits["visits"]:
        return present_office
    first, last = (day_of(later_visits[name]) for name in ("first", "last"))
    return replace(
        present_office, lost_visits=int(later_visits["visits"]), lost_from=first, lost_to=last
    )
