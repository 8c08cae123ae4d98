"""Numbers in Vietnamese words, and with two digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.numbers_in_words import in_words, two_digits

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1_000, "một nghìn"),
        (2_005, "hai nghìn không trăm linh năm"),
        (2_026, "hai nghìn không trăm hai mươi sáu"),
        (115_000, "một trăm mười lăm nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_015_000, "một triệu không trăm mười lăm nghìn"),
    ],
)
def test_numbers_in_words(number, words):
    assert in_words(number) == words


def read(words: str) -> int:
    """Read the words back by another way than they are written."""
    total, part = 0, 0
    value = {word: n for n, word in enumerate(DIGITS)} | {"mốt": 1, "lăm": 5}
    for word in words.split():
        if word in value:
            part += value[word]
        elif word == "mười":
            part += 10
        elif word == "mươi":
            part += part % 10 * 9
        elif word == "trăm":
            part *= 100
        elif word in ("nghìn", "triệu"):
            total, part = total + part * {"nghìn": 1_000, "triệu": 1_000_000}[word], 0
    return total + part


@given(st.integers(0, 999_999_999) | st.integers(0, 3_000))
def test_the_words_read_back_to_the_number(number):
    words = in_words(number)
    assert read(words) == number
    assert words == " ".join(words.split())


@pytest.mark.parametrize("number", [-1, 1_000_000_000])
def test_numbers_beyond_are_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)


@given(st.integers(0, 5_000))
def test_two_digits_at_least(number):
    text = two_digits(number)
    assert int(text) == number
    assert len(text) >= 2
    assert not (len(text) > 2 and text.startswith("0"))
