"""Replaces the encrypted file by a copy under a new key, in one step.

The copy is completed under another name in the same folder. The keyring decides which file is
valid: once it holds the new key, the next unlock renames the copy; until then the old file is valid
and the next unlock deletes the copy. After a power cut at any moment the office can therefore be
opened.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reception.domain.errors import StorageError
from reception.hardening.regular_files import is_regular, remove_unless_own
from reception.hardening.single_instance import InstanceLock
from reception.storage.atomic_files import flush_folder
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Keyring
from reception.storage.crypto.keyring_update import keyring_lock
from reception.storage.database import DATABASE_FILE, Database

NEW_FILE = "register.next.db"
_WAIT_SECONDS = 5.0  # others hold the lock while they open the file
_SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(slots=True)
class Rekeying:
    """A copy of the database under the new key, and the keyring that will be saved with it."""

    copy: Database
    keyring: Keyring  # the stored one; the block sets the one with the new key and a higher counter


def finish_rekeying(folder: Path, key: bytes) -> None:
    """Finish a replacement interrupted by a power cut, or delete an unfinished copy.

    ``key`` is the database key in the keyring. Errors: ``database.busy`` if another process is
    replacing the file.
    """
    with _rekeying_lock(folder):
        _finish(folder, key)


@contextmanager
def kept_in_place(folder: Path, read_key: Callable[[], bytes]) -> Iterator[bytes]:
    """Context manager: yields the key while no other process can replace the file.

    The block opens the database. Without this it could open the old file during a replacement, and
    then write its WAL beside the new one. ``read_key`` reads the database key from the keyring. An
    interrupted replacement is finished first. Errors: as of :func:`finish_rekeying`.
    """
    with _rekeying_lock(folder):
        key = read_key()
        _finish(folder, key)
        yield key


def _finish(folder: Path, key: bytes) -> None:
    if not is_regular(folder / NEW_FILE):
        remove_unless_own(folder / NEW_FILE)
        return
    if _opens(folder / NEW_FILE, key):
        _replace_file(folder)
    elif _opens(folder / DATABASE_FILE, key):
        _remove_database(folder, NEW_FILE)


@contextmanager
def replace_database(folder: Path, old_key: bytes, new_key: bytes) -> Iterator[Rekeying]:
    """Context manager: yields a copy under ``new_key``, then replaces the file by this copy.

    The block may change the copy, and must set the keyring with the new key. While it runs, file
    and keyring are locked for every other process. Errors: ``database.busy``, ``keyring.busy``,
    ``database.disk_full``, ``database.damaged``; the old file then stays in use.
    """
    with _rekeying_lock(folder):
        _remove_database(folder, NEW_FILE)
        source = Database(folder / DATABASE_FILE, old_key)
        try:
            source.lock_exclusively()
            with keyring_lock(folder):
                stored = keyring_file.load(folder)
                rekeying = yield from _copy_under_key(folder, source, new_key, stored)
                if rekeying.keyring.counter <= stored.counter:
                    raise AssertionError("the keyring with the new key is missing")
                keyring_file.save(folder, rekeying.keyring)  # now the new file is the valid one
        except BaseException:
            source.close()
            raise
        _replace_locked_file(folder, source)


def _replace_locked_file(folder: Path, source: Database) -> None:
    """Replace the file that ``source`` has locked, and close ``source``."""
    if os.name == "nt":  # Windows cannot replace an open file
        source.close()
        _replace_file(folder)
        return
    # A process that waited for the old file must find it empty instead of writing into it.
    old_file = os.open(folder / DATABASE_FILE, os.O_RDWR)
    try:
        _replace_file(folder)
        os.ftruncate(old_file, 0)
        source.close_without_truncating_wal()
    finally:
        os.close(old_file)


def _copy_under_key(
    folder: Path, source: Database, new_key: bytes, stored: Keyring
) -> Generator[Rekeying, None, Rekeying]:
    try:
        source.copy_to(folder / NEW_FILE, new_key)
        copy = Database(folder / NEW_FILE, new_key)
        rekeying = Rekeying(copy, stored)
        try:
            yield rekeying
            if not copy.is_intact():
                raise StorageError("database.damaged")
        finally:
            copy.close()
        os.chmod(folder / NEW_FILE, 0o600)
        flush_folder(folder)
    except BaseException:
        _remove_database(folder, NEW_FILE)
        raise
    return rekeying


@contextmanager
def _rekeying_lock(folder: Path) -> Iterator[None]:
    with InstanceLock(folder, "exchange") as lock:
        try:
            acquired = lock.acquire_within(_WAIT_SECONDS)
        except OSError as error:
            raise StorageError("database.read_only", folder=str(folder)) from error
        if not acquired:
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
    # The old WAL must go first: under the new file's name SQLite would apply it to the new file.
    for suffix in _SIDE_FILES:
        (folder / (DATABASE_FILE + suffix)).unlink(missing_ok=True)
    flush_folder(folder)
    (folder / NEW_FILE).replace(folder / DATABASE_FILE)
    flush_folder(folder)


def _remove_database(folder: Path, name: str) -> None:
    for suffix in ("", *_SIDE_FILES):
        (folder / (name + suffix)).unlink(missing_ok=True)
