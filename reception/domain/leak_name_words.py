"""The words of one name, compared with words of a text: whole, abbreviated, as initials."""

from __future__ import annotations

import re

from reception.domain.leak_spelling import surname_by_ear
from reception.domain.leak_tokens import TokenizedText

_LONGEST_ABBREVIATION = 3  # letters: "Ng."


class NameWords:
    """The words of a name, folded and with their accents; numbered from 0."""

    __slots__ = ("_is_short", "_is_unaccented", "accented", "words")

    def __init__(self, name: str) -> None:
        tokens = TokenizedText(name)
        self.words = tokens.words
        self.accented = [tokens.accented(number) for number in range(len(tokens.words))]
        self._is_short = [
            len(word) <= _LONGEST_ABBREVIATION and tokens.gap_after(number).startswith(".")
            for number, word in enumerate(self.words)
        ]
        # A name typed without any accents is compared without them.
        self._is_unaccented = self.accented == self.words

    def __repr__(self) -> str:
        """Never print a name."""
        return f"NameWords({len(self.words)} words)"

    def fits(self, tokens: TokenizedText, position: int, word: int) -> bool:
        """Tell whether a word is written with the accents of the name, or without any."""
        return (
            self._is_unaccented
            or tokens.accented(position) == self.accented[word]
            or tokens.is_unaccented(position)
        )

    def fits_run(self, tokens: TokenizedText, position: int, start: int, end: int) -> bool:
        return all(
            self.fits(tokens, position + number - start, number) for number in range(start, end)
        )

    def word_at(self, tokens: TokenizedText, position: int, before: int) -> tuple[int, bool] | None:
        """Return (number of the name's word, whether it is abbreviated) for a word of the text.

        It must be the word before ``before`` in the name, or the surname: in "Nguyễn Thị Hiền" the
        word that tells "Nguyễn Thị Thu Hiền" is missing.
        """
        for word in dict.fromkeys((before - 1, 0)):
            if self._is_word(tokens, position, word):
                return word, False
            if self._is_abbreviation(tokens, position, word):
                return word, True
        return self._initials_at(tokens, position, before)

    def _initials_at(
        self, tokens: TokenizedText, position: int, before: int
    ) -> tuple[int, bool] | None:
        """Return the same for joined initials: "NV", "ĐTH"; all of them in small letters too."""
        folded = tokens.folded(position)
        initials = "".join(part[0] for part in self.words[:before])
        if len(folded) > 1 and (folded == initials or tokens.written(position).isupper()):
            if initials.endswith(folded):
                return before - len(folded), True
            if initials.startswith(folded):
                return 0, True
        return None

    def _is_word(self, tokens: TokenizedText, position: int, word: int) -> bool:
        folded = tokens.folded(position)
        if folded == self.words[word]:
            return self.fits(tokens, position, word)
        if word == 0 and surname_by_ear(folded) == surname_by_ear(self.words[0]):
            return self._is_unaccented or surname_by_ear(tokens.accented(position)) in (
                surname_by_ear(self.accented[0]),
                surname_by_ear(self.words[0]),
            )
        return self._is_short[word] and folded.startswith(self.words[word])

    def _is_abbreviation(self, tokens: TokenizedText, position: int, word: int) -> bool:
        folded, whole = tokens.folded(position), self.words[word]
        if len(folded) > _LONGEST_ABBREVIATION or folded == whole or not whole.startswith(folded):
            return False
        if tokens.gap_after(position).startswith("."):
            return True
        return tokens.is_capitalised(position) and not re.search("[aeiou]", folded)

    def is_turned(self, tokens: TokenizedText, position: int) -> bool:
        """Tell whether the surname follows the given name: "Giang Đỗ"."""
        following = position + 1
        return (
            tokens.folded(following) == self.words[0]
            and tokens.is_named(position)
            and tokens.is_named(following)
            and not tokens.gap_before(following).strip(" ")
            and self.fits(tokens, following, 0)
        )

    def initials_after(self, tokens: TokenizedText, position: int, given: int) -> int:
        """Return how many words after the given name are the initials before it: "Thử N.V."."""
        initials = "".join(word[0] for word in self.words[:given])
        joined, number = "", position + 1
        while len(joined) < len(initials) and number < len(tokens.words):
            if not tokens.written(number).isupper() or len(tokens.folded(number)) > len(initials):
                return 0
            joined += tokens.folded(number)
            number += 1
        return number - position - 1 if joined == initials and len(joined) > 1 else 0
