"""Reveals of ordinary reporters: the parts of an identity and the reasons to open them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from reception.domain.reporter import Identity

SECONDS = 60  # how long opened parts stay on the screen
SHORTEST_REASON = 20  # characters


class IdentityPart(StrEnum):
    """Parts of an identity that are opened on their own, so that no more is opened than needed."""

    NAME = "name"
    ADDRESS = "address"
    NUMBER = "number"
    CONTACT = "contact"  # phone and how the person wants to be reached


class RevealPurpose(StrEnum):
    """How one person may open an identity."""

    OPEN = "open"
    ASK = "ask"  # the right is missing: the head may grant it
    CUSTODIAN = "custodian"  # a denouncer, or protection was asked for


@dataclass(frozen=True, slots=True)
class RevealReason:
    """One entry of the list of reasons; ``parts`` are usually needed for it."""

    code: str
    vietnamese: str
    english: str
    basis: str
    parts: tuple[IdentityPart, ...]
    paper: str = ""  # made instead of showing: "citizen_copy", "refusal" or "letter"


@dataclass(frozen=True, slots=True)
class RevealSelection:
    """Parts of an identity to be opened, the code of the reason, and its explanation as text."""

    reason: str
    explanation: str
    parts: frozenset[IdentityPart]


_FIELDS_OF_PART = {
    IdentityPart.NAME: (
        "name",
        "birth_year",
        "birth_date",
        "sex",
        "representation",
        "companions",
    ),
    IdentityPart.ADDRESS: ("address",),
    IdentityPart.NUMBER: ("paper",),
    IdentityPart.CONTACT: ("phone", "contact_wish"),
}
NEVER_REVEALED = ("occupation", "workplace", "note")


def with_parts_only(identity: Identity, parts: frozenset[IdentityPart]) -> Identity:
    """Return the identity with the fields of these parts; all others are empty."""
    shown = {name for part in parts for name in _FIELDS_OF_PART[part]}
    empty = Identity()
    hidden = {f.name: getattr(empty, f.name) for f in fields(Identity) if f.name not in shown}
    return replace(identity, **hidden)


def texts_of(identity: Identity, part: IdentityPart) -> tuple[str, ...]:
    """Return the texts of a part that are not empty, in the order in which they are shown."""
    values = (getattr(identity, name) for name in _FIELDS_OF_PART[part])
    return tuple(value for value in values if type(value) is str and value)


def part_of(field_name: str) -> IdentityPart | None:
    """Return the part that a field of :class:`Identity` belongs to; None: never revealed."""
    return next((part for part, names in _FIELDS_OF_PART.items() if field_name in names), None)
