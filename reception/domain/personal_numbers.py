"""What is shaped like a number of one person, in any text: identity numbers, mobile phones, cards.

The one set of patterns for the desk, texts written later and the import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from reception.domain.folded_text import FoldedText, folded_text

# Codes of the provinces at birth (NĐ 137/2015): the first three digits of a personal number.
_PROVINCE_CODES = frozenset(
    """
    001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036
    037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075
    077 079 080 082 083 084 086 087 089 091 092 093 094 095 096
    """.split()  # noqa: SIM905 - a table of facts
)
_LAST_CENTURY = 3  # fourth digit: 0 and 1 born before 2000, 2 and 3 from 2000
_LAST_YEAR_OF_2000S = 40
_IDENTITY_DIGITS = 12
_OLD_CARD_DIGITS = 9
_LONGEST_TAX_WORD = 15  # characters
_FEWEST_DIGITS = 7  # of a passport
_PAPER_WORDS = (
    "cmnd",
    "cmt",
    "chung minh",
    "cccd",
    "can cuoc",
    "dinh danh",
    "ho chieu",
    "passport",
)
_GAP = r"[\s.\-–_·|¦~+*•=]{0,2}"  # between the digits of an identity number
_PHONE_GAP = r"[\s.\-–_·/()|¦~+*•=…]{0,4}"
_IDENTITY_NUMBER = re.compile(rf"(?<!\d)0(?:{_GAP}\d){{11}}(?!\d)")
_AFTER_PAPER_WORD = re.compile(
    r"\b(?:cmnd|cmtnd|cmt|scmnd|chung minh(?: thu)?(?: nhan dan)?|cccd|can cuoc(?: cong dan)?"
    rf"|(?:so )?dinh danh(?: ca nhan)?|ho chieu|passport)\b[^\d\n|]{{0,25}}?"
    rf"(?P<number>(?<![\da-z])[a-z]?\d(?:{_GAP}\d){{6,11}})(?!\d)"
)
# Beginnings of mobile numbers after the 0; with eleven digits those used until 2018. Without them
# tax numbers ("mã số thuế 0316012345") would be phones.
_MOBILE_BEGINNINGS = (
    rf"(?:3{_PHONE_GAP}[2-9]|5{_PHONE_GAP}[25689]|7{_PHONE_GAP}[06-9]|8{_PHONE_GAP}[1-9]"
    rf"|9{_PHONE_GAP}\d|1{_PHONE_GAP}[268]{_PHONE_GAP}\d|1{_PHONE_GAP}9{_PHONE_GAP}9)"
)
_MOBILE = re.compile(
    rf"(?<!\d)(?:\(?(?:\+|00)?{_PHONE_GAP}84{_PHONE_GAP}(?:0{_PHONE_GAP})?|\(?0{_PHONE_GAP})"
    rf"{_MOBILE_BEGINNINGS}(?:{_PHONE_GAP}\d){{7}}(?!\d)"
)
# Joined by signs that also stand between amounts, times and items of a list: in threes or more.
_LISTED = re.compile(
    r"(?<!\d)(?<!\d[,;:])(?:\+?84[\s.]?\d{2,3}|0\d{2,3})(?:\s?[,;:]{1,2}\s?\d{3,4}){2,3}"
    r"(?!\d|\s?[,;:]\s?\d)"
)
_TAX_WORD = re.compile(r"(?:ma so thue|mst)\W{0,3}$")
_DIGITS = re.compile(rf"(?:\+|\()?\d(?:{_PHONE_GAP}\d){{8,}}")  # the only places of long numbers
_CARD_LINE = re.compile(r"(?<!\d)\d{9,12}\s*[|¦](?:[^|¦\n]*[|¦]){2,}[^|¦\n]*")
_DATE = re.compile(
    r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d(?!\d)"
)
_FULL_DATE = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d)")
_DIGIT_WORDS = "khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin"
_SPELLED = re.compile(rf"\b(?:{_DIGIT_WORDS})(?:[\s,.\-]+(?:{_DIGIT_WORDS})){{8,}}\b")
_FIRST_DIGIT_WORDS = re.compile(rf"(?:{_DIGIT_WORDS})[\s,.\-]+(?:{_DIGIT_WORDS})[\s,.\-]")
# A number that could be the reporter's own, also of a fixed telephone, where none is at hand.
_DOUBTFUL = re.compile(r"(?<![\d.,/-])(?:\+?84|0)(?:[ .]?\d){8,11}(?![\d/])")
# An old card has nine digits, as amounts of money may: it counts when nothing else is in the text.
_ONLY_A_NUMBER = re.compile(r"[^\d\n]{0,20}\d(?:[ .]?\d){7,11}\W*")
# Letters typed for digits, and read so by people: "O9l2 345 678".
_LETTERS_AMONG_DIGITS = re.compile(r"\b(?=[oilsbz]*\d)[\doilsbz]*[oilsbz][\doilsbz]*\b")
_LETTERS = str.maketrans("oilsbz", "011582")


class NumberKind(Enum):
    """What a number is shaped like."""

    CARD = "card"  # the line that a scanner types for an identity card's code
    IDENTITY = "identity"
    MOBILE = "mobile"


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A span ``text[start:end]`` that is shaped like a personal number."""

    start: int
    end: int
    kind: NumberKind


def personal_numbers(text: str) -> tuple[NumberSpan, ...]:
    """Return every span of a text that is shaped like a personal number, in order, none in another.

    Identity numbers: 12 digits with the code of a province, century and year as possible; 9 or 12
    digits, or those of a passport, after a word such as CMND. Mobile phones in all their writings,
    also spelled out. Lines of a card.
    """
    spans: list[NumberSpan] = []
    for span in sorted(numbers_in(folded_text(text)), key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return tuple(spans)


def numbers_in(folded: FoldedText) -> Iterator[NumberSpan]:
    """Yield such spans of a text that is folded already, in any order; they may overlap."""
    for start, end, kind in _spans(folded.folded):
        yield NumberSpan(*folded.span(start, end), kind)


def _spans(text: str) -> Iterator[tuple[int, int, NumberKind]]:
    if _FIRST_DIGIT_WORDS.search(text):
        for match in _SPELLED.finditer(text):
            yield *match.span(), NumberKind.MOBILE
    if sum(map(text.count, "0123456789")) < _FEWEST_DIGITS:
        return
    yield from _spans_of_digits(text)
    read = _LETTERS_AMONG_DIGITS.sub(lambda match: match[0].translate(_LETTERS), text)
    if read != text:
        yield from _spans_of_digits(read)


def _spans_of_digits(text: str) -> Iterator[tuple[int, int, NumberKind]]:
    for match in _CARD_LINE.finditer(text):
        yield *match.span(), NumberKind.CARD
    for group in _DIGITS.finditer(text):
        yield from _numbers_of_group(text, *group.span())
    for match in _LISTED.finditer(text):
        digits = digits_of(match[0])
        if is_personal_number(digits):
            yield *match.span(), NumberKind.IDENTITY
        elif _MOBILE.fullmatch(digits):
            yield *match.span(), NumberKind.MOBILE
    yield from _numbers_after_paper_words(text)


def _numbers_after_paper_words(text: str) -> Iterator[tuple[int, int, NumberKind]]:
    if any(word in text for word in _PAPER_WORDS):
        for match in _AFTER_PAPER_WORD.finditer(text):
            if _fits_paper(match["number"]):
                yield *match.span("number"), NumberKind.IDENTITY


def _numbers_of_group(text: str, start: int, end: int) -> Iterator[tuple[int, int, NumberKind]]:
    for match in _IDENTITY_NUMBER.finditer(text, start, end):
        if is_personal_number(digits_of(match[0])) and not _DATE.search(match[0]):
            yield *match.span(), NumberKind.IDENTITY
    for match in _MOBILE.finditer(text, start, end):
        before = text[max(0, match.start() - _LONGEST_TAX_WORD) : match.start()]
        if not _holds_date(match[0]) and not _TAX_WORD.search(before):
            yield *match.span(), NumberKind.MOBILE


def _holds_date(number: str) -> bool:
    """Tell whether digits are parts of dates; pairs of digits of a phone have one sign between."""
    signs = set(re.findall(r"\D+", number))
    return bool(_FULL_DATE.search(number) or (len(signs) > 1 and _DATE.search(number)))


def _fits_paper(number: str) -> bool:
    is_passport = number[0].isalpha()
    return is_passport or len(digits_of(number)) in (_OLD_CARD_DIGITS, _IDENTITY_DIGITS)


def digits_of(text: str) -> str:
    """Return the digits 0 to 9 of a folded text."""
    return re.sub(r"\D", "", text)


def is_personal_number(digits: str) -> bool:
    """Tell whether 12 digits can be a số định danh cá nhân: province, century and sex, year."""
    if len(digits) != _IDENTITY_DIGITS or digits[:3] not in _PROVINCE_CODES:
        return False
    century, year = int(digits[3]), int(digits[4:6])
    return century <= _LAST_CENTURY and (century <= 1 or year <= _LAST_YEAR_OF_2000S)


def holds_personal_number(text: str) -> bool:
    """Tell whether a text contains something like an identity number or a phone number.

    Wider than :func:`personal_numbers`: fixed telephones too.
    """
    folded = folded_text(text)
    return _DOUBTFUL.search(folded.folded) is not None or any(numbers_in(folded))


def is_only_a_number(text: str) -> bool:
    """Tell whether a text consists of one number of 8 to 12 digits and at most a few words."""
    return _ONLY_A_NUMBER.fullmatch(folded_text(text).folded) is not None
