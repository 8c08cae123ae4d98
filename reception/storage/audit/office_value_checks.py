"""Checks of values of the office whose history the log tells."""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.audit import Act, Finding
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.database import Database
from reception.storage.office_values import (
    KEYRING_COUNTER,
    MOST_CHANGES_AT_ONCE,
    keyring_counter_digests,
    read_keyring_counter,
)

_FIRST_NUMBER = "first_number/"
_VALUES = "SELECT key, value FROM office ORDER BY key"
_ENTRIES = (
    "SELECT seq, act, subject, facts FROM log WHERE act IN ('number_set', 'restored', 'recovered') "
    "ORDER BY seq"
)
_COUNTERS = (
    "SELECT r.seq, r.digest, l.act, l.actor FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = 'office' AND r.key = ? ORDER BY r.seq"
)
_HIGHEST_COUNTER = 100_000  # each is one change of a password or an account


def check_office_values(database: Database) -> Iterator[Finding]:
    """Yield the last restore, recovery or first number of a year if it is not that of the log.

    Also yield every entry that lowers the counter of the keyring, or raises it without reason.
    """
    yield from _check_keyring_counter(database)
    expected: dict[str, str | None] = {}  # None: any value
    for row in database.iterate(_ENTRIES):
        if row["act"] == Act.NUMBER_SET:
            number = (parsed_facts(row["facts"]) or {}).get("number")
            expected[_FIRST_NUMBER + row["subject"]] = str(number)
        elif row["act"] == Act.RESTORED:
            expected["restored"] = str(row["seq"])
        else:
            expected["recovered_at"] = None
    present = {row["key"]: row["value"] for row in database.iterate(_VALUES)}
    for key, value in present.items():
        is_checked = key in ("restored", "recovered_at") or key.startswith(_FIRST_NUMBER)
        if is_checked and (key not in expected or expected[key] not in (None, value)):
            yield Finding("state.value", None, "office", key)
    for key in expected.keys() - present.keys():
        yield Finding("state.value", None, "office", key)


def _check_keyring_counter(database: Database) -> Iterator[Finding]:
    """Yield every entry that lowers or deletes the counter, or raises it beyond all changes.

    The log has only digests, so each is compared with those of all counters up to the present one.
    """
    values = keyring_counter_digests(0, min(read_keyring_counter(database), _HIGHEST_COUNTER))
    highest = 0
    for row in database.iterate(_COUNTERS, (KEYRING_COUNTER,)):
        value = values.get(bytes(row["digest"]), -1)
        if highest <= value <= highest + MOST_CHANGES_AT_ONCE:
            highest = value
        else:
            seq, act, actor = int(row["seq"]), str(row["act"]), str(row["actor"])
            yield Finding("state.value", seq, "office", KEYRING_COUNTER, act, actor)
