"""Requests to open an identity: their states and notes of refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.reveal import IdentityPart
from reception.domain.shown_times import ShownTime

EXPIRES_AFTER_DAYS = 7  # calendar days after which an undecided request to the head ends


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
    HEAD_DOES_THE_WORK = "myself"  # whoever answers opens the identity instead
    DISCUSS = "talk"  # to be discussed in person

    @classmethod
    def offered(cls, *, is_protected: bool) -> tuple[RefusalNote, ...]:
        """Return the notes from which one is chosen.

        An officer must not learn by a request whether a name guessed in its words is a denouncer's.
        """
        return tuple(
            note for note in cls if not is_protected or note is not cls.EXPLANATION_NAMES_PERSON
        )


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
    is_protected: bool = False  # of a denouncer or on request: a custodian answers it
    kind: str = ""  # of the visit's petition
    asker_title: str = ""  # post of the person who asks
    must_ask_again: bool = False  # nobody can answer or open it: keys or visit have changed
