"""Numbers of identity papers: contents and warnings, never an error."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.identity_number import NumberCheck, check_number, likely_kind, plain_number
from reception.domain.reporter import PaperKind, Sex

TODAY = date(2026, 11, 23)
YEARS = st.integers(1900, 2026)
SEXES = st.sampled_from([Sex.MALE, Sex.FEMALE])
RANDOM_PART = st.integers(0, 999_999)


def made(year: int, sex: Sex, rest: int = 123, place: str = "012") -> str:
    century = (year - 1900) // 100 * 2 + (sex is Sex.FEMALE)
    return f"{place}{century}{year % 100:02d}{rest:06d}"


def check(number: str, sex: Sex = Sex.UNKNOWN, year: int | None = None) -> NumberCheck:
    return check_number(number, PaperKind.NUMBER, sex, year, TODAY)


@given(YEARS, SEXES, RANDOM_PART)
def test_a_number_holds_place_sex_and_year(year, sex, rest):
    number = made(year, sex, rest)
    assert check(number, sex, year) == NumberCheck(True, "012", sex, year)
    assert check(number) == NumberCheck(True, "012", sex, year)


@given(YEARS, SEXES, YEARS)
def test_differences_from_the_form_give_warnings_only(year, sex, other):
    said = check(made(year, sex), sex, other)
    assert said.is_complete
    assert said.warnings == (() if year == other else ("number.year_differs",))
    opposite = Sex.MALE if sex is Sex.FEMALE else Sex.FEMALE
    assert check(made(year, sex), opposite).warnings == ("number.sex_differs",)


@given(st.integers(1, 11))
def test_missing_digits_are_counted(length):
    said = check("0" * length)
    assert not said.is_complete
    assert said.missing_digits == 12 - length


@given(st.integers(13, 40))
def test_too_many_digits_are_counted(length):
    said = check("0" * length)
    assert said.missing_digits == 12 - length
    assert said.warnings == ("number.too_long",)


@pytest.mark.parametrize("number", ["012068000123", "012 068 000 123", "012.068.000.123"])
def test_blanks_and_dots_are_no_part_of_a_number(number):
    assert plain_number(number) == "012068000123"
    assert check(number) == NumberCheck(True, "012", Sex.MALE, 1968)


def test_a_zero_lost_by_a_spreadsheet_is_suspected():
    assert check("12068000123").warnings == ("number.missing", "number.lost_zero")
    assert check("12068000123", Sex.MALE, 1968).warnings[-1] == "number.lost_zero"
    assert check("12068000123", Sex.FEMALE).warnings == ("number.missing",)
    assert check("01206800012").warnings == ("number.missing",)


def test_the_old_card_of_nine_digits_ended_with_2024():
    assert check("045123456").warnings == ("number.old_card",)
    then = date(2024, 12, 31)
    before = check_number("045123456", PaperKind.NUMBER, Sex.UNKNOWN, None, then)
    assert before.is_complete
    assert before.warnings == ()


def test_a_future_birth_year_gives_a_warning():
    assert check(made(2027, Sex.MALE)).warnings == ("number.year_in_future",)


@pytest.mark.parametrize("number", ["01206800012O", "012068٠00123", "AB"])
def test_letters_and_foreign_digits_are_no_number(number):
    assert check(number).warnings == ("number.not_digits",)


@pytest.mark.parametrize("number", ["B1234567", "c1234567", "P12345678", "AB 12345", "123456789"])
def test_passports_pass(number):
    said = check_number(number, PaperKind.PASSPORT, Sex.MALE, 1990, TODAY)
    assert said == NumberCheck(is_complete=True)


@pytest.mark.parametrize(
    ("number", "warning"),
    [
        ("B12", "number.passport_form"),
        ("B-1234/567", "number.passport_form"),
        ("012068000123", "number.not_a_passport"),
    ],
)
def test_unusual_passport_numbers_give_warnings(number, warning):
    said = check_number(number, PaperKind.PASSPORT, Sex.MALE, 1990, TODAY)
    assert said.warnings == (warning,)


@given(
    st.text(max_size=30),
    st.sampled_from(PaperKind),
    st.sampled_from(Sex),
    st.none() | st.integers(-5, 9999),
)
def test_nothing_typed_ever_raises(text, kind, sex, year):
    said = check_number(text, kind, sex, year, TODAY)
    assert not (said.is_complete and not plain_number(text))


def test_an_empty_number_is_not_complete_and_not_odd():
    assert check(" ") == NumberCheck(is_complete=False)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("", PaperKind.NONE),
        ("012 068 123 456", PaperKind.NUMBER),
        ("123456789", PaperKind.NUMBER),
        ("12345678", PaperKind.OTHER),
        ("b1234567", PaperKind.PASSPORT),
    ],
)
def test_a_number_looks_like_a_kind_of_paper(number: str, kind: PaperKind) -> None:
    assert likely_kind(number) is kind
