"""Reads backups: their manifests, the checksums of their files, and their row counts."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reception.domain.backup import Manifest, RowCounts
from reception.domain.errors import StorageError
from reception.storage.audit.log_reader import end_of_log
from reception.storage.crypto.keyring import KEYRING_FILE
from reception.storage.database import DATABASE_FILE, Database

BACKED_UP_FILES = (DATABASE_FILE, KEYRING_FILE)
MANIFEST_FILE = "manifest.json"
FOLDER_PREFIX = "sao-luu-"  # "backup"
UNFINISHED_SUFFIX, REMOVAL_SUFFIX = ".dang-ghi", ".dang-xoa"  # "being written", "being removed"
MANIFEST_FORMAT = 1
_BLOCK = 1 << 20
_COUNT_QUERIES = {
    "visits": "SELECT count(*) FROM visit",
    "petitions": "SELECT count(*) FROM petition",
    "identities": "SELECT count(*) FROM sealed_value",
    "scans": "SELECT count(*) FROM attachment",
    "accounts": (
        "SELECT count(*) FROM member m WHERE active AND generation = "
        "(SELECT max(generation) FROM member WHERE user_id = m.user_id)"
    ),
    "entries": "SELECT count(*) FROM log",
}


def row_counts(database: Database) -> RowCounts:
    """Return the row counts of an open register."""
    counts = {}
    for name, query in _COUNT_QUERIES.items():
        row = database.one(query)
        counts[name] = int(row[0]) if row else 0
    return RowCounts(**counts)


def matches_manifest(database: Database, manifest: Manifest) -> bool:
    """Tell whether an opened backup matches its manifest: schema, end of log, row counts."""
    return (
        database.schema_version == manifest.schema
        and end_of_log(database) == (manifest.seq, manifest.digest)
        and row_counts(database) == manifest.counts
    )


@contextmanager
def open_copy(backup: Path, key: bytes, work_folder: Path) -> Iterator[Database]:
    """Open a copy of a backup's encrypted file in ``work_folder`` and remove the copy afterwards.

    The backup itself is never opened: SQLite would write beside it, and its medium may be
    write-protected. Errors: ``backup.damaged``, ``backup.other_key``.
    """
    work_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with TemporaryDirectory(prefix="mo-thu-", dir=work_folder, ignore_cleanup_errors=True) as name:
        try:
            copy_path = Path(shutil.copyfile(backup / DATABASE_FILE, Path(name) / DATABASE_FILE))
        except OSError as error:
            raise StorageError("backup.damaged", file=DATABASE_FILE) from error
        try:
            copy = Database(copy_path, key)
        except StorageError as error:
            raise StorageError("backup.other_key") from error
        try:
            yield copy
        finally:
            copy.close()


def verified_manifest(backup: Path) -> Manifest:
    """Return the manifest of a backup after comparing the checksums of its files.

    Errors: ``backup.not_one``, ``backup.newer``, ``backup.damaged``.
    """
    manifest = read_manifest(backup)
    for name, digest, size in manifest.files:
        try:
            actual = digest_and_size(backup / name)
        except OSError as error:
            raise StorageError("backup.damaged", file=name) from error
        if actual != (digest, size):
            raise StorageError("backup.damaged", file=name)
    return manifest


def read_manifest(backup: Path) -> Manifest:
    """Return the manifest without comparing the files.

    Errors: ``backup.not_one`` (not a backup), ``backup.newer`` (format of a later program).
    """
    try:
        values = json.loads((backup / MANIFEST_FILE).read_text(encoding="utf-8"))
        if int(values["format"]) > MANIFEST_FORMAT:
            raise StorageError("backup.newer")
        files = tuple((str(n), str(d), int(s)) for n, d, s in values["files"])
        if {name for name, _, _ in files} != set(BACKED_UP_FILES):
            raise StorageError("backup.not_one", folder=str(backup))
        return Manifest(
            office=str(values["office"]),
            made_at=datetime.fromisoformat(values["made_at"]),
            program=str(values["program"]),
            schema=int(values["schema"]),
            counts=RowCounts(**{key: int(value) for key, value in values["counts"].items()}),
            seq=int(values["seq"]),
            digest=bytes.fromhex(values["digest"]),
            files=files,
            roster=_roster(values.get("roster")),
            findings=int(values.get("findings", 0)),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise StorageError("backup.not_one", folder=str(backup)) from error


def _roster(stored: Any) -> dict[str, str] | None:
    if stored is None:
        return None
    return {name: str(stored[name]) for name in ("statement", "signature")}


def backups_in(folder: Path, office_id: str) -> list[tuple[Path, Manifest]]:
    """Return the complete backups in a folder, newest first.

    ``office_id`` selects the backups of one office; "" selects those of all offices.
    """
    backups = []
    try:
        folders = sorted(folder.glob(f"{FOLDER_PREFIX}*"))
    except OSError:
        return []
    for path in folders:
        if path.name.endswith((UNFINISHED_SUFFIX, REMOVAL_SUFFIX)):
            continue
        try:
            manifest = read_manifest(path)
        except StorageError:
            continue
        if office_id in ("", manifest.office):
            backups.append((path, manifest))
    return sorted(backups, key=lambda backup: backup[1].made_at, reverse=True)


def digest_and_size(path: Path) -> tuple[str, int]:
    """Return (SHA-256 in hex, size in bytes) of a file."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size
