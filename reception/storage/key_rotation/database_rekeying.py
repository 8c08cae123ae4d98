"""The encrypted file under a new key, put in the place of the old one in one step.

The new file is finished beside the old one under a name of its own. What decides is the keyring:
once it gives the new key, whoever opens next puts the new file in place; until then the old file
counts and the new one is nobody's. So a power cut at any moment leaves one office that opens.
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


def settle(folder: Path, key: bytes) -> None:
    """Finish an exchange that a power cut interrupted, or throw an unfinished file away.

    ``key`` is what the keyring gives now. Errors: ``database.busy`` while another process is at it.
    """
    if not (folder / NEXT).exists():
        return
    with _alone(folder):
        if _opens(folder / NEXT, key):
            _put_in_place(folder)
        elif _opens(folder / NAME, key):
            _remove(folder, NEXT)


@contextmanager
def replace_database(
    folder: Path, old: bytes, new: bytes
) -> Iterator[tuple[Database, list[Keyring]]]:
    """Give a copy of the file under the key ``new``, to be changed; then exchange the two.

    The body puts the keyring that goes with it into the list. Nobody else has the file open
    meanwhile. Errors: ``database.busy``, ``database.damaged``; the old office stays then.
    """
    with _alone(folder):
        _remove(folder, NEXT)
        before = Database(folder / NAME, old)
        try:
            before.take_alone()
            keyrings: list[Keyring] = []
            yield from _changed(folder, before, new, keyrings)
            keyring_file.save(folder, keyrings[0])  # from here on the new office counts
        except BaseException:
            before.close()
            raise
        _replace_under(folder, before)


def _replace_under(folder: Path, before: Database) -> None:
    if os.name == "nt":  # an open file cannot be replaced there
        before.close()
        _put_in_place(folder)
        return
    # Whoever waited for the old file until now must find it empty, not write into what is gone.
    old = os.open(folder / NAME, os.O_RDWR)
    try:
        _put_in_place(folder)
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


def _put_in_place(folder: Path) -> None:
    # The old file's log must go first: under the new file's name it would be taken for its own.
    for end in _BESIDE:
        (folder / (NAME + end)).unlink(missing_ok=True)
    flush_folder(folder)
    (folder / NEXT).replace(folder / NAME)
    flush_folder(folder)


def _remove(folder: Path, name: str) -> None:
    for end in ("", *_BESIDE):
        (folder / (name + end)).unlink(missing_ok=True)
