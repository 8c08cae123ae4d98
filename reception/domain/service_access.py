"""Who may call a method of a service: rights, and the object that must be one's own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reception.domain.errors import NotAllowed
from reception.domain.staff import Member, Right


class CheckedObject(StrEnum):
    """What a method checks about the object it is called with, besides the rights."""

    NONE = ""
    OWN_DRAFT = "own draft"
    OWN_VISIT = "visit received by oneself"
    READABLE_VISIT = "visit that one may read"
    OWN_REQUEST = "own request"
    REQUEST_OF_ANOTHER = "request of another person"
    OWN_PAPER = "paper that waits, of a visit received by oneself"
    OWN_PRINT = "paper printed by oneself"
    OWN_IMPORT = "own import"
    OWN_BACKUP = "backup made in this session"
    OFFICE_LOCATION = "a backup location of the office; another folder with manage"
    OWN_ACCOUNT = "own account"
    ACCOUNT_OF_ANOTHER = "account of another person"


@dataclass(frozen=True, slots=True)
class ServiceAccess:
    """Who may call one method.

    ``alternatives`` are sets of rights: whoever holds all rights of one set may call; none of them
    means everybody who is signed in. ``note`` says why so many may call, or what they get.
    ``reads_register`` is False for a method that reads no database, so that any thread may call it:
    the rights are then those that the session read last.
    """

    alternatives: tuple[frozenset[Right], ...] = ()
    checked_object: CheckedObject = CheckedObject.NONE
    note: str = ""
    reads_register: bool = True

    def allows(self, member: Member) -> bool:
        """Tell whether the rights of a member suffice; one who is not active never may."""
        held = frozenset(right for right in Right if member.may(right))
        return member.active and (
            not self.alternatives or any(needed <= held for needed in self.alternatives)
        )

    def require(self, member: Member) -> None:
        """Raise NotAllowed ``rights.missing`` with a missing right of the first alternative."""
        if self.allows(member):
            return
        needed = self.alternatives[0] if self.alternatives else frozenset(Right)
        missing = [right for right in Right if right in needed and not member.may(right)]
        raise NotAllowed("rights.missing", right=missing[0].value)
