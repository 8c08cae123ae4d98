"""Return codes: typing errors are corrected or detected, never taken for another code."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reception.domain.errors import InvalidInput
from reception.domain.return_code import ALPHABET, format_code, make_code, parse_code

RANDOM_BYTES = st.binary(min_size=7, max_size=16)


def refused(text: str) -> bool:
    try:
        parse_code(text)
    except InvalidInput as error:
        return error.code == "return_code.wrong"
    return False


@given(RANDOM_BYTES)
def test_a_code_is_read_back_however_it_is_typed(random_bytes):
    code = make_code(random_bytes)
    assert len(code) == 14
    plain = code.replace("-", "")
    misread = plain.lower().replace("0", "o").replace("1", "l")
    for typed in (code, plain, code.lower(), f" {code} ", " ".join(plain), misread):
        assert parse_code(typed) == code


@given(RANDOM_BYTES)
def test_every_single_substitution_is_caught(random_bytes):
    plain = make_code(random_bytes).replace("-", "")
    for place, own in enumerate(plain):
        for other in ALPHABET:
            if other != own:
                assert refused(plain[:place] + other + plain[place + 1 :])


@given(RANDOM_BYTES)
def test_every_swap_of_neighbours_is_caught(random_bytes):
    plain = make_code(random_bytes).replace("-", "")
    for place in range(len(plain) - 1):
        first, second = plain[place], plain[place + 1]
        if first != second:
            assert refused(plain[:place] + second + first + plain[place + 2 :])


@given(RANDOM_BYTES, st.integers(0, 11))
def test_a_lost_or_doubled_character_is_caught(random_bytes, place):
    plain = make_code(random_bytes).replace("-", "")
    assert refused(plain[:place] + plain[place + 1 :])
    assert refused(plain[:place] + plain[place] + plain[place:])


@given(RANDOM_BYTES, RANDOM_BYTES)
def test_other_bytes_give_other_codes(first, second):
    assume(int.from_bytes(first, "big") % 2**50 != int.from_bytes(second, "big") % 2**50)
    assert make_code(first) != make_code(second)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    assert refused(text) or parse_code(text).replace("-", "").isalnum()


def test_too_few_random_bytes_are_refused():
    with pytest.raises(ValueError, match="random"):
        make_code(b"123456")


def test_groups_of_four():
    assert format_code("ABCDEFGHJKMN") == "ABCD-EFGH-JKMN"
