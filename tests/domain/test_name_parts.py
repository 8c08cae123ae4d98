"""A name field is read for every person that it can mean, and nothing of it is left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.name_parts import persons_in
from reception.domain.text import fold

THU, MAU = "Nguyễn Văn Thử", "Lò Thị Mẫu"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (THU, [THU]),
        (f"Ông {THU}", [THU]),
        (f"{THU} (trưởng bản)", [THU]),
        (f"{THU} - bản Nà", [THU]),
        (f"{THU}-bản Nà", [THU]),
        (f"{THU}. Bản Nà, xã Sìn Hồ", [THU]),
        (f"{THU} bản Nà Thử xã Sìn Hồ", [THU]),
        (f"{THU} (CCB), bản Nà", [THU]),
        (f"{THU} SN 1968 trú bản Nà", [THU]),
        (f"{THU}, {MAU}", [THU, MAU]),
        (f"{THU} và {MAU}", [THU, MAU]),
        (f"{THU}/{MAU}", [THU, MAU]),
        (f"{THU} con bà {MAU}", [THU, MAU]),
        (f"{THU} vợ là {MAU}", [THU, MAU]),
        (f"1. {THU} 2. {MAU}", [THU, MAU]),
        (f"1. {THU}\n2. {MAU}\nbản Nà, xã Sìn Hồ", [THU, MAU]),
        (f"a) {THU}; b) {MAU}", [THU, MAU]),
        (f"{MAU} (ủy quyền cho {THU})", [MAU, THU]),
        (f"{THU} (và 3 người)", [THU]),
        (f"{THU} cùng các hộ dân bản Nà", [THU]),
        (f"Người đại diện: {THU}", [THU]),
        ("Vàng A Páo tức Tủa", ["Vàng A Páo", "Tủa"]),
        ("Ông Thử, bà Mẫu", ["Thử", "Mẫu"]),
        ("nguyễn văn thử bản nà", ["nguyễn văn thử"]),
        ("NGUYỄN VĂN THỬ BẢN NÀ", ["NGUYỄN VĂN THỬ"]),
        ("Lò Văn Bản", ["Lò Văn Bản"]),
        ("Nguyễn Thị Năm", ["Nguyễn Thị Năm"]),
        ("N.V. Thử", ["N.V. Thử"]),
        ("ông Y Bhŏk Êban", ["Y Bhŏk Êban"]),
        ("bà H'Bia", ["H'Bia"]),
        ("Thử", ["Thử"]),
        ("Công ty TNHH Thử", []),
        ("0912345678", []),
        ("", []),
    ],
)
def test_every_person_is_found(text: str, names: list[str]) -> None:
    assert list(persons_in(text).names()) == names


def test_titles_notes_and_doubtful_names_are_told_apart() -> None:
    parts = persons_in("Bà Lò Thị Mẫu (trưởng bản), Nà Khiết, xã Sìn Hồ")
    assert [(person.title, person.is_certain) for person in parts.persons] == [
        ("bà", True),
        ("", False),
    ]
    assert parts.notes == ("xã Sìn Hồ", "trưởng bản")


@given(
    st.lists(
        st.sampled_from(
            [
                "Ông ",
                THU,
                MAU,
                ", ",
                " và ",
                " (",
                ")",
                "bản Nà",
                " - ",
                "\n",
                "1. ",
                "sn 1968",
                "/",
            ]
        ),
        max_size=9,
    ).map("".join)
)
def test_no_word_is_lost_but_titles_and_conjunctions(text: str) -> None:
    parts = persons_in(text)
    kept = fold(" ".join([person.title for person in parts.persons] + list(parts.names())))
    kept += " " + fold(" ".join(parts.notes))
    for word in re.findall(r"[^\W\d_]{2,}", fold(text)):
        assert word in kept or word in ("va", "ong")


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for person in persons_in(text).persons:
        assert person.name
