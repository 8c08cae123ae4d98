"""Hint beside the number of an identity paper; it warns and never blocks."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from reception.domain.identity_number import check_number
from reception.domain.reporter import PaperKind, Sex
from reception.law.administrative_units import birth_registration_place
from reception.messages.catalogue import sentence

_SEX_WORDS = {Sex.MALE: "number.male", Sex.FEMALE: "number.female"}


class NumberHint(NamedTuple):
    """Hint for one number: ``level`` is "valid", "warning" or "" (nothing to say).

    ``sex`` is the sex that the number contains, UNKNOWN for a number without it.
    """

    level: str
    sentence: str
    sex: Sex


def number_hint(
    number: str, kind: PaperKind, entered_facts: tuple[Sex, int | None], today: date, language: str
) -> NumberHint:
    """Check a number against the person as entered; ``entered_facts`` is (sex, birth year)."""
    check = check_number(number, kind, entered_facts[0], entered_facts[1], today)
    if check.warnings:
        code = check.warnings[-1] if "number.lost_zero" in check.warnings else check.warnings[0]
        text = sentence(code, language, count=abs(check.missing_digits))
        return NumberHint("warning", text, check.sex)
    if not check.is_complete or kind is not PaperKind.NUMBER or check.province_code is None:
        return NumberHint("", "", check.sex)
    place = birth_registration_place(check.province_code)
    if place is None:
        text = sentence("number.place_unknown", language, place=check.province_code)
        return NumberHint("warning", text, check.sex)
    sex_word = sentence(_SEX_WORDS[check.sex], language) if check.sex in _SEX_WORDS else ""
    facts = {"place": place, "sex": sex_word, "year": check.birth_year}
    return NumberHint("valid", sentence("number.structure", language, **facts), check.sex)
