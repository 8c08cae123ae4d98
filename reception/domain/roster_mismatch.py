"""What the head sees of a mismatch with the roster: each differing row by name, and all people."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.roster import RosterMismatch, RowChange, RowRepair
from reception.domain.staff import Right


@dataclass(frozen=True, slots=True)
class RowStanding:
    """Rights and activity of a person."""

    rights: frozenset[Right]
    is_active: bool


@dataclass(frozen=True, slots=True)
class DifferingRow:
    """One row of the register that differs from the roster.

    ``person`` is the name, or the user id of somebody unknown; "" for a row that is nobody's. For
    the key kept for recovery it is one of the holders ``recovery`` and ``pending``.
    """

    table: str  # member, vault, vault_grant, office
    change: RowChange
    repair: RowRepair
    person: str = ""
    vault: str = ""  # desk, protected
    generation: int = 0  # of the vault's or the person's keys; 0 for values of the office
    office_key: str = ""  # for values of the office, e.g. recovery_keys
    is_signed: bool = True  # False: the office root has never signed the row as it is now
    now: RowStanding | None = None  # of a member's row; None if the row is missing
    stated: RowStanding | None = None  # by the roster; None if it does not know the person


@dataclass(frozen=True, slots=True)
class PersonNow:
    """A person as the register has them now, to be compared by the head with the truth."""

    name: str
    title: str
    rights: frozenset[Right]
    is_active: bool
    vaults: tuple[str, ...]  # of which the person has the newest key


@dataclass(frozen=True, slots=True)
class RosterMismatchView:
    """The mismatch for the head.

    ``compared_number`` is that of the roster with which the rows were compared; 0 if nobody has
    kept one. Unless ``is_newest``, a newer roster is lost: the head must look at all ``people``.
    """

    mismatch: RosterMismatch
    compared_number: int
    is_newest: bool
    next_number: int  # of the roster that the head will sign
    ends_recovery: bool  # the recovery sheets become invalid
    fingerprint: str  # of the office root, as on papers
    rows: tuple[DifferingRow, ...]
    people: tuple[PersonNow, ...]
