"""What a chip card's QR fills in."""

from __future__ import annotations

from reception.domain.chip_card import ChipCard, read_card
from reception.law.addresses import split_address
from reception.law.places import home_province
from ui import format as shown
from ui.screens.desk.form_state import State


def filled_from(text: str) -> tuple[ChipCard, State]:
    """Return the card and the fields it fills; InvalidInput when it is no card."""
    card = read_card(text)
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
