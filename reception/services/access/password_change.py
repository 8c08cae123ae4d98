"""Change of one's own password: the same keys in a new encrypted blob."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, StorageError
from reception.services.access.password_policy import check_password
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.office_values import write_keyring_counter


def change_password(session: Session, old: str, new: str) -> None:
    """Encrypt the session's keys under a new password; slow, so outside any transaction.

    The keyring is written before the log: after a power cut between the two the new password is
    valid, and the next unlock logs the change. The old password still opens old backups.
    Errors: InvalidInput ``password.old_wrong``, ``password.same``, and those of
    :func:`reception.services.access.password_policy.check_password`.
    """
    keyring = keyring_file.load(session.folder)
    account = keyring.account(session.member.user_id)
    try:
        keyring_file.open_account(keyring, account.user_id, old, session.environment.policy)
    except StorageError as error:
        if error.code != "unlock.wrong_password":
            raise
        raise InvalidInput("password.old_wrong", "old") from None
    if old == new:
        raise InvalidInput("password.same", "new")
    user_inputs = [session.settings().issuing, *(person.name for person in session.people.values())]
    check_password(new, tuple(user_inputs), session.member.name)
    new_account = keyring_file.create_account(
        keyring.office,
        (account.user_id, account.name),
        new,
        session.keys,
        {"database_key": keyring_file.database_key(account, session.keys), "cost": account.cost},
    )
    keyring = keyring_file.load(session.folder)  # hashing is slow: others may have written
    accounts = tuple(
        new_account if item.user_id == new_account.user_id else item for item in keyring.accounts
    )
    new_keyring = keyring.with_changes(accounts=accounts)
    keyring_file.save(session.folder, new_keyring)
    with session.act() as work:
        write_keyring_counter(work, new_keyring)
        work.log(Act.PASSWORD_CHANGED, account.user_id)
