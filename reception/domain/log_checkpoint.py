"""The checkpoint of the audit log; few imports, since it is needed before unlocking."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class LogCheckpoint(NamedTuple):
    """The last entry of the audit log at a moment; kept outside the database, printed on papers."""

    seq: int
    digest: bytes
    at: datetime
    name: str  # account name of the last entry's actor
    act: str

    @property
    def mark(self) -> str:
        """Return the short form printed on papers, e.g. ``2be9 70d1``."""
        text = self.digest.hex()[:8]
        return f"{text[:4]} {text[4:]}"
