"""Persons named in a free text of an identity: ways of contact, notes; for the leak guard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reception.domain.leak_titles import title_before
from reception.domain.leak_tokens import TokenizedText, accented_form
from reception.domain.name_words import SURNAMES

_SURNAMES = frozenset(map(accented_form, SURNAMES))
# A word with a capital letter after one of these is a person: "gọi cho Lan", "em gái là Lụa".
_INTRODUCTIONS = frozenset(map(accented_form, ("cho", "tên", "gặp", "gọi", "là", "hỏi", "nhờ")))
_NAME_GAP = re.compile(r"[^\S\n]+|['’ʼ`´]")
_LONGEST_NAME = 6  # words


def names_in_notes(text: str) -> Iterator[str]:
    """Yield the names in a text: after a title or an introduction, or beginning with a surname."""
    tokens = TokenizedText(text)
    position = 0
    while position < len(tokens.words):
        last = _end_of_capitals(tokens, position)
        if last is None:
            position += 1
            continue
        first = _beginning_of_name(tokens, position, last)
        if first is not None:
            start, end = tokens.span(first, last - first + 1)
            yield text[start:end]
        position = last + 1


def _end_of_capitals(tokens: TokenizedText, first: int) -> int | None:
    """Return the last word of a row of words with capital letters; None if the first has none."""
    if not tokens.is_capitalised(first):
        return None
    last = first
    while (
        last + 1 < len(tokens.words)
        and last - first + 1 < _LONGEST_NAME
        and tokens.is_capitalised(last + 1)
        and _NAME_GAP.fullmatch(tokens.gap_before(last + 1))
    ):
        last += 1
    return last


def _beginning_of_name(tokens: TokenizedText, first: int, last: int) -> int | None:
    """Return the first word of the name in a row; "Bà Lan" and "Gọi Lan" begin a sentence."""
    for position in range(first, last + 1):
        if title_before(tokens, position) is not None or (
            position > 0 and tokens.accented(position - 1) in _INTRODUCTIONS
        ):
            return position
    is_name = last > first and tokens.accented(first) in _SURNAMES
    return first if is_name else None
