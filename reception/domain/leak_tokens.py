"""The words of a free text, with and without accents, and their positions; for the leak guard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from reception.domain.folded_text import FoldedText, folded_text
from reception.domain.keyboard_codes import composed, may_be_keys
from reception.domain.leak_spelling import accented_form, guard_fold, without_accents, y_as_i

_TOKEN = re.compile(r"[^\W_]+")
_FEWEST_SPELLED = 2  # single letters in a row that are no word; initials are


class TokenizedText:
    """The words of a text, folded, with the positions of each folded word among them.

    Words are numbered from 0. Nothing of it is kept after the comparison.
    """

    __slots__ = (
        "_accented",
        "_lines_with_case",
        "_spelled_words",
        "ends",
        "folded_text",
        "positions",
        "starts",
        "words",
    )

    def __init__(self, text: str) -> None:
        self.folded_text: FoldedText = folded_text(text)
        self.words: list[str] = []
        self.starts: list[int] = []  # in the folded text
        self.ends: list[int] = []
        self.positions: dict[str, list[int]] = {}
        self._spelled_words: tuple[tuple[int, int, str], ...] | None = None
        self._accented: dict[str, str] = {}
        self._lines_with_case: dict[str, bool] = {}
        for number, match in enumerate(_TOKEN.finditer(self.folded_text.folded)):
            word = match.group()
            if "y" in word:
                word = y_as_i(word)
            self.words.append(word)
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.positions.setdefault(word, []).append(number)

    def __repr__(self) -> str:
        """Never print a text."""
        return f"TokenizedText({len(self.words)} words)"

    def with_composed_keys(self, wanted: frozenset[str]) -> TokenizedText | None:
        """Return these words with keys of Telex or VNI read as the letters they mean.

        None if no such word means one of ``wanted``, which are folded. Spans are those of the text
        as written.
        """
        keys_of = {
            word: self._keys(positions[0])
            for word, positions in self.positions.items()
            if word not in wanted and may_be_keys(word)
        }
        keyed = {word for word, keys in keys_of.items() if composed(keys)}
        if not any(guard_fold(composed(keys_of[word])) in wanted for word in keyed):
            return None
        found = object.__new__(TokenizedText)
        found.folded_text, found.starts, found.ends = self.folded_text, self.starts, self.ends
        found.words, found.positions, found._spelled_words = [], {}, None
        found._accented, found._lines_with_case = dict(self._accented), self._lines_with_case
        for number, word in enumerate(self.words):
            written = self.written(number) if word in keyed else ""
            meant = composed(written)
            if meant:
                found._accented[written] = accented_form(meant)
            read = without_accents(found._accented[written]) if meant else word
            found.words.append(read)
            found.positions.setdefault(read, []).append(number)
        return found

    def _keys(self, position: int) -> str:
        """Return the keys of a word: folded, with y and i as written ("thuys" means "thuý")."""
        return self.folded_text.folded[self.starts[position] : self.ends[position]]

    @property
    def spelled_words(self) -> tuple[tuple[int, int, str], ...]:
        """Return (first word, number of words, letters) of single letters in a row: "T h ử"."""
        if self._spelled_words is None:
            self._spelled_words = tuple(self._letters_in_a_row())
        return self._spelled_words

    def _letters_in_a_row(self) -> Iterator[tuple[int, int, str]]:
        letters = [found for word, found in self.positions.items() if len(word) == 1]
        run: list[int] = []
        for position in [*sorted(chain.from_iterable(letters)), -1]:
            if run and position != run[-1] + 1:
                if len(run) > _FEWEST_SPELLED:
                    yield run[0], len(run), "".join(self.words[run[0] : run[-1] + 1])
                run = []
            run.append(position)

    def span(self, first: int, count: int) -> tuple[int, int]:
        """Return (start, end) in the text as written of ``count`` words from the word ``first``."""
        return self.folded_text.span(self.starts[first], self.ends[first + count - 1])

    def folded(self, position: int) -> str:
        """Return a word folded; empty before the first word and after the last."""
        return self.words[position] if 0 <= position < len(self.words) else ""

    def written(self, position: int) -> str:
        """Return a word as written."""
        start, end = self.span(position, 1)
        return self.folded_text.text[start:end]

    def accented(self, position: int) -> str:
        """Return a word with its accents in one form, see :func:`accented_form`."""
        written = self.written(position)
        form = self._accented.get(written)
        if form is None:
            form = self._accented[written] = accented_form(written)
        return form

    def is_unaccented(self, position: int) -> bool:
        """Tell whether a word is written without any accent."""
        return self.accented(position) == self.words[position]

    def is_capitalised(self, position: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return self.folded_text.text[self.span(position, 1)[0]].isupper()

    def case_tells(self, position: int) -> bool:
        """Tell whether case says something: the line of a word has capital and small letters."""
        line = self._line(position)
        known = self._lines_with_case.get(line)
        if known is None:
            known = self._lines_with_case[line] = line not in (line.lower(), line.upper())
        return known

    def _line(self, position: int) -> str:
        text, start = self.folded_text.text, self.span(position, 1)[0]
        end = text.find("\n", start)
        return text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else None]

    def line_has_accents(self, position: int) -> bool:
        """Tell whether any letter of a word's line is written with an accent."""
        return not self._line(position).isascii()

    def is_named(self, position: int) -> bool:
        """Tell whether a word's capital letter marks a name, in a line where case says something.

        Of two neighbours in capitals throughout, as in a heading, neither is marked.
        """
        if not self.is_capitalised(position) or not self.case_tells(position):
            return False
        return not (self._in_capitals(position) and self._in_capitals(position - 1))

    def _in_capitals(self, position: int) -> bool:
        word = self.written(position) if 0 <= position < len(self.words) else ""
        return len(word) > 1 and word.isupper()

    def gap_before(self, position: int) -> str:
        """Return what stands between a word and the one before it, without invisible characters."""
        start = self.ends[position - 1] if position > 0 else 0
        end = self.starts[position] if position < len(self.words) else None
        return self.folded_text.folded[start:end]

    def gap_after(self, position: int) -> str:
        """Return what stands between a word and the next one."""
        end = self.starts[position + 1] if position + 1 < len(self.words) else None
        return self.folded_text.folded[self.ends[position] : end]

    def positions_of(self, wanted: Sequence[str]) -> list[int]:
        """Return the positions at which folded words follow each other in this order."""
        if not wanted:
            return []
        size, sought = len(wanted), list(wanted)
        return [
            position
            for position in self.positions.get(sought[0], ())
            if self.words[position : position + size] == sought
        ]

    def is_name_prefix(self, position: int, prefixes: frozenset[str], name: Sequence[str]) -> bool:
        """Tell whether a word is one of ``prefixes``, the words that stand before a name.

        ``prefixes`` and ``name``, the words that follow, are in their :func:`accented_form`. A
        word without accents, such as "ban", is a prefix if each word after it is without accents
        too, or is spelled exactly.
        """
        if position < 0 or self.words[position] not in _folded(prefixes):
            return False
        if self.accented(position) in prefixes:
            return True
        if not self.is_unaccented(position):
            return False
        following = range(position + 1, min(position + 1 + len(name), len(self.words)))
        return all(
            self.is_unaccented(number) or self.accented(number) == part
            for number, part in zip(following, name, strict=False)
        )


def split_words(text: str) -> list[str]:
    """Return the words of a text, as written."""
    tokens = TokenizedText(text)
    return [tokens.written(position) for position in range(len(tokens.words))]


def split_folded_words(text: str) -> list[str]:
    """Return the words of a text, in the form of :func:`guard_fold`."""
    return TokenizedText(text).words


_CACHE: dict[frozenset[str], frozenset[str]] = {}


def _folded(prefixes: frozenset[str]) -> frozenset[str]:
    folded_prefixes = _CACHE.get(prefixes)
    if folded_prefixes is None:
        plain = frozenset(without_accents(prefix) for prefix in prefixes)
        folded_prefixes = _CACHE[prefixes] = plain
    return folded_prefixes
