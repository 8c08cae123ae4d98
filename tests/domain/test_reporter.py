"""Pseudonyms are read back as they are written; identities never print themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.reporter import Identity, Pseudonym, RevealedIdentity

CODES = st.builds(
    Pseudonym,
    st.sampled_from(["KN", "TC", "KG", "PA"]),
    st.integers(2000, 2100),
    st.integers(1, 99_999),
)


@given(CODES, st.integers(2000, 2100))
def test_a_code_is_read_back(code, year):
    assert Pseudonym.parse(code.code(year), year) == code
    assert Pseudonym.parse(f" {code.code(year).lower()} ", year) == code


def test_the_present_year_is_left_out():
    assert Pseudonym("TC", 2026, 12).code(2026) == "TC-0012"
    assert Pseudonym("TC", 2025, 12).code(2026) == "TC-0012/2025"
    assert Pseudonym("TC", 2025, 12).code() == "TC-0012"


@pytest.mark.parametrize(
    "text",
    ["", "TC", "TC0012", "XX-0012", "TC-", "TC-ab", "TC-1/x", "-1", "TC--5", "TC-1_0", "TC-1/-5"],
)
def test_an_invalid_code_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        Pseudonym.parse(text, 2026)


def test_an_identity_never_prints_itself():
    identity = Identity(name="Lò Thị Đào", phone="0912345678")
    for shown in (repr(identity), str(identity), f"{identity}", repr(RevealedIdentity(identity))):
        assert "Lò" not in shown
        assert "0912" not in shown
