"""Restore of a backup, elsewhere or in place of the present office."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.errors import StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.domain.staff import Right
from reception.hardening.single_instance import InstanceLock
from reception.services.backup.backup_inspection import BackupOpener, RestoreActor, is_log_intact
from reception.services.office.environment import Environment
from reception.storage.audit.local_state import CheckpointFile
from reception.storage.backup import backup_reader, backup_restore
from reception.storage.backup.restore_history import checkpoint_facts, log_restore
from reception.storage.crypto.keyring_update import keyring_lock
from reception.storage.database import DATABASE_FILE, Database

_STATE_FOLDER = ".state"


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """A finished restore.

    ``folder`` is the restored office; ``replaced_office`` is the folder in which the former office
    is kept, None if there was none.
    """

    manifest: Manifest
    folder: Path
    replaced_office: Path | None


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
    log records the restore and how many later entries this machine had seen; every member sees
    a notice about it at the next unlock. Errors: those of
    :func:`reception.services.backup.backup_inspection.inspect_backup`,
    ``backup.target_taken``, ``backup.office_open``, ``rights.missing``, ``backup.full``,
    ``backup.unwritable``.
    """
    manifest = backup_reader.verified_manifest(backup)
    opener = BackupOpener(backup, actor, environment)
    if not in_place and backup_restore.is_occupied(folder):
        raise StorageError("backup.target_taken", folder=str(folder))
    now = environment.clock.now()
    with _exclusive_access(folder):
        names = tuple(name for name, _, _ in manifest.files)
        copy_folder = backup_restore.copy_beside(backup, names, folder)
        try:
            checkpoint = _prepare_copy(copy_folder, (backup, manifest), opener, folder, in_place)
            replaced_office = backup_restore.replace_office(copy_folder, folder, now)
        except BaseException:
            backup_restore.remove(copy_folder)
            raise
    CheckpointFile(environment.state_folder, manifest.office, folder).write(checkpoint)
    return RestoreResult(manifest, folder, replaced_office)


@contextmanager
def _exclusive_access(folder: Path) -> Iterator[None]:
    """Hold the locks of the office and of its keyring during the restore.

    Errors: ``backup.office_open``, ``keyring.busy``.
    """
    if not folder.is_dir():
        yield
        return
    with InstanceLock(folder, "window") as lock:
        if not lock.acquire():
            raise StorageError("backup.office_open")
        if os.name == "nt":  # a folder with an open file cannot be renamed there
            lock.release()
            yield
            return
        with keyring_lock(folder):
            yield


def _prepare_copy(
    copy_folder: Path,
    source: tuple[Path, Manifest],
    opener: BackupOpener,
    folder: Path,
    in_place: bool,
) -> LogCheckpoint:
    """Open and verify the copy, log the restore in it, and return the checkpoint of that log."""
    backup, manifest = source
    _check_copy(copy_folder, manifest, opener, backup)
    session = opener.unlock(copy_folder, copy_folder / _STATE_FOLDER)
    try:
        if in_place:
            session.require(Right.MANAGE)
        if not is_log_intact(session.database, session.office):
            raise StorageError("backup.copy_bad", place=str(backup))
        seen_checkpoint = CheckpointFile(
            opener.environment.state_folder, manifest.office, folder
        ).read()
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
    backup_restore.remove(copy_folder / _STATE_FOLDER)
    if checkpoint is None:
        raise StorageError("backup.copy_bad", place=str(backup))
    return checkpoint


def _check_copy(copy_folder: Path, manifest: Manifest, opener: BackupOpener, backup: Path) -> None:
    """Compare the copy with the manifest. Errors: ``backup.damaged``, ``backup.copy_bad``."""
    for name, digest, size in manifest.files:
        if backup_reader.digest_and_size(copy_folder / name) != (digest, size):
            raise StorageError("backup.damaged", file=name)
    copy = Database(copy_folder / DATABASE_FILE, opener.key)
    try:
        is_intact = copy.is_intact() and backup_reader.matches_manifest(copy, manifest)
    finally:
        copy.close()
    if not is_intact:
        raise StorageError("backup.copy_bad", place=str(backup))
