"""Fields of the person filled from the QR code of an identity card."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.id_card_qr import IdCardData, parse_id_card_qr
from reception.law.address_parsing import commune_text, split_address
from ui.appearance import display_format
from ui.models.identity_builder import PersonForm


def fill_from_card(text: str, person: PersonForm) -> tuple[IdCardData, PersonForm]:
    """Return the card and the form filled from it; InvalidInput when the text is no card."""
    card = parse_id_card_qr(text)
    address = split_address(card.address_text)
    street = address.street or person.details.street
    filled = replace(
        person,
        name=card.name,
        birth=display_format.day(card.birth_date) if card.birth_date else "",
        sex=card.sex,
        number=display_format.card_number(card.number),
        issued_on=display_format.day(card.issued_on) if card.issued_on else "",
        commune=commune_text(address),
        hamlet=address.hamlet,
        details=replace(person.details, street=street),
    )
    return card, filled
