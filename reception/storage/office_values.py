"""Single values of an office: rows of the table ``office``, each a key with a text."""

from __future__ import annotations

from reception.storage.database import Database

_VALUE = "SELECT value FROM office WHERE key = ?"


def read_office_value(database: Database, key: str) -> str | None:
    """Return the text stored for a key; None if there is none."""
    row = database.one(_VALUE, (key,))
    return None if row is None else str(row["value"])
