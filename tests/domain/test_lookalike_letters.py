"""Letters that look alike are one letter wherever texts are compared; each character alone."""

from __future__ import annotations

import unicodedata
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.lookalike_letters import BIDI_CONTROLS, is_invisible, plain_letters
from reception.domain.text import fold, fold_with_positions, former_fold

ALPHABET = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
)
# Without the blocks of Chinese characters and of Hangul syllables, which are too many to try.
_BLOCKS_WITH_LETTERS = (
    range(0x3100),
    range(0xA4D0, 0xAC10),
    range(0xF900, 0x10000),
    range(0x1D400, 0x1D800),
    range(0x1F100, 0x1F200),
    range(0xE0000, 0xE0200),
)


@pytest.mark.parametrize(
    ("letters", "plain"),
    [
        ("ÐðɖĐđƉｄДꓓ", "d"),
        ("ＡаАΑⒶ🅰ａ", "a"),
        ("ıіІΙ", "i"),
        ("оОοＯ", "o"),
        ("еЕΕ", "e"),
        ("０٠", "0"),
    ],
)
def test_letters_that_look_alike_are_one_letter(letters: str, plain: str) -> None:
    assert {plain_letters(letter) for letter in letters} == {plain}


@pytest.mark.parametrize(
    "written",
    ["Đặng Văn Đô", "Ðặng Văn Ðô", "ðặng văn ðô", "Đặng\u200b Văn\u00ad Đô", "ĐẶNG VĂN ĐÔ"],
)
def test_a_name_is_the_same_name_in_every_writing(written: str) -> None:
    assert fold(written) == "dang van do"
    assert fold(unicodedata.normalize("NFD", written)) == "dang van do"


def test_every_character_is_folded_once_and_in_every_normal_form_alike() -> None:
    for code_point in chain(*_BLOCKS_WITH_LETTERS):
        char = chr(code_point)
        folded = fold(char)
        assert fold(folded) == folded
        for form in ("NFC", "NFD"):
            assert fold(unicodedata.normalize(form, char)) == folded


def test_vietnamese_letters_are_folded_as_in_the_index_of_an_older_office() -> None:
    letters = ALPHABET + ALPHABET.upper() + "0123456789 .,;-/()\n"
    assert fold(letters) == former_fold(letters)


def test_signs_are_no_letters() -> None:
    assert fold("… – “½” 5 m²") == "… – “½” 5 m2"


def test_direction_marks_are_invisible() -> None:
    assert all(is_invisible(char) for char in BIDI_CONTROLS)
    assert not any(is_invisible(char) for char in " \n\t\u00a0|")


@given(st.text())
def test_positions_lead_back_to_the_text_as_written(text: str) -> None:
    folded, positions = fold_with_positions(text)
    assert folded == fold(text)
    assert list(positions) == sorted(positions)
    for char, position in zip(folded, positions, strict=True):
        assert char in fold(text[position])
