"""Finds the hamlet and the commune of an address in a free text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reception.domain.leak_spelling import accented_form, guard_fold
from reception.domain.leak_tokens import TokenizedText, split_words
from reception.domain.reporter import Address

Span = tuple[int, int]


def _accented(words: list[str]) -> frozenset[str]:
    return frozenset(accented_form(word) for word in words)


_PLACE_KIND_WORDS = (
    "bản thôn xóm làng buôn bon plei phum sóc ấp khu tiểu tổ dân phố cư tdp xã phường thị trấn"
)
_PLACE_KINDS = {guard_fold(word): accented_form(word) for word in _PLACE_KIND_WORDS.split()}
_HAMLET_KINDS = _accented(
    "bản thôn xóm làng buôn bon plei phum sóc ấp khu tổ phố tdp".split()  # noqa: SIM905
)
_QUARTER_KINDS = _accented(["tổ", "phố", "khu", "tdp"])  # "tổ dân phố 5", "tổ 5", "khu phố 5"
_COMMUNE_KINDS = _accented(["xã", "phường", "trấn"])
_SHORTEST_NAME = 2  # words of a hamlet that is told without its number
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

    def hamlet_spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of the hamlet: "Bản Nà B" is also found as "Nà B", "Bản Mới" not as "mới"."""
        kinds = _QUARTER_KINDS if _QUARTER_KINDS & set(self._hamlet.kind_words) else _HAMLET_KINDS
        yield from _spans(text, self._hamlet, kinds)

    def commune_spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of the commune: "xã Nậm A", and "Nậm A" alone."""
        yield from _spans(text, self._commune, _COMMUNE_KINDS)


def _spans(text: TokenizedText, place: _PlaceName, kinds: frozenset[str]) -> Iterator[Span]:
    if not place.own_words:
        return
    if place.is_number:
        yield from _numbered_spans(text, place, kinds)
        return
    yield from _without_number(text, place)
    for position in text.positions_of(place.folded_own_words):
        if place.identifies_alone or _is_capitalised(text, position, place.own_words):
            yield text.span(position, len(place.own_words))
        elif _follows_kind(text, position, place.own_words, kinds):
            yield text.span(position - 1, len(place.own_words) + 1)


def _without_number(text: TokenizedText, place: _PlaceName) -> Iterator[Span]:
    """Yield spans of "Nậm Loỏng" for "bản Nậm Loỏng 2"; "Nậm Loỏng 1" is another place."""
    *name, number = place.folded_own_words
    is_everyday = " ".join(name) in _FOLDED_EVERYDAY_NAMES
    if not number.isdigit() or len(name) < _SHORTEST_NAME or is_everyday:
        return
    for position in text.positions_of(name):
        is_numbered = text.folded(position + len(name)).isdigit()
        if not is_numbered and _is_capitalised(text, position, name):
            yield text.span(position, len(name))


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


def _parse_place(text: str) -> _PlaceName:
    words = split_words(text)
    kind_words: list[str] = []
    while words and _is_kind(words[0], _PLACE_KINDS):
        kind_words.append(_PLACE_KINDS[guard_fold(words.pop(0))])
    if words and guard_fold(words[0]) == "so":
        words = words[1:] or words
    accented = [accented_form(word) for word in words]
    return _PlaceName(kind_words, accented, [guard_fold(word) for word in words])


def _is_kind(word: str, kinds: Mapping[str, str]) -> bool:
    """Tell whether a word is the kind of a place: "bản", not the surname "Bàn"."""
    kind = kinds.get(guard_fold(word))
    return kind is not None and accented_form(word) in (kind, guard_fold(word))
