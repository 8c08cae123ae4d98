"""The encrypted blob of the signed-in person, which the session writes again with newer marks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reception.domain.errors import StorageError
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Account, UserKeys
from reception.storage.crypto.keyring_update import replace_blob


class OwnBlob:
    """A person's account as opened at the unlock, and the key derived from the password then."""

    def __init__(self, folder: Path, office_id: str, account: Account, key: bytes) -> None:
        self._folder = folder
        self._office_id = office_id
        self._account = account
        self._key = key

    @property
    def user_id(self) -> str:
        """Return the user id of the account."""
        return self._account.user_id

    def __repr__(self) -> str:
        """Show no key."""
        return "OwnBlob(…)"

    def store(self, keys: UserKeys) -> None:
        """Encrypt the keys with their marks again, if the account has still the same blob.

        After a change of the password, or by another session of the same person, the blob in the
        keyring is newer: it stays. What the marks tell of is committed already, and a lower mark is
        harmless: a keyring that cannot be written now is written at a later unlock.
        """
        changed = keyring_file.encrypt_again(self._office_id, self._account, keys, self._key)
        with suppress(OSError, StorageError):
            if replace_blob(self._folder, changed.user_id, self._account.blob, changed.blob):
                self._account = changed
