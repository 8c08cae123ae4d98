"""The checkpoint of the audit log.

The module imports little, since the program needs it before unlocking and has to start quickly.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class LogCheckpoint(NamedTuple):
    """The last entry of the audit log at one time; kept outside the database, printed on papers.

    It does not say what the entry is about: whoever has the machine reads it without a password.
    """

    seq: int
    digest: bytes
    day: date  # never the hour: it is shown before anybody has signed in, and kept unencrypted
    name: str  # account name of the last entry's actor

    @property
    def short_digest(self) -> str:
        """Return the short form printed on papers, e.g. ``2be9 70d1``."""
        text = self.digest.hex()[:8]
        return f"{text[:4]} {text[4:]}"
