"""The keyring with one changed account, and new keys for an account."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Account, Keyring, UserKeys


@dataclass(frozen=True, slots=True)
class NewKeys:
    """New keys of a person and their encrypted entry in the keyring."""

    keys: UserKeys
    account: Account


class KeyringChanges:
    """Returns changed keyrings of the open office; the caller saves them."""

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

    def with_account(self, account: Account) -> Keyring:
        """Return the keyring with an account added or replaced.

        Entries without a member row, which a power cut may have left, are removed.
        """
        keyring, people = self.keyring(), self._session.people
        accounts = [item for item in keyring.accounts if item.user_id in people]
        user_ids = [item.user_id for item in accounts]
        if account.user_id in user_ids:
            accounts[user_ids.index(account.user_id)] = account
        else:
            accounts.append(account)
        return keyring.with_changes(accounts=tuple(accounts))

    def with_database_key(self, user_id: str, encrypted_key: bytes) -> Keyring:
        """Return the keyring with another encrypted database key for one account."""
        keyring = self.keyring()
        return keyring.with_changes(
            accounts=tuple(
                replace(item, database_key=encrypted_key) if item.user_id == user_id else item
                for item in keyring.accounts
            )
        )
