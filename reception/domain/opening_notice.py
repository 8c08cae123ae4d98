"""What whoever manages the office is told when a custodian has opened an identity alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.reveal import IdentityPart


@dataclass(frozen=True, slots=True)
class OpeningNotice:
    """One opening, by its log entry. Nothing in it names the person: the words were compared."""

    entry: int  # number in the log
    visit_id: int
    code: str  # pseudonym
    opened_by: str  # name of the custodian
    opened_on: date
    ground: str  # code of a RevealReason
    words: str
    parts: frozenset[IdentityPart]
