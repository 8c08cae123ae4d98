"""Change of one's own password: the same keys in a new encrypted blob."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, StorageError
from reception.services.access.own_account import store_own_keys
from reception.services.access.password_policy import check_password
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file


@rights_checked
def change_password(session: Session, old: str, new: str) -> None:
    """Encrypt the session's keys under a new password; slow, so outside any transaction.

    After a power cut the new password is valid from the moment at which the keyring was written.
    The old password still opens old backups.
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
    store_own_keys(session, session.keys, new, Act.PASSWORD_CHANGED)
