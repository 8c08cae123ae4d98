"""Finds parts of an address in a free text: hamlet, house, street, commune."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reception.domain.leak_tokens import TokenizedText, split_words
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
class _PlaceName:
    """A place name split into words: "Bản Nà B" has the head "bản" and two own words."""

    head: list[str]
    own: list[str]  # as written
    folded: list[str]

    @property
    def is_number(self) -> bool:
        return all(word.isdigit() for word in self.own)

    @property
    def identifies_alone(self) -> bool:
        """Tell whether its own words identify it, without "bản" before them."""
        return len(self.own) > 1 and " ".join(self.folded) not in _EVERYDAY


class AddressMatcher:
    """The parts of one address, folded once and searched for in many texts."""

    def __init__(self, address: Address) -> None:
        # A typed commune may have its province behind a comma.
        self._hamlet = _parse_place(address.hamlet)
        self._commune = _parse_place(address.commune.split(",")[0])
        house, self._street = _house_and_street(split_words(address.street))
        self._number = [fold(word) for word in house]
        self._name = [fold(word) for word in self._street]

    def hamlet_spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of the hamlet: "Bản Nà B" is also found as "Nà B", "Bản Mới" not as "mới"."""
        kinds = _QUARTERS if _QUARTERS & set(self._hamlet.head) else _HAMLETS
        yield from _spans(text, self._hamlet, kinds)

    def commune_spans(self, text: TokenizedText) -> Iterator[Span]:
        yield from _spans(text, self._commune, _COMMUNES)

    def street_spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of house or street: "số nhà 7", "đường Hoa Ban", "7 Hoa Ban"."""
        number, name = self._number, self._name
        for at in text.positions_of(name):
            marked = int(text.is_name_prefix(at - 1, _STREETS, self._street))
            before = marked + _house_words_before(text, at - marked, number)
            if before:
                yield text.span(at - before, before + len(name))
        for at in text.positions_of(number):
            if {text.folded(at - 1), text.folded(at - 2)} == _HOUSE:
                yield text.span(at - 2, len(number) + 2)


def _spans(text: TokenizedText, place: _PlaceName, kinds: frozenset[str]) -> Iterator[Span]:
    if not place.own:
        return
    if place.is_number:
        yield from _numbered_spans(text, place, kinds)
        return
    for at in text.positions_of(place.folded):
        if place.identifies_alone or _is_capitalised(text, at, place.own):
            yield text.span(at, len(place.own))
        elif _follows_kind(text, at, place.own, kinds):
            yield text.span(at - 1, len(place.own) + 1)


def _numbered_spans(
    text: TokenizedText, place: _PlaceName, kinds: frozenset[str]
) -> Iterator[Span]:
    """Find "tổ 5", "tổ dân phố số 05": the number alone identifies no place."""
    number = place.own[-1].lstrip("0")
    for folded, positions in text.positions.items():
        if not folded.isdigit() or folded.lstrip("0") != number:
            continue
        for at in positions:
            start = at - 1 - (text.folded(at - 1) == "so")
            if _follows_kind(text, start + 1, ["so"] * (at - 1 - start), kinds):
                yield text.span(start, at - start + 1)


def _follows_kind(text: TokenizedText, at: int, own: list[str], kinds: frozenset[str]) -> bool:
    """Tell whether a kind of place precedes the position; "văn bản mới" is no hamlet."""
    is_document = text.folded(at - 1) == "ban" and text.folded(at - 2) == "van"
    return not is_document and text.is_name_prefix(at - 1, kinds, own)


def _is_capitalised(text: TokenizedText, at: int, own: list[str]) -> bool:
    """Tell whether everyday words are capitalised like a name: "Thống Nhất"."""
    words = text.words[at : at + len(own)]
    return len(own) > 1 and all(word.written.istitle() for word in words)


def _house_words_before(text: TokenizedText, at: int, number: list[str]) -> int:
    """Return how many words of "số 7" directly precede a street's name, 0 if none."""
    size = len(number)
    if not size or at < size:
        return 0
    if [word.folded for word in text.words[at - size : at]] != number:
        return 0
    return size + (text.folded(at - size - 1) in _HOUSE)


def _parse_place(text: str) -> _PlaceName:
    words = split_words(text)
    head: list[str] = []
    while words and fold(words[0]) in _HEADS:
        head.append(_HEADS[fold(words.pop(0))])
    if words and fold(words[0]) == "so":
        words = words[1:] or words
    return _PlaceName(head, words, [fold(word) for word in words])


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
