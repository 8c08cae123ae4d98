"""Changes of one account in the keyring, and new keys for an account."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reception.domain.errors import StorageError
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Account, Keyring, UserKeys
from reception.storage.crypto.keyring_update import update_keyring
from reception.storage.staff import signed_members


@dataclass(frozen=True, slots=True)
class NewKeys:
    """New keys of a person and their encrypted entry in the keyring."""

    keys: UserKeys
    account: Account


class KeyringChanges:
    """Changes the keyring of the open office; returns it, for its counter, as it was saved.

    The keyring is saved before the member row is written. :meth:`require_current` in the
    transaction of the row keeps both the same when two sessions change one account at once.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def keyring(self) -> Keyring:
        """Return the keyring as it is stored now."""
        return keyring_file.load(self._session.folder)

    def database_key(self) -> bytes:
        """Return the database key, opened with the keys of the signed-in person."""
        account = self.keyring().account(self._session.member.user_id)
        return keyring_file.database_key(account, self._session.keys)

    def make_new_keys(self, user: tuple[str, str], password: str) -> NewKeys:
        """Make keys for (user id, name) and encrypt them; slow, so outside any transaction."""
        session = self._session
        keys = UserKeys.generate(session.office.root)
        cost = self.keyring().account(session.member.user_id).cost
        secret = {"database_key": self.database_key(), "cost": cost}
        office_id = session.office.office_id
        return NewKeys(keys, keyring_file.create_account(office_id, user, password, keys, secret))

    def store_account(self, account: Account) -> Keyring:
        """Add or replace an account.

        An account of the same name without a member row, which a power cut may have left, is
        removed. Other such accounts stay: another process may be about to write the row.
        """

        def change(stored: Keyring) -> Keyring:
            people = signed_members.read_members(self._session.database, self._session.office)
            accounts = [
                item
                for item in stored.accounts
                if item.user_id in people or item.name != account.name
            ]
            if any(item.user_id == account.user_id for item in accounts):
                return replace(stored, accounts=tuple(accounts)).with_account(account)
            return replace(stored, accounts=(*accounts, account))

        return update_keyring(self._session.folder, change)

    def store_database_key(self, user_id: str, encrypted_key: bytes) -> Keyring:
        """Give one account another encrypted database key; b"" removes the key."""

        def change(stored: Keyring) -> Keyring:
            account = stored.account(user_id)
            return stored.with_account(replace(account, database_key=encrypted_key))

        return update_keyring(self._session.folder, change)

    def require_current(self, saved: Keyring, user_id: str) -> None:
        """Refuse to go on if somebody has changed this account since ``saved`` was stored.

        Errors: StorageError ``keyring.account_changed``.
        """
        expected = (user_id, saved.account(user_id).database_key)
        stored = {(item.user_id, item.database_key) for item in self.keyring().accounts}
        if expected not in stored:
            raise StorageError("keyring.account_changed")
