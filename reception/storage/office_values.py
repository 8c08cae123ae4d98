"""Single values of an office: rows of the table ``office``, each a key with a text."""

from __future__ import annotations

from reception.storage.crypto.keyring import Keyring
from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork

# Keys whose rows the roster covers: recovery, successions of the root, rotations and offboardings
# that are not finished.
RECOVERY_KEYS = "recovery_keys"
ROTATION_DUE_KEY = "renew:protected"
SUCCESSION_PREFIX = "root_after:"
OFFBOARDING_PREFIX = "leaving:"
KEYRING_COUNTER = "keyring_counter"

_VALUE = "SELECT value FROM office WHERE key = ?"


def read_office_value(database: Database, key: str) -> str | None:
    """Return the text stored for a key; None if there is none."""
    row = database.one(_VALUE, (key,))
    return None if row is None else str(row["value"])


def write_office_value(work: UnitOfWork, key: str, value: str) -> None:
    """Store the text for a key."""
    work.upsert("office", {"key": key, "value": value})


def read_keyring_counter(database: Database) -> int:
    """Return the counter of the newest keyring that the register knows; 0 if it knows none.

    A value that is not a number, which somebody has written outside the program, counts as 0.
    """
    value = read_office_value(database, KEYRING_COUNTER) or ""
    return int(value) if value.isdecimal() else 0


def write_keyring_counter(work: UnitOfWork, keyring: Keyring) -> None:
    """Store the counter of a keyring in the register, so that an older keyring is refused.

    A higher counter stays: another process may have saved a later keyring and committed first.
    """
    counter = max(keyring.counter, read_keyring_counter(work.database))
    write_office_value(work, KEYRING_COUNTER, str(counter))
