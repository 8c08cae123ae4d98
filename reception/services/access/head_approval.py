"""The head's approval of one act: by password, recorded with the head's signature."""

from __future__ import annotations

from collections.abc import Mapping

from reception.domain.audit import Act
from reception.domain.errors import ReceptionError
from reception.domain.staff import Member, active_head
from reception.services.access.password_check import PasswordCheck
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.audit.approvals import approval_message
from reception.storage.audit.log_reader import last_entry_number
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import UserKeys
from reception.storage.staff import signed_members


@rights_checked
class HeadApprovals:
    """Verifies the head's password; failed attempts add to those at unlocking, and delay both."""

    def __init__(self, session: Session, passwords: PasswordCheck | None = None) -> None:
        """``passwords`` is that of the session, if other dialogs use it too."""
        self._session = session
        self._passwords = passwords or PasswordCheck(session)

    def head(self) -> Member:
        """Return the head; ``approval.no_head`` without one."""
        head = active_head(self._session.people.values())
        if head is None:
            raise ReceptionError("approval.no_head")
        return head

    def sign_approval(self, password: str, statement: Mapping[str, object]) -> dict[str, object]:
        """Return facts for the log entry; they prove that the head approved ``statement``.

        The head's key signs the statement, the office, the person who asks and the number of the
        last log entry, so that an approval can be neither forged nor used twice.
        Errors: InvalidInput ``approval.wait``, ``approval.wrong_password`` (both with ``wait``
        seconds); ReceptionError ``approval.no_head``; those of :meth:`Session.require_walked_log`.
        """
        session, head = self._session, self.head()
        keys = self.head_keys(password)
        facts: dict[str, object] = {
            **statement,
            "approved": head.user_id,
            "approved_key": signed_members.generation_of(session.database, head.user_id),
            "after": last_entry_number(session.database),
        }
        asker = session.member.user_id
        message = approval_message(session.office.office_id, asker, facts)
        signature = keyring_file.sign(keys.sign_seed, message)
        return {**facts, "approval": signature.hex()}

    def head_keys(self, password: str) -> UserKeys:
        """Return the head's keys for one act; errors as in :meth:`sign_approval`."""
        head = self.head()
        keys = self._passwords.open_keys(head, password, Act.APPROVAL_FAILED, "approval")
        if keys.sign_public != head.sign_key:
            raise ReceptionError("approval.no_head")
        return keys
