"""The cells of a person read completely: every word is a name, a number, a place or a known note.

Whatever is left over stops the row: a cell of which only a part is understood hides a name from the
leak guard, which then leaves it in the texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reception.domain.name_parts import NamedPerson, persons_in
from reception.domain.personal_titles import is_female, split_title
from reception.domain.reporter import Identity, IdentityPaper, Representation, Sex
from reception.exchange.register_import.address_cells import AddressCell, Places
from reception.exchange.register_import.capital_letters import with_small_letters
from reception.exchange.register_import.paper_cells import read_paper
from reception.exchange.register_import.person_names import (
    full_name,
    is_clear_name,
    is_name,
    is_surely_person,
)
from reception.exchange.register_import.person_notes import (
    group_in,
    is_ditto,
    is_group_without_name,
    is_known_note,
    is_organisation,
    office_before,
    tells_no_name,
    with_labels_apart,
    without_residence_words,
    year_in,
)
from reception.exchange.register_import.person_numbers import take_numbers
from reception.exchange.register_import.place_words import (
    is_clear_place,
    is_person_like,
    may_be_person_too,
    named_place,
    split_places,
    without_colons,
)

_NO_REPRESENTATION = Representation()  # shared by all rows, of which 100,000 may be in memory
_PARTS = re.compile(r"\s*[,;|\n]\s*|\s+[-–]\s+")
_SIGNS = " .:,;()-–*"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """An identity read from cells, with facts about the reading.

    The problems are codes; with one of them the identity is not certain.
    """

    identity: Identity
    capitals: bool = False  # the name was written in capitals
    group: int = 0  # further people or households given as a number: "và 11 hộ"
    households: bool = False
    zero_added: bool = False  # leading zeros of the paper's number were restored
    paper_unread: bool = False  # the form of the paper's number is unknown
    person_problem: str = ""
    address_problem: str = ""
    paper_problem: str = ""


def read_person(person: str, address: str, paper: str, paper_is_number: bool) -> PersonFacts:
    """Read the cells of a person (clean texts).

    A cell that says more than the fields of an identity hold is kept as its note.
    """
    capitals = person.isupper() and len(person) > 1
    cell = _PersonCell(with_small_letters(person) if capitals else person)
    cell.read()
    places = AddressCell(with_small_letters(address) if address.isupper() else address)
    places.read()
    reading = read_paper(paper, paper_is_number)
    document = reading.paper
    if cell.paper_number:
        document, cell.is_partial = _paper_of_both(document, cell)
    note = "; ".join(
        text
        for text, is_kept in (
            (cell.text, cell.is_partial),
            (address, places.is_partial),
            (paper, reading.has_more),
        )
        if is_kept
    )
    identity = cell.identity(places.places, document, note)
    return PersonFacts(
        identity,
        capitals,
        cell.group,
        cell.households,
        reading.zero_added,
        reading.is_unread,
        cell.problem,
        "" if places.is_clear else "exchange.row.address_unclear",
        "exchange.row.paper_unclear" if reading.is_unclear else "",
    )


def _paper_of_both(document: IdentityPaper, cell: _PersonCell) -> tuple[IdentityPaper, bool]:
    """Return the paper of its own cell, else that of the person's cell; and what stays a note."""
    if not document.number:
        return read_paper(cell.paper_number, False).paper, cell.is_partial
    return document, cell.is_partial or document.number != cell.paper_number


class _PersonCell:
    """The cell with name and address. ``problem`` is the code of what was not understood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problem = ""
        self.is_partial = False  # it says more than the fields of the identity hold
        self.group, self.households = 0, False
        self.paper_number = ""
        self._birth: int | None = None
        self._phone = ""
        self._sex = Sex.UNKNOWN
        self._names: list[str] = []
        self._organisations: list[str] = []
        self._places = Places()

    def read(self) -> None:
        """Read the whole text."""
        if not self.text or tells_no_name(self.text):
            self.is_partial = bool(self.text)
            return
        if is_ditto(self.text):
            self.problem = "exchange.row.ditto"
            return
        numbers = take_numbers(self.text)
        self._birth, self._phone = numbers.birth_year, numbers.phone
        self.paper_number, self.is_partial = numbers.paper_number, numbers.has_more
        parts = persons_in(without_colons(with_labels_apart(numbers.rest)))
        is_clear = all([self._take_person(person) for person in parts.persons])
        is_clear = all([self._take_note(note.strip(_SIGNS)) for note in parts.notes]) and is_clear
        self._names += self._organisations
        if not self._names:
            is_clear = is_clear and any(map(is_group_without_name, parts.notes))
        self.problem = "" if is_clear else "exchange.row.person_unclear"

    def identity(self, further: Places, paper: IdentityPaper, note: str) -> Identity:
        """Return the identity; ``further`` are places of another cell."""
        for name, places in further.fields.items():
            for place in places:
                self._places.add(name, place)
        return Identity(
            name=self._names[0] if self._names else "",
            birth_year=self._birth,
            sex=self._sex,
            paper=paper,
            address=self._places.address(),
            phone=self._phone,
            representation=_NO_REPRESENTATION,
            companions=tuple(self._names[1:]),
            note=note,
        )

    def _take_person(self, person: NamedPerson) -> bool:
        """Take a name; returns whether it is clear that the words are a person's."""
        place = named_place(person.name) if self._names and not person.title else ""
        if place:
            self._take_place(place, person.name)
            return not may_be_person_too(place, person.name)
        name = full_name(person)
        if not self._names:
            female = is_female(person.title) if person.title else None
            self._sex = {True: Sex.FEMALE, False: Sex.MALE, None: Sex.UNKNOWN}[female]
        else:
            self.is_partial = True
        self._names.append(name)
        return (person.is_certain or is_surely_person(name)) and is_clear_name(name)

    def _take_note(self, note: str) -> bool:
        """Take a piece that is no name; returns whether all of it is understood."""
        before, places = split_places(note)
        if places and not before:  # the usual case
            return self._take_places(places)
        if is_organisation(note):
            self._organisations.append(note)
            self.is_partial = True
            return True
        if year := year_in(note):
            self.is_partial = self.is_partial or self._birth not in (None, year)
            self._birth = self._birth or year
            return True
        if group := group_in(note):
            self.group, self.households = self.group + group.people, group.are_households
        if is_known_note(note):
            self.is_partial = True
            return True
        if (rest := office_before(note)) != note:
            self.is_partial = True
            return not is_person_like(rest)
        return self._take_residence(note)

    def _take_residence(self, note: str) -> bool:
        """Take "trú tại Nà Khiết", "Sìn Hồ", or words before a place."""
        note, is_residence = without_residence_words(note)
        before, places = split_places(note)
        if before and not places:
            name = named_place(before) or ("hamlet" if is_residence else "")
            places = [(name, before)] if name and not is_person_like(before) else []
            before = "" if places else before
        is_clear = self._take_places(places)
        if before and places:
            is_clear = self._take_note(before) and is_clear
        return is_clear and bool(places or (is_residence and not note))

    def _take_places(self, places: list[tuple[str, str]]) -> bool:
        for name, place in places:
            self._take_place(name, place)
        return all(is_clear_place(name, place) for name, place in places)

    def _take_place(self, name: str, place: str) -> None:
        if name == "district":
            self.is_partial = True
        else:
            self._places.add(name, place)


def looks_like_name(text: str) -> bool:
    """Tell whether the first part of a text has the form of a name: two to six capitalised words.

    The name of a body begins with an abbreviation (UBND xã …) or has words in small letters.
    """
    return is_name(split_title(_PARTS.split(text.strip(), maxsplit=1)[0])[1])
