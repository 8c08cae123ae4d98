"""Changes of ``keyring.json`` under one lock between processes: none overwrites another's change.

The lock is ``keyring.lock`` in the office folder; no backup contains it. Hashing a password is slow
and belongs before the update. A holder of the lock never waits for the database, so the lock may
also be taken by a process that has locked the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reception.domain.errors import StorageError
from reception.hardening.single_instance import InstanceLock
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Keyring

_LOCK_NAME = "keyring"
_WAIT_SECONDS = 10.0  # an update takes a few milliseconds, a rotation of the database key longer


def update_keyring(folder: Path, change: Callable[[Keyring], Keyring], beyond: int = 0) -> Keyring:
    """Apply ``change`` to the stored keyring, raise its counter by one, and save it.

    The new counter is also higher than ``beyond``.

    ``change`` must not be slow and must return a keyring with the counter unchanged; if it raises,
    nothing is saved. Returns the saved keyring; its counter goes into the database next.
    Errors: those of :func:`keyring_lock` and ``reception.storage.crypto.keyring.load``.
    """
    with keyring_lock(folder):
        stored = keyring_file.load(folder)
        updated = replace(change(stored), counter=max(stored.counter, beyond) + 1)
        keyring_file.save(folder, updated)
    return updated


def replace_blob(folder: Path, user_id: str, old_blob: bytes, new_blob: bytes) -> bool:
    """Replace the encrypted blob of one account if it is still ``old_blob``; tell whether it was.

    The new blob must be encrypted under the key of the old one, because salt and cost stay. The
    counter stays too: the old keyring would open the same things.
    Errors: those of :func:`keyring_lock` and ``reception.storage.crypto.keyring.load``,
    ``keyring.unknown_user``.
    """
    with keyring_lock(folder):
        keyring = keyring_file.load(folder)
        account = keyring.account(user_id)
        if account.blob != old_blob:
            return False
        keyring_file.save(folder, keyring.with_account(replace(account, blob=new_blob)))
    return True


@contextmanager
def keyring_lock(folder: Path) -> Iterator[None]:
    """Context manager: holds the lock between processes; not re-entrant.

    The operating system releases the lock when the process ends.
    Errors: ``keyring.busy`` when another process holds it for 10 seconds, ``keyring.missing`` when
    there is no such folder, ``database.read_only`` when it cannot be written.
    """
    with InstanceLock(folder, _LOCK_NAME) as lock:
        try:
            acquired = lock.acquire_within(_WAIT_SECONDS)
        except FileNotFoundError as error:
            raise StorageError("keyring.missing", folder=str(folder)) from error
        except OSError as error:
            raise StorageError("database.read_only", folder=str(folder)) from error
        if not acquired:
            raise StorageError("keyring.busy")
        yield
