"""Single values of an office: rows of the table ``office``, each a key with a text."""

from __future__ import annotations

import re
from typing import Any

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
    "SELECT r.seq, r.digest, l.act, l.actor, l.subject FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = 'office' AND r.key = ? AND length(r.digest) > 0 ORDER BY r.seq"
)
# Every change of an account takes one counter: no office makes so many that one entry logs them.
MOST_CHANGES_AT_ONCE = 5000


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


def known_keyring_counter(stored: int, logged: frozenset[bytes], present: int) -> int:
    """Return the highest counter that is not lower than that of the ``present`` keyring.

    0 if there is none. ``stored`` is that of the register, ``logged`` the digests of the log. A
    counter that no number of changes explains does not count: any member can write one.
    """
    plausible = stored if stored <= present + MOST_CHANGES_AT_ONCE else 0
    return max(plausible, highest_counter(logged, present))


def logged_keyring_counters(database: Database) -> frozenset[bytes]:
    """Return the digests of the counter's row in the log; the row itself may have been deleted."""
    return frozenset(bytes(row["digest"]) for row in keyring_counter_entries(database))


def keyring_counter_entries(database: Database) -> list[Any]:
    """Return number, act, actor, subject and digest of each entry that wrote the counter."""
    return database.query(_LOGGED_COUNTERS, (KEYRING_COUNTER,))


def keyring_counter_digests(lowest: int, highest: int) -> dict[bytes, int]:
    """Return counter by digest of the counters from ``lowest`` to ``highest``."""
    return {_counter_digest(counter): counter for counter in range(lowest, highest + 1)}


def highest_counter(logged: frozenset[bytes], above: int) -> int:
    """Return the highest counter beyond ``above`` whose digest is in ``logged``; 0 if none is."""
    # In an office that nobody has changed outside the program, lower counters explain every digest.
    unexplained = set(logged)
    for counter in range(above, max(above - MOST_CHANGES_AT_ONCE, -1), -1):
        if not unexplained:
            return 0
        unexplained.discard(_counter_digest(counter))
    if not unexplained:
        return 0
    for counter in range(above + MOST_CHANGES_AT_ONCE, above, -1):
        if _counter_digest(counter) in unexplained:
            return counter
    return 0


def _counter_digest(counter: int) -> bytes:
    return hash_chain.row_digest("office", (KEYRING_COUNTER, str(counter)))


def write_keyring_counter(work: UnitOfWork, keyring: Keyring) -> None:
    """Store the counter of a keyring in the register, so that an older keyring is refused.

    A higher counter stays: another process may have saved a later keyring and committed first. One
    that no number of changes explains does not.
    """
    stored = read_keyring_counter(work.database)
    is_explained = stored <= keyring.counter + MOST_CHANGES_AT_ONCE
    counter = max(keyring.counter, stored) if is_explained else keyring.counter
    write_office_value(work, KEYRING_COUNTER, str(counter))
