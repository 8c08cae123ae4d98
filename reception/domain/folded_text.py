"""A text in the form in which texts are compared, with the positions of the text as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.domain.text import fold_with_positions

# What is typed or pasted for the apostrophe of "H'Bia"; some of them count as letters.
_APOSTROPHES = "’‘‛ʼʻʽʹʾʿˈ′‵`´＇՚ꞌ"
APOSTROPHES = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))


@dataclass(frozen=True, slots=True, repr=False)
class FoldedText:
    """``folded[i]`` comes from ``text[positions[i]]``; accents and invisible characters are gone.

    Kept in memory for the time of one comparison only.
    """

    text: str
    folded: str
    positions: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return (start, end) in the text as written of ``folded[start:end]``, which is not empty.

        Accents and invisible characters that follow the last letter belong to it.
        """
        is_last = end == len(self.folded)
        return self.positions[start], len(self.text) if is_last else self.positions[end]


def folded_text(text: str) -> FoldedText:
    """Return a text folded character by character; every sign of an apostrophe is one sign."""
    folded, positions = fold_with_positions(text)
    return FoldedText(text, folded.translate(APOSTROPHES), positions)
