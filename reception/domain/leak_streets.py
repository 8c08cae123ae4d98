"""Finds a street address in a free text, also where words of it are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reception.domain.leak_spelling import accented_form, guard_fold, without_accents
from reception.domain.leak_tokens import TokenizedText, split_words

Span = tuple[int, int]


def _accented(text: str) -> frozenset[str]:
    return frozenset(map(accented_form, text.split()))


_STREETS = _accented("đường phố")
_LANES = _accented("ngõ ngách hẻm kiệt")
_KINDS = _STREETS | _LANES
_KIND_OF = {without_accents(kind): kind for kind in _KINDS}
_HOUSE_WORDS = frozenset(["so", "nha", "sn"])
_SHORT_KINDS = frozenset(["d", "dg"])  # "đ. Trần Phú"
_WORDS_BEFORE = _HOUSE_WORDS | _SHORT_KINDS
_QUARTERS = frozenset(["khu", "to", "tdp"])  # they may stand in the field of the street
_GAP = re.compile(r"\s*[,./-]?\s*")  # between the parts of an address
_PARTS = re.compile(r"[,;]")
_LONGEST_BEFORE = 10  # words before the name of a street


class StreetMatcher:
    """The house, lanes and street of one address, searched for in many texts."""

    def __init__(self, street: str) -> None:
        house, name = _house_and_street(street)
        self._numbers = frozenset(_number(word) for word in house)
        self._house = [guard_fold(word) for word in house]
        self._folded_name = [guard_fold(word) for word in name]
        self._name = [accented_form(word) for word in name]

    def __repr__(self) -> str:
        """Never print an address."""
        return "StreetMatcher(…)"

    def spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of house or street: "số nhà 7", "đường Hoa Ban", "7 ngõ 5 Hoa Ban"."""
        for position in text.positions_of(self._folded_name):
            before = self._words_before(text, position)
            if before:
                yield text.span(position - before, before + len(self._name))
        for position in text.positions_of(self._house):
            if {text.folded(position - 1), text.folded(position - 2)} == {"so", "nha"}:
                yield text.span(position - 2, len(self._house) + 2)

    def _words_before(self, text: TokenizedText, position: int) -> int:
        """Return how many words before the name belong to this address, 0 if none tells it."""
        told = int(self._follows_kind(text, position))
        for number in range(position - 1, max(position - 1 - _LONGEST_BEFORE, -1), -1):
            if not _GAP.fullmatch(text.gap_before(number + 1)):
                break
            word = text.folded(number)
            if _number(word) in self._numbers:
                told = position - number
            elif word in _WORDS_BEFORE or text.is_name_prefix(number, _KINDS, ()):
                told += told == position - number - 1 > 0
            else:
                break
        return told

    def _follows_kind(self, text: TokenizedText, position: int) -> bool:
        is_short = text.folded(position - 1) in _SHORT_KINDS and text.gap_before(
            position
        ).startswith(".")
        return is_short or text.is_name_prefix(position - 1, _KINDS, self._name)


def _house_and_street(street: str) -> tuple[list[str], list[str]]:
    """Return (words of the house and lane numbers, words of the street's name).

    The name is what follows "đường" or "phố": "30 tháng 4" has numbers too.
    """
    house: list[str] = []
    for part in _PARTS.split(street):
        words = split_words(part)
        if words and guard_fold(words[0]) in _QUARTERS:
            continue
        first = _first_of_name(words)
        house += [word for word in words[:first] if _has_digit(word)]
        if first < len(words):
            return house, words[first:]
    return house, []


def _first_of_name(words: list[str]) -> int:
    """Return the position of the first word of a street's name in a part of an address."""
    for number, (word, following) in enumerate(pairwise(words)):
        is_street = _is_kind(word) and _KIND_OF[guard_fold(word)] in _STREETS
        if is_street and not (_has_digit(following) and number + 2 == len(words)):
            return number + 1
    for number, word in enumerate(words):
        if not (_has_digit(word) or guard_fold(word) in _HOUSE_WORDS or _is_kind(word)):
            return number
    return len(words)


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _number(word: str) -> str:
    return guard_fold(word).lstrip("0")


def _is_kind(word: str) -> bool:
    """Tell whether a word is the kind of a street: "ngõ", not the surname "Ngô"."""
    kind = _KIND_OF.get(guard_fold(word))
    return kind is not None and accented_form(word) in (kind, guard_fold(word))
