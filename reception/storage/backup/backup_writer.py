"""Makes backups: a copy under a temporary name, opened and checked, then renamed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reception import __version__
from reception.domain.backup import RowCounts
from reception.domain.errors import StorageError
from reception.storage.atomic_files import flush_folder, write_atomically
from reception.storage.backup.backup_reader import (
    FORMAT,
    KEYRING,
    MANIFEST,
    PREFIX,
    REMOVAL_SUFFIX,
    UNFINISHED_SUFFIX,
    digest_and_size,
    end_of_log,
    row_counts,
)
from reception.storage.backup.backup_restore import flush, remove, write_error
from reception.storage.database import NAME, Database

# Verifies the log of a copy and opens the keyring in the same folder.
Check = Callable[[Database, Path], bool]
_ID_LETTERS = 6  # letters of the office's id in the name: two offices may share a medium


def make_backup(
    source: Database, office: tuple[str, bytes], folder: Path, at: datetime, check: Check
) -> Path:
    """Copy an open office into ``folder`` and return the backup's folder.

    ``office`` is (office id, raw key). The copy has a temporary name until it was opened and
    checked: a final name means a good backup. Errors: ``backup.place_missing``, ``backup.full``,
    ``backup.unwritable``, ``backup.copy_bad``.
    """
    if not folder.is_dir():
        raise StorageError("backup.place_missing", place=str(folder))
    if not _has_space(source.path, folder):
        raise StorageError("backup.full", place=str(folder))
    office_id, key = office
    final = _free_name(folder, office_id, at)
    unfinished = final.with_name(final.name + UNFINISHED_SUFFIX)
    try:
        remove_unfinished(folder, office_id)
        unfinished.mkdir(mode=0o700)
        before = end_of_log(source), row_counts(source)
        _copy(source, key, unfinished)
        _check_and_write_manifest(unfinished, office, at, before, check)
        flush_folder(unfinished)
        unfinished.rename(final)
        flush_folder(folder)
    except OSError as error:
        remove(unfinished)
        raise write_error(error, folder) from error
    except StorageError as error:
        remove(unfinished)
        if error.code == "database.disk_full":
            raise StorageError("backup.full", place=str(folder)) from error
        raise
    except BaseException:
        remove(unfinished)
        raise
    return final


def _free_name(folder: Path, office_id: str, at: datetime) -> Path:
    """Return a name of office id and time; the name of the office stays private."""
    name = f"{PREFIX}{office_id[:_ID_LETTERS]}-{at:%Y%m%d-%H%M%S}"
    names = [name, *(f"{name}-{number}" for number in range(2, 100))]
    return folder / next(free for free in names if not (folder / free).exists())


def _copy(source: Database, key: bytes, unfinished: Path) -> None:
    path = unfinished / NAME
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
    write_atomically(unfinished / KEYRING, (source.path.parent / KEYRING).read_bytes())


def _check_and_write_manifest(
    unfinished: Path,
    office: tuple[str, bytes],
    at: datetime,
    before: tuple[tuple[int, bytes], RowCounts],
    check: Check,
) -> None:
    office_id, key = office
    copy = Database(unfinished / NAME, key)
    try:
        if not (copy.is_intact() and _covers(copy, *before) and check(copy, unfinished)):
            raise StorageError("backup.copy_bad", place=str(unfinished.parent))
        seq, digest = end_of_log(copy)
        counts = row_counts(copy)
        version = copy.version
    finally:
        copy.close()
    flush(unfinished / NAME)
    facts = {
        "format": FORMAT,
        "office": office_id,
        "made_at": at.isoformat(),
        "program": __version__,
        "schema": version,
        "counts": {name: getattr(counts, name) for name in RowCounts.__dataclass_fields__},
        "seq": seq,
        "digest": digest.hex(),
        "files": [[name, *digest_and_size(unfinished / name)] for name in (NAME, KEYRING)],
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(unfinished / MANIFEST, text.encode())


def _covers(copy: Database, last_entry: tuple[int, bytes], before: RowCounts) -> bool:
    """Tell whether a copy holds at least the rows of the office when copying began."""
    seq, digest = last_entry
    row = copy.one("SELECT digest FROM log WHERE seq = ?", (seq,))
    if seq and (row is None or bytes(row["digest"]) != digest):
        return False
    counts = row_counts(copy)
    if counts.entries == before.entries:
        return counts == before
    return counts.entries > before.entries and counts.visits >= before.visits


def remove_backup(backup: Path) -> None:
    """Remove a backup; renamed first, so that a partly removed one is never used."""
    renamed = backup.with_name(backup.name + REMOVAL_SUFFIX)
    backup.rename(renamed)
    remove(renamed)


def remove_unfinished(folder: Path, office_id: str) -> None:
    """Remove unfinished backups of this office that a power cut has left."""
    for suffix in (UNFINISHED_SUFFIX, REMOVAL_SUFFIX):
        for path in folder.glob(f"{PREFIX}{office_id[:_ID_LETTERS]}-*{suffix}"):
            remove(path)


def _has_space(database: Path, folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free > database.stat().st_size
    except OSError:
        return True  # not readable: writing will report it
