"""Replaces the encrypted file by a copy under a new key, in one step.

The copy is finished beside the old file under another name. The keyring decides: once it holds the
new key, the next unlock puts the copy in place; until then the old file is used and the copy is
ignored. A power cut at any moment therefore leaves an office that opens.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reception.domain.errors import StorageError
from reception.hardening.single_instance import InstanceLock
from reception.storage.atomic_files import flush_folder
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Keyring
from reception.storage.database import NAME, Database

NEXT = "register.next.db"
_BESIDE = ("-wal", "-shm", "-journal")


def finish_rekeying(folder: Path, key: bytes) -> None:
    """Finish a replacement interrupted by a power cut, or delete an unfinished copy.

    ``key`` is the one in the keyring. Errors: ``database.busy`` while another process does it.
    """
    if not (folder / NEXT).exists():
        return
    with _alone(folder):
        if _opens(folder / NEXT, key):
            _replace_file(folder)
        elif _opens(folder / NAME, key):
            _remove(folder, NEXT)


@contextmanager
def replace_database(
    folder: Path, old: bytes, new: bytes
) -> Iterator[tuple[Database, list[Keyring]]]:
    """Context manager: yields a copy under the key ``new`` to change, then replaces the file.

    The body appends the matching keyring to the list. The file is locked meanwhile. Errors:
    ``database.busy``, ``database.damaged``; the old office stays then.
    """
    with _alone(folder):
        _remove(folder, NEXT)
        before = Database(folder / NAME, old)
        try:
            before.lock_exclusively()
            keyrings: list[Keyring] = []
            yield from _changed(folder, before, new, keyrings)
            keyring_file.save(folder, keyrings[0])  # from here on the new file is the valid one
        except BaseException:
            before.close()
            raise
        _replace_under(folder, before)


def _replace_under(folder: Path, before: Database) -> None:
    if os.name == "nt":  # an open file cannot be replaced there
        before.close()
        _replace_file(folder)
        return
    # A process that waited for the old file must find it empty instead of writing into it.
    old = os.open(folder / NAME, os.O_RDWR)
    try:
        _replace_file(folder)
        os.ftruncate(old, 0)
        before.abandon()
    finally:
        os.close(old)


def _changed(
    folder: Path, before: Database, new: bytes, keyrings: list[Keyring]
) -> Iterator[tuple[Database, list[Keyring]]]:
    try:
        before.copy_to(folder / NEXT, new)
        after = Database(folder / NEXT, new)
        try:
            yield after, keyrings
            if not after.sound():
                raise StorageError("database.damaged")
        finally:
            after.close()
        os.chmod(folder / NEXT, 0o600)
        flush_folder(folder)
    except BaseException:
        _remove(folder, NEXT)
        raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with InstanceLock(folder, "exchange") as lock:
        if not lock.acquire():
            raise StorageError("database.busy")
        yield


def _opens(path: Path, key: bytes) -> bool:
    try:
        Database(path, key).close()
    except StorageError as error:
        if error.code == "database.busy":
            raise
        return False
    return True


def _replace_file(folder: Path) -> None:
    # The old WAL must go first: under the new file's name SQLite would take it for its own.
    for end in _BESIDE:
        (folder / (NAME + end)).unlink(missing_ok=True)
    flush_folder(folder)
    (folder / NEXT).replace(folder / NAME)
    flush_folder(folder)


def _remove(folder: Path, name: str) -> None:
    for end in ("", *_BESIDE):
        (folder / (name + end)).unlink(missing_ok=True)
