"""The last good backup of each location, as this machine's state folder records it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reception.domain.backup import STALE_DAYS
from reception.hardening.regular_files import MIB, read_regular
from reception.storage.atomic_files import write_atomically
from reception.storage.json_shapes import (
    ShapeError,
    day_of,
    member_of,
    object_of,
    parsed_json,
    text_of,
)

_LARGEST = MIB
_LONGEST_PATH = 4096  # characters


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last good backup that this machine made; stored unencrypted in its state folder.

    ``location`` is the path of the folder into which the backup was written as a subfolder.
    """

    made_on: date
    location: str


def read_last_backup(state_folder: Path, office_id: str) -> LastBackup | None:
    """Return the last good backup this machine made, or None; needs no key."""
    try:
        values = _stored(state_folder, office_id)
        place = text_of(member_of(values, "place"), _LONGEST_PATH)
        return LastBackup(day_of(member_of(values, "at")), place)
    except (OSError, ShapeError):
        return None


def read_last_backup_days(state_folder: Path, office_id: str) -> dict[str, date]:
    """Return location -> day of its last good backup, from this machine's state folder."""
    try:
        days = object_of(member_of(_stored(state_folder, office_id), "each"))
        return {location: day_of(made_on) for location, made_on in days.items()}
    except (OSError, ShapeError):
        return {}


def is_stale(last_backup: LastBackup | None, today: date) -> bool:
    """Tell whether to warn: there is no backup yet, or the last one is three days old or older."""
    return last_backup is None or (today - last_backup.made_on).days >= STALE_DAYS


def write_last_backup(
    state_folder: Path, office_id: str, last_backup: LastBackup, location_address: str
) -> None:
    """Record a backup as the last good one of this machine and of one location.

    ``location_address`` is the stored address of the location, which names a stick by its label.
    """
    days = {
        location: made_on.isoformat()
        for location, made_on in read_last_backup_days(state_folder, office_id).items()
    }
    days[location_address] = last_backup.made_on.isoformat()
    values = {"at": last_backup.made_on.isoformat(), "place": last_backup.location, "each": days}
    text = json.dumps(values, ensure_ascii=False)
    write_atomically(_last_backup_file(state_folder, office_id), text.encode())


def _stored(state_folder: Path, office_id: str) -> Mapping[str, Any]:
    path = _last_backup_file(state_folder, office_id)
    return object_of(parsed_json(read_regular(path, _LARGEST)))


def _last_backup_file(state_folder: Path, office_id: str) -> Path:
    return state_folder / "backups" / f"{office_id}.json"
