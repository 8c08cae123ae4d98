"""Backup locations of this machine: folders, and sticks by their label."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reception.domain.errors import StorageError
from reception.storage.atomic_files import write_atomically
from reception.storage.backup.removable_media import Volume, volumes

USB = "usb:"
Volumes = Callable[[], tuple[Volume, ...]]


@dataclass(frozen=True, slots=True)
class BackupLocation:
    """A folder by its path, or ``usb:LABEL`` and a folder on the stick of that label."""

    text: str

    @property
    def label(self) -> str:
        """Return the stick's label, or "" for a plain folder."""
        return self.text.removeprefix(USB).partition("/")[0] if self._on_stick else ""

    @property
    def _on_stick(self) -> bool:
        return self.text.startswith(USB)

    @property
    def shown(self) -> str:
        """Return the displayed name: ``USB LUU-A`` or the folder."""
        return f"USB {self.label}" if self._on_stick else self.text

    def folder(self, find: Volumes = volumes) -> Path:
        """Return the present folder; ``backup.place_missing`` when the stick is not connected."""
        if not self._on_stick:
            return Path(self.text)
        inside = PurePosixPath(self.text.removeprefix(USB).partition("/")[2])
        for volume in find():
            if volume.label == self.label:
                return volume.folder / inside
        raise StorageError("backup.place_missing", place=self.shown)

    def is_connected(self, find: Volumes = volumes) -> bool:
        """Tell whether the location is connected and seems writable."""
        try:
            return self.folder(find).is_dir()
        except (StorageError, OSError):
            return False


def backup_location_of(text: str, find: Volumes = volumes) -> BackupLocation:
    """Return the location of a folder or ``usb:LABEL``; a folder on a stick by its label."""
    if text.startswith(USB):
        return BackupLocation(text)
    folder = Path(text).absolute()
    for volume in find():
        if "/" not in volume.label and folder.is_relative_to(volume.folder):
            inside = folder.relative_to(volume.folder).as_posix()
            return BackupLocation(USB + volume.label + ("" if inside == "." else f"/{inside}"))
    return BackupLocation(str(folder))


def backup_locations(state: Path, office_id: str) -> tuple[BackupLocation, ...]:
    """Return the locations of an office, connected or not."""
    try:
        item = json.loads(_file(state, office_id).read_text(encoding="utf-8"))
        return tuple(BackupLocation(str(place)) for place in item)
    except (OSError, ValueError, TypeError):
        return ()


def remember(state: Path, office_id: str, chosen: tuple[BackupLocation, ...]) -> None:
    """Store the locations in this machine's state, since paths differ between machines."""
    text = json.dumps([place.text for place in chosen], ensure_ascii=False)
    write_atomically(_file(state, office_id), text.encode())


def _file(state: Path, office_id: str) -> Path:
    return state / "backups" / f"{office_id}.places.json"
