"""Finds a name that is written as one word or letter by letter: "lovanb", "N g u y ễ n"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reception.domain.leak_name_rules import joined_names
from reception.domain.leak_name_words import NameWords
from reception.domain.leak_spelling import accented_form
from reception.domain.leak_tokens import TokenizedText

Run = tuple[int, int]  # number of the first word in the text, and how many words

_SHORTEST_JOINED = 6  # letters of a name without blanks
_SHORTEST_WHOLE = 4  # letters of the whole name, told by the capital letter inside
_SHORTEST_SPELLED = 3  # letters of a given name


class JoinedName:
    """One person's name without the blanks between its words, searched for in many texts."""

    __slots__ = ("_given", "_given_letters", "_joined", "_short_forms")

    def __init__(self, name: NameWords) -> None:
        self._joined = "".join(name.words)
        self._short_forms = joined_names(name.words)
        self._given = name.accented[-1] if name.accented else ""
        self._given_letters = len(name.words[-1]) if name.words else 0

    def __repr__(self) -> str:
        """Never print a name."""
        return f"JoinedName({len(self._joined)} letters)"

    def runs(self, tokens: TokenizedText) -> Iterator[Run]:
        """Yield words that hold the name without its blanks, as in an e-mail address.

        Also the given name with all initials, as people call their mailboxes: "thunv68".
        """
        joined = self._joined
        for folded, positions in tokens.positions.items():
            is_long = len(joined) >= _SHORTEST_JOINED
            is_whole = len(joined) >= _SHORTEST_WHOLE and folded == joined
            if (
                (is_whole and _has_inner_capital(tokens.written(positions[0])))
                or (is_long and joined in folded)
                or folded.rstrip("0123456789") in self._short_forms
            ):  # "LòƠn"
                yield from ((position, 1) for position in positions)
            elif is_long and joined.startswith(folded) and len(folded) > 1:
                yield from self._parts(tokens, positions)
        yield from self._spelled(tokens)

    def _parts(self, tokens: TokenizedText, positions: Sequence[int]) -> Iterator[Run]:
        """Yield the name where only an apostrophe divides it: "LơMuK'Bés"."""
        joined = self._joined
        for position in positions:
            text, last = tokens.folded(position), position
            while len(text) < len(joined) and tokens.gap_before(last + 1) == "'":
                last += 1
                text += tokens.folded(last)
            if text == joined and last > position:
                yield position, last - position + 1

    def _spelled(self, tokens: TokenizedText) -> Iterator[Run]:
        """Yield the whole name or the given name, written letter by letter."""
        joined = _as_spelled(self._joined)
        for first, count, letters in tokens.spelled_words:
            found = letters.find(joined) if len(joined) >= _SHORTEST_JOINED else -1
            if found >= 0:
                yield first + found, len(joined)
            elif count >= _SHORTEST_SPELLED:
                last = range(first + max(count - self._given_letters, 0), first + count)
                if accented_form("".join(map(tokens.written, last))) == self._given:
                    yield first, count


def _has_inner_capital(word: str) -> bool:
    return not word.isupper() and any(map(str.isupper, word[1:]))


def _as_spelled(letters: str) -> str:
    """Return letters as single ones are folded: each y is an i there."""
    return letters.replace("y", "i")
