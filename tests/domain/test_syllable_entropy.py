"""Vietnamese syllables have little entropy; a longer password never has less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.syllable_entropy import syllable_bits


@pytest.mark.parametrize(
    "password",
    [
        "toi yeu em mai mai",
        "anhyeuemnhieulam",
        "conmeonhatoiden",
        "nhatoi2026conmeo",
        "chúc mừng năm mới vui vẻ",
        "nhà tôi có ba con mèo",
    ],
)
def test_everyday_phrases_have_less_than_sixty_bits(password):
    assert 0 < syllable_bits(password) < 60


@pytest.mark.parametrize("password", ["Xk9#mPq2vT!z", "w7$Kd!92xQz&", "vN4%tR8^jW1*"])
def test_characters_by_chance_are_not_held_back(password):
    assert syllable_bits(password) > 60


def test_a_syllable_counts_once_and_accents_count_a_little():
    assert syllable_bits("nghiêng") == 9
    assert syllable_bits("nghieng") == syllable_bits("NGHIENG") == 7
    assert syllable_bits("nghieng nghieng") == 14
    assert syllable_bits("") == 0


@given(st.text(max_size=60), st.text(min_size=1, max_size=1))
def test_bits_are_bounded_and_grow_with_the_text(text, more):
    bits = syllable_bits(text)
    assert 0 <= bits <= 9 * max(1, len(text))
    assert syllable_bits(f"{text} {more}") >= bits
