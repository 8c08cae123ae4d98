"""At unlock: a keyring older than the register is refused, unless only others' changes are missing.

Each change of an account raises the keyring's counter, and an entry logs it. Any member can, with
own tools, log a counter that no keyring has, and would shut everybody out. The head, whose own
keys are none of those that changed, therefore still enters, is told by whom, and the keyring gets a
counter above it. Accounts with missing changes lose the register's key: an old password of theirs
would open the office again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reception.domain.errors import StorageError
from reception.services.access.session import Session
from reception.storage.audit.log_verification import verifier_of
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Keyring
from reception.storage.crypto.keyring_update import update_keyring
from reception.storage.office_values import (
    MOST_CHANGES_AT_ONCE,
    keyring_counter_digests,
    keyring_counter_entries,
    known_keyring_counter,
    logged_keyring_counters,
    read_keyring_counter,
)

BEHIND = "keyring.behind"


@dataclass(frozen=True, slots=True)
class CheckedKeyring:
    """The keyring of a folder, compared with the register's counter."""

    keyring: Keyring
    stored: int  # counter of the register's row
    known: int  # highest counter that register and log know; 0: none that is not lower
    missing: tuple[_Change, ...] = ()  # changes that the log knows and the keyring lacks

    @property
    def is_behind(self) -> bool:
        """Tell whether the register knows a later keyring."""
        return self.keyring.counter < self.known


@dataclass(frozen=True, slots=True)
class _Change:
    seq: int
    actor: str
    subject: str
    is_good: bool  # signed, and permitted to who signed it


def checked_keyring(session: Session) -> CheckedKeyring:
    """Return the keyring.

    Errors: ``keyring.older`` (``found``, ``known``: counters) if it is older than the register
    knows, and this is not the head or a missing change is the head's own.
    """
    stored = read_keyring_counter(session.database)
    logged = logged_keyring_counters(session.database)
    # Loaded after the counters were read: others may have saved one since the password was typed.
    keyring = keyring_file.load(session.folder)
    checked = CheckedKeyring(
        keyring, stored, known_keyring_counter(stored, logged, keyring.counter)
    )
    if not checked.is_behind:
        return checked
    own = session.member.user_id
    missing = _missing_changes(session, keyring.counter)
    is_own = any(change.is_good and own in (change.actor, change.subject) for change in missing)
    if is_own or not session.keys.root_seed:
        raise StorageError("keyring.older", found=keyring.counter, known=checked.known)
    return replace(checked, missing=missing)


def _missing_changes(session: Session, counter: int) -> tuple[_Change, ...]:
    explained = keyring_counter_digests(max(0, counter - MOST_CHANGES_AT_ONCE), counter)
    verifier = verifier_of(session.database, session.office)
    return tuple(
        _Change(row["seq"], row["actor"], row["subject"], verifier.is_trusted(int(row["seq"])))
        for row in keyring_counter_entries(session.database)
        if bytes(row["digest"]) not in explained
    )


def raise_behind_keyring(session: Session, checked: CheckedKeyring) -> Keyring:
    """Give the keyring a counter above every known one, and warn the head by name.

    Accounts whose changes are missing cannot be opened until the head sets a new password.
    """
    changed = {
        user_id
        for change in checked.missing
        if change.is_good
        for user_id in (change.actor, change.subject)
    }
    accounts = {account.user_id for account in checked.keyring.accounts}
    closed = changed & accounts - {session.member.user_id}

    def close(stored: Keyring) -> Keyring:
        for user_id in closed:
            stored = stored.with_account(replace(stored.account(user_id), database_key=b""))
        return stored

    keyring = update_keyring(session.folder, close, checked.known)
    people = session.people
    last = checked.missing[-1] if checked.missing else None
    session.warnings += (BEHIND,)
    session.warning_facts[BEHIND] = {
        "found": checked.keyring.counter,
        "known": checked.known,
        "entry": last.seq if last else 0,
        "name": people[last.actor].name if last and last.actor in people else "?",
        "closed": ", ".join(sorted(people[item].name for item in closed if item in people)) or "–",
    }
    return keyring
