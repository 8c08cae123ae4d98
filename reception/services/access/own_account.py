"""The account of the signed-in person in the keyring: keys encrypted again with a password."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.audit import Act
from reception.domain.errors import StorageError
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Keyring, UserKeys
from reception.storage.crypto.keyring_update import update_keyring
from reception.storage.office_values import write_keyring_counter


def store_own_keys(
    session: Session, keys: UserKeys, password: str, act: Act, **facts: object
) -> None:
    """Encrypt this person's keys with a password, save them in the keyring, and log ``act``.

    Slow, so outside any transaction. The keyring is written before the log: after a power cut
    between the two the saved account is valid, and the next unlock logs the change.
    Errors: ``keyring.account_changed`` if somebody replaced these keys or this password meanwhile,
    ``keyring.busy``; nothing is changed then.
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

    def replace_blob(stored: Keyring) -> Keyring:
        present = stored.account(account.user_id)
        if (present.salt, present.cost) != (account.salt, account.cost):
            raise StorageError("keyring.account_changed")
        # The sealed database key stays as it is: the head may have suspended this account.
        return stored.with_account(replace(new_account, database_key=present.database_key))

    new_keyring = update_keyring(session.folder, replace_blob)
    with session.act() as work:
        write_keyring_counter(work, new_keyring)
        work.log(act, account.user_id, **facts)
