"""The end of the log, small enough to be read before anything else of the program."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class LogCheckpoint(NamedTuple):
    """The end of the log at a moment, kept outside the database."""

    seq: int
    digest: bytes
    at: datetime
    name: str  # account name of the one who wrote last
    act: str

    @property
    def mark(self) -> str:
        """Return the short form that stands on papers, e.g. ``2be9 70d1``."""
        text = self.digest.hex()[:8]
        return f"{text[:4]} {text[4:]}"
