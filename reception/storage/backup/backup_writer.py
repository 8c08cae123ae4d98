"""Makes backups: a copy under a temporary name, opened and checked, then renamed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reception import __version__
from reception.domain.backup import Counts
from reception.domain.errors import StorageError
from reception.storage.atomic_files import flush_folder, write_atomically
from reception.storage.backup.backup_reader import (
    DROP,
    FORMAT,
    KEYRING,
    MANIFEST,
    PART,
    PREFIX,
    counted,
    end_of_log,
    measured,
)
from reception.storage.backup.backup_restore import flush, remove, restore_files_of
from reception.storage.database import NAME, Database

# Verifies the log of a copy and opens the keyring in the same folder.
Check = Callable[[Database, Path], bool]
_MARK = 6  # letters of the office's id in the name: two offices may share a medium


def make(
    source: Database, office: tuple[str, bytes], place: Path, at: datetime, check: Check
) -> Path:
    """Copy an open office into ``place`` and return the backup's folder.

    ``office`` is (office id, raw key). The copy has a temporary name until it was opened and
    checked: a final name means a good backup. Errors: ``backup.place_missing``, ``backup.full``,
    ``backup.unwritable``, ``backup.copy_bad``.
    """
    if not place.is_dir():
        raise StorageError("backup.place_missing", place=str(place))
    if not _has_space(source.path, place):
        raise StorageError("backup.full", place=str(place))
    office_id, key = office
    whole = _free_name(place, office_id, at)
    part = whole.with_name(whole.name + PART)
    try:
        remove_unfinished(place, office_id)
        part.mkdir(mode=0o700)
        before = end_of_log(source), counted(source)
        _copy(source, key, part)
        _describe(part, office, at, before, check)
        flush_folder(part)
        part.rename(whole)
        flush_folder(place)
    except OSError as error:
        remove(part)
        raise restore_files_of(error, place) from error
    except StorageError as error:
        remove(part)
        if error.code == "database.disk_full":
            raise StorageError("backup.full", place=str(place)) from error
        raise
    except BaseException:
        remove(part)
        raise
    return whole


def _free_name(place: Path, office_id: str, at: datetime) -> Path:
    """Return a name of office id and time; the office's name would tell a finder too much."""
    name = f"{PREFIX}{office_id[:_MARK]}-{at:%Y%m%d-%H%M%S}"
    names = [name, *(f"{name}-{again}" for again in range(2, 100))]
    return place / next(free for free in names if not (place / free).exists())


def _copy(source: Database, key: bytes, part: Path) -> None:
    path = part / NAME
    source.copy_to(path, key)
    path.chmod(0o600)
    copy = Database(path, key)
    try:
        # Their keys are not backed up: drafts and grants could never be opened again.
        copy.execute("DELETE FROM draft")
        copy.execute("DELETE FROM reveal_grant")
    finally:
        copy.close()
    flush(path)
    # After the database, which refuses a keyring older than itself but not a newer one.
    write_atomically(part / KEYRING, (source.path.parent / KEYRING).read_bytes())


def _describe(
    part: Path,
    office: tuple[str, bytes],
    at: datetime,
    before: tuple[tuple[int, bytes], Counts],
    check: Check,
) -> None:
    office_id, key = office
    copy = Database(part / NAME, key)
    try:
        if not (copy.sound() and _reaches(copy, *before) and check(copy, part)):
            raise StorageError("backup.copy_bad", place=str(part.parent))
        seq, digest = end_of_log(copy)
        found = counted(copy)
        version = copy.version
    finally:
        copy.close()
    flush(part / NAME)
    facts = {
        "format": FORMAT,
        "office": office_id,
        "made_at": at.isoformat(),
        "program": __version__,
        "schema": version,
        "counts": {name: getattr(found, name) for name in Counts.__dataclass_fields__},
        "seq": seq,
        "digest": digest.hex(),
        "files": [[name, *measured(part / name)] for name in (NAME, KEYRING)],
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(part / MANIFEST, text.encode())


def _reaches(copy: Database, end: tuple[int, bytes], before: Counts) -> bool:
    """Tell whether a copy holds at least what the office held when copying began."""
    seq, digest = end
    row = copy.one("SELECT digest FROM log WHERE seq = ?", (seq,))
    if seq and (row is None or bytes(row["digest"]) != digest):
        return False
    found = counted(copy)
    if found.entries == before.entries:
        return found == before
    return found.entries > before.entries and found.visits >= before.visits


def drop(backup: Path) -> None:
    """Remove a backup; renamed first, so that a partly removed one is never taken for whole."""
    doomed = backup.with_name(backup.name + DROP)
    backup.rename(doomed)
    remove(doomed)


def remove_unfinished(place: Path, office_id: str) -> None:
    """Remove unfinished backups of this office that a power cut has left."""
    for ending in (PART, DROP):
        for folder in place.glob(f"{PREFIX}{office_id[:_MARK]}-*{ending}"):
            remove(folder)


def _has_space(database: Path, place: Path) -> bool:
    try:
        return shutil.disk_usage(place).free > database.stat().st_size
    except OSError:
        return True  # not readable: writing will report it
