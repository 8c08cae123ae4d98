"""A free text as the leak guard reads it: its words without accents, and where each stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reception.domain.text import fold

# A letter or digit with the accents that follow it, so that decomposed text is one word too.
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, ``text[start:end]``, as written and folded."""

    start: int
    end: int
    folded: str
    written: str


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """The words of a text, and where each folded word stands among them."""

    words: list[Token]
    places: dict[str, list[int]]

    def span(self, first: int, count: int) -> tuple[int, int]:
        """Return the characters from a word on, as many words as counted."""
        return self.words[first].start, self.words[first + count - 1].end

    def folded(self, place: int) -> str:
        """Return a word folded; empty before the first word."""
        return self.words[place].folded if place >= 0 else ""

    def sequence(self, wanted: Sequence[str]) -> list[int]:
        """Return where folded words stand in this order, as places among the words."""
        if not wanted:
            return []
        return [
            place
            for place in self.places.get(wanted[0], ())
            if [word.folded for word in self.words[place : place + len(wanted)]] == list(wanted)
        ]

    def introduces(self, place: int, marks: frozenset[str], named: Sequence[str]) -> bool:
        """Tell whether the word at a place is one of ``marks`` and means it.

        "bà" and "BÀ" are, "bá" is not: with accents typed, "có tiền" is no "cô Tiến". "ba"
        may be, when the words after it have no accents either, or are just ``named``.
        """
        if place < 0 or self.words[place].folded not in _folded(marks):
            return False
        said = _composed(self.words[place].written)
        if said in marks:
            return True
        if said != self.words[place].folded:
            return False
        after = self.words[place + 1 : place + 1 + len(named)]
        return all(
            word.written.isascii() or _letters(word.written) == _letters(name)
            for word, name in zip(after, named, strict=False)
        )


def tokenize(text: str) -> TokenizedText:
    """Read a text into words."""
    folded: dict[str, str] = {}  # words repeat, and folding is the slow part
    words: list[Token] = []
    places: dict[str, list[int]] = {}
    for match in _TOKEN.finditer(text):
        word = match.group()
        plain = folded.get(word)
        if plain is None:
            plain = folded[word] = fold(word)
        places.setdefault(plain, []).append(len(words))
        words.append(Token(match.start(), match.end(), plain, word))
    return TokenizedText(words, places)


def split(text: str) -> list[str]:
    """Return the words of a fact of the identity, as written."""
    return _TOKEN.findall(text)


def split_folded(text: str) -> list[str]:
    """Return the words of a fact of the identity, folded."""
    return [fold(word) for word in split(text)]


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _letters(word: str) -> list[str]:
    """Return letters and accents, wherever the tone stands: "hoà" and "hòa" are one word."""
    return sorted(unicodedata.normalize("NFD", word.casefold()))


_CACHE: dict[frozenset[str], frozenset[str]] = {}


def _folded(marks: frozenset[str]) -> frozenset[str]:
    found = _CACHE.get(marks)
    if found is None:
        found = _CACHE[marks] = frozenset(fold(mark) for mark in marks)
    return found
