"""Passwords: which are strong enough, what a weak one lacks, and drawn passphrases."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import InvalidInput
from reception.services.access.password_policy import (
    PASSPHRASE_WORDS,
    check_password,
    draw_passphrase,
    estimate_strength,
    word_list,
)

KNOWN = ("Trần Thị B", "Ban Tiếp công dân tỉnh Lai Châu")


def codes(password: str) -> set[str]:
    return {defect.code for defect in estimate_strength(password, KNOWN).defects}


def test_the_list_is_long_enough_for_sixty_bits_and_can_be_typed():
    words = word_list()
    assert len(words) == len(set(words)) >= 4096
    assert all(unicodedata.is_normalized("NFC", word) and word.islower() for word in words)
    assert all(word.isalpha() and 2 <= len(word) <= 7 for word in words)
    # Two ways of placing the tone (hoà, hòa) would make one word two passwords.
    assert not {"hoà", "hòa", "thuỷ", "thủy", "khoẻ", "khỏe"} & set(words)


def test_drawn_words_are_five_different_ones_and_enough():
    drawn = {draw_passphrase() for _ in range(50)}
    assert len(drawn) == 50
    for password in drawn:
        assert len(set(password.split())) == PASSPHRASE_WORDS
        strength = estimate_strength(password, KNOWN)
        assert strength.is_sufficient
        assert strength.is_passphrase
        assert strength.level == 4


def test_the_same_word_five_times_is_not_a_drawn_password():
    word = word_list()[0]
    assert not estimate_strength(" ".join([word] * PASSPHRASE_WORDS), KNOWN).is_passphrase


@pytest.mark.parametrize(
    ("password", "defect"),
    [
        ("", "password.short"),
        ("\x1b", "password.short"),
        ("\u200b" * 20, "password.short"),
        ("Xk9#mPq2", "password.short"),
        ("tranthib tranthib", "password.has_name"),
        ("Trần Thị B 2026", "password.has_name"),
        ("LaiChau@2026", "password.has_name"),
        ("password password", "password.known"),
        ("abcdefghijklmnop", "password.pattern"),
        ("aaaaaaaaaaaaaaaaaaaa", "password.pattern"),
        ("19051968 19/05/1968", "password.year"),
        ("a" * 1001, "password.long"),
    ],
)
def test_missing_requirements_are_named(password: str, defect: str):
    assert defect in codes(password)
    assert estimate_strength(password, KNOWN).level < 4


def test_a_long_odd_sentence_is_enough():
    check_password("con trâu đen ăn cỏ bờ ruộng sau mưa", KNOWN, "Trần Thị B")


def test_a_weak_password_is_refused_with_name_and_missing_requirements():
    with pytest.raises(InvalidInput) as caught:
        check_password("tranthib", KNOWN, "Trần Thị B")
    assert caught.value.code == "setup.password_weak"
    assert caught.value.facts["name"] == "Trần Thị B"
    assert "thiếu 4 ký tự" in str(caught.value.facts["missing"])
    assert "tranthib" not in str(caught.value.facts)


@given(st.text(max_size=90))
def test_any_text_gets_a_judgement_that_agrees_with_itself(password: str):
    strength = estimate_strength(password, KNOWN)
    assert strength.is_sufficient == (strength.level == 4)
    if len(unicodedata.normalize("NFC", password)) < 12 and not strength.is_passphrase:
        assert not strength.is_sufficient
