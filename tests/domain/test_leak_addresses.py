"""Hamlet, house, street and commune are found by their names or by the kind before them."""

from __future__ import annotations

import pytest

from reception.domain.leak_guard import find_leaks
from reception.domain.leak_hits import LeakedPart
from reception.domain.reporter import Address, Identity


def found(text: str, person: Identity) -> list[tuple[str, LeakedPart]]:
    return [(text[hit.start : hit.end], hit.part) for hit in find_leaks(text, person)]


def at(hamlet: str = "", street: str = "", commune: str = "") -> Identity:
    return Identity(name="Lò Văn B", address=Address(hamlet, street, commune))


@pytest.mark.parametrize(
    ("hamlet", "text", "hits"),
    [
        ("Tổ dân phố 5", "họp tổ 5", ["tổ 5"]),
        ("Tổ dân phố số 5", "họp tổ dân phố 05", ["phố 05"]),
        ("Tổ 12", "họp tổ số 12, TO 12", ["tổ số 12", "TO 12"]),
        ("Tổ 5", "văn bản số 5, điều 5, tờ 5, 5 hộ", []),
        ("Bản 5", "văn bản 5 ghi ở bản 5", ["bản 5"]),
        ("Bản Mới", "đường mới, văn bản mới ra", []),
        ("Bản Mới", "người bản mới, ban moi", ["bản mới", "ban moi"]),
        ("Bản Thống Nhất", "các bên thống nhất họp", []),
        ("Bản Thống Nhất", "ở bản thống nhất, ở Thống Nhất", ["bản thống nhất", "Thống Nhất"]),
        ("Nà Khiết", "bản nà khiet", ["nà khiet"]),
        ("Bản Nậm Loỏng 2", "ở Nậm Loỏng, không phải Nậm Loỏng 1", ["Nậm Loỏng"]),
        ("Bản Thống Nhất 2", "ở bản Thống Nhất 1, Thống Nhất", []),
    ],
)
def test_a_hamlet_is_known_by_its_own_words_or_its_kind(hamlet, text, hits):
    assert found(text, at(hamlet)) == [(hit, LeakedPart.HAMLET) for hit in hits]


@pytest.mark.parametrize(
    ("street", "text", "hits"),
    [
        ("Số 7 đường Hoa Ban", "số 7, đường Hoa Ban", ["số 7, đường Hoa Ban"]),
        ("Số 7 đường Hoa Ban", "7 hoa ban; đường HOA BAN", ["7 hoa ban", "đường HOA BAN"]),
        ("Số 7 đường Hoa Ban", "số nhà 7, nhà số 7", ["số nhà 7", "nhà số 7"]),
        ("Số 7 đường Hoa Ban", "hoa ban nở, quyết định số 7", []),
        ("12/4 Trần Phú", "số nhà 12/4; ở phố Trần Phú", ["số nhà 12/4", "phố Trần Phú"]),
        ("12", "quyết định số 12", []),
        (
            "số 12, ngõ 5, đường Trần Phú",
            "ở 12 ngõ 5 Trần Phú, 12/5 Trần Phú, nhà số 12 đ. Trần Phú, ngõ 5, Trần Phú",
            ["12 ngõ 5 Trần Phú", "12/5 Trần Phú", "nhà số 12 đ. Trần Phú", "ngõ 5, Trần Phú"],
        ),
        ("số 12, ngõ 5, đường Trần Phú", "số 12 ngõ 5 đường Lê Lợi; số 7 Trần Phú; ngõ 5", []),
        ("Số 7 đường 30 tháng 4", "7 đường 30 tháng 4, ngày 30 tháng 4", ["7 đường 30 tháng 4"]),
        ("khu phố 5, phố Mới", "ở phố Mới, khu phố 5 cũ, phố mới làm", ["phố Mới", "phố mới"]),
    ],
)
def test_house_number_and_street_are_found_separately(street, text, hits):
    assert found(text, at(street=street)) == [(hit, LeakedPart.STREET) for hit in hits]


def test_a_commune_with_an_everyday_name_needs_its_kind():
    person = at(commune="Phường Đoàn Kết, Thành phố cũ")
    assert found("ông B muốn đoàn kết ở phường Đoàn Kết", person) == [
        ("ông B", LeakedPart.NAME),
        ("Đoàn Kết", LeakedPart.COMMUNE),
    ]
