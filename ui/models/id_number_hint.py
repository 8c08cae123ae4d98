"""Hint beside the number of an identity paper; it warns and never blocks."""

from __future__ import annotations

from datetime import date

from reception.domain.identity_number import check_number
from reception.domain.reporter import PaperKind, Sex
from reception.law.administrative_units import birth_registration_place
from reception.messages.catalogue import sentence

_SEX_WORDS = {Sex.MALE: "number.male", Sex.FEMALE: "number.female"}


def number_hint(
    number: str, kind: PaperKind, typed: tuple[Sex, int | None], today: date, language: str
) -> tuple[str, str, Sex]:
    """Return (state, sentence, sex according to the number).

    ``typed`` is (sex, birth year) as entered; the state is "valid", "warning" or "".
    """
    check = check_number(number, kind, typed[0], typed[1], today)
    if check.warnings:
        code = check.warnings[-1] if "number.lost_zero" in check.warnings else check.warnings[0]
        return "warning", sentence(code, language, count=abs(check.missing_digits)), check.sex
    if not check.is_complete or kind is not PaperKind.NUMBER or check.province_code is None:
        return "", "", check.sex
    place = birth_registration_place(check.province_code)
    if place is None:
        return (
            "warning",
            sentence("number.place_unknown", language, place=check.province_code),
            check.sex,
        )
    sex = sentence(_SEX_WORDS[check.sex], language) if check.sex in _SEX_WORDS else ""
    facts = {"place": place, "sex": sex, "year": check.birth_year}
    return "valid", sentence("number.structure", language, **facts), check.sex
