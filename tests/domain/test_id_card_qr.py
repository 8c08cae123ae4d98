"""QR code of an identity card: every field, artefacts of scanners, a single error."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import InvalidInput
from reception.domain.id_card_qr import card_lines, parse_id_card_qr
from reception.domain.reporter import Sex

NAME = "Lò Thị Đào"
CARD = (
    f"012168000123|045123456|{NAME}|09051968|Nữ|Bản Nà B, Thân Thuộc, Tân Uyên, Lai Châu|01022022"
)


def named(name: str) -> str:
    return CARD.replace(NAME, name)


def test_every_field_is_read():
    card = parse_id_card_qr(CARD)
    assert card.number == "012168000123"
    assert card.old_number == "045123456"
    assert card.name == NAME
    assert card.birth_date == date(1968, 5, 9)
    assert card.sex is Sex.FEMALE
    assert card.address_text == "Bản Nà B, Thân Thuộc, Tân Uyên, Lai Châu"
    assert card.issued_on == date(2022, 2, 1)
    assert not card.name_lost_accents


@pytest.mark.parametrize(
    "text",
    [
        f"  {CARD}\r\n",
        f"\ufeff{CARD}",
        f"]Q3{CARD}",
        CARD.replace("|", "｜"),
        CARD.replace("|", " | "),
        unicodedata.normalize("NFD", CARD),
        f"{CARD}||Tẩn Văn A|Lò Thị C",
    ],
)
def test_artefacts_of_scanners_change_nothing(text):
    assert parse_id_card_qr(text) == parse_id_card_qr(CARD)


def test_the_old_number_may_be_empty_or_left_out():
    empty = parse_id_card_qr(CARD.replace("045123456", ""))
    left_out = parse_id_card_qr(CARD.replace("|045123456", ""))
    assert empty == left_out
    assert empty.old_number == ""
    assert empty.issued_on == date(2022, 2, 1)


def test_six_fields_are_enough():
    card = parse_id_card_qr(CARD.rpartition("|")[0])
    assert card.issued_on is None
    assert card.address_text.endswith("Lai Châu")


@pytest.mark.parametrize("day", ["31021968", "00001968", "1968", "", "aabbcccc"])
def test_a_day_that_is_none_is_left_to_be_asked(day):
    assert parse_id_card_qr(CARD.replace("09051968", day)).birth_date is None


@pytest.mark.parametrize(
    ("said", "sex"), [("Nam", Sex.MALE), ("NỮ", Sex.FEMALE), ("Nu", Sex.FEMALE)]
)
def test_the_sex_is_read_as_printed(said, sex):
    assert parse_id_card_qr(CARD.replace("|Nữ|", f"|{said}|")).sex is sex


def test_a_garbled_sex_is_taken_from_the_number():
    assert parse_id_card_qr(CARD.replace("|Nữ|", "|N?|")).sex is Sex.FEMALE


@pytest.mark.parametrize(
    "name",
    [
        "Lo Thi Dao",
        "LO THI DAO",
        "L? Th? Đ?o",
        "Lò Thị D9ao2",
        "Lof Thij DDaof",
        "Lò Thị Ddaof",
        "Lò Vawn Ổn",
        "LÃ² Thá»‹ Ä\x90Ã o",
        "Lò Th\ufffd Đào",
        "Lo2 Thi5 D9ao2",
    ],
)
def test_a_name_that_lost_its_accents_is_to_be_asked(name):
    assert parse_id_card_qr(named(name)).name_lost_accents


@pytest.mark.parametrize(
    "name", ["Lò Thị Đào", "Vàng A Páo", "Tẩn Mẩy", "Hảng H'Dua", "Pờ Xoong", "Nguyễn Thành An"]
)
def test_a_name_that_came_through_is_taken(name):
    card = parse_id_card_qr(named(name))
    assert card.name == name
    assert not card.name_lost_accents


def test_capitals_are_made_an_ordinary_name():
    assert parse_id_card_qr(named("LÒ THỊ ĐÀO")).name == NAME


@pytest.mark.parametrize(
    "text",
    ["", "012168000123", "https://example.org", "a|b|c|d|e|f|g", "|" * 7, CARD[1:], CARD * 12],
)
def test_a_text_that_is_no_card_is_refused(text):
    with pytest.raises(InvalidInput) as caught:
        parse_id_card_qr(text)
    assert caught.value.code == "card.unreadable"
    assert caught.value.field == "qr"


@given(st.text(max_size=200) | st.lists(st.text(max_size=12), max_size=9).map("|".join))
def test_nothing_scanned_raises_anything_else(text):
    try:
        parse_id_card_qr(text)
    except InvalidInput as error:
        assert error.code == "card.unreadable"  # noqa: PT017 - a card may also be read


@given(st.lists(st.text(max_size=12), min_size=6, max_size=9))
def test_any_fields_after_a_number_and_a_name_are_survived(fields):
    parse_id_card_qr("|".join(["012168000123", "", "Lò Thị Đào", *fields]).replace("\ufeff", ""))


def test_a_card_prints_no_one():
    assert "Lò" not in repr(parse_id_card_qr(CARD))


@pytest.mark.parametrize(
    "name", ["lÒ tHỊ đÀO", "lò thị đào", "LÒ THỊ ĐÀO"], ids=["caps lock", "small", "capitals"]
)
def test_the_case_of_a_name_is_mended(name):
    assert parse_id_card_qr(named(name)).name == NAME


def test_caps_lock_is_mended_in_every_field():
    assert parse_id_card_qr(CARD.swapcase()) == parse_id_card_qr(CARD)


@pytest.mark.parametrize("name", ["H'Bia Niê", "K'Brếp", "A Sủ", "Y Bhŏk Êban"])
def test_a_name_with_a_mark_keeps_its_case(name):
    assert parse_id_card_qr(named(name)).name == name


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (CARD, [CARD]),
        (f"Đường hỏng {CARD}. Gia đình", [CARD]),
        (CARD + CARD, [CARD, CARD]),
        (f"{CARD}\n{CARD}\r\n", [CARD, CARD]),
        (f"12{CARD}", [CARD]),
        (f"]Q3{CARD}", [f"]Q3{CARD}"]),
        (f"{CARD}|Tẩn Văn A|Lò Thị C", [f"{CARD}|Tẩn Văn A|Lò Thị C"]),
        (CARD.rpartition("|")[0], [CARD.rpartition("|")[0]]),
        (CARD.replace("|045123456", ""), [CARD.replace("|045123456", "")]),
        (CARD.replace("|", "｜"), [CARD.replace("|", "｜")]),
        ("012168OOO123" + CARD[12:], ["012168OOO123" + CARD[12:]]),
        ("012168000123", []),
        (CARD[:30], []),
        ("a|b|c|d|e|f|g", []),
        ("TT|Thửa|Diện tích|Loại đất|Năm|Ghi chú", []),
        ("012168000123|1|2|3|4|5|6", []),
    ],
)
def test_lines_are_found_among_other_words(text, lines):
    assert [text[start:end] for start, end in card_lines(text)] == lines


@given(st.text(alphabet="|0123456789 aĐ\n", max_size=200))
def test_lines_lie_in_the_text_in_order(text):
    spans = card_lines(f"{text}{CARD}")
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert spans
    assert places[-1] <= len(text) + len(CARD)


@pytest.mark.parametrize(
    ("address", "garbled"),
    [
        ("Bản Nà B, Thân Thuộc, Tân Uyên, Lai Châu", False),
        ("Số 5/2A ngõ 3 (tổ 2), H. Cư M'gar, Đắk Lắk", False),
        ("Buôn Ea Bŏk, Krông Búk, Đắk Lắk", False),
        ("B\u1ea3n N\u00c3\u00a0 B, B\u00c3\u00acnh L\u00c6\u00b0, Lai Ch\u00c3\u00a2u", True),
        ("B?n Nà B, Bình Lư, Lai Châu", True),
        ("B\ufffdn Nà B, Bình Lư, Lai Châu", True),
    ],
)
def test_garbled_letters_of_an_address_are_told(address, garbled):
    card = parse_id_card_qr(CARD.replace("Bản Nà B, Thân Thuộc, Tân Uyên, Lai Châu", address))
    assert card.address_garbled is garbled
