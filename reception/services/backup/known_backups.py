"""Backups available for a restore; found without unlocking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.errors import StorageError
from reception.services.backup.backup_locations import read_backup_locations
from reception.storage.backup import backup_listing, backup_reader
from reception.storage.crypto import keyring as keyring_file


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A complete backup whose files are not yet compared with its manifest, which has no hour."""

    folder: Path
    manifest: Manifest
    location_name: str  # "USB LUU-A" or its folder
    accounts: tuple[str, ...]

    @property
    def size(self) -> int:
        """Return the size of the backup's files in bytes."""
        return sum(length for _, _, length in self.manifest.files)


def known_backups(folder: Path, state_folder: Path) -> tuple[KnownBackup, ...]:
    """Return the backups of the office in this machine's backup locations, newest first.

    If the office's keyring is unreadable, the backups of every office that this machine has
    backed up are returned.
    """
    by_path: dict[Path, KnownBackup] = {}
    made: dict[Path, datetime] = {}
    for office_id in _offices(folder, state_folder):
        for location in read_backup_locations(state_folder, office_id):
            if location.is_connected():
                for path, manifest in backup_listing.backups_in(location.folder(), office_id):
                    made[path] = manifest.made_at
                    by_path[path] = _known(path, manifest, location.display_name)
    return tuple(by_path[path] for path in sorted(by_path, key=made.__getitem__, reverse=True))


def backups_at(folder: Path) -> tuple[KnownBackup, ...]:
    """Return the backup in a folder, or those in its subfolders; Errors: ``backup.not_one``."""
    try:
        return (_known(folder, backup_reader.read_manifest(folder), str(folder.parent)),)
    except StorageError:
        inside = backup_listing.backups_in(folder, "")
        if not inside:
            raise
        return tuple(_known(path, manifest, str(folder)) for path, manifest in inside)


def _known(path: Path, manifest: Manifest, location_name: str) -> KnownBackup:
    try:
        accounts = tuple(account.name for account in keyring_file.load(path).accounts)
    except StorageError:
        accounts = ()  # opening it will report the problem
    return KnownBackup(path, manifest.without_hour(), location_name, accounts)


def _offices(folder: Path, state_folder: Path) -> tuple[str, ...]:
    try:
        return (keyring_file.load(folder).office,)
    except StorageError:
        known = (state_folder / "backups").glob("*.places.json")
        return tuple(sorted(path.name.removesuffix(".places.json") for path in known))
