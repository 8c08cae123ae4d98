"""The roster: which members, rights, keys and grants are the newest, signed by the office root."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reception.domain.staff import Right


class LogEnd(NamedTuple):
    """Number and digest of the last entry of the log at one time; (0, b"") for an empty log."""

    seq: int = 0
    digest: bytes = b""


EMPTY_LOG = LogEnd()


class RosterMark(NamedTuple):
    """Number and digest of a roster: enough to recognise an older or another one."""

    number: int = 0
    digest: bytes = b""


NO_ROSTER = RosterMark()  # of an office that an earlier version of the program has written


@dataclass(frozen=True, slots=True)
class RosterMember:
    """What a roster says about one person."""

    key_generation: int  # of the newest keys
    is_active: bool
    rights: frozenset[Right]


@dataclass(frozen=True, slots=True)
class Roster:
    """One statement signed by the office root; the next one names its digest.

    ``rows`` are the digests of all rows about members, vaults, grants, recovery, successions of the
    root, pending rotations and offboardings, by (table, key).
    """

    office_id: str
    root: bytes  # Ed25519 public key that signs this statement
    number: int
    previous: bytes  # digest of the statement before; b"" for the first one
    members: Mapping[str, RosterMember] = field(default_factory=dict)  # by user id
    rows: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    # Set when the head has compared and confirmed the rows, as in an office of an earlier version
    # or after a restore: earlier statements may be missing, and the log up to ``log_end`` is older
    # than this statement.
    is_confirmed: bool = False
    log_end: LogEnd = EMPTY_LOG
    # Recovery's statements that lead from the first root to this one, by their key in the table
    # ``office``: they prove to somebody who trusts an older root that it is the same office.
    successions: Mapping[str, str] = field(default_factory=dict)

    def rights_of(self, user_id: str) -> frozenset[Right]:
        """Return somebody's rights; none for an unknown or inactive person."""
        member = self.members.get(user_id)
        return member.rights if member is not None and member.is_active else frozenset()


# Errors of comparing a register with the roster: nobody works with it until the head has confirmed.
MISMATCH_CODES = frozenset({"roster.rows_differ", "roster.lower", "roster.fork", "roster.forged"})


class RowChange(StrEnum):
    """How a row differs from the roster."""

    ADDED = "added"  # the roster does not know it
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class RosterDifference:
    """A row that differs from the roster."""

    change: RowChange
    table: str
    key: str  # as in the log, e.g. ``protected|2|3f9a01bc``


class RowRepair(StrEnum):
    """What happens to a differing row when the head signs the next roster."""

    PUT_RIGHT = "put_right"  # it becomes again what the roster says
    TAKEN_BACK = "taken_back"  # it is deleted, or its person loses rights and access
    NEW_KEY = "new_key"  # the vault gets a new key; the old one only opens what was sealed before
    LOST = "lost"  # it cannot be made again
    ENDED = "ended"  # the recovery sheets become invalid
    DONE_AGAIN = "done_again"  # a rotation or an offboarding is pending from its start
    KEPT = "kept"  # the roster entitles to it


@dataclass(frozen=True, slots=True)
class RosterMismatch:
    """Why a register does not match the roster, as found when the head unlocked it.

    ``code`` is that of the error; ``found`` and ``known`` are the numbers of the register's roster
    and of the highest one known. ``differences`` is empty unless the code is
    ``roster.rows_differ``.
    """

    code: str
    found: int
    known: int
    differences: tuple[RosterDifference, ...] = ()


def compare_rows(
    stated: Mapping[tuple[str, str], bytes], present: Mapping[tuple[str, str], bytes]
) -> tuple[RosterDifference, ...]:
    """Return every row that differs, sorted by table and key; both map (table, key) to digest."""
    differences = []
    for table, key in sorted(stated.keys() | present.keys()):
        before, now = stated.get((table, key)), present.get((table, key))
        if before == now:
            continue
        if before is None:
            change = RowChange.ADDED
        else:
            change = RowChange.MISSING if now is None else RowChange.CHANGED
        differences.append(RosterDifference(change, table, key))
    return tuple(differences)
