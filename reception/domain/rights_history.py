"""The rights of members at the time of a log entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reception.domain.staff import Right


@dataclass(frozen=True, slots=True)
class Standing:
    """What a member was at one time; an active member may hold no right at all."""

    active: bool
    rights: frozenset[Right]
    key_generation: int  # of the newest keys


class RightsHistory(Protocol):
    """The standing of every member, by the number of the roster that a log entry names."""

    def standing_at(self, roster_number: int, user_id: str) -> Standing | None:
        """Return a member's standing in a roster.

        None means that it is unknown, because the entry is from before the rosters. A member whom
        the roster does not name is not active and has no rights.
        """
        ...


NOBODY = Standing(active=False, rights=frozenset(), key_generation=0)


class UnknownRights:
    """The history of an office without rosters: nobody's rights are known."""

    def standing_at(self, roster_number: int, user_id: str) -> Standing | None:
        """Return None."""
        del roster_number, user_id
        return None
