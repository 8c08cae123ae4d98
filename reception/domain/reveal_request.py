"""Requests to open an ordinary reporter's identity: their states and notes of refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.reveal import IdentityPart
from reception.domain.shown_times import ShownTime

EXPIRES_AFTER_DAYS = 7  # calendar days after which an undecided request ends


class RequestState(StrEnum):
    """State of a request; only the first two can still lead to a reveal."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    OPENED = "opened"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class RefusalNote(StrEnum):
    """Reason of a refusal, chosen from a list because a typed reason could name the reporter."""

    NOT_NEEDED = "not_needed"
    EXPLANATION_NAMES_PERSON = "words"  # the explanation of the request names the person
    HEAD_DOES_THE_WORK = "myself"  # the head opens the identity instead
    DISCUSS = "talk"  # to be discussed in person


@dataclass(frozen=True, slots=True)
class RevealRequest:
    """A request as lists show it; its explanation stays encrypted."""

    request_id: str
    visit_id: int
    code: str  # the reporter's pseudonym
    asker: str  # name of the person who asks
    asked_at: ShownTime
    ends_on: date  # last day on which it can be answered or, once granted, opened
    reason: str  # code of a RevealReason
    parts: frozenset[IdentityPart]
    state: RequestState
    decided_by: str  # name of the person who decided, "" before the decision
    note: RefusalNote | None
