"""Recovery sheets: two of three open, one does not, and a sheet is asked back word by word."""

from __future__ import annotations

from itertools import combinations

import pytest

from reception.domain.errors import InvalidInput
from reception.services.recovery import SHEETS, WORDS, join_sheets, make_sheets


@pytest.fixture(scope="module")
def sheets():
    return make_sheets()


def test_any_two_sheets_give_the_same_keys(sheets):
    texts = [" ".join(words) for words in sheets.sheets]
    assert len(texts) == SHEETS
    for first, second in combinations(texts, 2):
        assert join_sheets(first, second) == sheets.keys
        assert join_sheets(f"  {second} ", first.replace(" ", "\n")) == sheets.keys


def test_one_sheet_twice_or_a_wrong_word_opens_nothing(sheets):
    first, second = (" ".join(words) for words in sheets.sheets[:2])
    with pytest.raises(InvalidInput, match="recovery.words_wrong"):
        join_sheets(first, first)
    wrong = second.split()
    wrong[10] = "academic" if wrong[10] != "academic" else "acid"
    with pytest.raises(InvalidInput, match="recovery.words_wrong"):
        join_sheets(first, " ".join(wrong))


def test_sheets_of_another_secret_do_not_fit(sheets):
    with pytest.raises(InvalidInput, match="recovery.words_wrong"):
        join_sheets(" ".join(sheets.sheets[0]), " ".join(make_sheets().sheets[1]))


def test_words_are_asked_back_by_number(sheets):
    for number, words in enumerate(sheets.sheets, start=1):
        assert len(words) == WORDS
        assert sheets.right_word(number, 7, f" {words[6].upper()} ")
        assert not sheets.right_word(number, 7, words[6] + "x")


def test_words_are_never_printed(sheets):
    assert sheets.sheets[0][0] not in repr(sheets)
    assert "sheets=" not in repr(sheets)
