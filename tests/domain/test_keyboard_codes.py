"""Keys of Telex and VNI are read as the letters they mean, wherever the tone was typed."""

from __future__ import annotations

import pytest

from reception.domain.keyboard_codes import composed, may_be_keys
from reception.domain.leak_spelling import accented_form


@pytest.mark.parametrize(
    ("meant", "keys"),
    [
        ("Nguyễn", ("Nguyeenx", "Nguyeexn", "Nguye64n", "Nguyen64", "NGUYEENX")),
        ("Đường", ("Dduowngf", "DDuowfng", "D9u7o7ng2", "D9u72o7ng")),
        ("Thử", ("Thuwr", "Thurw", "Thu73")),
        ("Thúy", ("Thuys", "Thusy", "Thuy1")),
        ("Thuở", ("Thuowr", "Thuo73")),
        ("Mẫu", ("Maaux", "Mauax", "Ma64u")),
        ("Lò", ("Lof", "Lo2")),
        ("Hằng", ("Hawngf", "Ha82ng")),
        ("Ưng", ("Uwng", "wng", "U7ng")),
        ("Xoong", ("Xoong",)),
    ],
)
def test_keys_mean_a_syllable(meant: str, keys: tuple[str, ...]) -> None:
    for typed in keys:
        if accented_form(typed) != accented_form(meant):
            assert may_be_keys(typed.casefold()), typed
            assert accented_form(composed(typed)) == accented_form(meant), typed


@pytest.mark.parametrize("word", ["thu", "ban", "tom", "toa", "nghiêng", "của", "2025", "a", ""])
def test_a_word_that_needs_no_reading_means_itself(word: str) -> None:
    assert composed(word) == ""
