"""The words of a free text, with and without accents, and their positions; for the leak guard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reception.domain.text import fold

# A letter or digit with the accents that follow it, so that decomposed text is one word too.
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """One word, ``text[start:end]``, as written and folded."""

    start: int
    end: int
    folded: str
    written: str


@dataclass(frozen=True, slots=True, repr=False)
class TokenizedText:
    """The words of a text, and the positions of each folded word among them."""

    words: list[Token]
    positions: dict[str, list[int]]

    def span(self, first: int, count: int) -> tuple[int, int]:
        """Return (start, end) in characters of ``count`` words from the word ``first``."""
        return self.words[first].start, self.words[first + count - 1].end

    def folded(self, position: int) -> str:
        """Return a word folded; empty before the first word."""
        return self.words[position].folded if position >= 0 else ""

    def positions_of(self, wanted: Sequence[str]) -> list[int]:
        """Return the positions at which folded words follow each other in this order."""
        if not wanted:
            return []
        return [
            position
            for position in self.positions.get(wanted[0], ())
            if [word.folded for word in self.words[position : position + len(wanted)]]
            == list(wanted)
        ]

    def is_name_prefix(self, position: int, prefixes: frozenset[str], name: Sequence[str]) -> bool:
        """Tell whether a word is one of ``prefixes``, the words that stand before a name.

        ``name`` are the words of the name that follows. Accents are compared: "bá" is not "bà",
        and "có tiền" is not "cô Tiến". A word without accents, such as "ba", is a prefix if each
        word after it is without accents too, or is spelled exactly as in ``name``.
        """
        if position < 0 or self.words[position].folded not in _folded(prefixes):
            return False
        composed = _composed(self.words[position].written)
        if composed in prefixes:
            return True
        if composed != self.words[position].folded:
            return False
        following_words = self.words[position + 1 : position + 1 + len(name)]
        return all(
            word.written.isascii() or _letters(word.written) == _letters(part)
            for word, part in zip(following_words, name, strict=False)
        )


def tokenize(text: str) -> TokenizedText:
    """Return the words of a text with their positions."""
    folded: dict[str, str] = {}  # word -> folded word; folding is slow, and words are repeated
    words: list[Token] = []
    positions: dict[str, list[int]] = {}
    for match in _TOKEN.finditer(text):
        word = match.group()
        plain = folded.get(word)
        if plain is None:
            plain = folded[word] = fold(word)
        positions.setdefault(plain, []).append(len(words))
        words.append(Token(match.start(), match.end(), plain, word))
    return TokenizedText(words, positions)


def split_words(text: str) -> list[str]:
    """Return the words of a text, as written."""
    return _TOKEN.findall(text)


def split_folded_words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return [fold(word) for word in split_words(text)]


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _letters(word: str) -> list[str]:
    """Return letters and accents sorted, so that "hoà" and "hòa" are the same word."""
    return sorted(unicodedata.normalize("NFD", word.casefold()))


_CACHE: dict[frozenset[str], frozenset[str]] = {}


def _folded(prefixes: frozenset[str]) -> frozenset[str]:
    folded_prefixes = _CACHE.get(prefixes)
    if folded_prefixes is None:
        folded_prefixes = _CACHE[prefixes] = frozenset(fold(prefix) for prefix in prefixes)
    return folded_prefixes
