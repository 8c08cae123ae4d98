"""Finds the address in a free text: hamlet, house, street; the commune beside another hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reception.domain.leak_tokens import TokenizedText, split
from reception.domain.reporter import Address
from reception.domain.text import fold

Span = tuple[int, int]

_HEAD_WORDS = "bản thôn xóm làng buôn ấp khu tiểu tổ dân phố cư tdp xã phường thị trấn"
_HEADS = {fold(head): head for head in _HEAD_WORDS.split()}
_HAMLETS = frozenset(["bản", "thôn", "xóm", "làng", "buôn", "ấp", "khu", "tổ", "phố", "tdp"])
_QUARTERS = frozenset(["tổ", "phố", "khu", "tdp"])  # "tổ dân phố 5", "tổ 5", "khu phố 5"
_COMMUNES = frozenset(["xã", "phường", "trấn"])
_STREETS = frozenset(["đường", "phố", "ngõ", "ngách", "hẻm"])
_STREETS_FOLDED = frozenset(fold(mark) for mark in _STREETS)
_HOUSE = frozenset(["so", "nha"])
# Names of many hamlets and wards that are also everyday words.
_EVERYDAY_NAMES = (
    "thong nhat,doan ket,quyet tien,quyet thang,hoa binh,dong tam,tien phong,hop nhat,trung tam,"
    "tan tien,hoa hop,phat trien,tien bo,doc lap,tu do,hanh phuc,thang loi,hop tac,hop thanh,"
    "cong hoa,chien thang,binh minh,binh an,binh yen,doi moi,tien len"
)
_EVERYDAY = frozenset(_EVERYDAY_NAMES.split(","))


@dataclass(frozen=True, slots=True)
class _Place:
    """A place's own words after its kind: "Bản Nà B" has the head "bản" and two own words."""

    head: list[str]
    own: list[str]  # as written
    folded: list[str]

    @property
    def numbered(self) -> bool:
        return all(word.isdigit() for word in self.own)

    @property
    def telling(self) -> bool:
        """Tell whether its own words are enough to know it, without "bản" before them."""
        return len(self.own) > 1 and " ".join(self.folded) not in _EVERYDAY


class AddressMatcher:
    """The places of one address, folded once, to be looked for in many texts."""

    def __init__(self, address: Address) -> None:
        """Take an address apart; of the commune what stands before a comma."""
        self._hamlet = _place(address.hamlet)
        self._commune = _place(address.commune.split(",")[0])
        house, self._street = _house_and_street(split(address.street))
        self._number = [fold(word) for word in house]
        self._name = [fold(word) for word in self._street]

    def hamlet_spans(self, reading: TokenizedText) -> Iterator[Span]:
        """Yield where the hamlet stands: "Bản Nà B" is also "Nà B", "Bản Mới" not "mới"."""
        kinds = _QUARTERS if _QUARTERS & set(self._hamlet.head) else _HAMLETS
        yield from _spans(reading, self._hamlet, kinds)

    def commune_spans(self, reading: TokenizedText) -> Iterator[Span]:
        """Yield where the commune stands."""
        yield from _spans(reading, self._commune, _COMMUNES)

    def street_spans(self, reading: TokenizedText) -> Iterator[Span]:
        """Yield where house or street stands: "số nhà 7", "đường Hoa Ban", "7 Hoa Ban"."""
        number, name = self._number, self._name
        for place in reading.sequence(name):
            marked = int(reading.introduces(place - 1, _STREETS, self._street))
            before = marked + _numbers_before(reading, place - marked, number)
            if before:
                yield reading.span(place - before, before + len(name))
        for place in reading.sequence(number):
            if {reading.folded(place - 1), reading.folded(place - 2)} == _HOUSE:
                yield reading.span(place - 2, len(number) + 2)


def _spans(reading: TokenizedText, place: _Place, kinds: frozenset[str]) -> Iterator[Span]:
    if not place.own:
        return
    if place.numbered:
        yield from _numbered(reading, place, kinds)
        return
    for found in reading.sequence(place.folded):
        if place.telling or _capitals(reading, found, place.own):
            yield reading.span(found, len(place.own))
        elif _named(reading, found, place.own, kinds):
            yield reading.span(found - 1, len(place.own) + 1)


def _numbered(reading: TokenizedText, place: _Place, kinds: frozenset[str]) -> Iterator[Span]:
    """Find "tổ 5", "tổ dân phố số 05": the number alone tells nothing."""
    number = place.own[-1].lstrip("0")
    for folded, found in reading.places.items():
        if not folded.isdigit() or folded.lstrip("0") != number:
            continue
        for at in found:
            start = at - 1 - (reading.folded(at - 1) == "so")
            if _named(reading, start + 1, ["so"] * (at - 1 - start), kinds):
                yield reading.span(start, at - start + 1)


def _named(reading: TokenizedText, place: int, own: list[str], kinds: frozenset[str]) -> bool:
    """Tell whether a kind of place stands before; "văn bản mới" is no hamlet."""
    document = reading.folded(place - 1) == "ban" and reading.folded(place - 2) == "van"
    return not document and reading.introduces(place - 1, kinds, own)


def _capitals(reading: TokenizedText, place: int, own: list[str]) -> bool:
    """Tell whether an everyday word is written as a name is: "Thống Nhất"."""
    words = reading.words[place : place + len(own)]
    return len(own) > 1 and all(word.written.istitle() for word in words)


def _numbers_before(reading: TokenizedText, place: int, number: list[str]) -> int:
    """Return how many words of "số 7" stand right before a street's name, 0 when none do."""
    size = len(number)
    if not size or place < size:
        return 0
    if [word.folded for word in reading.words[place - size : place]] != number:
        return 0
    return size + (reading.folded(place - size - 1) in _HOUSE)


def _place(text: str) -> _Place:
    words = split(text)
    head: list[str] = []
    while words and fold(words[0]) in _HEADS:
        head.append(_HEADS[fold(words.pop(0))])
    if words and fold(words[0]) == "so":
        words = words[1:] or words
    return _Place(head, words, [fold(word) for word in words])


def _house_and_street(words: list[str]) -> tuple[list[str], list[str]]:
    """Return (words of the house number, words of the street's name), either may be empty."""
    rest = [word for word in words if fold(word) not in _HOUSE]
    size = 0
    while size < len(rest) and any(char.isdigit() for char in rest[size]):
        size += 1
    house, street = rest[:size], rest[size:]
    while street and fold(street[0]) in _STREETS_FOLDED:
        street = street[1:]
    return house, street
