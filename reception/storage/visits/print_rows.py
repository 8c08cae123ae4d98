"""Rows of the print log."""

from __future__ import annotations

from typing import Any

from reception.storage.database import Database

_PRINT = "SELECT form, printed_by FROM print WHERE label = ?"


def read_print(database: Database, label: str) -> Any | None:
    """Return ``form`` and ``printed_by`` of a print number, None if it was never assigned."""
    return database.one(_PRINT, (label,))
