"""Staff of the office: roles and rights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Posts of the office; a role only proposes rights and opens no sealed identity."""

    HEAD = "head"  # Trưởng ban
    OFFICER = "officer"  # cán bộ tiếp công dân
    CLERK = "clerk"  # văn thư


class Right(StrEnum):
    """Permissions of a member; for the last two the member also needs a vault key."""

    RECEIVE = "receive"  # receive people and enter their visits
    READ_DENUNCIATION = "read_denunciation"  # the content, never the identity
    IMPORT = "import"
    REPORT = "report"
    VERIFY = "verify"
    MANAGE = "manage"  # accounts and settings
    REVEAL = "reveal"  # open ordinary reporters' identities: key of the vault "desk"
    CUSTODY = "custody"  # open denouncers' identities: key of the vault "protected"


# Nobody reads all denunciations by default: the head names the readers.
DEFAULT_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.HEAD: frozenset(Right) - {Right.CUSTODY, Right.READ_DENUNCIATION},
    Role.OFFICER: frozenset({Right.RECEIVE, Right.REPORT, Right.VERIFY}),
    Role.CLERK: frozenset({Right.RECEIVE, Right.REPORT}),
}


class CustodyState(StrEnum):
    """Whether the number of custodians of denouncers' identities is right."""

    NOBODY = "nobody"
    ONE = "one"  # too few: the custodian may be away, or forget the password
    GOOD = "good"
    MANY = "many"


_FEWEST_CUSTODIANS, _MOST_CUSTODIANS = 2, 3


def custody_state(custodians: int) -> CustodyState:
    """Return the state for a number of custodians; two or three are right."""
    if custodians == 0:
        return CustodyState.NOBODY
    if custodians < _FEWEST_CUSTODIANS:
        return CustodyState.ONE
    return CustodyState.MANY if custodians > _MOST_CUSTODIANS else CustodyState.GOOD


@dataclass(frozen=True, slots=True)
class Member:
    """A person with an account; keys are raw 32-byte public keys."""

    user_id: str
    name: str
    title: str  # Trưởng ban, Cán bộ tiếp công dân …
    role: Role
    rights: frozenset[Right]
    box_key: bytes  # X25519
    sign_key: bytes  # Ed25519
    active: bool = True

    def may(self, right: Right) -> bool:
        """Tell whether this member holds a right; a suspended member holds none."""
        return self.active and right in self.rights


def managers(people: Iterable[Member]) -> list[str]:
    """Return the user ids of those who may manage: their confirmation of a clock counts."""
    return [person.user_id for person in people if person.may(Right.MANAGE)]


def custodian_without_witness(people: Iterable[Member]) -> Member | None:
    """Return the only person who manages, if that person has custody too; else None.

    That such a person opened an identity alone is noted by nobody else.
    """
    managing = [person for person in people if person.may(Right.MANAGE)]
    alone = managing[0] if len(managing) == 1 else None
    return alone if alone is not None and alone.may(Right.CUSTODY) else None


def nobody_reads_denunciations(people: Iterable[Member]) -> bool:
    """Tell whether none of some people may read every denunciation."""
    return not any(person.may(Right.READ_DENUNCIATION) for person in people)


def active_head(people: Iterable[Member]) -> Member | None:
    """Return the active head among some people; None if there is none."""
    return next((person for person in people if person.active and person.role is Role.HEAD), None)
