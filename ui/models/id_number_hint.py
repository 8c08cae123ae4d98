"""Hint beside the number of an identity paper; it warns and never blocks."""

from __future__ import annotations

from datetime import date

from reception.domain.identity_number import check_number
from reception.domain.reporter import PaperKind, Sex
from reception.law.administrative_units import id_place
from reception.messages.catalogue import sentence

_SEX_WORDS = {Sex.MALE: "number.male", Sex.FEMALE: "number.female"}


def number_sentence(
    number: str, kind: PaperKind, typed: tuple[Sex, int | None], today: date, language: str
) -> tuple[str, str, Sex]:
    """Return (state, sentence, sex of the number) for what stands in the number field.

    ``typed`` is (sex, birth year) as entered; the state is "valid", "warning" or "".
    """
    found = check_number(number, kind, typed[0], typed[1], today)
    if found.warnings:
        code = found.warnings[-1] if "number.lost_zero" in found.warnings else found.warnings[0]
        return "warning", sentence(code, language, count=abs(found.missing)), found.sex
    if not found.complete or kind is not PaperKind.NUMBER or found.place is None:
        return "", "", found.sex
    place = id_place(found.place)
    if place is None:
        return "warning", sentence("number.place_unknown", language, place=found.place), found.sex
    sex = sentence(_SEX_WORDS[found.sex], language) if found.sex in _SEX_WORDS else ""
    facts = {"place": place, "sex": sex, "year": found.birth_year}
    return "valid", sentence("number.structure", language, **facts), found.sex
