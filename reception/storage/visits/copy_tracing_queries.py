"""The visit of a citizen's copy whose number was found in the seals."""

from __future__ import annotations

from typing import Any

from reception.storage.database import Database

_VISIT = (
    "SELECT v.*, c.version = (SELECT max(n.version) FROM sealed_value n WHERE "
    "n.owner_table = c.owner_table AND n.owner_row = c.owner_row "
    "AND n.field_group = c.field_group) AS is_newest "
    "FROM visit v JOIN sealed_value c ON c.value_id = ? WHERE v.visit_id = ?"
)


def visit_of_copy(database: Database, visit_id: int, value_id: str) -> Any:
    """Return the row of a visit, and whether the sealed number is that of its newest copy."""
    return database.one(_VISIT, (value_id, visit_id))
