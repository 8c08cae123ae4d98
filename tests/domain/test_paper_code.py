"""What is typed or scanned from a citizen's paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import InvalidInput
from reception.domain.paper_code import read_paper_code, split_paper_code
from reception.domain.return_code import make_code, parse_code

CODES = st.binary(min_size=7, max_size=16).map(make_code)
NUMBERS = st.integers(1, 9999)
YEARS = st.integers(2000, 2100)
SERIES = st.sampled_from(["BN-", "pt ", "", "NP-"])


@given(CODES, NUMBERS, YEARS, SERIES)
def test_the_line_of_an_old_paper_gives_number_year_and_code(
    code: str, number: int, year: int, series: str
) -> None:
    for typed in (
        f"{series}{number:04d}/{year} {code}",
        f" {series}{number}/{year}  {code.lower()}",
    ):
        paper = read_paper_code(typed, "")
        assert parse_code(paper.code) == code
        assert paper.old_number == (year, number)
    assert read_paper_code(code, f"{series}{number:04d}").old_number == (None, number)


@given(CODES, st.integers(0, 10**10 - 1))
def test_the_number_of_a_present_paper_is_left_out(code: str, number: int) -> None:
    digits = f"{number:010d}"
    for shown in (digits, f"{digits[:3]}-{digits[3:6]}-{digits[6:]}", ""):
        for paper in (
            read_paper_code(f"{shown} {code}", ""),
            read_paper_code(code, shown),
        ):
            assert parse_code(paper.code) == code
            assert paper.old_number is None


@given(CODES, st.integers(0, 11), st.sampled_from([" ", "-", "–", ""]))
def test_a_code_is_never_split_while_it_is_typed(code: str, length: int, gap: str) -> None:
    typed = gap.join(code.split("-"))
    assert split_paper_code(typed) == ("", typed)
    assert split_paper_code(typed + "X") == ("", typed + "X")
    assert split_paper_code(typed[:length].strip()) == ("", typed[:length].strip())


@given(st.text(max_size=30), st.text(max_size=20))
def test_any_text_gives_a_code_or_a_sentence(typed: str, number: str) -> None:
    try:
        paper = read_paper_code(typed, number)
    except InvalidInput:
        return
    assert paper.old_number is None or all(part is None or part >= 0 for part in paper.old_number)


@pytest.mark.parametrize("number", ["x", "BN", "0294/26", "B-0294", "0294/2026/1"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(InvalidInput):
        read_paper_code("K7QF-2MXD-9T4P", number)
