"""The leak guard: where a free text names the reporter, whatever the accents, case or order.

Positions are those of the text as given, so that a window can underline and replace them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.reporter import Identity
from reception.domain.text import fold

# A letter or digit with the accents that follow it, so that decomposed text is one word too.
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_TITLES = frozenset(
    ["ong", "ba", "anh", "chi", "co", "chu", "bac", "em", "chau", "di", "cau", "cu"]
)
_PLACE_WORDS = frozenset(["ban", "to", "dan", "pho", "thon", "khu", "xom", "tdp", "xa", "phuong"])
_NO_WORD = re.compile(r"[\W_]+")
_SHORTEST_NUMBER = 6
_SHORTEST_WORD = 3


class Part(StrEnum):
    """Which part of an identity was found; the value names no one."""

    NAME = "name"
    NUMBER = "number"
    PHONE = "phone"
    HAMLET = "hamlet"
    STREET = "street"
    WORKPLACE = "workplace"
    RELATED = "related"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A place in a text, ``text[start:end]``, that shows a part of the identity."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """The words of a text, and where each folded word stands among them."""

    words: list[_Word]
    places: dict[str, list[int]]


def find_leaks(text: str, identity: Identity) -> tuple[Hit, ...]:
    """Return every place of ``text`` that shows the identity, in order, none overlapping.

    The commune alone is no hit: it counts only beside another one in the same text.
    """
    if not text:
        return ()
    reading = _read(text)
    hits = [*_people(reading, identity), *_numbers(text, identity), *_places(reading, identity)]
    if hits:
        hits += _found(reading, _spoken(identity.address.commune), Part.COMMUNE)
    return _merged(hits)


def replace_hits(text: str, hits: Sequence[Hit], replacement: str) -> str:
    """Return the text with every hit replaced, e.g. by ``[người tố cáo]``."""
    pieces: list[str] = []
    place = 0
    for hit in sorted(hits):
        pieces += [text[place : hit.start], replacement]
        place = hit.end
    return "".join([*pieces, text[place:]])


def _read(text: str) -> _Reading:
    folded: dict[str, str] = {}  # words repeat, and folding is the slow part
    words: list[_Word] = []
    places: dict[str, list[int]] = {}
    for match in _TOKEN.finditer(text):
        word = match.group()
        plain = folded.get(word)
        if plain is None:
            plain = folded[word] = fold(word)
        places.setdefault(plain, []).append(len(words))
        words.append(_Word(match.start(), match.end(), plain))
    return _Reading(words, places)


def _people(reading: _Reading, identity: Identity) -> Iterator[Hit]:
    yield from _person(reading, identity.name, Part.NAME)
    for name in (identity.representation.principal, *identity.companions):
        yield from _person(reading, name, Part.RELATED)


def _person(reading: _Reading, name: str, part: Part) -> Iterator[Hit]:
    words = _words(name)
    if not words:
        return
    yield from _any_order(reading, words, part)
    yield from _run_together(reading, words, part)
    for start in range(len(words)):
        tail = words[start:]
        for place in _sequence(reading, tail):
            if _has_title(reading, place):
                yield _hit(reading, place - 1, len(tail) + 1, part)


def _any_order(reading: _Reading, words: Sequence[str], part: Part) -> Iterator[Hit]:
    size = len(words)
    if size == 1 and len(words[0]) < _SHORTEST_WORD:
        return
    wanted = sorted(words)
    for word in set(words):
        for place in reading.places.get(word, ()):
            window = reading.words[place : place + size]
            if sorted(token.folded for token in window) == wanted:
                titled = _has_title(reading, place)
                yield _hit(reading, place - titled, size + titled, part)


def _run_together(reading: _Reading, words: Sequence[str], part: Part) -> Iterator[Hit]:
    """Find the name without its blanks, as in an address of mail: "lovanb"."""
    joined = "".join(words)
    if len(words) == 1 or len(joined) < _SHORTEST_NUMBER:
        return
    for folded, places in reading.places.items():
        if joined in folded:
            yield from (_hit(reading, place, 1, part) for place in places)


def _has_title(reading: _Reading, place: int) -> bool:
    """Tell whether a title stands before a word: ông, bà, anh …."""
    return place > 0 and reading.words[place - 1].folded in _TITLES


def _hit(reading: _Reading, place: int, size: int, part: Part) -> Hit:
    return Hit(reading.words[place].start, reading.words[place + size - 1].end, part)


def _numbers(text: str, identity: Identity) -> Iterator[Hit]:
    number = "".join(_words(identity.paper.number))
    if len(number) >= _SHORTEST_NUMBER:
        yield from _spaced(text, number, Part.NUMBER)
    phone = "".join(re.findall(r"\d", identity.phone))
    local = phone.removeprefix("84") if len(phone) > _SHORTEST_NUMBER else phone
    local = local.removeprefix("0")
    if len(local) >= _SHORTEST_NUMBER:
        yield from _spaced(text, local, Part.PHONE, before=r"(?:(?:\+|00)?84[\W_]*)?(?:0[\W_]*)?")


def _spaced(text: str, digits: str, part: Part, before: str = "") -> Iterator[Hit]:
    if digits.casefold() not in _NO_WORD.sub("", text).casefold():
        return  # the usual case, without building a pattern
    body = r"[\W_]*".join(re.escape(char) for char in digits)
    for match in re.finditer(rf"(?<!\d){before}{body}(?!\d)", text, re.IGNORECASE):
        yield Hit(match.start(), match.end(), part)


def _places(reading: _Reading, identity: Identity) -> Iterator[Hit]:
    address = identity.address
    yield from _found(reading, _spoken(address.hamlet), Part.HAMLET)
    yield from _found(reading, _spoken(address.street), Part.STREET)
    yield from _found(reading, _words(identity.workplace), Part.WORKPLACE)


def _spoken(place: str) -> list[str]:
    """Return the words of a place that are left out last: "Bản Nà B" is also "Nà B"."""
    words = _words(place)
    own = list(words)
    while own and own[0] in _PLACE_WORDS:
        own.pop(0)
    telling = len(own) > 1 or (len(own) == 1 and len(own[0]) >= _SHORTEST_WORD)
    return own if telling and not all(word.isdigit() for word in own) else words


def _found(reading: _Reading, words: Sequence[str], part: Part) -> list[Hit]:
    return [_hit(reading, place, len(words), part) for place in _sequence(reading, words)]


def _sequence(reading: _Reading, words: Sequence[str]) -> list[int]:
    """Return where the words stand in this order, as places among the words of the text."""
    if not words:
        return []
    return [
        place
        for place in reading.places.get(words[0], ())
        if [token.folded for token in reading.words[place : place + len(words)]] == list(words)
    ]


def _words(text: str) -> list[str]:
    return [fold(match) for match in _TOKEN.findall(text)]


def _merged(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    merged: list[Hit] = []
    for hit in sorted(set(hits)):
        if merged and hit.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Hit(last.start, max(last.end, hit.end), last.part)
        else:
            merged.append(hit)
    return tuple(merged)
