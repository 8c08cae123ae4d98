"""Restore of a backup: inspected with a password, then restored elsewhere or in place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from reception.domain.backup import Manifest, RowCounts
from reception.domain.errors import StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.domain.staff import Right
from reception.hardening.single_instance import InstanceLock
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.storage.audit.local_state import CheckpointFile
from reception.storage.audit.log_verification import Progress, Verifier, last_checkpoint
from reception.storage.backup import backup_reader, backup_restore
from reception.storage.backup.restore_history import checkpoint_facts, log_restore
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.schema import migrate
from reception.storage.staff import signed_members
from reception.storage.staff.root_succession import present_root

_STATE = ".state"
_LATER_VISITS = (
    "SELECT count(*) AS visits, min(substr(at, 1, 10)) AS first, max(substr(at, 1, 10)) AS last "
    "FROM log WHERE seq > ? AND act = 'visit_sealed'"
)


@dataclass(frozen=True, slots=True)
class RestoreActor:
    """Account name ("": the first) and the password valid when the backup was made."""

    name: str
    password: str

    def __repr__(self) -> str:
        """Show no password."""
        return f"RestoreActor({self.name})"


@dataclass(frozen=True, slots=True)
class PresentOffice:
    """The present office, as far as the same password opens it."""

    counts: RowCounts
    seq: int
    at: datetime | None  # of its last entry
    same_register: bool  # the backup is an earlier state of the same register
    lost_visits: int = 0  # visits entered since the backup
    lost_from: date | None = None
    lost_to: date | None = None


@dataclass(frozen=True, slots=True)
class BackupContent:
    """A backup that was opened and verified, and the present office beside it."""

    manifest: Manifest
    size: int  # bytes
    present: PresentOffice | None


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """A finished restore: its folder, and the new folder of the replaced office."""

    manifest: Manifest
    folder: Path
    kept: Path | None


def checked_manifest(backup: Path) -> Manifest:
    """Return the manifest of a backup after comparing its files; needs no password."""
    return backup_reader.verified_manifest(backup)


def inspect_backup(
    backup: Path,
    folder: Path,
    actor: RestoreActor,
    environment: Environment,
    progress: Progress | None = None,
) -> BackupContent:
    """Open and verify a backup with a password and compare it with the office in ``folder``.

    Nothing is written. Errors: those of :func:`checked_manifest`, ``backup.no_account``,
    ``backup.wrong_password``, ``backup.copy_bad``, ``database.newer``.
    """
    manifest = backup_reader.verified_manifest(backup)
    opener = _Opener(backup, actor, environment)
    with backup_reader.open_copy(backup, opener.key, environment.state / "backups") as copy:
        good = copy.is_intact() and backup_reader.matches_manifest(copy, manifest)
        migrate(copy, None, b"")
        if not good or not _verify(copy, opener.office(copy), progress):
            raise StorageError("backup.copy_bad", place=str(backup))
    size = sum(length for _, _, length in manifest.files)
    return BackupContent(manifest, size, _present(folder, actor, manifest, environment))


def restore(
    backup: Path,
    folder: Path,
    actor: RestoreActor,
    environment: Environment,
    *,
    in_place: bool = False,
) -> RestoreResult:
    """Restore a backup as the office in ``folder``, which must be free unless ``in_place``.

    The copy is opened with the password, verified and logged before it replaces anything.
    ``in_place`` needs the right to manage and keeps the replaced office under another name. The
    log records the restore and how many later entries this machine had seen; everybody is told so
    at the next unlock. Errors: those of :func:`inspect_backup`, ``backup.target_taken``,
    ``backup.office_open``, ``rights.missing``, ``backup.full``, ``backup.unwritable``.
    """
    manifest = backup_reader.verified_manifest(backup)
    opener = _Opener(backup, actor, environment)
    if not in_place and backup_restore.is_occupied(folder):
        raise StorageError("backup.target_taken", folder=str(folder))
    now = environment.clock.now()
    with _exclusive_access(folder):
        names = tuple(name for name, _, _ in manifest.files)
        copy_folder = backup_restore.copy_beside(backup, names, folder)
        try:
            checkpoint = _prepare_copy(copy_folder, (backup, manifest), opener, folder, in_place)
            kept = backup_restore.replace_office(copy_folder, folder, now)
        except BaseException:
            backup_restore.remove(copy_folder)
            raise
    CheckpointFile(environment.state, manifest.office, folder).write(checkpoint)
    return RestoreResult(manifest, folder, kept)


class _Opener:
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

    def unlock(self, folder: Path, state: Path) -> Session:
        """Unlock a copy as this person, with a separate machine state."""
        return unlock(
            folder, self.user_id, self.actor.password, replace(self.environment, state=state)
        )


def _account(keyring: keyring_file.Keyring, name: str) -> str:
    for account in keyring.accounts:
        if name in ("", account.name):
            return account.user_id
    raise StorageError("backup.no_account", name=name)


def _verify(
    database: Database, office: signed_members.Office, progress: Progress | None = None
) -> bool:
    verifier = Verifier(database, signed_members.signing_keys(database, office))
    verification = verifier.run() if progress is None else verifier.run(None, progress)
    return verification.intact


def _present(
    folder: Path, actor: RestoreActor, manifest: Manifest, environment: Environment
) -> PresentOffice | None:
    """Return the state of the present office; None when this password does not open it."""
    try:
        opener = _Opener(folder, actor, environment)
        database = Database(folder / DATABASE_FILE, opener.key)
    except StorageError:
        return None
    try:
        return _compare(database, manifest)
    except StorageError:
        return None  # damaged: possibly the reason for the restore
    finally:
        database.close()


def _compare(database: Database, manifest: Manifest) -> PresentOffice:
    counts, end = backup_reader.row_counts(database), last_checkpoint(database, {})
    row = database.one("SELECT digest FROM log WHERE seq = ?", (manifest.seq,))
    same = row is not None and bytes(row["digest"]) == manifest.digest
    present = PresentOffice(counts, end.seq if end else 0, end.at if end else None, same)
    lost = database.one(_LATER_VISITS, (manifest.seq,))
    if not same or lost is None or not lost["visits"]:
        return present
    first, last = (date.fromisoformat(lost[name]) for name in ("first", "last"))
    return replace(present, lost_visits=int(lost["visits"]), lost_from=first, lost_to=last)


@contextmanager
def _exclusive_access(folder: Path) -> Iterator[None]:
    """Hold the instance lock of the office during the restore."""
    if not folder.is_dir():
        yield
        return
    with InstanceLock(folder, "window") as lock:
        if not lock.acquire():
            raise StorageError("backup.office_open")
        if os.name == "nt":  # a folder with an open file cannot be renamed there
            lock.release()
        yield


def _prepare_copy(
    copy_folder: Path, source: tuple[Path, Manifest], opener: _Opener, folder: Path, in_place: bool
) -> LogCheckpoint:
    """Open and verify the copy, log the restore, and return its checkpoint of the log."""
    backup, manifest = source
    _check_copy(copy_folder, manifest, opener, backup)
    session = opener.unlock(copy_folder, copy_folder / _STATE)
    try:
        if in_place:
            session.require(Right.MANAGE)
        if not _verify(session.database, session.office):
            raise StorageError("backup.copy_bad", place=str(backup))
        seen_checkpoint = CheckpointFile(opener.environment.state, manifest.office, folder).read()
        facts: dict[str, object] = {
            "made_at": manifest.made_at.isoformat(),
            "entries": manifest.seq,
            "beyond": max(0, seen_checkpoint.seq - manifest.seq) if seen_checkpoint else 0,
            "seen": checkpoint_facts(seen_checkpoint) if seen_checkpoint else [],
        }
        with session.act() as work:
            log_restore(work, backup.name, facts)
    except BaseException:
        session.database.close()
        raise
    session.close("restore")
    checkpoint = session.checkpoint_file.read()
    backup_restore.remove(copy_folder / _STATE)
    if checkpoint is None:
        raise StorageError("backup.copy_bad", place=str(backup))
    return checkpoint


def _check_copy(copy_folder: Path, manifest: Manifest, opener: _Opener, backup: Path) -> None:
    for name, digest, size in manifest.files:
        if backup_reader.digest_and_size(copy_folder / name) != (digest, size):
            raise StorageError("backup.damaged", file=name)
    copy = Database(copy_folder / DATABASE_FILE, opener.key)
    try:
        good = copy.is_intact() and backup_reader.matches_manifest(copy, manifest)
    finally:
        copy.close()
    if not good:
        raise StorageError("backup.copy_bad", place=str(backup))
