"""The person as typed into fields, and the identity built from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reception.domain.identity_number import likely_kind, plain_number
from reception.domain.reporter import (
    Address,
    Capacity,
    Identity,
    IdentityPaper,
    PaperKind,
    Representation,
    Sex,
)
from reception.law.address_parsing import commune_and_province
from ui.models.date_parsing import read_day, read_year
from ui.models.form_codec import PRESET, key


@dataclass(frozen=True, slots=True, repr=False)
class PersonDetails:
    """Fields of the person in the dialog "More"."""

    phone: str = ""
    contact_wish: str = ""
    street: str = ""
    province: str = ""
    paper_kind: PaperKind | None = None  # None: derived from the number
    issued_by: str = ""
    occupation: str = ""
    workplace: str = ""
    companions: str = ""  # names, separated by ";" or line breaks
    principal: str = ""
    proxy_paper: str = ""
    proxy_date: str = ""
    card_number: str = ""
    certified: bool = False
    protection: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class PersonForm:
    """The person and the group as typed; dates are unparsed text."""

    name: str = ""
    birth: str = ""
    sex: Sex = field(default=Sex.UNKNOWN, metadata=PRESET)
    number: str = ""
    issued_on: str = ""
    commune: str = ""
    hamlet: str = ""
    capacity: Capacity = field(default=Capacity.SELF, metadata=PRESET)
    people: int = 1
    same_content: int | None = field(default=None, metadata=key("same"))  # None: everybody
    representatives: int = 0
    appointment: bool = False
    language: str = field(default="", metadata=PRESET)  # of the interpreter
    details: PersonDetails = field(default_factory=PersonDetails, metadata=key("more"))


def build_identity(person: PersonForm, today: date, *, is_denunciation: bool) -> Identity:
    """Return the identity as typed, without the occupation for a denunciation."""
    details = person.details
    birth_date = read_day(person.birth, today)
    birth_year = read_year(person.birth)
    return Identity(
        name=person.name,
        birth_year=birth_year or (birth_date.year if birth_date else None),
        birth_date=None if birth_year else birth_date,
        sex=person.sex,
        paper=_paper(person, today),
        address=build_address(person),
        phone=details.phone,
        contact_wish=details.contact_wish,
        occupation="" if is_denunciation else details.occupation,
        workplace=details.workplace,
        representation=Representation(
            details.principal,
            details.proxy_paper,
            read_day(details.proxy_date, today),
            details.certified,
            details.card_number,
        ),
        companions=tuple(filter(None, details.companions.replace(";", "\n").split("\n"))),
    )


def _paper(person: PersonForm, today: date) -> IdentityPaper:
    number = plain_number(person.number)
    return IdentityPaper(
        paper_kind(number, person.details.paper_kind),
        number,
        read_day(person.issued_on, today),
        person.details.issued_by,
    )


def paper_kind(number: str, chosen: PaperKind | None) -> PaperKind:
    """Return the chosen kind, else the kind derived from the number."""
    return likely_kind(number) if chosen is None else chosen


def build_address(person: PersonForm) -> Address:
    """Return the address as typed; the commune field may contain the province too."""
    commune, province = commune_and_province(person.commune, person.details.province)
    return Address(person.hamlet, person.details.street, commune, province)
