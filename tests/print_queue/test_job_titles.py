"""A job title is a document code and nothing about a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import ReceptionError
from reception.print_queue.job_titles import document_code


@pytest.mark.parametrize(
    "code", ["BN-0294", "PT-0058", "NP-0013", "2026-0431", "BN-2026-0294", "BC-2026-11"]
)
def test_codes_are_accepted(code: str) -> None:
    assert document_code(code) == code


@pytest.mark.parametrize(
    "title",
    [
        "Nguyễn Văn A",
        "NGUYEN VAN A",
        "Giấy biên nhận BN-0294",
        "BN-0294 Nguyễn Văn A",
        "Đơn-0294",
        "BN-012345678901",
        "012345678901",
        "0912345678",
        "BN-0912345678",
        "NGUYEN-0294",
        "BN-0294\n",
        "BN-०२९४",
        "giay/BN-0294.pdf",
        "",
    ],
)
def test_everything_else_is_refused(title: str) -> None:
    with pytest.raises(ReceptionError) as caught:
        document_code(title)
    assert caught.value.code == "printer.title"
    assert not caught.value.facts  # a refused title may hold a name


@given(st.text(max_size=30))
def test_no_accepted_title_has_seven_digits_in_a_row_or_a_small_letter(title: str) -> None:
    try:
        code = document_code(title)
    except ReceptionError:
        return
    assert code.isascii()
    assert code.upper() == code
    assert all(len(part) <= 6 for part in code.split("-"))
