"""Checks of values of the office whose history the log tells."""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.audit import Act, Finding
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.database import Database
from reception.storage.office_values import KEYRING_COUNTER, read_keyring_counter

_FIRST_NUMBER = "first_number/"
_VALUES = "SELECT key, value FROM office ORDER BY key"
_ENTRIES = (
    "SELECT seq, act, subject, facts FROM log WHERE act IN ('number_set', 'restored', 'recovered') "
    "ORDER BY seq"
)
_COUNTERS = "SELECT seq, digest FROM log_row WHERE record = 'office' AND key = ? ORDER BY seq"
_HIGHEST_COUNTER = 100_000  # each is one change of a password or an account


def check_office_values(database: Database) -> Iterator[Finding]:
    """Yield the last restore, recovery or first number of a year if it is not that of the log.

    Also yield every entry that lowers the counter of the keyring.
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
    """Yield every entry that writes a lower counter than an entry before, or none at all.

    The log has only digests, so each is compared with those of all counters up to the present one.
    """
    counters = range(min(read_keyring_counter(database), _HIGHEST_COUNTER) + 1)
    values = {row_digest("office", (KEYRING_COUNTER, str(value))): value for value in counters}
    highest = 0
    for row in database.iterate(_COUNTERS, (KEYRING_COUNTER,)):
        value = values.get(bytes(row["digest"]), -1)
        if value < highest:
            yield Finding("state.value", int(row["seq"]), "office", KEYRING_COUNTER)
        highest = max(highest, value)
