"""Restore of a backup, elsewhere or in place of the present office."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.errors import NotAllowed, StorageError
from reception.hardening.regular_files import is_folder
from reception.hardening.single_instance import InstanceLock
from reception.services.backup.backup_inspection import BackupOpener, RestoreActor
from reception.services.backup.restored_copy import PreparedOffice, prepare_copy
from reception.services.backup.restored_vaults import RestoredVaults
from reception.services.backup.verified_backup import RestoreSource
from reception.services.office.environment import Environment
from reception.storage.audit.local_state import CheckpointFile, RosterFile
from reception.storage.backup import backup_reader, backup_restore
from reception.storage.crypto.keyring_update import keyring_lock

__all__ = ["RestoreResult", "restore"]


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """A finished restore.

    ``folder`` is the restored office; ``replaced_office`` is the folder in which the former office
    is kept, None if there was none. ``vaults`` tells about the keys of identities.
    """

    manifest: Manifest
    folder: Path
    replaced_office: Path | None
    vaults: RestoredVaults

    def notices(self) -> tuple[tuple[str, dict[str, object]], ...]:
        """Return (message code, facts) of what the head must know about identities."""
        notices: list[tuple[str, dict[str, object]]] = []
        if self.vaults.unreadable_visits:
            facts: dict[str, object] = {"count": self.vaults.unreadable_visits}
            notices.append(("backup.unreadable_visits", facts))
        if self.vaults.is_protected_due:
            notices.append(("backup.protected_due", {}))
        return tuple(notices)


def restore(
    backup: Path,
    folder: Path,
    actor: RestoreActor,
    environment: Environment,
    *,
    in_place: bool = False,
) -> RestoreResult:
    """Restore a backup as the office in ``folder``, which must be free unless ``in_place``.

    Only the head restores. The copy is opened with the password, verified and logged before it
    replaces anything; the replaced office is kept under another name. The visits come from the
    backup; people, rights, keys, accounts and the database key stay those of the present office, as
    far as it can be opened and agrees with the highest roster known. Otherwise they come from the
    backup, and if a higher roster than the backup's is known, the head confirms the people first.
    The log records the restore and how many later entries this machine had seen; every member sees
    a notice about it at the next unlock. Errors: those of
    :func:`reception.services.backup.backup_inspection.inspect_backup` and
    :func:`reception.services.backup.restored_people.require_confirmation`, ``backup.target_taken``,
    ``backup.office_open``, ``backup.other_branch``, ``backup.former_root``, ``backup.full``,
    ``backup.unwritable``.
    """
    backup_reader.stated_manifest(backup)
    opener = BackupOpener(backup, actor, environment)
    if not opener.keys.root_seed:
        raise NotAllowed("backup.head_only")
    manifest = backup_reader.verified_manifest(backup, opener.key)
    if not in_place and backup_restore.is_occupied(folder):
        raise StorageError("backup.target_taken", folder=str(folder))
    now = environment.clock.now()
    source = RestoreSource(backup, manifest, opener)
    with _exclusive_access(folder):
        names = tuple(name for name, _, _ in manifest.files)
        copy_folder = backup_restore.copy_beside(backup, names, folder)
        try:
            prepared = prepare_copy(copy_folder, source, folder)
            replaced_office = backup_restore.replace_office(copy_folder, folder, now)
        except BaseException:
            backup_restore.remove(copy_folder)
            raise
    _store_on_machine(prepared, folder, manifest.office, environment)
    return RestoreResult(manifest, folder, replaced_office, prepared.vaults)


def _store_on_machine(
    prepared: PreparedOffice, folder: Path, office_id: str, environment: Environment
) -> None:
    """Store the end of the log and the roster; lower ones, after a power cut, are harmless."""
    state_folder = environment.state_folder
    CheckpointFile(state_folder, office_id, folder).write(prepared.checkpoint)
    if prepared.roster is not None:
        RosterFile(state_folder, office_id, folder).write(prepared.roster.to_json())


@contextmanager
def _exclusive_access(folder: Path) -> Iterator[None]:
    """Hold the locks of the office and of its keyring during the restore.

    Errors: ``backup.office_open``, ``backup.unwritable``, ``keyring.busy``.
    """
    if not is_folder(folder):
        yield
        return
    with InstanceLock(folder, "window") as lock:
        try:
            is_acquired = lock.acquire()
        except OSError as error:
            raise backup_restore.write_error(error, folder) from error
        if not is_acquired:
            raise StorageError("backup.office_open")
        if os.name == "nt":  # a folder with an open file cannot be renamed there
            lock.release()
            yield
            return
        with keyring_lock(folder):
            yield
