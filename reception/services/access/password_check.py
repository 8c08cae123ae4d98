"""A password typed again inside a session; failed attempts add to those at unlocking."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, StorageError
from reception.domain.staff import Member
from reception.services.access.session import Session
from reception.storage.audit.local_state import FailedAttemptsFile
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import UserKeys


class PasswordCheck:
    """Opens members' keys by their passwords; a wrong one is logged and delays the next attempt.

    One object serves a whole session, so that the delay cannot be passed by in another dialog.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._created_at = session.environment.clock.monotonic()
        self._next_attempt_at: dict[str, float] = {}  # by user id

    def open_keys(self, member: Member, password: str, failed: Act, purpose: str) -> UserKeys:
        """Return a member's keys.

        ``failed`` is the act logged for a wrong password. Errors: InvalidInput ``<purpose>.wait``
        and ``<purpose>.wrong_password``, both with ``wait`` seconds; those of
        :meth:`Session.require_walked_log`.
        """
        self._refuse_early_attempt(member.user_id, purpose)
        session, attempts_file = self._session, FailedAttemptsFile(self._session.folder)
        session.require_walked_log()
        keyring = keyring_file.load(session.folder)
        try:
            keys = keyring_file.open_account(
                keyring, member.user_id, password, session.environment.policy
            )
        except StorageError as error:
            if error.code != "unlock.wrong_password":
                raise
            attempts = attempts_file.add(member.user_id)
            now = session.environment.clock.monotonic()
            self._next_attempt_at[member.user_id] = now + attempts.delay
            with session.act() as work:
                work.log(failed, member.user_id, tries=attempts.number)
            raise InvalidInput(
                f"{purpose}.wrong_password", "password", wait=attempts.delay
            ) from None
        earlier_failures = attempts_file.clear(member.user_id)
        if earlier_failures:  # logged for the member, as at the next unlock
            with session.act() as work:
                work.log(Act.ATTEMPTS_FAILED, member.user_id, tries=earlier_failures)
        return keys

    def _refuse_early_attempt(self, user_id: str, purpose: str) -> None:
        """Refuse an attempt before the delay is over, without checking the password."""
        session = self._session
        if user_id not in self._next_attempt_at:
            delay = FailedAttemptsFile(session.folder).read(user_id).delay
            self._next_attempt_at[user_id] = self._created_at + delay
        remaining = self._next_attempt_at[user_id] - session.environment.clock.monotonic()
        if remaining > 0:
            raise InvalidInput(f"{purpose}.wait", "password", wait=int(remaining) + 1)
