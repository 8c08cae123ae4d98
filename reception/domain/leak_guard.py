"""The leak guard: finds an identity in free texts, whatever the accents, case or word order.

Positions are those in the original text, so that a window can underline and replace each hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.leak_addresses import AddressMatcher
from reception.domain.leak_tokens import TokenizedText, split_folded_words, split_words, tokenize
from reception.domain.reporter import Identity
from reception.domain.text import nfc

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
_TITLES_ONLY_ACCENTED = frozenset(["tên", "thầy"])  # without accents, everyday words
_NON_WORD_CHARACTERS = re.compile(r"[\W_]+")
_SHORTEST_NUMBER = 6
_SHORTEST_WORD = 3


class LeakedPart(StrEnum):
    """Which part of an identity was found; the value names no one."""

    NAME = "name"
    NUMBER = "number"
    PHONE = "phone"
    HAMLET = "hamlet"
    STREET = "street"
    WORKPLACE = "workplace"
    RELATED = "related"
    COMMUNE = "commune"


# Parts that other people may have too; a number, a home or a workplace identifies one person.
_SHAREABLE_PARTS = (LeakedPart.NAME, LeakedPart.RELATED, LeakedPart.COMMUNE)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A span of a text, ``text[start:end]``, that shows a part of the identity."""

    start: int
    end: int
    part: LeakedPart


def only_names(hits: Sequence[Hit]) -> bool:
    """Tell whether all hits are names or communes, which other people may have too."""
    return all(hit.part in _SHAREABLE_PARTS for hit in hits)


@dataclass(frozen=True, slots=True, repr=False)
class _Name:
    """A person's name: its words as written, and the same words folded."""

    part: LeakedPart
    written: list[str]
    folded: list[str]


class LeakGuard:
    """The parts of one identity, folded once and searched for in many texts."""

    def __init__(self, identity: Identity) -> None:
        related = (identity.representation.principal, *identity.companions)
        names = [
            (LeakedPart.NAME, identity.name),
            *((LeakedPart.RELATED, name) for name in related),
        ]
        self._names = [
            _Name(part, split_words(name), split_folded_words(name)) for part, name in names
        ]
        self._numbers = tuple(_numbers(identity))
        self._address = AddressMatcher(identity.address)
        self._workplace = split_folded_words(identity.workplace)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return every span of ``text`` that shows the identity, in order, without overlaps.

        The commune alone is no hit: it counts only beside another one in the same text.
        """
        if not text:
            return ()
        tokens = tokenize(text)
        hits = [hit for name in self._names for hit in _person_hits(tokens, name)]
        hits += [hit for number in self._numbers for hit in _number_hits(text, *number)]
        hits += [Hit(*span, LeakedPart.HAMLET) for span in self._address.hamlet_spans(tokens)]
        hits += [Hit(*span, LeakedPart.STREET) for span in self._address.street_spans(tokens)]
        for position in tokens.positions_of(self._workplace):
            hits.append(_hit(tokens, position, len(self._workplace), LeakedPart.WORKPLACE))
        if hits:
            hits += [Hit(*span, LeakedPart.COMMUNE) for span in self._address.commune_spans(tokens)]
        return _merged(hits)


def find_leaks(text: str, identity: Identity) -> tuple[Hit, ...]:
    """Return every span of one text that shows the identity; see :class:`LeakGuard`."""
    return LeakGuard(identity).find(text) if text else ()


def replace_hits(text: str, hits: Sequence[Hit], replacement: str) -> str:
    """Return the text with every hit replaced, e.g. by ``[người tố cáo]``."""
    pieces: list[str] = []
    end = 0
    for hit in sorted(hits):
        pieces += [text[end : hit.start], replacement]
        end = hit.end
    return "".join([*pieces, text[end:]])


def _person_hits(tokens: TokenizedText, name: _Name) -> Iterator[Hit]:
    if not name.folded:
        return
    yield from _hits_in_any_order(tokens, name)
    yield from _hits_without_blanks(tokens, name)
    for start in range(len(name.folded)):
        tail = name.folded[start:]
        for position in tokens.positions_of(tail):
            titles = _title_word_count(tokens, position, name.written[start:])
            if titles:
                yield _hit(tokens, position - titles, len(tail) + titles, name.part)


def _hits_in_any_order(tokens: TokenizedText, name: _Name) -> Iterator[Hit]:
    size = len(name.folded)
    if size == 1 and len(name.folded[0]) < _SHORTEST_WORD:
        return
    wanted = sorted(name.folded)
    for word in set(name.folded):
        for position in tokens.positions.get(word, ()):
            window = tokens.words[position : position + size]
            if sorted(token.folded for token in window) == wanted:
                titles = _title_word_count(tokens, position, name.written)
                yield _hit(tokens, position - titles, size + titles, name.part)


def _hits_without_blanks(tokens: TokenizedText, name: _Name) -> Iterator[Hit]:
    """Find the name without its blanks, as in an e-mail address: "lovanb"."""
    joined = "".join(name.folded)
    if len(name.folded) == 1 or len(joined) < _SHORTEST_NUMBER:
        return
    for folded, positions in tokens.positions.items():
        if joined in folded:
            yield from (_hit(tokens, position, 1, name.part) for position in positions)


def _title_word_count(tokens: TokenizedText, position: int, named: Sequence[str]) -> int:
    """Return how many words of a title precede a word: 1 for "ông" or "bà", 2 for "đồng chí"."""
    if tokens.folded(position - 1) == "chi" and tokens.folded(position - 2) == "dong":
        return 2
    if tokens.is_name_prefix(position - 1, _TITLES, named):
        return 1
    return int(
        position > 0 and nfc(tokens.words[position - 1].written).casefold() in _TITLES_ONLY_ACCENTED
    )


def _hit(tokens: TokenizedText, position: int, count: int, part: LeakedPart) -> Hit:
    return Hit(*tokens.span(position, count), part)


def _numbers(identity: Identity) -> Iterator[tuple[str, LeakedPart, str]]:
    """Yield for each number its digits and letters, its part, and a pattern for a prefix.

    A prefix is a leading 0 or the country code +84.
    """
    for proof in (identity.paper.number, identity.representation.card_number):
        number = "".join(split_folded_words(proof))
        short = number.removeprefix("0")  # spreadsheets drop a leading 0
        if len(short) >= _SHORTEST_NUMBER:
            yield short, LeakedPart.NUMBER, r"(?:0[\W_]*)?"
    phone = "".join(re.findall(r"\d", identity.phone))
    local = phone.removeprefix("84") if len(phone) > _SHORTEST_NUMBER else phone
    local = local.removeprefix("0")
    if len(local) >= _SHORTEST_NUMBER:
        yield local, LeakedPart.PHONE, r"(?:(?:\+|00)?84[\W_]*)?(?:0[\W_]*)?"


def _number_hits(text: str, digits: str, part: LeakedPart, prefix: str) -> Iterator[Hit]:
    if digits.casefold() not in _NON_WORD_CHARACTERS.sub("", text).casefold():
        return  # the usual case, without building a pattern
    body = r"[\W_]*".join(re.escape(char) for char in digits)
    for match in re.finditer(rf"(?<!\d){prefix}{body}(?!\d)", text, re.IGNORECASE):
        yield Hit(match.start(), match.end(), part)


def _merged(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    merged: list[Hit] = []
    for hit in sorted(set(hits)):
        if merged and hit.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Hit(last.start, max(last.end, hit.end), last.part)
        else:
            merged.append(hit)
    return tuple(merged)
