"""What a chip card's QR fills in."""

from __future__ import annotations

from reception.domain.id_card_qr import IdCardData, parse_id_card_qr
from reception.law.address_parsing import split_address
from reception.law.administrative_units import home_province
from ui.appearance import display_format as shown
from ui.features.visit_entry.form_state import State


def filled_from(text: str) -> tuple[IdCardData, State]:
    """Return the card and the fields it fills; InvalidInput when it is no card."""
    card = parse_id_card_qr(text)
    address = split_address(card.address_text)
    commune = address.commune
    if address.province and address.province != home_province():
        commune = f"{commune}, {address.province}"
    found: State = {
        "name": card.name,
        "birth": shown.day(card.birth_date) if card.birth_date else "",
        "sex": card.sex.value,
        "number": shown.card_number(card.number),
        "issued_on": shown.day(card.issued_on) if card.issued_on else "",
        "commune": commune,
        "hamlet": address.hamlet,
        "street": address.street,
    }
    return card, found
