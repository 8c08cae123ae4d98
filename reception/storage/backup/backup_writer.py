"""Makes backups: a copy under a temporary name is opened and checked, then renamed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reception import __version__
from reception.domain.backup import RowCounts
from reception.domain.errors import StorageError
from reception.hardening.regular_files import is_folder, read_regular
from reception.storage.atomic_files import flush_folder, write_atomically
from reception.storage.audit.log_reader import end_of_log
from reception.storage.backup.backup_reader import (
    BACKED_UP_FILES,
    FOLDER_PREFIX,
    ID_LETTERS,
    MANIFEST_FILE,
    MANIFEST_FORMAT,
    REMOVAL_SUFFIX,
    UNFINISHED_SUFFIX,
    digest_and_size,
    row_counts,
)
from reception.storage.backup.backup_restore import flush, remove, write_error
from reception.storage.crypto.keyring import KEYRING_FILE, LARGEST_KEYRING
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.staff.roster_rows import latest_statement

# Opens the copy in a folder with the keyring there, verifies its log, and returns the number of
# findings that the head has not accepted. Errors: StorageError if they are not the office's own.
CopyCheck = Callable[[Database, Path], int]
_ENTRY = "m"  # "mục", entry


def make_backup(
    source: Database, office: tuple[str, bytes], folder: Path, at: datetime, check: CopyCheck
) -> Path:
    """Copy an open office into ``folder`` and return the backup's folder.

    ``office`` is (office id, raw key). The copy keeps a temporary name until it has been
    opened and checked, so that a final name always means a valid backup. Errors:
    ``backup.place_missing``, ``backup.full``, ``backup.unwritable``, ``backup.copy_bad``.
    """
    if not is_folder(folder):
        raise StorageError("backup.place_missing", place=str(folder))
    if not _has_space(source.path, folder):
        raise StorageError("backup.full", place=str(folder))
    office_id, key = office
    final = _free_name(folder, office_id, at, end_of_log(source).seq)
    unfinished = final.with_name(final.name + UNFINISHED_SUFFIX)
    try:
        remove_unfinished(folder, office_id)
        unfinished.mkdir(mode=0o700)
        source_end = end_of_log(source), row_counts(source)
        _copy(source, key, unfinished)
        _check_and_write_manifest(unfinished, office, at, source_end, check)
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


def _free_name(folder: Path, office_id: str, at: datetime, seq: int) -> Path:
    """Return an unused folder name from office id, day and end of the log.

    It does not name the office, nor the hour: the log shows names of backups to everybody.
    """
    name = f"{FOLDER_PREFIX}{office_id[:ID_LETTERS]}-{at:%Y%m%d}-{_ENTRY}{seq}"
    names = [name, *(f"{name}-{number}" for number in range(2, 100))]
    return folder / next(new for new in names if not (folder / new).exists())


def _copy(source: Database, key: bytes, unfinished: Path) -> None:
    path = unfinished / DATABASE_FILE
    source.copy_to(path, key)
    path.chmod(0o600)
    copy = Database(path, key)
    try:
        # The keys of drafts and grants are not backed up, so a copy of them could never be opened.
        copy.execute("DELETE FROM draft")
        copy.execute("DELETE FROM reveal_grant")
    finally:
        copy.close()
    flush(path)
    # Copied after the database, which refuses an older keyring but accepts a newer one.
    keyring = read_regular(source.path.parent / KEYRING_FILE, LARGEST_KEYRING)
    write_atomically(unfinished / KEYRING_FILE, keyring)


def _check_and_write_manifest(
    unfinished: Path,
    office: tuple[str, bytes],
    at: datetime,
    source_end: tuple[tuple[int, bytes], RowCounts],
    check: CopyCheck,
) -> None:
    office_id, key = office
    copy = Database(unfinished / DATABASE_FILE, key)
    try:
        if not (copy.is_intact() and _covers(copy, *source_end)):
            raise StorageError("backup.copy_bad", place=str(unfinished.parent))
        findings = check(copy, unfinished)
        seq, digest = end_of_log(copy)
        counts = row_counts(copy)
        version = copy.schema_version
        roster = latest_statement(copy)
    finally:
        copy.close()
    flush(unfinished / DATABASE_FILE)
    facts = {
        "format": MANIFEST_FORMAT,
        "office": office_id,
        "made_at": at.isoformat(),
        "program": __version__,
        "schema": version,
        "counts": {name: getattr(counts, name) for name in RowCounts.__dataclass_fields__},
        "seq": seq,
        "digest": digest.hex(),
        "files": [[name, *digest_and_size(unfinished / name)] for name in BACKED_UP_FILES],
        "roster": roster.to_json() if roster is not None else None,
        "findings": findings,
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(unfinished / MANIFEST_FILE, text.encode())


def _covers(copy: Database, last_entry: tuple[int, bytes], source_counts: RowCounts) -> bool:
    """Tell whether a copy holds every row that the office had when copying began."""
    seq, digest = last_entry
    row = copy.one("SELECT digest FROM log WHERE seq = ?", (seq,))
    if seq and (row is None or bytes(row["digest"]) != digest):
        return False
    counts = row_counts(copy)
    if counts.entries == source_counts.entries:
        return counts == source_counts
    return counts.entries > source_counts.entries and counts.visits >= source_counts.visits


def remove_backup(backup: Path) -> None:
    """Remove a backup; it is renamed first, so that a partly removed one is never used."""
    renamed = backup.with_name(backup.name + REMOVAL_SUFFIX)
    backup.rename(renamed)
    remove(renamed)


def remove_unfinished(folder: Path, office_id: str) -> None:
    """Remove unfinished backups of this office that a power cut has left."""
    for suffix in (UNFINISHED_SUFFIX, REMOVAL_SUFFIX):
        for path in folder.glob(f"{FOLDER_PREFIX}{office_id[:ID_LETTERS]}-*{suffix}"):
            remove(path)


def _has_space(database: Path, folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free > database.stat().st_size
    except OSError:
        return True  # the free space is unknown: a full disk is reported while writing
