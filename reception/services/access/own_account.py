"""The account of the signed-in person in the keyring: keys encrypted again with a password."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import UserKeys
from reception.storage.office_values import write_keyring_counter


def store_own_keys(
    session: Session, keys: UserKeys, password: str, act: Act, **facts: object
) -> None:
    """Encrypt this person's keys with a password, save them in the keyring, and log ``act``.

    Slow, so outside any transaction. The keyring is written before the log: after a power cut
    between the two the saved account is valid, and the next unlock logs the change.
    """
    keyring = keyring_file.load(session.folder)
    account = keyring.account(session.member.user_id)
    new_account = keyring_file.create_account(
        keyring.office,
        (account.user_id, account.name),
        password,
        keys,
        {"database_key": keyring_file.database_key(account, keys), "cost": account.cost},
    )
    keyring = keyring_file.load(session.folder)  # hashing is slow: others may have written
    accounts = tuple(
        new_account if item.user_id == new_account.user_id else item for item in keyring.accounts
    )
    new_keyring = keyring.with_changes(accounts=accounts)
    keyring_file.save(session.folder, new_keyring)
    with session.act() as work:
        write_keyring_counter(work, new_keyring)
        work.log(act, account.user_id, **facts)
