"""The backup locations of this machine: whether they are connected, and the backups in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.clock import local_day
from reception.services.backup.backup_locations import BackupLocation, read_backup_locations
from reception.services.backup.last_backup import read_last_backup_days
from reception.storage.backup.backup_listing import BackupListing, backups_in, list_backups


@dataclass(frozen=True, slots=True)
class BackupLocationState:
    """A backup location: whether it is connected, the day of its last good backup, its backups.

    For a location that is not connected the day comes from this machine's state folder. ``unread``
    is the number of folders that were not looked at, because there are too many.
    """

    location: BackupLocation
    is_connected: bool
    last_backup_on: date | None
    backups: tuple[Path, ...]
    unread: int = 0


def read_location_states(state_folder: Path, office_id: str) -> tuple[BackupLocationState, ...]:
    """Return the state of each location of an office that ``state_folder`` records."""
    last_backup_days = read_last_backup_days(state_folder, office_id)
    states = []
    for location in read_backup_locations(state_folder, office_id):
        is_connected = location.is_connected()
        listing = list_backups(location.folder(), office_id) if is_connected else BackupListing([])
        backups = listing.backups
        last_backup_on = (
            local_day(backups[0][1].made_at) if backups else last_backup_days.get(location.address)
        )
        folders = tuple(folder for folder, _ in backups)
        states.append(
            BackupLocationState(location, is_connected, last_backup_on, folders, listing.unread)
        )
    return tuple(states)


def read_connected_backups(state_folder: Path, office_id: str) -> list[tuple[Path, Manifest]]:
    """Return (folder, manifest) of the backups of an office in its connected locations.

    Newest first, with their hours: for comparisons, not to be shown.
    """
    backups = [
        backup
        for folder in connected_folders(state_folder, office_id)
        for backup in backups_in(folder, office_id)
    ]
    return sorted(backups, key=lambda backup: backup[1].made_at, reverse=True)


def connected_folders(state_folder: Path, office_id: str) -> list[Path]:
    """Return the folders of the connected locations of an office."""
    locations = read_backup_locations(state_folder, office_id)
    return [location.folder() for location in locations if location.is_connected()]
