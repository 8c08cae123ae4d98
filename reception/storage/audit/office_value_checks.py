"""Checks of values of the office that name entries of the log."""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.audit import Act, Finding
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.database import Database

_FIRST_NUMBER = "first_number/"
_VALUES = "SELECT key, value FROM office ORDER BY key"
_ENTRIES = (
    "SELECT seq, act, subject, facts FROM log WHERE act IN ('number_set', 'restored', 'recovered') "
    "ORDER BY seq"
)


def check_office_values(database: Database) -> Iterator[Finding]:
    """Yield the last restore, recovery or first number of a year if it is not that of the log."""
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
