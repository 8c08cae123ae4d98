"""Single values of an office: rows of the table ``office``, each a key with a text."""

from __future__ import annotations

import re

from reception.storage.crypto import hash_chain
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
_COUNTER = re.compile("[0-9]{1,15}")
_LOGGED_COUNTERS = (  # an empty digest is a row deleted
    "SELECT DISTINCT digest FROM log_row WHERE record = 'office' AND key = ? AND length(digest) > 0"
)
_MOST_AHEAD = 5000  # counters that are looked for; every change of an account takes one


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
    text = read_office_value(database, KEYRING_COUNTER) or ""
    return int(text) if _COUNTER.fullmatch(text) else 0


def logged_keyring_counters(database: Database) -> frozenset[bytes]:
    """Return the digests of the counter's row in the log; the row itself may have been deleted."""
    rows = database.query(_LOGGED_COUNTERS, (KEYRING_COUNTER,))
    return frozenset(bytes(row["digest"]) for row in rows)


def highest_counter(logged: frozenset[bytes], above: int) -> int:
    """Return the highest counter beyond ``above`` whose digest is in ``logged``; 0 if none is."""
    # In an office that nobody has changed outside the program, lower counters explain every digest.
    unexplained = set(logged)
    for counter in range(above, max(above - _MOST_AHEAD, -1), -1):
        if not unexplained:
            return 0
        unexplained.discard(_counter_digest(counter))
    if not unexplained:
        return 0
    for counter in range(above + _MOST_AHEAD, above, -1):
        if _counter_digest(counter) in unexplained:
            return counter
    return 0


def _counter_digest(counter: int) -> bytes:
    return hash_chain.row_digest("office", (KEYRING_COUNTER, str(counter)))


def write_keyring_counter(work: UnitOfWork, keyring: Keyring) -> None:
    """Store the counter of a keyring in the register, so that an older keyring is refused.

    A higher counter stays: another process may have saved a later keyring and committed first.
    """
    counter = max(keyring.counter, read_keyring_counter(work.database))
    write_office_value(work, KEYRING_COUNTER, str(counter))
