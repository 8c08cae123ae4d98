"""A workplace is found by a word of its kind and its name; the name alone may be anything's."""

from __future__ import annotations

import pytest

from reception.domain.leak_guard import find_leaks
from reception.domain.leak_hits import LeakedPart
from reception.domain.reporter import Identity


def found(text: str, workplace: str) -> list[str]:
    hits = find_leaks(text, Identity(name="Lò Văn B", workplace=workplace))
    assert all(hit.part is LeakedPart.WORKPLACE for hit in hits)
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("workplace", "written"),
    [
        (
            "Công ty TNHH Hoa Ban",
            ("công ty Hoa Ban", "cty Hoa Ban", "Cty. “Hoa Ban", "cong ty hoa ban"),
        ),
        ("Công ty CP Đầu tư Xây dựng Hoàng", ("công ty Hoàng", "cty XD Hoàng")),
        ("Trường Tiểu học số 2 Mường So", ("trường số 2 Mường So", "TH số 2 Mường So")),
        ("Trường Mầm non xã Bản Bo", ("mầm non Bản Bo", "trường MN Bản Bo")),
        ("Trung tâm Y tế huyện Mường Tè", ("y tế Mường Tè", "bệnh viện huyện Mường Tè")),
        ("HTX chè Bản Giang", ("hợp tác xã chè Bản Giang", "HTX Bản Giang")),
        ("Quán Cô Mây", ("quán Cô Mây", "tiệm Cô Mây")),
    ],
)
def test_a_workplace_is_found_by_shorter_forms(workplace: str, written: tuple[str, ...]) -> None:
    for words in written:
        assert found(f"anh ấy làm ở {words}", workplace) == [words]


@pytest.mark.parametrize(
    ("workplace", "text"),
    [
        ("Công ty TNHH Hoa Ban", "mùa hoa ban nở, lễ hội Hoa Ban, trường Hoa Ban, công ty Hoa Mai"),
        ("Công ty CP Đầu tư Xây dựng Hoàng", "anh Hoàng lập công ty hoàng tráng"),
        ("Trường Tiểu học số 2 Mường So", "trường số 1 Mường So, xã Mường So, trường số 2"),
        ("Trạm Y tế xã Nậm Chà", "UBND xã Nậm Chà, trạm biến áp, bản Nậm Chà"),
        ("Công ty", "công ty nào cũng vậy"),
        ("Trường số 2", "trường 3, lớp 2, trường số 12"),
        ("làm nương", "đi làm thuê, nương bị thu"),
    ],
)
def test_a_name_without_the_kind_is_none(workplace: str, text: str) -> None:
    assert found(text, workplace) == []
