"""Text: normalised form, search form, order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.text import clean, fold, nfc, sort_key, words_of

IN_ORDER = [
    "An", "Ăn", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Cao", "Da", "Đa", "Đào",
    "Em", "Ếch", "Giàng", "Lò", "Lò Thị A", "Lù", "Lư", "Lý", "Mùa", "O", "Ô", "Ơ", "Tẩn",
    "U", "Ư", "Vàng", "Xã",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đào", "dao"), ("ĐƯỜNG", "duong"), ("Nguyễn Thị Ế", "nguyen thi e"), ("A1-ỹ", "a1-y")],
)
def test_folding(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(st.text())
def test_folding_twice_is_folding_once_for_accents(text):
    assert fold(nfc(text)) == fold(unicodedata.normalize("NFD", nfc(text)))
    assert not any(unicodedata.combining(char) for char in fold(text) if char.isascii())


@given(st.text())
def test_cleaning_a_clean_text_changes_nothing(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "  " not in cleaned
    assert "\r" not in cleaned


def test_clean_keeps_lines_and_joins_blanks():
    assert clean("  Lò\u00a0 Thị\tĐa\u0300o \r\nBản ") == "Lò Thị Đào \nBản"


def test_vietnamese_order():
    assert sorted(sorted(IN_ORDER, key=len), key=sort_key) == IN_ORDER


@given(st.lists(st.sampled_from(IN_ORDER), max_size=12))
def test_order_is_the_same_for_decomposed_and_capital_text(names):
    for name in names:
        written = unicodedata.normalize("NFD", name.upper())
        assert sort_key(written) == sort_key(name)


@given(st.text(), st.text())
def test_any_text_has_a_place_in_the_order(first, second):
    assert isinstance(sort_key(first) < sort_key(second), bool)


def test_words_are_letters_and_digits():
    assert words_of("Lò Thị Đa\u0300o, số 7/2 (mới)") == ["Lò", "Thị", "Đào", "số", "7", "2", "mới"]
