"""Fonts, wording and the check for identities."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.messages.printing import SENTENCES
from reception.printing.layout.identity_check import check_for_identities
from reception.printing.layout.paper_fonts import (
    LETTERS,
    REGULAR,
    check_letters,
    printable,
    width,
)
from reception.printing.layout.paper_wording import day_in_words, percent, sentence, two_digits
from reception.printing.tables.report_sentences import change_phrase


def test_a_font_without_vietnamese_is_refused():
    whole = {ord(letter) for letter in LETTERS}
    check_letters(whole)
    for lacking in "ạỹỔđ":
        with pytest.raises(ReceptionError, match=r"printing.font_lacks"):
            check_letters(whole - {ord(lacking)})


def test_the_letters_are_those_of_vietnamese_in_both_cases():
    assert sum(letter.isalpha() for letter in LETTERS) == 2 * (26 + 67)


@given(st.text(max_size=60))
def test_printable_never_fails_and_is_composed(text):
    shown = printable(text)
    assert shown == unicodedata.normalize("NFC", shown)
    assert width(shown, REGULAR, 10) >= 0


def test_a_letter_that_the_font_lacks_is_a_question_mark():
    assert printable("a\u200bb\x07c 漢") == "abc ?"
    assert printable("Lò\tVa\u0306n") == "Lò Văn"


def test_days_and_figures_follow_the_decree():
    assert day_in_words(date(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert day_in_words(date(2026, 3, 15)) == "ngày 15 tháng 3 năm 2026"
    assert [two_digits(n) for n in (0, 9, 10, 1647)] == ["00", "09", "10", "1.647"]
    assert percent(6, 39) == "15,4%"
    assert percent(6, 0) == ""
    assert sentence("Hết.") == "Hết."


def test_changes_in_words():
    assert change_phrase(45, 39, "lượt", "kỳ trước") == "tăng 06 lượt (15,4%) so với kỳ trước"
    assert change_phrase(2, 3, "đoàn", "kỳ trước") == "giảm 01 đoàn (33,3%) so với kỳ trước"
    assert change_phrase(2, 0, "đoàn", "kỳ trước") == "tăng 02 đoàn so với kỳ trước"
    assert change_phrase(2, 2, "đoàn", "kỳ trước") == "bằng kỳ trước"


@pytest.mark.parametrize(
    "text", ["Lan Thị Hà", "ha thi lan", "gặp bà Lan", "ba lan", "HÀ THỊ", "Hà", "có lần thứ ba"]
)
def test_the_check_distinguishes_a_name_from_a_word_of_the_form(text):
    check = check_for_identities(Identity(name="Hà Thị Lan"))
    if text in {"HÀ THỊ", "Hà", "có lần thứ ba"}:
        check([text])
    else:
        with pytest.raises(ReceptionError, match=r"printing.identity_found") as caught:
            check(text.split())
        assert "Lan" not in str(caught.value.facts)


def test_the_officers_own_name_is_allowed():
    man = Identity(name="Trần Thị B")
    with pytest.raises(ReceptionError, match=r"printing.identity_found"):
        check_for_identities(man)(["Trần Thị B"])
    check_for_identities(man, ("Trần Thị B",))(["Tôi là: Trần Thị B."])


def test_every_message_is_in_both_languages():
    for vietnamese, english in SENTENCES.values():
        assert vietnamese.endswith(".")
        assert english.endswith(".")
