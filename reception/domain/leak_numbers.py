"""Finds the reporter's own numbers, e-mail addresses and days in a text, for the leak guard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reception.domain import leak_facts
from reception.domain.folded_text import FoldedText
from reception.domain.reporter import Identity

Span = tuple[int, int]

_GAP = r"[\W_]{0,4}"
_LEADING_ZERO = re.compile(rf"[0o]{_GAP}$")
_COUNTRY_AND_ZERO = re.compile(rf"(?:\(?(?:\+|00)?{_GAP}84{_GAP})?(?:\(?0{_GAP})?$")
_NOTHING = re.compile(r"$")
_LONGEST_PREFIX = 20  # characters
_LETTERS_FOR = {"0": "[0o]", "1": "[1il]"}  # typed for digits, and read so by people


class NumberMatcher:
    """The numbers of one identity as patterns for folded texts."""

    def __init__(self, identity: Identity) -> None:
        self._numbers = [
            re.compile(rf"{_body(number)}(?!\d)")
            for number in leak_facts.identity_numbers(identity)
        ]
        self._phones = [
            re.compile(rf"{_body(phone)}(?!\d)") for phone in leak_facts.phones(identity)
        ]
        self._last_digits = _endings(filter(None, (leak_facts.last_digits(identity),)))
        self._last_phone_digits = _endings(leak_facts.last_phone_digits(identity))
        self._emails = [
            re.compile(rf"(?<![\w.+-]){re.escape(email)}(?![\w-])")
            for email in leak_facts.emails(identity)
        ]
        self._handles = [
            re.compile(rf"{re.escape(handle)}(?!\w)") for handle in leak_facts.handles(identity)
        ]
        self._plates = [
            re.compile(rf"{_body(plate)}(?!\d)") for plate in leak_facts.plates(identity)
        ]
        self._birth = leak_facts.birth_pattern(identity)
        self._birth_year = leak_facts.birth_year_pattern(identity)

    def number_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of identity numbers and number plates, and of the last six digits."""
        yield from _prefixed_spans(text, self._numbers, _LEADING_ZERO)
        for ending in self._last_digits:
            yield from _spans(text, ending)
        yield from _prefixed_spans(text, self._plates, _NOTHING)

    def phone_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of telephone numbers, with or without the code of the country.

        Their last six digits count too: "số có đuôi 345678".
        """
        yield from _prefixed_spans(text, self._phones, _COUNTRY_AND_ZERO)
        for ending in self._last_phone_digits:
            yield from _spans(text, ending)

    def email_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of e-mail addresses and of accounts of messengers."""
        for email in self._emails:
            yield from _spans(text, email)
        yield from _prefixed_spans(text, self._handles, _NOTHING)

    def birth_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of the whole birth day."""
        yield from _spans(text, self._birth)

    def birth_year_spans(self, text: FoldedText) -> Iterator[Span]:
        """Yield the spans of the birth year with the word for it: "sinh năm 1968"."""
        yield from _spans(text, self._birth_year)


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
