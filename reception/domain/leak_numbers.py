"""Finds the reporter's own numbers, e-mail addresses and days in a text, for the leak guard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reception.domain import leak_facts
from reception.domain.folded_text import FoldedText
from reception.domain.reporter import Identity

Span = tuple[int, int]

_GAP = r"[\W_]{0,4}"
_LEADING_ZERO = re.compile(rf"[0o]{_GAP}$")
_COUNTRY_AND_ZERO = re.compile(rf"(?:\(?(?:\+|00)?{_GAP}84{_GAP})?(?:\(?0{_GAP})?$")
_NOTHING = re.compile(r"$")
_LONGEST_PREFIX = 20  # characters
_DIGITS = "0123456789"
_FEWEST_DIGITS = 4  # of a year; a longer number has as many that no letter stands for
_LETTERS_FOR = {"0": "[0o]", "1": "[1il]"}  # typed for digits, and read so by people


class NumberMatcher:
    """The numbers of one identity, searched for in folded texts.

    Patterns are made when the first text needs them: most texts of a visit have no digits.
    """

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._emails = leak_facts.emails(identity)
        self._handles = leak_facts.handles(identity)

    def __repr__(self) -> str:
        """Never print a part of an identity."""
        return "NumberMatcher(…)"

    @cached_property
    def _numbers(self) -> list[re.Pattern[str]]:
        return _whole_numbers(leak_facts.identity_numbers(self._identity))

    @cached_property
    def _phones(self) -> list[re.Pattern[str]]:
        return _whole_numbers(leak_facts.phones(self._identity))

    @cached_property
    def _plates(self) -> list[re.Pattern[str]]:
        return _whole_numbers(leak_facts.plates(self._identity))

    @cached_property
    def _last_digits(self) -> list[re.Pattern[str]]:
        return _endings(filter(None, (leak_facts.last_digits(self._identity),)))

    @cached_property
    def _last_phone_digits(self) -> list[re.Pattern[str]]:
        return _endings(leak_facts.last_phone_digits(self._identity))

    @cached_property
    def _birth(self) -> re.Pattern[str] | None:
        return leak_facts.birth_pattern(self._identity)

    @cached_property
    def _birth_year(self) -> re.Pattern[str] | None:
        return leak_facts.birth_year_pattern(self._identity)

    def number_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of identity numbers and number plates, and of the last six digits."""
        if not _holds_digits(text):
            return
        yield from _prefixed_spans(text, self._numbers, _LEADING_ZERO)
        for ending in self._last_digits:
            yield from _spans(text, ending)
        yield from _prefixed_spans(text, self._plates, _NOTHING)

    def phone_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of telephone numbers, with or without the code of the country.

        Their last six digits count too: "số có đuôi 345678".
        """
        if not _holds_digits(text):
            return
        yield from _prefixed_spans(text, self._phones, _COUNTRY_AND_ZERO)
        for ending in self._last_phone_digits:
            yield from _spans(text, ending)

    def email_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of e-mail addresses and of accounts of messengers."""
        for email in self._emails:
            if email in text.folded:
                yield from _spans(text, re.compile(rf"(?<![\w.+-]){re.escape(email)}(?![\w-])"))
        handles = [handle for handle in self._handles if handle in text.folded]
        patterns = [re.compile(rf"{re.escape(handle)}(?!\w)") for handle in handles]
        yield from _prefixed_spans(text, patterns, _NOTHING)

    def birth_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of the whole birth day."""
        if _holds_digits(text):
            yield from _spans(text, self._birth)

    def birth_year_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of the birth year with the word for it: "sinh năm 1968"."""
        if _holds_digits(text):
            yield from _spans(text, self._birth_year)


def _holds_digits(text: FoldedText) -> bool:
    """Tell whether a text has as many digits as any number has, some of them written as letters."""
    return sum(map(text.folded.count, _DIGITS)) >= _FEWEST_DIGITS


def _whole_numbers(numbers: Iterable[str]) -> list[re.Pattern[str]]:
    return [re.compile(rf"{_body(number)}(?!\d)") for number in numbers]


def _body(number: str) -> str:
    return _GAP.join(_LETTERS_FOR.get(char, re.escape(char)) for char in number)


def _endings(numbers: Iterable[str]) -> list[re.Pattern[str]]:
    """Return patterns of the last six digits, alone or after dots: "...345678", "345 678"."""
    halves = ((number[: len(number) // 2], number[len(number) // 2 :]) for number in numbers)
    return [
        re.compile(rf"(?<!\d)(?<!\d[.,/-]){first}[ .]?{second}(?![\d/]|[.,]\d)")
        for first, second in halves
    ]


def _spans(text: FoldedText, pattern: re.Pattern[str] | None) -> Iterator[Span]:
    if pattern is not None:
        for match in pattern.finditer(text.folded):
            yield text.span(*match.span())


def _prefixed_spans(
    text: FoldedText, patterns: Sequence[re.Pattern[str]], prefix: re.Pattern[str]
) -> Iterator[Span]:
    """Yield the spans of numbers with what may stand before them; a digit there means another one.

    The prefix is looked for afterwards: patterns that begin with a digit are found quickly.
    """
    for pattern in patterns:
        for match in pattern.finditer(text.folded):
            before = text.folded[max(0, match.start() - _LONGEST_PREFIX) : match.start()]
            found = prefix.search(before)
            size = len(found[0]) if found else 0
            if not before[: len(before) - size][-1:].isdigit():
                yield text.span(match.start() - size, match.end())
