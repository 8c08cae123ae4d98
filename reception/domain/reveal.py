"""Reveals of identities: their parts, the reasons to open them, who may open them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum

from reception.domain.reporter import Identity

VISIBLE_SECONDS = 60  # how long opened parts stay on the screen
SHORTEST_REASON = 20  # characters


class IdentityPart(StrEnum):
    """Parts of an identity; each can be opened alone, so that no more is opened than needed."""

    NAME = "name"
    ADDRESS = "address"
    NUMBER = "number"  # of the identity paper
    CONTACT = "contact"  # phone, and how the person wants to be contacted


class RevealRoute(StrEnum):
    """The way in which the person who is signed in can have an identity opened."""

    OPEN = "open"  # the person has the right and opens it
    ASK = "ask"  # the person has no right and may ask the head
    # Of a denouncer, or of a reporter who asked for protection:
    OPEN_PROTECTED = "open_protected"  # the person is a custodian and opens it
    ASK_CUSTODIAN = "ask_custodian"  # the person may ask a custodian


@dataclass(frozen=True, slots=True)
class RevealReason:
    """One entry of a list of reasons; ``parts`` are those usually needed for the reason."""

    code: str
    vietnamese: str
    english: str
    basis: str  # the article of law
    parts: tuple[IdentityPart, ...]
    # The paper that is printed instead of showing the identity: "citizen_copy", "refusal",
    # "office_copies", "letter"; "" if the identity is shown.
    paper: str = ""
    since: date | None = None  # the first day on which it is in force
    until: date | None = None  # the last one

    def in_force(self, day: date) -> bool:
        """Tell whether the reason may be given on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class RevealSelection:
    """Parts of an identity to be opened, and why."""

    reason: str  # code of a RevealReason
    explanation: str = field(repr=False)
    parts: frozenset[IdentityPart]


# Occupation, workplace and note belong to no part: they are never revealed.
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


def with_parts_only(identity: Identity, parts: frozenset[IdentityPart]) -> Identity:
    """Return the identity with the fields of these parts; all others are empty."""
    opened_fields = {name for part in parts for name in _FIELDS_OF_PART[part]}
    empty = Identity()
    emptied_fields = {
        field.name: getattr(empty, field.name)
        for field in fields(Identity)
        if field.name not in opened_fields
    }
    return replace(identity, **emptied_fields)


def texts_of(identity: Identity, part: IdentityPart) -> tuple[str, ...]:
    """Return the non-empty texts of a part, in the order in which they are shown."""
    values = (getattr(identity, name) for name in _FIELDS_OF_PART[part])
    return tuple(value for value in values if type(value) is str and value)
