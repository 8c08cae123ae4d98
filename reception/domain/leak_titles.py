"""Finds a title before a word of a text ("ông", "đồng chí", "Ô.", "đ/c"), for the leak guard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reception.domain.leak_spelling import accented_form, without_accents
from reception.domain.leak_tokens import TokenizedText
from reception.domain.name_words import SURNAMES
from reception.domain.personal_titles import (
    BIRTH_ORDER,
    FORMS_OF_ADDRESS,
    ONLY_WITH_ACCENTS,
    RELATIONS,
    TITLE_ABBREVIATIONS,
)

# Between a title and a name: "ông Thử", "bà: Mẫu", "(ông) Thử", one line end; no end of a sentence.
_GAP = re.compile(r"[^\S\n]*[:.()\[\]\"'“”/-]?[^\S\n]*\n?[^\S\n]*[\"'“(\[]?")
_GAP_OF_ABBREVIATION = re.compile(r"\s*\.\s*")


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name; ``size`` is the number of its words.

    After a form of address in full a name may be in small letters ("ông thử"); a relation ("hộ",
    "con") or an abbreviation is a title only before a capital letter. A form of address, in full
    or abbreviated, belongs to the name that it stands before.
    """

    size: int
    before_small_letters: bool
    is_address: bool


def _by_last_word(
    phrases: Iterable[str], *, is_address: bool
) -> Iterable[tuple[str, tuple[tuple[str, ...], bool, bool]]]:
    for phrase in phrases:
        accented = tuple(accented_form(word) for word in phrase.split())
        has_plain_form = phrase not in ONLY_WITH_ACCENTS
        yield without_accents(accented[-1]), (accented, is_address, has_plain_form)


def _index() -> dict[str, list[tuple[tuple[str, ...], bool, bool]]]:
    index: dict[str, list[tuple[tuple[str, ...], bool, bool]]] = {}
    for phrases, is_address in ((FORMS_OF_ADDRESS, True), (RELATIONS, False)):
        for last, entry in _by_last_word(phrases, is_address=is_address):
            index.setdefault(last, []).append(entry)
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), not entry[1]))
    return index


_TITLES_BY_LAST_WORD = _index()
_EVERYDAY_WITHOUT_ACCENTS = frozenset(["chi"])  # to spend; "chị" is the title
_BIRTH_ORDER = frozenset(map(accented_form, BIRTH_ORDER))
_SURNAMES = frozenset(map(accented_form, SURNAMES))
_ABBREVIATIONS = frozenset(
    tuple(accented_form(part) for part in short.split("/")) for short in TITLE_ABBREVIATIONS
)
_UNDOTTED = frozenset(short for short in _ABBREVIATIONS if len("".join(short)) > 1) | {
    (accented_form("ô"),)
}


def title_before(tokens: TokenizedText, position: int) -> Title | None:
    """Return the longest title that ends before the word at ``position``; None if there is none.

    Accents count: "có" is not "cô". A title without any accents counts too ("ong", "dong chi").
    """
    if position <= 0:
        return None
    if tokens.accented(position - 1) in _BIRTH_ORDER and not tokens.gap_before(position).strip():
        title = _title_at(tokens, position - 1)
        if title is not None and title.before_small_letters:
            return Title(title.size + 1, before_small_letters=False, is_address=True)
    return _title_at(tokens, position)


def _title_at(tokens: TokenizedText, position: int) -> Title | None:
    gap = tokens.gap_before(position)
    if _GAP.fullmatch(gap) and "." not in gap:
        for accented, is_address, has_plain_form in _TITLES_BY_LAST_WORD.get(
            tokens.folded(position - 1), ()
        ):
            if (
                _matches(tokens, position, accented, has_plain_form=has_plain_form)
                and not _is_word_of_name(tokens, position - len(accented))
                and _is_meant(tokens, position)
            ):
                return Title(len(accented), is_address, is_address)
    return _abbreviation_before(tokens, position, gap)


def is_title_word(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a word alone is the last word of a title."""
    entries = _TITLES_BY_LAST_WORD.get(tokens.folded(position), ())
    return any(tokens.accented(position) == accented[-1] for accented, _, _ in entries)


def _matches(
    tokens: TokenizedText, position: int, accented: tuple[str, ...], *, has_plain_form: bool
) -> bool:
    first = position - len(accented)
    if first < 0:
        return False
    for number, word in enumerate(accented, start=first):
        is_same = tokens.accented(number) == word or (
            has_plain_form
            and tokens.is_unaccented(number)
            and tokens.folded(number) == without_accents(word)
        )
        if not is_same or (number > first and tokens.gap_before(number).strip()):
            return False
    return True


def _is_word_of_name(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a word with a capital letter belongs to a name before it: "Lò Me Thúy"."""
    before = position - 1
    return (
        before >= 0
        and tokens.is_named(position)
        and tokens.is_capitalised(before)
        and tokens.accented(before) in _SURNAMES
        and not tokens.gap_before(position).strip(" ")
        and not is_title_word(tokens, before)
    )


def _is_meant(tokens: TokenizedText, position: int) -> bool:
    """Tell whether the word before is a title: "chi sai" is none in a line with accents."""
    return (
        tokens.accented(position - 1) not in _EVERYDAY_WITHOUT_ACCENTS
        or not tokens.is_unaccented(position)
        or tokens.is_named(position)
        or not tokens.line_has_accents(position)
    )


def _abbreviation_before(tokens: TokenizedText, position: int, gap: str) -> Title | None:
    for size in (2, 1):
        if position < size:
            continue
        first = position - size
        short = tuple(tokens.accented(number) for number in range(first, position))
        if short not in _ABBREVIATIONS or (size > 1 and tokens.gap_before(position - 1) != "/"):
            continue
        has_dot = _GAP_OF_ABBREVIATION.fullmatch(gap) is not None
        if has_dot or (short in _UNDOTTED and not gap.strip()):
            return Title(size, before_small_letters=False, is_address=True)
    return None
