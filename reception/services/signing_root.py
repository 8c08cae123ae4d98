"""Who may sign people, rights and vaults: the head, by an own session or by the password."""

from __future__ import annotations

from nacl.signing import SigningKey

from reception.domain.errors import InvalidInput, NotAllowed, StorageError
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.services.session import Session
from reception.storage import keyring as keyring_file
from reception.storage.outside import TriesFile

SHORTEST_SENTENCE = 20  # characters: why somebody is to hold denouncers' identities


def own_root(session: Session) -> bytes:
    """Return the root's seed of a session that may sign.

    Errors: NotAllowed ``rights.missing``, ``accounts.head_only``.
    """
    session.require(Right.MANAGE)
    return _checked(session, session.keys.root_seed)


def root_by_password(session: Session, password: str) -> bytes:
    """Return the root's seed for one act; the head types the password, whoever has unlocked.

    Errors: InvalidInput ``accounts.head_password`` (with ``wait`` seconds), ``accounts.head_only``.
    """
    session.refresh()
    keyring, head = keyring_file.load(session.folder), session.head()
    tries = TriesFile(session.folder)
    try:
        keys = keyring_file.open_account(
            keyring, head.user_id, password, session.environment.policy
        )
    except StorageError as error:
        if error.code != "unlock.wrong_password":
            raise
        failed = tries.failed(head.user_id)
        raise InvalidInput(
            "accounts.head_password", "password", name=head.name, wait=failed.delay
        ) from None
    # The count stays until the head unlocks, who is told of it then and has it logged.
    return _checked(session, keys.root_seed)


def checked_sentence(sentence: str) -> str:
    """Return why, as it stands in the log; InvalidInput ``accounts.sentence_short``."""
    text = clean(sentence)
    if len(text) < SHORTEST_SENTENCE:
        raise InvalidInput("accounts.sentence_short", "sentence", least=SHORTEST_SENTENCE)
    return text


def _checked(session: Session, seed: bytes) -> bytes:
    if not seed or bytes(SigningKey(seed).verify_key) != session.office.root:
        raise NotAllowed("accounts.head_only")
    return seed
