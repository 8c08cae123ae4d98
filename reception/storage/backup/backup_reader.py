"""Reads backups: their manifests, the checksums of their files, and their row counts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reception.domain.backup import Manifest, RowCounts
from reception.domain.errors import StorageError
from reception.hardening.regular_files import (
    MIB,
    UnreadableSourceError,
    copy_regular,
    open_regular,
    read_regular,
)
from reception.storage.audit.log_reader import end_of_log
from reception.storage.backup.backup_restore import disk_error, require_space, write_error
from reception.storage.backup.backup_size import require_own_size, require_stated_sizes
from reception.storage.crypto.keyring import KEYRING_FILE
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.json_shapes import (
    LARGEST,
    ShapeError,
    hex_of,
    id_of,
    list_of,
    member_of,
    moment_of,
    number_of,
    object_of,
    parsed_json,
    signed_roster_of,
    text_of,
)

BACKED_UP_FILES = (DATABASE_FILE, KEYRING_FILE)
MANIFEST_FILE = "manifest.json"
FOLDER_PREFIX = "sao-luu-"  # "backup"
ID_LETTERS = 6  # letters of the office's id in the name: two offices may use one medium
UNFINISHED_SUFFIX, REMOVAL_SUFFIX = ".dang-ghi", ".dang-xoa"  # "being written", "being removed"
MANIFEST_FORMAT = 1
_BLOCK = 1 << 20
_LARGEST_MANIFEST = 4 * MIB
_LONGEST_TEXT = 200  # characters
_DIGEST_BYTES = 32
_FILE_FACTS = 3  # name, SHA-256, size
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
    write-protected. Errors: ``backup.damaged``, ``backup.other_key``, ``backup.full``,
    ``backup.unwritable``.
    """
    try:
        work_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = TemporaryDirectory(prefix="mo-thu-", dir=work_folder, ignore_cleanup_errors=True)
    except OSError as error:
        raise write_error(error, work_folder) from error
    with folder as name:
        copy = _opened_copy(backup / DATABASE_FILE, key, Path(name))
        try:
            yield copy
        finally:
            copy.close()


def _opened_copy(register: Path, key: bytes, folder: Path) -> Database:
    """Copy a backup's register into a folder and open the copy. Errors: as of `open_copy`."""
    path = folder / DATABASE_FILE
    try:
        size = register.lstat().st_size
        require_space(size, folder.parent)
        copy_regular(register, path, size)
    except (FileNotFoundError, NotADirectoryError, UnreadableSourceError) as error:
        raise StorageError("backup.damaged", file=DATABASE_FILE) from error
    except OSError as error:
        raise write_error(error, folder.parent) from error
    try:
        return Database(path, key)
    except StorageError as error:
        if error.code == "database.unreadable":
            raise StorageError("backup.other_key") from error
        raise disk_error(error, folder.parent) from error


def stated_manifest(backup: Path) -> Manifest:
    """Return the manifest after comparing the sizes of all files, and the keyring's checksum.

    The register, which may be large, is not read. Errors: ``backup.not_one``, ``backup.newer``,
    ``backup.damaged``.
    """
    manifest = read_manifest(backup)
    require_stated_sizes(backup, manifest)
    _require_digests(backup, manifest, (KEYRING_FILE,))
    return manifest


def verified_manifest(backup: Path, key: bytes | None) -> Manifest:
    """Return the manifest of a backup after comparing the checksums of its files.

    With the register's ``key``, its size is first compared with the one on its first page, so that
    no forged file of any size is read to its end. Errors: ``backup.not_one``, ``backup.newer``,
    ``backup.damaged``.
    """
    manifest = stated_manifest(backup)
    if key is not None:
        require_own_size(backup, key)
    _require_digests(backup, manifest, (DATABASE_FILE,))
    return manifest


def _require_digests(backup: Path, manifest: Manifest, names: tuple[str, ...]) -> None:
    for name, digest, size in manifest.files:
        if name not in names:
            continue
        try:
            actual = digest_and_size(backup / name, size)
        except OSError as error:
            raise StorageError("backup.damaged", file=name) from error
        if actual != (digest, size):
            raise StorageError("backup.damaged", file=name)


def read_manifest(backup: Path) -> Manifest:
    """Return the manifest without comparing the files.

    Errors: ``backup.not_one`` (not a backup), ``backup.newer`` (format of a later program).
    """
    try:
        values = object_of(parsed_json(read_regular(backup / MANIFEST_FILE, _LARGEST_MANIFEST)))
        if number_of(member_of(values, "format")) > MANIFEST_FORMAT:
            raise StorageError("backup.newer")
        roster = values.get("roster")
        return Manifest(
            office=id_of(member_of(values, "office")),
            made_at=moment_of(member_of(values, "made_at")),
            program=text_of(member_of(values, "program"), _LONGEST_TEXT),
            schema=number_of(member_of(values, "schema")),
            counts=_counts(object_of(member_of(values, "counts"))),
            seq=number_of(member_of(values, "seq")),
            digest=hex_of(member_of(values, "digest"), _DIGEST_BYTES),
            files=_files(list_of(member_of(values, "files"))),
            roster=None if roster is None else signed_roster_of(roster),
            findings=number_of(values.get("findings", 0)),
        )
    except (OSError, ShapeError) as error:
        raise StorageError("backup.not_one", folder=str(backup)) from error


def _counts(stored: Mapping[str, Any]) -> RowCounts:
    return RowCounts(**{name: number_of(member_of(stored, name)) for name in _COUNT_QUERIES})


def _files(stored: list[Any]) -> tuple[tuple[str, str, int], ...]:
    """Return name, SHA-256 in hex and size of the two files of a backup. Errors: ShapeError."""
    files = []
    for item in stored:
        values = list_of(item)
        if len(values) != _FILE_FACTS:
            raise ShapeError("files")
        name, digest, size = values
        known = text_of(name, _LONGEST_TEXT), hex_of(digest, _DIGEST_BYTES).hex()
        files.append((*known, number_of(size)))
    if sorted(name for name, _, _ in files) != sorted(BACKED_UP_FILES):
        raise ShapeError("files")
    return tuple(files)


def digest_and_size(path: Path, most: int = LARGEST) -> tuple[str, int]:
    """Return (SHA-256 in hex, size in bytes) of a regular file of at most ``most`` bytes.

    Errors: OSError.
    """
    digest, size = hashlib.sha256(), 0
    with open_regular(path, most) as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size
