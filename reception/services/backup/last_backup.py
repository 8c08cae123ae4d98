"""The last good backup of each location, as this machine's state folder records it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reception.domain.backup import STALE_DAYS
from reception.domain.clock import local_day
from reception.storage.atomic_files import write_atomically


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
        values = json.loads(_last_backup_file(state_folder, office_id).read_text(encoding="utf-8"))
        return LastBackup(_day(values["at"]), str(values["place"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_last_backup_days(state_folder: Path, office_id: str) -> dict[str, date]:
    """Return location -> day of its last good backup, from this machine's state folder."""
    try:
        text = _last_backup_file(state_folder, office_id).read_text(encoding="utf-8")
        days = json.loads(text)["each"]
        return {str(location): _day(made_at) for location, made_at in days.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
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


def _day(text: str) -> date:
    """Return a stored day; earlier versions stored the time."""
    at = datetime.fromisoformat(text)
    return local_day(at) if at.tzinfo is not None else at.date()


def _last_backup_file(state_folder: Path, office_id: str) -> Path:
    return state_folder / "backups" / f"{office_id}.json"
