"""Which backups there are to put back, before anybody has opened anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.errors import StorageError
from reception.services.backup.backup_locations import backup_locations
from reception.storage.backup import backup_reader as reading
from reception.storage.crypto import keyring as keyring_file


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup that has its name, its files not yet compared."""

    folder: Path
    manifest: Manifest
    place: str  # "USB LUU-A" or the folder it lies in
    accounts: tuple[str, ...]

    @property
    def size(self) -> int:
        """Return its bytes."""
        return sum(length for _, _, length in self.manifest.files)


def known_backups(folder: Path, state: Path) -> tuple[KnownBackup, ...]:
    """Return the backups in the places this machine remembers, the newest first.

    Where the office's keyring cannot be read any more, of every office it has backed up.
    """
    found: dict[Path, KnownBackup] = {}
    for office_id in _offices(folder, state):
        for place in backup_locations(state, office_id):
            if place.there():
                for path, manifest in reading.backups_in(place.folder(), office_id):
                    found[path] = _known(path, manifest, place.shown)
    return tuple(sorted(found.values(), key=lambda one: one.manifest.made_at, reverse=True))


def backups_at(chosen: Path) -> tuple[KnownBackup, ...]:
    """Return the backup that a folder is, or those inside it; ``backup.not_one`` for none."""
    try:
        return (_known(chosen, reading.read_manifest(chosen), str(chosen.parent)),)
    except StorageError:
        inside = reading.backups_in(chosen, "")
        if not inside:
            raise
        return tuple(_known(path, manifest, str(chosen)) for path, manifest in inside)


def _known(path: Path, manifest: Manifest, place: str) -> KnownBackup:
    try:
        accounts = tuple(account.name for account in keyring_file.load(path).accounts)
    except StorageError:
        accounts = ()  # opening it will say what is wrong
    return KnownBackup(path, manifest, place, accounts)


def _offices(folder: Path, state: Path) -> tuple[str, ...]:
    try:
        return (keyring_file.load(folder).office,)
    except StorageError:
        known = (state / "backups").glob("*.places.json")
        return tuple(sorted(path.name.removesuffix(".places.json") for path in known))
