"""Finds one person's name in a text: whole, in part, with a title, with initials; for the guard.

Which words of a name tell who it is: the given name always does, a surname or a middle name alone
never does. So "Văn Thử", "Đỗ Giang", "ông Thử" and "N.V. Thử" are found, "Nguyễn Văn" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reception.domain.leak_joined_names import JoinedName
from reception.domain.leak_lone_names import is_lone_person
from reception.domain.leak_name_hits import NameChain, NameHit
from reception.domain.leak_name_rules import (
    capital_follows,
    follows_surname,
    given_positions,
    is_compound,
    is_everyday,
    is_function_word,
    name_goes_on,
    rare_runs,
)
from reception.domain.leak_name_words import NameWords
from reception.domain.leak_titles import Title, title_before
from reception.domain.leak_tokens import TokenizedText

_WORD_GAP = re.compile(r"\s*[-_']?\s*")  # between the words of a name, a line end too
_INITIAL_GAP = re.compile(r"\.?\s*-?")  # after an initial
_LONG_NAME = 3  # words; fewer are found with their accents only


class PersonName:
    """The words of one person's name, folded once and searched for in many texts."""

    __slots__ = ("_given", "_joined", "_rare_runs", "_words", "words")

    def __init__(self, name: str) -> None:
        self._words = NameWords(name)
        self.words = self._words.words  # folded
        self._given = given_positions(self._words.accented)
        self._joined = JoinedName(self._words)
        self._rare_runs = rare_runs(self._words.accented, self._given)

    def __repr__(self) -> str:
        """Never print a name."""
        return f"PersonName({len(self.words)} words)"

    def hits(self, tokens: TokenizedText) -> Iterator[NameHit]:
        """Yield every place of a text where this person is named; places may overlap."""
        if len(self.words) > 1:
            yield from self._whole_names(tokens)
            yield from (NameHit(*run, is_whole=True) for run in self._joined.runs(tokens))
        for given in self._given:
            for position in tokens.positions.get(self.words[given], ()):
                if self._words.fits(tokens, position, given):
                    yield from self._hits_at_given_name(tokens, position, given)
        for start, end in self._rare_runs:
            for position in tokens.positions_of(self.words[start:end]):
                chain = NameChain(position, position + end - start - 1)
                if self._words.fits_run(tokens, position, start, end) and self._is_bare_name(
                    tokens, chain
                ):
                    yield NameHit(position, chain.size)

    def is_part_of(self, other: PersonName) -> bool:
        """Tell whether every word of this name is one of another name."""
        return all(word in other.words for word in self.words)

    def spans(self, tokens: TokenizedText) -> Iterator[tuple[int, int]]:
        """Yield (first word, last word) of the whole name in its own order, with its accents."""
        size = len(self.words)
        for position in tokens.positions_of(self.words):
            if self._words.fits_run(tokens, position, 0, size):
                yield position, position + size - 1

    def _whole_names(self, tokens: TokenizedText) -> Iterator[NameHit]:
        """Yield the name in any order of its words, whatever stands between them."""
        size, wanted = len(self.words), sorted(self.words)
        for word in set(self.words):
            for position in tokens.positions.get(word, ()):
                window = tokens.words[position : position + size]
                if sorted(window) != wanted:
                    continue
                if size >= _LONG_NAME or self._is_short_name(tokens, position):
                    yield NameHit(position, size, _address_size(tokens, position), is_whole=True)

    def _is_short_name(self, tokens: TokenizedText, position: int) -> bool:
        """Tell whether two words are the name: "Lê Hội", not "lễ hội"."""
        for number in (position, position + 1):
            word = self.words.index(tokens.folded(number))
            if not self._words.fits(tokens, number, word):
                return False
        return not is_everyday(tokens, position, position + 1)

    def _hits_at_given_name(
        self, tokens: TokenizedText, position: int, given: int
    ) -> Iterator[NameHit]:
        chain = NameChain(position, position)
        self._extend_left(tokens, chain, given)
        self._extend_right(tokens, chain, given)
        title = title_before(tokens, chain.first)
        if title is not None and self._is_titled_name(tokens, chain, title, given):
            yield NameHit(chain.first, chain.size, title.size if title.is_address else 0)
        elif chain.has_initials:
            is_clear = tokens.is_capitalised(position) or chain.has_dots
            if (is_clear or not is_compound(tokens, position)) and not self._is_another_person(
                tokens, chain
            ):
                yield NameHit(chain.first, chain.size)
        elif chain.size > 1:
            if self._is_bare_name(tokens, chain):
                yield NameHit(chain.first, chain.size)
        elif self._is_alone(tokens, position, given):
            yield NameHit(position, 1, is_whole=len(self.words) == 1)

    def _extend_left(self, tokens: TokenizedText, chain: NameChain, given: int) -> None:
        """Add the words before the given name that are words of the name, in its order."""
        word = given
        while word > 0 and chain.first > 0:
            found = self._words.word_at(tokens, chain.first - 1, word)
            if found is None:
                return
            word, is_initial = found
            gap = tokens.gap_before(chain.first)
            is_letter = is_initial or len(tokens.folded(chain.first - 1)) == 1  # "Y" of "K.Y.Hlơi"
            is_dotted = is_letter and "." in gap
            if not (_INITIAL_GAP if is_initial or is_dotted else _WORD_GAP).fullmatch(gap):
                return
            chain.first -= 1
            chain.has_initials |= is_initial or is_dotted
            chain.has_dots |= is_dotted

    def _extend_right(self, tokens: TokenizedText, chain: NameChain, given: int) -> None:
        """Add the words after a given name that stands first, or initials after the last one."""
        for word in range(given + 1, len(self.words)):
            following = chain.last + 1
            if (
                tokens.folded(following) == self.words[word]
                and self._words.fits(tokens, following, word)
                and _WORD_GAP.fullmatch(tokens.gap_before(following))
            ):
                chain.last = following
        if chain.size == 1 and given > 0 and self._words.is_turned(tokens, chain.last):
            chain.last += 1
        elif chain.size == 1 and given > 0:
            size = self._words.initials_after(tokens, chain.last, given)
            chain.last += size
            chain.has_initials |= size > 0

    def _is_titled_name(
        self, tokens: TokenizedText, chain: NameChain, title: Title, given: int
    ) -> bool:
        """Tell whether words after a title are the name: "anh Hùng", not "anh hùng"."""
        if given < len(self.words) - 1 and capital_follows(tokens, chain.last):
            return False  # a given name that stands first, and another word after it
        if chain.size > 1:
            return not self._goes_on(tokens, chain)
        if tokens.is_named(chain.first):
            return not self._goes_on(tokens, chain)
        return self._is_name_in_small_letters(tokens, chain.first, title)

    def _is_name_in_small_letters(self, tokens: TokenizedText, position: int, title: Title) -> bool:
        if tokens.case_tells(position):
            if len(tokens.folded(position)) == 1:
                return tokens.is_capitalised(position)
            if not title.before_small_letters or is_function_word(tokens, position):
                return False
        return not (is_compound(tokens, position - 1) or is_compound(tokens, position))

    def _is_bare_name(self, tokens: TokenizedText, chain: NameChain) -> bool:
        """Tell whether two or more words of the name, without a title, name the person."""
        if self._is_another_person(tokens, chain):
            return False
        has_one_letter = any(
            len(tokens.folded(number)) == 1 and not tokens.is_capitalised(number)
            for number in range(chain.first, chain.last + 1)
        )
        # Without accents "van thu" looks like "văn thư"; three words of the name are the person.
        is_long = chain.size >= _LONG_NAME and all(
            tokens.is_unaccented(number) for number in range(chain.first, chain.last + 1)
        )
        if has_one_letter and tokens.case_tells(chain.first) and not is_long:
            return False
        return is_long or not is_everyday(tokens, chain.first, chain.last)

    def _is_alone(self, tokens: TokenizedText, position: int, given: int) -> bool:
        """Tell whether one word without a title is a name, or a given name of somebody."""
        if len(self.words) == 1:
            return self._is_single_word(tokens, position)
        return is_lone_person(tokens, position, self._words.accented[given])

    def _is_single_word(self, tokens: TokenizedText, position: int) -> bool:
        """Tell whether a word is a name of one word: capitalised, with its accents."""
        is_exact = tokens.accented(position) == self._words.accented[0]
        is_clear = tokens.is_named(position) and is_exact and len(self.words[0]) > 1
        is_part = is_compound(tokens, position - 1) or is_compound(tokens, position)
        return is_clear and not is_part  # "Độc lập - Tự do - Hạnh phúc" names no lady Hạnh

    def _is_another_person(self, tokens: TokenizedText, chain: NameChain) -> bool:
        """Tell whether the words are a part of somebody else's name: "Trần Văn Thử"."""
        return follows_surname(tokens, chain.first) or self._goes_on(tokens, chain)

    def _goes_on(self, tokens: TokenizedText, chain: NameChain) -> bool:
        """Tell whether a longer name goes on, and not this one again."""
        own_beginning = tokens.folded(chain.last + 1) == self.words[0]
        return not own_beginning and name_goes_on(tokens, chain.last)


def _address_size(tokens: TokenizedText, position: int) -> int:
    title = title_before(tokens, position)
    return title.size if title is not None and title.is_address else 0
