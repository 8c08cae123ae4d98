"""The leak guard: where a free text names the reporter, whatever the accents, case or order.

Positions are those of the text as given, so that a window can underline and replace them.
"""

from __future__ import annotations

import re
from collections import Counter
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


def find_leaks(text: str, identity: Identity) -> tuple[Hit, ...]:
    """Return every place of ``text`` that shows the identity, in order, none overlapping.

    The commune alone is no hit: it counts only beside another one in the same text.
    """
    if not text:
        return ()
    tokens = [_Word(m.start(), m.end(), fold(m.group())) for m in _TOKEN.finditer(text)]
    hits = [*_people(tokens, identity), *_numbers(text, identity), *_places(tokens, identity)]
    if hits:
        hits += _sequence(tokens, _spoken(identity.address.commune), Part.COMMUNE)
    return _merged(hits)


def replace_hits(text: str, hits: Sequence[Hit], replacement: str) -> str:
    """Return the text with every hit replaced, e.g. by ``[người tố cáo]``."""
    pieces: list[str] = []
    place = 0
    for hit in sorted(hits):
        pieces += [text[place : hit.start], replacement]
        place = hit.end
    return "".join([*pieces, text[place:]])


def _people(tokens: Sequence[_Word], identity: Identity) -> Iterator[Hit]:
    yield from _person(tokens, identity.name, Part.NAME)
    for name in (identity.representation.principal, *identity.companions):
        yield from _person(tokens, name, Part.RELATED)


def _person(tokens: Sequence[_Word], name: str, part: Part) -> Iterator[Hit]:
    words = _words(name)
    if not words:
        return
    yield from _any_order(tokens, words, part)
    for start in range(len(words)):
        tail = words[start:]
        for hit in _sequence(tokens, tail, part):
            titled = _titled(tokens, hit)
            if titled is not None:
                yield titled


def _any_order(tokens: Sequence[_Word], words: Sequence[str], part: Part) -> Iterator[Hit]:
    size = len(words)
    if size == 1 and len(words[0]) < _SHORTEST_WORD:
        return
    wanted = Counter(words)
    for start in range(len(tokens) - size + 1):
        window = tokens[start : start + size]
        if window[0].folded in wanted and Counter(t.folded for t in window) == wanted:
            hit = Hit(window[0].start, window[-1].end, part)
            yield _titled(tokens, hit) or hit


def _titled(tokens: Sequence[_Word], hit: Hit) -> Hit | None:
    """Return the hit widened over a title before it (ông, bà, anh …), or None without one."""
    before = None
    for token in tokens:
        if token.start >= hit.start:
            break
        before = token
    if before is None or before.folded not in _TITLES:
        return None
    return Hit(before.start, hit.end, hit.part)


def _numbers(text: str, identity: Identity) -> Iterator[Hit]:
    number = "".join(_words(identity.paper.number))
    if len(number) >= _SHORTEST_NUMBER:
        yield from _spaced(text, number, Part.NUMBER)
    phone = "".join(re.findall(r"\d", identity.phone))
    local = phone.removeprefix("84") if len(phone) > _SHORTEST_NUMBER else phone
    local = local.removeprefix("0")
    if len(local) >= _SHORTEST_NUMBER:
        yield from _spaced(text, local, Part.PHONE, before=r"(?:\+?84[\s.\-]*|0[\s.\-]*)?")


def _spaced(text: str, digits: str, part: Part, before: str = "") -> Iterator[Hit]:
    if digits.casefold() not in _NO_WORD.sub("", text).casefold():
        return  # the usual case, without building a pattern
    body = r"[\s.\-–]*".join(re.escape(char) for char in digits)
    for match in re.finditer(rf"(?<!\d){before}{body}(?!\d)", text, re.IGNORECASE):
        yield Hit(match.start(), match.end(), part)


def _places(tokens: Sequence[_Word], identity: Identity) -> Iterator[Hit]:
    address = identity.address
    yield from _sequence(tokens, _spoken(address.hamlet), Part.HAMLET)
    yield from _sequence(tokens, _spoken(address.street), Part.STREET)
    yield from _sequence(tokens, _words(identity.workplace), Part.WORKPLACE)


def _spoken(place: str) -> list[str]:
    """Return the words of a place that are left out last: "Bản Nà B" is also "Nà B"."""
    words = _words(place)
    own = list(words)
    while own and own[0] in _PLACE_WORDS:
        own.pop(0)
    telling = len(own) > 1 or (len(own) == 1 and len(own[0]) >= _SHORTEST_WORD)
    return own if telling and not all(word.isdigit() for word in own) else words


def _sequence(tokens: Sequence[_Word], words: Sequence[str], part: Part) -> list[Hit]:
    size = len(words)
    if size == 0:
        return []
    found = []
    for start in range(len(tokens) - size + 1):
        if all(tokens[start + i].folded == words[i] for i in range(size)):
            found.append(Hit(tokens[start].start, tokens[start + size - 1].end, part))
    return found


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
