"""The leak guard: where a free text names the reporter, whatever the accents, case or order.

Positions are those of the text as given, so that a window can underline and replace them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.leak_places import commune_spans, hamlet_spans, street_spans
from reception.domain.leak_reading import Reading, read, split, split_folded
from reception.domain.reporter import Identity
from reception.domain.text import fold, nfc

_TITLES = frozenset(
    [
        "ông",
        "bà",
        "anh",
        "chị",
        "cô",
        "chú",
        "bác",
        "em",
        "cháu",
        "dì",
        "cậu",
        "cụ",
        "thím",
        "mợ",
        "dượng",
    ]
)
_STRANGERS = frozenset(["tên", "thầy"])  # without accents these are everyday words
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


# What another person may share; a number, a home or a workplace belongs to this one alone.
_MISTAKABLE = (Part.NAME, Part.RELATED, Part.COMMUNE)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A place in a text, ``text[start:end]``, that shows a part of the identity."""

    start: int
    end: int
    part: Part


def only_names(hits: Sequence[Hit]) -> bool:
    """Tell whether another person may be meant: numbers, homes and workplaces name only one."""
    return all(hit.part in _MISTAKABLE for hit in hits)


def find_leaks(text: str, identity: Identity) -> tuple[Hit, ...]:
    """Return every place of ``text`` that shows the identity, in order, none overlapping.

    The commune alone is no hit: it counts only beside another one in the same text.
    """
    if not text:
        return ()
    reading = read(text)
    hits = [*_people(reading, identity), *_numbers(text, identity), *_places(reading, identity)]
    if hits:
        hits += [Hit(*span, Part.COMMUNE) for span in commune_spans(reading, identity.address)]
    return _merged(hits)


def replace_hits(text: str, hits: Sequence[Hit], replacement: str) -> str:
    """Return the text with every hit replaced, e.g. by ``[người tố cáo]``."""
    pieces: list[str] = []
    place = 0
    for hit in sorted(hits):
        pieces += [text[place : hit.start], replacement]
        place = hit.end
    return "".join([*pieces, text[place:]])


def _people(reading: Reading, identity: Identity) -> Iterator[Hit]:
    yield from _person(reading, identity.name, Part.NAME)
    for name in (identity.representation.principal, *identity.companions):
        yield from _person(reading, name, Part.RELATED)


def _person(reading: Reading, name: str, part: Part) -> Iterator[Hit]:
    written = split(name)
    words = [fold(word) for word in written]
    if not words:
        return
    yield from _any_order(reading, written, part)
    yield from _run_together(reading, words, part)
    for start in range(len(words)):
        tail = words[start:]
        for place in reading.sequence(tail):
            titles = _titles(reading, place, written[start:])
            if titles:
                yield _hit(reading, place - titles, len(tail) + titles, part)


def _any_order(reading: Reading, written: Sequence[str], part: Part) -> Iterator[Hit]:
    words = [fold(word) for word in written]
    size = len(words)
    if size == 1 and len(words[0]) < _SHORTEST_WORD:
        return
    wanted = sorted(words)
    for word in set(words):
        for place in reading.places.get(word, ()):
            window = reading.words[place : place + size]
            if sorted(token.folded for token in window) == wanted:
                titles = _titles(reading, place, written)
                yield _hit(reading, place - titles, size + titles, part)


def _run_together(reading: Reading, words: Sequence[str], part: Part) -> Iterator[Hit]:
    """Find the name without its blanks, as in an address of mail: "lovanb"."""
    joined = "".join(words)
    if len(words) == 1 or len(joined) < _SHORTEST_NUMBER:
        return
    for folded, places in reading.places.items():
        if joined in folded:
            yield from (_hit(reading, place, 1, part) for place in places)


def _titles(reading: Reading, place: int, named: Sequence[str]) -> int:
    """Return how many words of a title stand before a word: ông, bà, anh …, đồng chí."""
    comrade = reading.folded(place - 1) == "chi" and reading.folded(place - 2) == "dong"
    if comrade:
        return 2
    if reading.introduces(place - 1, _TITLES, named):
        return 1
    return int(place > 0 and nfc(reading.words[place - 1].written).casefold() in _STRANGERS)


def _hit(reading: Reading, place: int, count: int, part: Part) -> Hit:
    return Hit(*reading.span(place, count), part)


def _numbers(text: str, identity: Identity) -> Iterator[Hit]:
    for proof in (identity.paper.number, identity.representation.card_number):
        number = "".join(split_folded(proof))
        short = number.removeprefix("0")  # spreadsheets drop it
        if len(short) >= _SHORTEST_NUMBER:
            yield from _spaced(text, short, Part.NUMBER, before=r"(?:0[\W_]*)?")
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


def _places(reading: Reading, identity: Identity) -> Iterator[Hit]:
    address = identity.address
    yield from (Hit(*span, Part.HAMLET) for span in hamlet_spans(reading, address))
    yield from (Hit(*span, Part.STREET) for span in street_spans(reading, address))
    workplace = split_folded(identity.workplace)
    for place in reading.sequence(workplace):
        yield _hit(reading, place, len(workplace), Part.WORKPLACE)


def _merged(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    merged: list[Hit] = []
    for hit in sorted(set(hits)):
        if merged and hit.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Hit(last.start, max(last.end, hit.end), last.part)
        else:
            merged.append(hit)
    return tuple(merged)
