"""What the register already holds of a file and of its rows."""

from __future__ import annotations

from reception.domain.visit import visit_id
from reception.exchange.register_import.row_results import ImportRow
from reception.storage.database import Database

_IMPORTED_FILE = "SELECT 1 FROM import_file WHERE digest = ?"
_DIGEST_OF_VISIT = "SELECT import_digest FROM visit WHERE visit_id = ?"


def is_file_imported(database: Database, file_digest: bytes) -> bool:
    """Return whether a file with this digest was imported before."""
    return database.one(_IMPORTED_FILE, (file_digest,)) is not None


def imported_digest(database: Database, row: ImportRow) -> bytes | None:
    """Return the import digest of the visit that has the number of the row.

    None: there is no such visit. Empty: it was entered, or it has been changed since its import.
    Nothing then tells whether the row was the same: words that were removed could be guessed.
    """
    if row.number is None or row.received_on is None:
        return None
    key = visit_id(row.received_on.year, row.number)
    visit = database.one(_DIGEST_OF_VISIT, (key,))
    return None if visit is None else bytes(visit["import_digest"] or b"")
