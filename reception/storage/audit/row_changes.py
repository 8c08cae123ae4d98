"""What one log entry did to which rows, as the digests of the log and the present rows show it."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.act_rule import RowOperation
from reception.storage.database import Database

# The digest before is that of the last earlier entry about the same row; index log_row_by_record.
_CHANGES = """
SELECT r.record, r.key, length(r.digest) = 0 AS removed, (
  SELECT length(p.digest) FROM log_row p
  WHERE p.record = r.record AND p.key = r.key AND p.seq < r.seq ORDER BY p.seq DESC LIMIT 1
) AS before,
CASE r.record
  WHEN 'sealed_value' THEN (SELECT owner_row FROM sealed_value WHERE value_id = r.key)
  WHEN 'sealed_box' THEN (
    SELECT owner_row FROM sealed_value WHERE value_id = substr(r.key, 1, instr(r.key, '|') - 1))
  WHEN 'return_code' THEN (SELECT visit_id FROM return_code WHERE code_id = r.key)
  WHEN 'keyed_return_code' THEN (SELECT visit_id FROM keyed_return_code WHERE code_id = r.key)
  WHEN 'reveal_request' THEN (SELECT visit_id FROM reveal_request WHERE request_id = r.key)
  WHEN 'requested_paper' THEN (SELECT visit_id FROM requested_paper WHERE paper_id = r.key)
END AS visit
FROM log_row r WHERE r.seq = ? ORDER BY r.record, r.key
"""
_RECEIPT = "SELECT visit_id FROM receipt WHERE series = ? AND year = ? AND number = ?"
# Tables whose key begins with the visit.
_KEYED_BY_VISIT = frozenset(
    {
        *("visit", "petition", "deadline", "paper", "attachment", "blind_tag"),
        *("visit_event", "old_text", "late_entry", "answer", "visit_hour", "visit_reader"),
    }
)
TABLES_OF_VISITS = _KEYED_BY_VISIT | {
    *("sealed_value", "sealed_box", "return_code", "keyed_return_code"),
    *("reveal_request", "receipt"),
    "requested_paper",
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of an entry.

    ``visit`` is the id, as text, of the visit to which the row belongs at present; "" for a row of
    another table, and for a row that no longer says it.
    """

    table: str
    key: str
    operation: RowOperation
    visit: str = ""

    @property
    def first_key(self) -> str:
        """Return the first column of the key."""
        return self.key.partition("|")[0]


def read_row_changes(database: Database, seq: int) -> tuple[RowChange, ...]:
    """Return what an entry did to each of its rows, in the order of table and key.

    A row that no entry had written before, or that the last one had removed, is inserted.
    """
    changes = []
    for row in database.query(_CHANGES, (seq,)):
        table, key = row["record"], row["key"]
        if row["removed"]:
            operation = RowOperation.DELETE
        else:
            operation = RowOperation.REPLACE if row["before"] else RowOperation.INSERT
        if table in _KEYED_BY_VISIT:
            visit = key.partition("|")[0]
        elif table == "receipt":
            visit = _visit_of_receipt(database, key)
        else:
            visit = "" if row["visit"] is None else str(row["visit"])
        changes.append(RowChange(table, key, operation, visit))
    return tuple(changes)


def _visit_of_receipt(database: Database, key: str) -> str:
    row = database.one(_RECEIPT, tuple(key.split("|", 2))) if key.count("|") > 1 else None
    return "" if row is None else str(row["visit_id"])
