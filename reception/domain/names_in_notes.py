"""Persons named in a free text of an identity: ways of contact, notes; for the leak guard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reception.domain.leak_lone_names import tells_deed
from reception.domain.leak_name_rules import is_compound, is_function_word
from reception.domain.leak_spelling import accented_form
from reception.domain.leak_titles import is_title_word, title_before
from reception.domain.leak_tokens import TokenizedText
from reception.domain.name_parts import NAME_ENDS
from reception.domain.name_words import GIVEN_NAMES, MIDDLE_NAMES, SURNAMES

_SURNAMES = frozenset(map(accented_form, SURNAMES))
_MIDDLE_NAMES = frozenset(map(accented_form, MIDDLE_NAMES))
_GIVEN_NAMES = frozenset(map(accented_form, GIVEN_NAMES))
_MARKS = frozenset(map(accented_form, ("thị", "văn", "y", "a")))
_NAME_ENDS = frozenset(map(accented_form, NAME_ENDS))
# A word with a capital letter after one of these is a person: "gọi cho Lan", "em gái là Lụa".
_INTRODUCTIONS = frozenset(map(accented_form, ("cho", "tên", "gặp", "gọi", "là", "hỏi", "nhờ")))
_NAME_GAP = re.compile(r"[^\S\n]+|'")
_LONGEST_NAME = 6  # words
_SHORTEST_ROW = 3  # words with capital letters that are a name without a title or a surname
_SHORTEST_SMALL, _LONGEST_SMALL = 3, 4  # words of a name in small letters


def names_in_notes(text: str) -> Iterator[str]:
    """Yield the names in a text: after a title or an introduction, or beginning with a surname.

    In small letters a name has at least three words, or a form of address before it.
    """
    tokens = TokenizedText(text)
    for first, size in _small_names(tokens):
        start, end = tokens.span(first, size)
        yield text[start:end]
    position = 0
    while position < len(tokens.words):
        last = _end_of_capitals(tokens, position)
        if last is None:
            position += 1
            continue
        beginning = _beginning_of_name(tokens, position, last)
        if beginning is not None:
            start, end = tokens.span(beginning, last - beginning + 1)
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
    is_row = last - first + 1 >= _SHORTEST_ROW and not any(
        is_compound(tokens, number) for number in range(first, last)
    )
    is_name = last > first and tokens.accented(first) in _SURNAMES
    return first if is_name or (is_row and not _is_place(tokens, first)) else None


def _is_place(tokens: TokenizedText, first: int) -> bool:
    """Tell whether a word of places is the first of a row or stands before it: "bản Nà Phát A"."""
    return bool({tokens.accented(n) for n in (first - 1, first) if n >= 0} & _NAME_ENDS)


def _small_names(tokens: TokenizedText) -> Iterator[tuple[int, int]]:
    """Yield (first word, number of words) of names in small letters: "giàng a thử nhờ viết hộ"."""
    position = 0
    while position < len(tokens.words):
        last = _end_of_small_name(tokens, position)
        if last is None:
            position += 1
            continue
        yield position, last - position + 1
        position = last + 1


def _end_of_small_name(tokens: TokenizedText, first: int) -> int | None:
    last = first - 1
    while last + 1 < len(tokens.words) and _continues(tokens, last + 1, is_first=last < first):
        last += 1
    size = last - first + 1
    if not 0 < size <= _LONGEST_SMALL:
        return None
    title = title_before(tokens, first)
    is_addressed = title is not None and title.before_small_letters
    is_long = size >= _SHORTEST_SMALL and _has_form_of_name(tokens, first, last)
    if is_long and _is_clause(tokens, first, last):
        return last
    is_everyday = any(is_compound(tokens, number) for number in range(first - 1, last + 1))
    is_known = (
        is_long
        and tokens.accented(first) in _SURNAMES
        and (tokens.accented(first + 1) in _MIDDLE_NAMES or tokens.accented(last) in _GIVEN_NAMES)
    )
    is_title = is_title_word(tokens, last + 1)  # "em ruột đương sự"
    return last if (is_addressed or is_known) and not (is_everyday or is_title) else None


def _has_form_of_name(tokens: TokenizedText, first: int, last: int) -> bool:
    """Tell whether words begin with a surname or have a mark of a name inside: "bríu thị nhoi"."""
    inside = {tokens.accented(number) for number in range(first + 1, last)}
    return tokens.accented(first) in _SURNAMES or bool(inside & _MARKS)


def _is_clause(tokens: TokenizedText, first: int, last: int) -> bool:
    """Tell whether words begin a clause and are followed by what a person does."""
    begins = first == 0 or bool(set(",.;:(-\n") & set(tokens.gap_before(first)))
    return begins and tells_deed(tokens, last + 1)


def _continues(tokens: TokenizedText, position: int, *, is_first: bool) -> bool:
    word = tokens.accented(position)
    return (
        tokens.written(position).islower()
        and tokens.written(position).isalpha()
        and word not in _NAME_ENDS
        and (is_first or not is_function_word(tokens, position))
        and (is_first or not tokens.gap_before(position).strip(" "))
        and (
            is_first
            or word in _MIDDLE_NAMES
            or tokens.accented(position - 1) in _MARKS
            or not is_title_word(tokens, position)
        )
    )
