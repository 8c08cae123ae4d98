"""Fields of the person filled from the QR code of an identity card."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.id_card_qr import IdCardData
from reception.domain.identity_number import plain_number
from reception.domain.text import fold
from reception.law.address_parsing import DISTRICTS_UNTIL, commune_text, split_address
from ui.appearance import display_format
from ui.models.identity_builder import PersonDetails, PersonForm


def is_other_person(card: IdCardData, person: PersonForm) -> bool:
    """Tell whether the form already holds somebody else than the card's holder."""
    number = plain_number(person.number)
    if number:
        return number != card.number
    return bool(person.name.strip()) and fold(person.name.strip()) != fold(card.name)


def fill_from_card(card: IdCardData, person: PersonForm) -> PersonForm:
    """Return the form filled from the card.

    Nothing that belongs to somebody else stays in it: of the details only what is said about the
    visit, that is, who came along and whether protection was asked for.
    """
    details = person.details
    if is_other_person(card, person):
        details = PersonDetails(companions=details.companions, protection=details.protection)
    is_old = card.issued_on is not None and card.issued_on <= DISTRICTS_UNTIL
    address = split_address(card.address_text, names_district=is_old)
    return replace(
        person,
        name=card.name,
        birth=display_format.day(card.birth_date) if card.birth_date else "",
        sex=card.sex,
        number=display_format.card_number(card.number),
        issued_on=display_format.day(card.issued_on) if card.issued_on else "",
        commune=commune_text(address),
        hamlet=address.hamlet,
        details=replace(details, street=address.street or details.street),
    )
