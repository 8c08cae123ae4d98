"""Salts of visits for the digests of their rows in the log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nacl.utils import random as random_bytes

from reception.storage.crypto import hash_chain
from reception.storage.database import Database

_SALT_BYTES = 32
_READ = "SELECT salt FROM visit_salt WHERE visit_id = ?"
_WRITE = "INSERT OR REPLACE INTO visit_salt (visit_id, salt) VALUES (?, ?)"


class VisitSalts:
    """The salts that one act has read or created.

    Visits that were written before migration 0003 may have none.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._salts: dict[int, bytes] = {}

    def draw(self, visit_id: int) -> None:
        """Give a visit a new salt, which replaces the old one."""
        self._salts[visit_id] = random_bytes(_SALT_BYTES)
        self._database.execute(_WRITE, (visit_id, self._salts[visit_id]))

    def digest(self, table: str, row: Any) -> bytes:
        """Return the digest of a row as read from the database."""
        salt = self._salt_of(row["visit_id"]) if table in hash_chain.SALTED_TABLES else b""
        return hash_chain.row_digest(table, tuple(row or ()), salt)

    def text_digest(self, visit_id: int, text: str) -> bytes:
        """Return a digest of words of a visit under its salt; b"" if it has none."""
        salt = self._salt_of(visit_id)
        return hash_chain.row_digest("text", (text,), salt) if salt else b""

    def rows(self, visit_id: int) -> Iterator[tuple[str, Any]]:
        """Yield (table, row) of all rows digested with the salt of a visit."""
        for table in hash_chain.SALTED_TABLES:
            for row in self._database.query(
                f"SELECT * FROM {table} WHERE visit_id = ?", (visit_id,)
            ):
                yield table, row

    def _salt_of(self, visit_id: int) -> bytes:
        if visit_id not in self._salts:
            row = self._database.one(_READ, (visit_id,))
            self._salts[visit_id] = bytes(row["salt"]) if row is not None else b""
        return self._salts[visit_id]
