"""Numbers of one person are known by their shape, in every writing; dates and amounts are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.personal_numbers import (
    NumberKind,
    holds_personal_number,
    is_only_a_number,
    personal_numbers,
)

CARD = "012168000123|045123457|Lò Thị Đào|01011968|Nữ|Bản Nà, Sìn Hồ, Lai Châu|02022021"


@pytest.mark.parametrize(
    "number",
    [
        "012168000123",
        "012 168 000 123",
        "0121-6800-0123",
        "012.168.000.123",
        "０１２１６８０００１２３",
        "012\u200b168000123",
        "012168OOO123",
        "012,168,000,123",
        "012|168|000|123",
    ],
)
def test_an_identity_number_is_known_in_every_writing(number: str) -> None:
    text = f"thẻ số {number}, cấp năm 2021"
    assert [(text[s.start : s.end], s.kind) for s in personal_numbers(text)] == [
        (number, NumberKind.IDENTITY)
    ]


@pytest.mark.parametrize(
    "number",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "0912/345/678",
        "0912,345,678",
        "0912:345:678",
        "0912 ; 345 ; 678",
        "09 12|34~56+78",
        "O9l2 345 678",
        "09I2.345.678",
        "+84 987,654,321",
        "0987,,654,,321",
        "0912,345:678",
        "0987 -- 654 -- 321",
        "0987… 654 321",
        "0987 6S4 321",
        "09B7654321",
        "09-12-34-56-78",
        "(0912) 345 678",
        "+84 912 345 678",
        "+84 (0) 912 345 678",
        "0084912345678",
        "(84)912345678",
        "84912345678",
        "01682345678",
        "０９１２３４５６７８",
        "0\u00ad912345678",
        "không chín một hai ba bốn năm sáu bảy tám",
    ],
)
def test_a_mobile_phone_is_known_in_every_writing(number: str) -> None:
    text = f"gọi số {number} buổi tối"
    assert [(text[s.start : s.end], s.kind) for s in personal_numbers(text)] == [
        (number, NumberKind.MOBILE)
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ông có CMND 045123457 đề nghị", "045123457"),
        ("chứng minh nhân dân số: 045 123 457", "045 123 457"),
        ("hộ chiếu C1234567", "C1234567"),
        ("CCCD 999999999999", "999999999999"),
    ],
)
def test_a_number_after_the_word_for_a_paper_counts_whatever_its_digits(
    text: str, number: str
) -> None:
    assert [text[s.start : s.end] for s in personal_numbers(text)] == [number]


def test_the_line_of_a_card_is_one_span_to_its_end() -> None:
    text = f"Nội dung\n{CARD}\nxem xét"
    (first,) = personal_numbers(text)
    assert (text[first.start : first.end], first.kind) == (CARD, NumberKind.CARD)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 03/12/2025 - 05/12/2025",
        "từ 03.12.2025-05.12.2025",
        "03-12-25 05-12-25",
        "ngày 09/12/2025 10 giờ",
        "01/02/2025 03/04/2026",
        "từ 07:30 08:45 ngày 03/12/2025",
        "1.250.000.000 đồng, 35.000.000.000 đồng",
        "Quyết định số 1234/QĐ-UBND ngày 01/02/2025",
        "thửa 168 tờ bản đồ 12, 345,6 m²",
        "năm 2023, 2024, 2025",
        "012968000123",  # no such century
        "005168000123",  # no such province
        "0213 3876 543",
        "mã số thuế 0316012345",
        "MST: 0321234567",
        "từ 09:00, 10:30, 11:15",
        "nhà số 12B, 13B và 5S ở ngõ 084",
        "các lô 03, 45, 67, 89, 12",
        "tờ bản đồ 012, 345, 678",
        "1,200,000 đồng; 350,000,000 đồng",
        "đóng năm trăm nghìn, một hai ba lần",
    ],
)
def test_dates_amounts_and_numbers_of_documents_are_none(text: str) -> None:
    assert personal_numbers(text) == ()


def test_a_fixed_telephone_is_doubted_where_no_identity_is_at_hand() -> None:
    assert holds_personal_number("gọi 0213 3876 543")
    assert holds_personal_number("gọi ０９１２/345/678")
    assert not holds_personal_number("Quyết định số 1234/QĐ-UBND ngày 01/02/2025")


def test_a_text_that_is_only_a_number() -> None:
    assert is_only_a_number("số 045123457.")
    assert not is_only_a_number("số 045123457 của con trai ông chủ tịch")


@given(st.text(max_size=60), st.text(max_size=60))
def test_spans_are_inside_the_text(before: str, after: str) -> None:
    text = f"{before} 0912345678 {after}"
    end = 0
    for span in personal_numbers(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
