"""Rules about words of names: which is the given name, which words belong to somebody else.

For the leak guard; words are those of a tokenized text, accents in their ``accented_form``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reception.domain.everyday_words import ACCENTED_COMPOUNDS, FUNCTION_WORDS, PLAIN_COMPOUNDS
from reception.domain.leak_spelling import accented_form, guard_fold
from reception.domain.leak_titles import is_title_word
from reception.domain.leak_tokens import TokenizedText
from reception.domain.name_words import (
    GIVEN_NAME_MARKS,
    GIVEN_NAMES,
    MIDDLE_NAMES,
    SURNAMES,
)
from reception.domain.personal_titles import FORMS_OF_ADDRESS

_SURNAMES = frozenset(map(accented_form, SURNAMES))
_LISTED = _SURNAMES | frozenset(map(accented_form, MIDDLE_NAMES))
_ANY_NAMES = _LISTED | frozenset(map(accented_form, GIVEN_NAMES))
_MARKS = frozenset(map(accented_form, GIVEN_NAME_MARKS))
_COUNTRY = (accented_form("Việt"), accented_form("Nam"))
_LONG_GIVEN_NAME = 3  # letters; a shorter one makes a word with a title
_SHORT_TITLES = tuple(guard_fold(title) for title in FORMS_OF_ADDRESS if " " not in title)
_VOWELS = frozenset("aeiouy")
_WORD_ENDS = frozenset(["ng", "nh", "ch"])
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_BLANKS = re.compile(r"[^\S\n]+")


def given_positions(accented: Sequence[str]) -> tuple[int, ...]:
    """Return the positions of the words that may be the given name: the last one, or by a mark.

    The first word is one too if it is no surname: a word of the lists, or a word before "Thị".
    """
    size = len(accented)
    if not size:
        return ()
    marked = {number + 1 for number in range(size - 1) if accented[number] in _MARKS}
    positions = {size - 1} | {number for number in marked if len(accented[number]) > 1}
    follows_rule = any(word in _LISTED for word in accented[1:-1])
    if accented[0] not in _SURNAMES and len(accented[0]) > 1 and not follows_rule:
        positions.add(0)
    return tuple(sorted(positions))


def rare_runs(accented: Sequence[str], given: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of two words in a row that stand in no list and are no given name."""
    return tuple(
        (number, number + 2)
        for number in range(len(accented) - 1)
        if not {number, number + 1} & set(given)
        and not {accented[number], accented[number + 1]} & _LISTED
    )


def joined_names(words: Sequence[str]) -> frozenset[str]:
    """Return the given name joined with initials, "thunv", a title, "ongthu", or "vanthu".

    None that is a word: "Nguyễn Hà An" gives no "nhan", which is "nhân".
    """
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return frozenset()
    initials, given = "".join(word[0] for word in words[:-1]), words[-1]
    names = set()
    if len(initials) > 1 and given[0] not in _VOWELS:
        names.add(initials + given)
    if len(initials) > 1 and not (given[-1] in _VOWELS and initials in _WORD_ENDS):
        names.add(given + initials)
    if len(given) >= _LONG_GIVEN_NAME:
        titled = (title + given for title in _SHORT_TITLES)
        names.update(name for name in titled if not _SYLLABLE.fullmatch(name))  # "mụ Ong", "Mường"
        names.update((words[0] + given, words[-2] + given))
    return frozenset(names)


def is_everyday(tokens: TokenizedText, first: int, last: int) -> bool:
    """Tell whether words in small letters are everyday words: "công an", "… đô thị | thu hồi"."""
    if tokens.accented(first) == _COUNTRY[0] and tokens.accented(last) == _COUNTRY[1]:
        return True
    if all(tokens.is_named(number) for number in range(first, last + 1)):
        return False
    return any(is_compound(tokens, number) for number in range(max(first - 1, 0), last + 1))


def is_compound(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a word and the next one are an everyday word of two syllables."""
    following = position + 1
    if position < 0 or following >= len(tokens.words):
        return False
    if (tokens.folded(position), tokens.folded(following)) not in PLAIN_COMPOUNDS:
        return False
    if tokens.gap_before(following).strip(" \u00a0"):
        return False
    if (tokens.accented(position), tokens.accented(following)) in ACCENTED_COMPOUNDS:
        return True
    return tokens.is_unaccented(position) and tokens.is_unaccented(following)


def is_function_word(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a word follows "ông" or "con" every day: "của", "có"; names too."""
    return tokens.accented(position) in FUNCTION_WORDS


def follows_surname(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a capitalised surname stands directly before a word: "Trần | Văn Thử"."""
    before = position - 1
    return (
        before >= 0
        and tokens.is_capitalised(before)
        and tokens.accented(before) in _SURNAMES
        and _BLANKS.fullmatch(tokens.gap_before(position)) is not None
    )


def name_goes_on(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a word of names follows with a capital letter: "bà Thu | Hà" is no lady Thu."""
    after = position + 1
    return (
        capital_follows(tokens, position)
        and tokens.accented(after) in _ANY_NAMES
        and not is_compound(tokens, after)
    )


def capital_follows(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a word with a capital letter follows directly."""
    after = position + 1
    return (
        after < len(tokens.words)
        and tokens.is_named(after)
        and _BLANKS.fullmatch(tokens.gap_before(after)) is not None
        and not is_title_word(tokens, after)
    )
