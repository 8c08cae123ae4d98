"""Numbers of identity papers: what they contain, and warnings about them.

A warning never prevents a visit from being sealed.

Số định danh cá nhân (NĐ 137/2015 Điều 13, Luật Căn cước Điều 12): three digits of the place of
birth registration, one of century and sex, two of the birth year, six at random, no check digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from reception.domain.reporter import PaperKind, Sex

NUMBER_LENGTH = 12
_OLD_LENGTH = 9  # chứng minh nhân dân, valid until 31/12/2024 (Luật Căn cước Điều 46)
_OLD_UNTIL = date(2024, 12, 31)
_BLANKS = re.compile(r"[\s.\-–]+")
_PASSPORT = re.compile(r"[A-Z]\d{7,8}|[A-Z0-9]{5,15}")
_DIGIT_PAPERS = (PaperKind.NUMBER, PaperKind.CERTIFICATE)


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """Contents of a number: province, sex and birth year as the digits say, not as the form says.

    ``missing_digits`` is 12 minus the number of digits typed, negative if there are too many. It is
    3 for a 9-digit card, even a valid one, and 0 for an empty number, for one with other
    characters, and for other kinds of paper.
    """

    is_complete: bool
    province_code: str | None = None  # three digits; law.administrative_units has the name
    sex: Sex = Sex.UNKNOWN
    birth_year: int | None = None
    warnings: tuple[str, ...] = ()
    missing_digits: int = 0


def plain_number(number: str) -> str:
    """Return a number without blanks, dots and dashes, its letters in upper case."""
    return _BLANKS.sub("", number).upper()


def likely_kind(number: str) -> PaperKind:
    """Return the kind of paper that a number looks like; NONE for no number."""
    text = plain_number(number)
    if not text:
        return PaperKind.NONE
    if text.isdecimal() and len(text) >= _OLD_LENGTH:
        return PaperKind.NUMBER
    return PaperKind.PASSPORT if text[:1].isalpha() else PaperKind.OTHER


def check_number(
    number: str, kind: PaperKind, sex: Sex, birth_year: int | None, today: date
) -> NumberCheck:
    """Return the contents of a number and the codes of its warnings; never raises.

    ``sex`` and ``birth_year`` are those typed in the form; UNKNOWN and None if not typed yet.
    """
    text = plain_number(number)
    if not text:
        return NumberCheck(is_complete=False)
    if kind in _DIGIT_PAPERS:
        return _check_personal(text, sex, birth_year, today)
    if kind is PaperKind.PASSPORT:
        return _check_passport(text)
    return NumberCheck(is_complete=True)


def _check_passport(text: str) -> NumberCheck:
    if len(text) == NUMBER_LENGTH and text.isdecimal():
        return NumberCheck(is_complete=True, warnings=("number.not_a_passport",))
    fits = _PASSPORT.fullmatch(text) is not None
    return NumberCheck(is_complete=fits, warnings=() if fits else ("number.passport_form",))


def _check_personal(text: str, sex: Sex, birth_year: int | None, today: date) -> NumberCheck:
    if not (text.isascii() and text.isdecimal()):
        return NumberCheck(is_complete=False, warnings=("number.not_digits",))
    if len(text) == _OLD_LENGTH:
        expired = ("number.old_card",) if today > _OLD_UNTIL else ()
        return NumberCheck(
            is_complete=not expired, warnings=expired, missing_digits=NUMBER_LENGTH - _OLD_LENGTH
        )
    if len(text) == NUMBER_LENGTH:
        return _check_complete(text, sex, birth_year, today)
    missing = NUMBER_LENGTH - len(text)
    warnings = ["number.missing" if missing > 0 else "number.too_long"]
    if _lost_zero(text, sex, birth_year, today):
        warnings.append("number.lost_zero")
    return NumberCheck(is_complete=False, warnings=tuple(warnings), missing_digits=missing)


def _check_complete(text: str, sex: Sex, birth_year: int | None, today: date) -> NumberCheck:
    number_sex, number_year = _sex(text), _year(text)
    rules = {
        "number.year_in_future": number_year > today.year,
        "number.sex_differs": sex not in (Sex.UNKNOWN, number_sex),
        "number.year_differs": birth_year not in (None, number_year),
    }
    warnings = tuple(code for code, is_broken in rules.items() if is_broken)
    return NumberCheck(True, text[:3], number_sex, number_year, warnings)


def _lost_zero(text: str, sex: Sex, birth_year: int | None, today: date) -> bool:
    """Tell whether a spreadsheet may have dropped the leading 0 of the province code."""
    if len(text) != NUMBER_LENGTH - 1 or text[0] == "0":
        return False
    return not _check_complete("0" + text, sex, birth_year, today).warnings


def _sex(text: str) -> Sex:
    return Sex.FEMALE if int(text[3]) % 2 else Sex.MALE


def _year(text: str) -> int:
    return 1900 + int(text[3]) // 2 * 100 + int(text[4:6])
