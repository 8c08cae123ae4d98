"""Backups on disk: made beside, opened and checked, then named; looked at; put back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reception.domain.audit import Verification
from reception.domain.backup import Counts, Manifest
from reception.domain.errors import StorageError
from reception.storage.database import NAME, Database
from reception.storage.files import flush_folder, write_atomically

KEYRING = "keyring.json"
MANIFEST = "manifest.json"
PREFIX = "sao-luu-"
_PART, _DROP = ".dang-ghi", ".dang-xoa"
_FORMAT = 1
_BLOCK = 1 << 20
Check = Callable[[Database], Verification]


def make(
    source: Database, office: tuple[str, bytes], place: Path, at: datetime, check: Check
) -> Path:
    """Copy an open office into ``place`` and return the backup's folder.

    ``office`` is (office id, raw key); ``check`` walks the log of the copy. The copy has a
    passing name until it was opened and found whole: what has its own name is good.
    Errors: ``backup.place_missing``, ``backup.unwritable``, ``backup.copy_bad``,
    ``database.disk_full``.
    """
    if not place.is_dir():
        raise StorageError("backup.place_missing", place=str(place))
    name = f"{PREFIX}{at:%Y%m%d-%H%M%S}"
    part, whole = place / (name + _PART), place / name
    try:
        sweep(place)
        part.mkdir(mode=0o700)
        _copy(source, office[1], part)
        _describe(part, office, at, check)
        flush_folder(part)
        part.rename(whole)
        flush_folder(place)
    except OSError as error:
        _remove(part)
        raise _of_the_place(error, place) from error
    except BaseException:
        _remove(part)
        raise
    return whole


def _copy(source: Database, key: bytes, part: Path) -> None:
    path = part / NAME
    source.copy_to(path, key)
    path.chmod(0o600)
    copy = Database(path, key)
    try:
        # Their keys stay outside, so a draft in a backup opens to nobody: it goes altogether.
        copy.execute("DELETE FROM draft")
    finally:
        copy.close()
    _flush(path)
    write_atomically(part / KEYRING, (source.path.parent / KEYRING).read_bytes())


def _describe(part: Path, office: tuple[str, bytes], at: datetime, check: Check) -> None:
    office_id, key = office
    copy = Database(part / NAME, key)
    try:
        if not copy.sound() or not check(copy).intact:
            raise StorageError("backup.copy_bad", place=str(part.parent))
        row = copy.one("SELECT seq, digest FROM log ORDER BY seq DESC LIMIT 1")
        facts = {
            "format": _FORMAT,
            "office": office_id,
            "made_at": at.isoformat(),
            "schema": copy.version,
            "counts": _counts(copy),
            "seq": int(row["seq"]) if row else 0,
            "digest": bytes(row["digest"]).hex() if row else "",
        }
    finally:
        copy.close()
    facts["files"] = [[name, *_measured(part / name)] for name in (NAME, KEYRING)]
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(part / MANIFEST, text.encode())


def counts(database: Database) -> Counts:
    """Return how many rows an open register holds."""
    return Counts(**_counts(database))


def _counts(database: Database) -> dict[str, int]:
    found = {}
    for name, table in (("visits", "visit"), ("petitions", "petition"), ("entries", "log")):
        row = database.one(f"SELECT count(*) FROM {table}")
        found[name] = int(row[0]) if row else 0
    return found


def look(backup: Path) -> Manifest:
    """Return what a backup says of itself, after every byte of it was compared.

    Errors: ``backup.not_one``, ``backup.newer``, ``backup.damaged``.
    """
    manifest = read_manifest(backup)
    for name, digest, size in manifest.files:
        try:
            found = _measured(backup / name)
        except OSError as error:
            raise StorageError("backup.damaged", file=name) from error
        if found != (digest, size):
            raise StorageError("backup.damaged", file=name)
    return manifest


def read_manifest(backup: Path) -> Manifest:
    """Return the manifest alone, its files not compared."""
    try:
        item = json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
        if int(item["format"]) > _FORMAT:
            raise StorageError("backup.newer")
        files = tuple((str(n), str(d), int(s)) for n, d, s in item["files"])
        if {name for name, _, _ in files} != {NAME, KEYRING}:
            raise StorageError("backup.not_one", folder=str(backup))
        return Manifest(
            office=str(item["office"]),
            made_at=datetime.fromisoformat(item["made_at"]),
            schema=int(item["schema"]),
            counts=Counts(**{key: int(value) for key, value in item["counts"].items()}),
            seq=int(item["seq"]),
            digest=bytes.fromhex(item["digest"]),
            files=files,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise StorageError("backup.not_one", folder=str(backup)) from error


def backups_in(place: Path, office_id: str) -> list[tuple[Path, Manifest]]:
    """Return the whole backups of an office in a place, the newest first."""
    found = []
    try:
        folders = sorted(place.glob(f"{PREFIX}*"))
    except OSError:
        return []
    for folder in folders:
        if folder.name.endswith((_PART, _DROP)):
            continue
        try:
            manifest = read_manifest(folder)
        except StorageError:
            continue
        if manifest.office == office_id:
            found.append((folder, manifest))
    return sorted(found, key=lambda item: item[1].made_at, reverse=True)


def drop(backup: Path) -> None:
    """Remove a backup: under a passing name first, so that half of one never counts."""
    doomed = backup.with_name(backup.name + _DROP)
    backup.rename(doomed)
    _remove(doomed)


def sweep(place: Path) -> None:
    """Remove what a power cut left half written or half removed."""
    for ending in (_PART, _DROP):
        for folder in place.glob(f"{PREFIX}*{ending}"):
            _remove(folder)


def put_back(backup: Path, manifest: Manifest, folder: Path) -> None:
    """Copy a backup into a new office folder: whole or not at all.

    Errors: ``backup.target_taken``, ``backup.damaged``, ``backup.unwritable``.
    """
    if folder.exists() and any(folder.iterdir()):
        raise StorageError("backup.target_taken", folder=str(folder))
    part = folder.with_name(folder.name + _PART)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove(part)
        part.mkdir(mode=0o700)
        for name, digest, size in manifest.files:
            shutil.copyfile(backup / name, part / name)
            (part / name).chmod(0o600)
            _flush(part / name)
            if _measured(part / name) != (digest, size):
                raise StorageError("backup.damaged", file=name)
        flush_folder(part)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
        flush_folder(folder.parent)
    except OSError as error:
        _remove(part)
        raise _of_the_place(error, folder.parent) from error
    except BaseException:
        _remove(part)
        raise


def discard(folder: Path) -> None:
    """Remove an office folder just put back that turned out not to count."""
    _remove(folder)


def _measured(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


def _flush(path: Path) -> None:
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _of_the_place(error: OSError, place: Path) -> StorageError:
    return StorageError("backup.unwritable", place=str(place), reason=error.strerror or str(error))
