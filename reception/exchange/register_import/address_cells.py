"""The places of an address, and the cell that holds an address alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reception.domain.personal_titles import split_title
from reception.domain.reporter import Address
from reception.exchange.register_import.person_notes import without_residence_words
from reception.exchange.register_import.place_words import (
    is_clear_place,
    is_person_like,
    named_place,
    split_places,
)

_PARTS = re.compile(r"\s*[,;|\n]\s*|\s+[-–]\s+")
_SIGNS = " .:,;()-–"


@dataclass(slots=True, repr=False)
class Places:
    """The places of an address by field."""

    fields: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, place: str) -> None:
        places = self.fields.setdefault(name, [])
        if place not in places:
            places.append(place)

    def address(self) -> Address:
        text = {name: ", ".join(places) for name, places in self.fields.items()}
        return Address(
            text.get("hamlet", ""),
            text.get("street", ""),
            text.get("commune", ""),
            text.get("province", ""),
        )


class AddressCell:
    """A cell with an address alone, where a place needs no word that says so."""

    def __init__(self, text: str) -> None:
        self.places = Places()
        self.is_clear = True
        self.is_partial = False
        self._text = text

    def read(self) -> None:
        """Read the whole text."""
        for piece in _PARTS.split(self._text):
            if stripped := piece.strip(_SIGNS):
                self.is_clear = self._take(stripped) and self.is_clear

    def _take(self, piece: str) -> bool:
        piece, _ = without_residence_words(piece)
        before, places = split_places(piece)
        if before:
            places.insert(0, (named_place(before) or "hamlet", before))
        for name, place in places:
            if name == "district":
                self.is_partial = True
            else:
                self.places.add(name, place)
        titled = bool(split_title(piece)[0])
        has_person = is_person_like(before) and not named_place(before)
        return not titled and not has_person and all(is_clear_place(*place) for place in places)
