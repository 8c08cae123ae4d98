"""An identity built from what stands in fields, at the desk and where it is typed anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from reception.domain.identity_number import plain_number
from reception.domain.reporter import (
    Address,
    Identity,
    IdentityPaper,
    PaperKind,
    Representation,
    Sex,
)
from reception.law.administrative_units import PlaceStatus, find_province, home_province
from ui.models.date_parsing import read_day, read_year

State = dict[str, Any]
_CARD_DIGITS = 12


def build_identity(person: State, today: date, *, denounced: bool) -> Identity:
    """Return the identity in hand; a denouncer is never asked for an occupation."""
    more = person.get("more", {})
    born = read_day(person.get("birth", ""), today)
    year = read_year(person.get("birth", "")) or (born.year if born else None)
    return Identity(
        name=person.get("name", ""),
        birth_year=year,
        birth_date=None if read_year(person.get("birth", "")) else born,
        sex=Sex(person.get("sex") or Sex.UNKNOWN),
        paper=_paper(person, more, today),
        address=build_address(person),
        phone=more.get("phone", ""),
        contact_wish=more.get("contact_wish", ""),
        occupation="" if denounced else more.get("occupation", ""),
        workplace=more.get("workplace", ""),
        representation=Representation(
            more.get("principal", ""),
            more.get("proxy_paper", ""),
            read_day(more.get("proxy_date", ""), today),
            bool(more.get("certified")),
            more.get("card_number", ""),
        ),
        companions=tuple(n for n in more.get("companions", "").replace(";", "\n").split("\n") if n),
    )


def _paper(person: State, more: State, today: date) -> IdentityPaper:
    number = plain_number(person.get("number", ""))
    return IdentityPaper(
        paper_kind(number, more.get("paper_kind", "")),
        number,
        read_day(person.get("issued_on", ""), today),
        more.get("issued_by", ""),
    )


def paper_kind(number: str, chosen: str) -> PaperKind:
    """Return the kind chosen, else the one that the number looks like."""
    if chosen:
        return PaperKind(chosen)
    if not number:
        return PaperKind.NONE
    if number.isdecimal() and len(number) >= _CARD_DIGITS - 3:
        return PaperKind.NUMBER
    return PaperKind.PASSPORT if number[:1].isalpha() else PaperKind.OTHER


def build_address(person: State) -> Address:
    """Return the address; "Xã Y, Nghệ An" names the province behind the comma."""
    more = person.get("more", {})
    commune, province = person.get("commune", ""), more.get("province", "")
    head, comma, tail = commune.rpartition(",")
    if comma:
        found = find_province(tail)
        if found.status is not PlaceStatus.UNKNOWN:
            commune, province = head.strip(), found.name
    if not province and commune:
        province = home_province()
    return Address(person.get("hamlet", ""), more.get("street", ""), commune, province)
