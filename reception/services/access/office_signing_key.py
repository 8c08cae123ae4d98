"""Use of the office's signing key by the head: in the head's session, or by password in another."""

from __future__ import annotations

from nacl.signing import SigningKey

from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.session import Session

SHORTEST_CUSTODY_REASON = 20  # characters of the reason for giving custody

_ACCOUNT_CODES = {
    "approval.wrong_password": "accounts.head_password",
    "approval.wait": "accounts.head_wait",
}


def own_root_seed(session: Session) -> bytes:
    """Return the seed of the office root from the head's own session.

    Errors: NotAllowed ``rights.missing``, ``accounts.head_only``; those of
    :meth:`Session.require_walked_log`.
    """
    seed = root_seed_before_walk(session)
    session.require_walked_log()
    return seed


def root_seed_before_walk(session: Session) -> bytes:
    """Return the same although the log may be bad: for the act with which the head accepts it.

    Errors: NotAllowed ``rights.missing``, ``accounts.head_only``.
    """
    session.require(Right.MANAGE)
    return _checked_seed(session, session.keys.root_seed)


def root_seed_by_password(session: Session, approvals: HeadApprovals, password: str) -> bytes:
    """Return the seed of the office root for one act by the head's password, in any session.

    Errors: InvalidInput ``accounts.head_password``, ``accounts.head_wait`` (both with ``wait``
    seconds); NotAllowed ``accounts.head_only``; those of :meth:`Session.require_walked_log`.
    """
    session.refresh()
    try:
        keys = approvals.head_keys(password)
    except InvalidInput as error:
        code = _ACCOUNT_CODES.get(error.code, error.code)
        wait = error.facts.get("wait", 0)
        raise InvalidInput(code, "password", name=session.head().name, wait=wait) from None
    return _checked_seed(session, keys.root_seed)


def checked_custody_reason(reason: str) -> str:
    """Return the cleaned reason for the log; Errors: InvalidInput ``accounts.sentence_short``."""
    cleaned = clean(reason)
    if len(cleaned) < SHORTEST_CUSTODY_REASON:
        raise InvalidInput("accounts.sentence_short", "sentence", least=SHORTEST_CUSTODY_REASON)
    return cleaned


def _checked_seed(session: Session, seed: bytes) -> bytes:
    if not seed or bytes(SigningKey(seed).verify_key) != session.office.root:
        raise NotAllowed("accounts.head_only")
    return seed
