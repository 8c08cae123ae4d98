"""Lists the backups in a folder: each manifest is read once, and a limited number of them.

Anybody who can write into a backup location can put thousands of forged backups there.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.errors import StorageError
from reception.hardening.regular_files import MIB
from reception.storage.backup.backup_reader import (
    FOLDER_PREFIX,
    ID_LETTERS,
    MANIFEST_FILE,
    REMOVAL_SUFFIX,
    UNFINISHED_SUFFIX,
    read_manifest,
)

MOST_FOLDERS = 1000  # an office keeps some dozens of backups in a location
_MOST_BYTES = 32 * MIB  # of the manifests in one location
_MOST_KEPT = 4 * MOST_FOLDERS  # manifests, of all locations
_DAY = re.compile(r"\d{8}")
_Version = tuple[int, ...]  # of a file: another one after each change
_kept: dict[Path, tuple[_Version, Manifest | None]] = {}  # None: no manifest


@dataclass(frozen=True, slots=True)
class BackupListing:
    """The complete backups in a folder, newest first; ``unread`` folders were not looked at."""

    backups: list[tuple[Path, Manifest]]
    unread: int = 0


def list_backups(folder: Path, office_id: str) -> BackupListing:
    """List the backups of one office in a folder; ``office_id`` "" means all offices.

    At most ``MOST_FOLDERS`` are looked at: those named after the office first, one of each day in
    turn, the newest day first and days that are still to come last. So a mass of forged folders of
    one day, or of days to come, hides no backup of another day.
    """
    backups = []
    folders = _folders(folder, office_id)
    candidates = folders[:MOST_FOLDERS]
    unread, size = len(folders) - len(candidates), 0
    for position, path in enumerate(candidates):
        version = _version(path / MANIFEST_FILE)
        if version is None:
            continue
        size += version[0]
        if size > _MOST_BYTES:
            unread += len(candidates) - position
            break
        manifest = _manifest(path, version)
        if manifest is not None and office_id in ("", manifest.office):
            backups.append((path, manifest))
    backups.sort(key=lambda backup: backup[1].made_at, reverse=True)
    return BackupListing(backups, unread)


def backups_in(folder: Path, office_id: str) -> list[tuple[Path, Manifest]]:
    """Return the backups of :func:`list_backups`."""
    return list_backups(folder, office_id).backups


def _folders(folder: Path, office_id: str) -> list[Path]:
    own = f"{FOLDER_PREFIX}{office_id[:ID_LETTERS]}"

    tomorrow = f"{date.today() + timedelta(days=1):%Y%m%d}"
    taken: Counter[tuple[bool, str]] = Counter()  # folders of each day

    def rank(name: str) -> tuple[bool, bool, int, int]:
        found = _DAY.search(name.removeprefix(own))
        day = found[0] if found else ""
        is_own = name.startswith(own)
        taken[is_own, day] += 1
        return not is_own, day > tomorrow, taken[is_own, day], -int(day or 0)

    names = sorted(_names(folder), reverse=True)
    return [folder / name for _, name in sorted((rank(name), name) for name in names)]


def _names(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(FOLDER_PREFIX) and not entry.name.endswith(
                    (UNFINISHED_SUFFIX, REMOVAL_SUFFIX)
                ):
                    yield entry.name
    except (OSError, ValueError):
        return


def _version(path: Path) -> _Version | None:
    """Return what changes with a file, its size first; None without a file."""
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _manifest(path: Path, version: _Version) -> Manifest | None:
    kept = _kept.get(path)
    if kept is not None and kept[0] == version:
        return kept[1]
    try:
        manifest = read_manifest(path)
    except StorageError:
        manifest = None
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    _kept[path] = version, manifest
    return manifest
