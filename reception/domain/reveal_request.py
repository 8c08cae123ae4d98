"""Asking the head to open an ordinary reporter: the request, its states, why it was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reception.domain.reveal import IdentityPart

WAITS_DAYS = 7  # calendar days until a request that nobody answered ends


class RequestState(StrEnum):
    """Where a request stands; only the first two can still open something."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    OPENED = "opened"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class RefusalNote(StrEnum):
    """Why a request is refused: a list, so that no name can get into it."""

    NOT_NEEDED = "not_needed"
    WORDS = "words"  # the reason itself names the person
    MYSELF = "myself"  # who may open it does the work
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class RevealRequest:
    """A request as its list shows it; what was written stays in its box."""

    request_id: str
    visit_id: int
    code: str  # the reporter's pseudonym
    asker: str  # account name
    asked_at: datetime
    ends_on: date  # last day on which it can be answered or, once granted, opened
    reason: str
    parts: frozenset[IdentityPart]
    state: RequestState
    decided_by: str  # a person's name, "" while it waits
    note: RefusalNote | None
