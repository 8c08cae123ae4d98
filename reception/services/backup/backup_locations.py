"""Backup locations of this machine: folders, and sticks by their label."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reception.domain.errors import StorageError
from reception.domain.text import visible_text
from reception.hardening.regular_files import MIB, read_regular
from reception.storage.atomic_files import write_atomically
from reception.storage.backup.removable_media import Volume, volumes
from reception.storage.json_shapes import ShapeError, list_of, parsed_json, text_of

_LARGEST = MIB
_LONGEST = 4096  # characters
USB = "usb:"
VolumeLister = Callable[[], tuple[Volume, ...]]


@dataclass(frozen=True, slots=True)
class BackupLocation:
    """A folder by its path, or ``usb:LABEL`` and a folder on the stick of that label."""

    address: str

    @property
    def label(self) -> str:
        """Return the stick's label, or "" for a plain folder."""
        return self.address.removeprefix(USB).partition("/")[0] if self._is_on_stick else ""

    @property
    def _is_on_stick(self) -> bool:
        return self.address.startswith(USB)

    @property
    def display_name(self) -> str:
        """Return the displayed name: ``USB LUU-A`` or the folder."""
        return visible_text(f"USB {self.label}" if self._is_on_stick else self.address)

    def folder(self, list_volumes: VolumeLister = volumes) -> Path:
        """Return the present folder; ``backup.place_missing`` when the stick is not connected."""
        if not self._is_on_stick:
            return Path(self.address)
        inside = PurePosixPath(self.address.removeprefix(USB).partition("/")[2])
        for volume in list_volumes():
            if volume.label == self.label:
                return volume.folder / inside
        raise StorageError("backup.place_missing", place=self.display_name)

    def is_connected(self, list_volumes: VolumeLister = volumes) -> bool:
        """Tell whether the location is connected and seems writable."""
        try:
            return self.folder(list_volumes).is_dir()
        except (StorageError, OSError):
            return False


def backup_location_of(address: str, list_volumes: VolumeLister = volumes) -> BackupLocation:
    """Return the location of a folder or ``usb:LABEL``; a folder on a stick by its label.

    Errors: ``backup.place_name`` for a name that is no UTF-8, or that no system has.
    """
    if "\x00" in address or not _is_utf8(address):
        raise StorageError("backup.place_name", place=address)
    if address.startswith(USB):
        return BackupLocation(address)
    folder = Path(address).absolute()
    for volume in list_volumes():
        if "/" not in volume.label and folder.is_relative_to(volume.folder):
            inside = folder.relative_to(volume.folder).as_posix()
            return BackupLocation(USB + volume.label + ("" if inside == "." else f"/{inside}"))
    return BackupLocation(str(folder))


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_backup_locations(state_folder: Path, office_id: str) -> tuple[BackupLocation, ...]:
    """Return the locations of an office, connected or not."""
    try:
        addresses = list_of(parsed_json(read_regular(_file(state_folder, office_id), _LARGEST)))
        return tuple(BackupLocation(text_of(address, _LONGEST)) for address in addresses)
    except (OSError, ShapeError):
        return ()


def write_backup_locations(
    state_folder: Path, office_id: str, locations: tuple[BackupLocation, ...]
) -> None:
    """Store the locations in this machine's state folder, since paths differ between machines."""
    text = json.dumps([location.address for location in locations], ensure_ascii=False)
    write_atomically(_file(state_folder, office_id), text.encode())


def _file(state_folder: Path, office_id: str) -> Path:
    return state_folder / "backups" / f"{office_id}.places.json"
