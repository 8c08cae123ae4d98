"""Revealing an ordinary reporter: the parts of an identity, and why they may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reception.domain.reporter import Identity, Representation

SECONDS = 60  # how long opened parts stay on the screen
SHORTEST_REASON = 20  # characters


class IdentityPart(StrEnum):
    """What may be asked for on its own: only what is needed is opened."""

    NAME = "name"
    ADDRESS = "address"
    NUMBER = "number"
    CONTACT = "contact"  # phone and how the person wants to be reached


class RevealPurpose(StrEnum):
    """How an identity may be seen by one person."""

    OPEN = "open"
    ASK = "ask"  # the right is missing: the head may grant it
    CUSTODIAN = "custodian"  # a denouncer, or protection was asked for


@dataclass(frozen=True, slots=True)
class RevealReason:
    """One entry of the list of reasons; ``parts`` are what it usually needs."""

    code: str
    vietnamese: str
    english: str
    basis: str
    parts: tuple[IdentityPart, ...]
    paper: str = (
        ""  # "citizen_copy", "refusal", "letter": the paper that is made instead of showing
    )


@dataclass(frozen=True, slots=True)
class RevealSelection:
    """What is asked for: the reason, in words of one's own as well, and the parts."""

    reason: str
    words: str
    parts: frozenset[IdentityPart]


def limited(identity: Identity, parts: frozenset[IdentityPart]) -> Identity:
    """Return an identity that holds the wanted parts and nothing else."""
    name, contact = IdentityPart.NAME in parts, IdentityPart.CONTACT in parts
    blank = Identity()
    return Identity(
        name=identity.name if name else "",
        birth_year=identity.birth_year if name else None,
        birth_date=identity.birth_date if name else None,
        sex=identity.sex if name else blank.sex,
        paper=identity.paper if IdentityPart.NUMBER in parts else blank.paper,
        address=identity.address if IdentityPart.ADDRESS in parts else blank.address,
        phone=identity.phone if contact else "",
        contact_wish=identity.contact_wish if contact else "",
        representation=identity.representation if name else Representation(),
        companions=identity.companions if name else (),
    )
