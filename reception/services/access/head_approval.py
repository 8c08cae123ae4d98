"""The head's approval of one act: by password, recorded with the head's signature."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, ReceptionError, StorageError
from reception.domain.staff import Member, Role
from reception.services.access.session import Session
from reception.storage.audit.local_state import FailedAttemptsFile
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import UserKeys
from reception.storage.staff import signed_members

_PREFIX = b"reception approval 1\x00"


class HeadApprovals:
    """Verifies the head's password; failed attempts and delays are shared with unlocking."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._created_at = session.environment.clock.monotonic()
        self._ready_at: float | None = None

    def head(self) -> Member:
        """Return the head; ``approval.no_head`` without one."""
        for person in self._session.people.values():
            if person.active and person.role is Role.HEAD:
                return person
        raise ReceptionError("approval.no_head")

    def by_head(self, password: str, statement: Mapping[str, object]) -> dict[str, object]:
        """Return facts for the log entry which prove that the head approved ``statement``.

        The head's key signs the statement, the office, the asker and the last entry of the log,
        so that an approval can be neither forged nor used twice.
        Errors: InvalidInput ``approval.wait``, ``approval.wrong_password`` (both with ``wait``
        seconds); ReceptionError ``approval.no_head``.
        """
        session, head = self._session, self.head()
        keys = self.keys(password)
        last = session.database.one("SELECT max(seq) FROM log")
        facts: dict[str, object] = {
            **statement,
            "approved": head.user_id,
            "approved_key": signed_members.generation_of(session.database, head.user_id),
            "after": int(last[0]) if last else 0,
        }
        asker = session.member.user_id
        signature = keyring_file.sign(keys.sign_seed, _message(session, asker, facts))
        return {**facts, "approval": signature.hex()}

    def keys(self, password: str) -> UserKeys:
        """Return the head's keys for one act; errors as :meth:`by_head`."""
        head = self.head()
        self._refuse_early_attempt(head)
        session, attempts = self._session, FailedAttemptsFile(self._session.folder)
        keyring = keyring_file.load(session.folder)
        try:
            keys = keyring_file.open_account(
                keyring, head.user_id, password, session.environment.policy
            )
        except StorageError as error:
            if error.code != "unlock.wrong_password":
                raise
            failed = attempts.failed(head.user_id)
            self._ready_at = session.environment.clock.monotonic() + failed.delay
            with session.act() as work:
                work.log(Act.APPROVAL_FAILED, head.user_id, tries=failed.failed)
            raise InvalidInput("approval.wrong_password", "password", wait=failed.delay) from None
        if keys.sign_public != head.sign_key:
            raise ReceptionError("approval.no_head")
        failed_before = attempts.clear(head.user_id)
        if failed_before:  # logged for the head, as at the next unlock
            with session.act() as work:
                work.log(Act.ATTEMPTS_FAILED, head.user_id, tries=failed_before)
        return keys

    def _refuse_early_attempt(self, head: Member) -> None:
        """Refuse an attempt before the retry delay is over, without checking the password."""
        if self._ready_at is None:
            self._ready_at = (
                self._created_at + FailedAttemptsFile(self._session.folder).read(head.user_id).delay
            )
        left = self._ready_at - self._session.environment.clock.monotonic()
        if left > 0:
            raise InvalidInput("approval.wait", "password", wait=int(left) + 1)


def with_head_approval(session: Session, asker: str, facts: Mapping[str, Any]) -> bool:
    """Tell whether the head's key signed the approval in the facts of a log entry."""
    unsigned = {key: value for key, value in facts.items() if key in _signed_fact_names(facts)}
    keys = signed_members.signing_keys(session.database, session.office)
    public = keys.get((str(facts["approved"]), int(facts["approved_key"])))
    message = _message(session, asker, unsigned)
    signature = bytes.fromhex(str(facts["approval"]))
    return public is not None and keyring_file.signed_by(public, message, signature)


def _signed_fact_names(facts: Mapping[str, Any]) -> set[str]:
    return set(facts) - {"approval", "prints", "clock"}


def _message(session: Session, asker: str, facts: Mapping[str, object]) -> bytes:
    facts = {**facts, "office": session.office.office_id, "asker": asker}
    return _PREFIX + json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()
