"""Finds parts of an address in a free text: hamlet, house, street, commune."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reception.domain.leak_tokens import (
    TokenizedText,
    accented_form,
    guard_fold,
    split_words,
    without_accents,
)
from reception.domain.reporter import Address

Span = tuple[int, int]


def _accented(words: list[str]) -> frozenset[str]:
    return frozenset(accented_form(word) for word in words)


_PLACE_KIND_WORDS = "bản thôn xóm làng buôn ấp khu tiểu tổ dân phố cư tdp xã phường thị trấn"
_PLACE_KINDS = {guard_fold(word): accented_form(word) for word in _PLACE_KIND_WORDS.split()}
_HAMLET_KINDS = _accented(["bản", "thôn", "xóm", "làng", "buôn", "ấp", "khu", "tổ", "phố", "tdp"])
_QUARTER_KINDS = _accented(["tổ", "phố", "khu", "tdp"])  # "tổ dân phố 5", "tổ 5", "khu phố 5"
_COMMUNE_KINDS = _accented(["xã", "phường", "trấn"])
_STREET_KINDS = _accented(["đường", "phố", "ngõ", "ngách", "hẻm"])
_STREET_KIND_OF = {without_accents(kind): kind for kind in _STREET_KINDS}
_HOUSE_WORDS = frozenset(["so", "nha"])
# Names of many hamlets and wards that are everyday words too.
_EVERYDAY_NAMES = (
    "thong nhat,doan ket,quyet tien,quyet thang,hoa binh,dong tam,tien phong,hop nhat,trung tam,"
    "tan tien,hoa hop,phat trien,tien bo,doc lap,tu do,hanh phuc,thang loi,hop tac,hop thanh,"
    "cong hoa,chien thang,binh minh,binh an,binh yen,doi moi,tien len"
)
_FOLDED_EVERYDAY_NAMES = frozenset(
    " ".join(guard_fold(word) for word in name.split()) for name in _EVERYDAY_NAMES.split(",")
)


@dataclass(frozen=True, slots=True, repr=False)
class _PlaceName:
    """A place name split into words: "Bản Nà B" has kind word "bản", own words "Nà B"."""

    kind_words: list[str]
    own_words: list[str]  # in their accented form
    folded_own_words: list[str]

    @property
    def is_number(self) -> bool:
        return all(word.isdigit() for word in self.own_words)

    @property
    def identifies_alone(self) -> bool:
        """Tell whether the own words identify the place without a kind word such as "bản"."""
        return (
            len(self.own_words) > 1
            and " ".join(self.folded_own_words) not in _FOLDED_EVERYDAY_NAMES
        )


class AddressMatcher:
    """Finds the parts of one address in many texts; the address is folded only once."""

    def __init__(self, address: Address) -> None:
        # A typed commune may be followed by a comma and its province.
        self._hamlet = _parse_place(address.hamlet)
        self._commune = _parse_place(address.commune.split(",")[0])
        house_number, street_name = _house_and_street(split_words(address.street))
        self._folded_house_number = [guard_fold(word) for word in house_number]
        self._folded_street_name = [guard_fold(word) for word in street_name]
        self._street_name = [accented_form(word) for word in street_name]

    def hamlet_spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of the hamlet: "Bản Nà B" is also found as "Nà B", "Bản Mới" not as "mới"."""
        kinds = _QUARTER_KINDS if _QUARTER_KINDS & set(self._hamlet.kind_words) else _HAMLET_KINDS
        yield from _spans(text, self._hamlet, kinds)

    def commune_spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of the commune: "xã Nậm A", and "Nậm A" alone."""
        yield from _spans(text, self._commune, _COMMUNE_KINDS)

    def street_spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of house or street: "số nhà 7", "đường Hoa Ban", "7 Hoa Ban"."""
        number, name = self._folded_house_number, self._folded_street_name
        for position in text.positions_of(name):
            kind_words = int(text.is_name_prefix(position - 1, _STREET_KINDS, self._street_name))
            words_before = kind_words + _house_words_before(text, position - kind_words, number)
            if words_before:
                yield text.span(position - words_before, words_before + len(name))
        for position in text.positions_of(number):
            if {text.folded(position - 1), text.folded(position - 2)} == _HOUSE_WORDS:
                yield text.span(position - 2, len(number) + 2)


def _spans(text: TokenizedText, place: _PlaceName, kinds: frozenset[str]) -> Iterator[Span]:
    if not place.own_words:
        return
    if place.is_number:
        yield from _numbered_spans(text, place, kinds)
        return
    for position in text.positions_of(place.folded_own_words):
        if place.identifies_alone or _is_capitalised(text, position, place.own_words):
            yield text.span(position, len(place.own_words))
        elif _follows_kind(text, position, place.own_words, kinds):
            yield text.span(position - 1, len(place.own_words) + 1)


def _numbered_spans(
    text: TokenizedText, place: _PlaceName, kinds: frozenset[str]
) -> Iterator[Span]:
    """Yield spans of "tổ 5" or "tổ dân phố số 05": the number alone identifies no place."""
    number = place.own_words[-1].lstrip("0")
    for folded, positions in text.positions.items():
        if not folded.isdigit() or folded.lstrip("0") != number:
            continue
        for position in positions:
            start = position - 1 - (text.folded(position - 1) == "so")
            if _follows_kind(text, start + 1, ["so"] * (position - 1 - start), kinds):
                yield text.span(start, position - start + 1)


def _follows_kind(
    text: TokenizedText, position: int, own_words: list[str], kinds: frozenset[str]
) -> bool:
    """Tell whether a kind word precedes ``position``; in "văn bản mới", "bản" is none."""
    is_document = text.folded(position - 1) == "ban" and text.folded(position - 2) == "van"
    return not is_document and text.is_name_prefix(position - 1, kinds, own_words)


def _is_capitalised(text: TokenizedText, position: int, own_words: list[str]) -> bool:
    """Tell whether everyday words are capitalised like a name: "Thống Nhất"."""
    words = [text.written(number) for number in range(position, position + len(own_words))]
    return len(own_words) > 1 and all(word.istitle() for word in words)


def _house_words_before(text: TokenizedText, position: int, number: list[str]) -> int:
    """Return how many words of "số 7" directly precede a street's name, 0 if none."""
    size = len(number)
    if not size or position < size:
        return 0
    if text.words[position - size : position] != number:
        return 0
    return size + (text.folded(position - size - 1) in _HOUSE_WORDS)


def _parse_place(text: str) -> _PlaceName:
    words = split_words(text)
    kind_words: list[str] = []
    while words and _is_kind(words[0], _PLACE_KINDS):
        kind_words.append(_PLACE_KINDS[guard_fold(words.pop(0))])
    if words and guard_fold(words[0]) == "so":
        words = words[1:] or words
    accented = [accented_form(word) for word in words]
    return _PlaceName(kind_words, accented, [guard_fold(word) for word in words])


def _house_and_street(words: list[str]) -> tuple[list[str], list[str]]:
    """Return (words of the house number, words of the street's name), either may be empty."""
    house: list[str] = []
    position = 0
    for word in words:
        has_digit = any(char.isdigit() for char in word)
        if not (has_digit or guard_fold(word) in _HOUSE_WORDS or _is_kind(word, _STREET_KIND_OF)):
            break
        position += 1
        house += [word] if has_digit else []
    return house, words[position:]


def _is_kind(word: str, kinds: Mapping[str, str]) -> bool:
    """Tell whether a word is the kind of a place: "ngõ", not the surname "Ngô"."""
    kind = kinds.get(guard_fold(word))
    return kind is not None and accented_form(word) in (kind, guard_fold(word))
