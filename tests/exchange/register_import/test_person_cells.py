"""Name and paper cells, as offices write them; every person is fictional."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.reporter import PaperKind, Sex
from reception.exchange.register_import.person_cells import PersonFacts, read_person


def person(cell: str, paper: str = "", is_number: bool = False) -> PersonFacts:
    return read_person(cell, "", paper, is_number)


def test_name_and_address() -> None:
    found = person("Lù Thị Páo, số 5, bản Hai, xã Bum Nưa, tỉnh Lai Châu").identity
    assert found.name == "Lù Thị Páo"
    assert (found.address.street, found.address.hamlet) == ("số 5", "bản Hai")
    assert (found.address.commune, found.address.province) == ("xã Bum Nưa", "tỉnh Lai Châu")
    assert found.note == ""


def test_capitals() -> None:
    facts = person("BÀ CHẺO THỊ MAI, BẢN HAI, TỔ 3, XÃ SÌN HỒ, TP LAI CHÂU")
    assert facts.capitals
    assert (facts.identity.name, facts.identity.sex) == ("Chẻo Thị Mai", Sex.FEMALE)
    assert facts.identity.address.hamlet == "bản Hai, tổ 3"
    assert facts.identity.address.commune == "xã Sìn Hồ"
    assert facts.identity.address.province == "TP Lai Châu"


def test_family_names_like_places() -> None:
    for name in ("Bàn Văn Xã", "Tô Thị Phố", "Thôn Văn A"):
        assert person(f"{name}, bản Hai").identity.name == name


def test_groups() -> None:
    facts = person("Lò Văn A và 11 hộ, bản Hai, xã Sìn Hồ")
    assert (facts.group, facts.households, facts.identity.name) == (11, True, "Lò Văn A")
    assert facts.identity.address.commune == "xã Sìn Hồ"
    assert facts.identity.note == "Lò Văn A và 11 hộ, bản Hai, xã Sìn Hồ"
    found = person("Lò Văn A, Lò Thị B, bản Hai").identity
    assert (found.name, found.companions) == ("Lò Văn A", ("Lò Thị B",))


def test_birth_year_and_phone() -> None:
    found = person("Ông Lò Văn Sinh (sinh năm 1968), bản Hai, xã Sìn Hồ, ĐT: 0912 345 678").identity
    assert (found.name, found.sex, found.birth_year) == ("Lò Văn Sinh", Sex.MALE, 1968)
    assert found.phone == "0912345678"


@pytest.mark.parametrize(
    ("text", "is_number", "number", "kind", "zero"),
    [
        ("012170760136", False, "012170760136", PaperKind.NUMBER, False),
        ("12170760136", True, "012170760136", PaperKind.NUMBER, True),
        ("1170760136", True, "001170760136", PaperKind.NUMBER, True),
        ("012 170 760136", False, "012170760136", PaperKind.NUMBER, False),
        ("045123456", False, "045123456", PaperKind.OTHER, False),
        ("45123456", True, "045123456", PaperKind.OTHER, True),
        ("b1234567", False, "B1234567", PaperKind.PASSPORT, False),
        ("không có", False, "", PaperKind.NONE, False),
        ("", False, "", PaperKind.NONE, False),
    ],
)
def test_papers(text: str, is_number: bool, number: str, kind: PaperKind, zero: bool) -> None:
    facts = person("Lù Thị Páo", text, is_number)
    assert (facts.identity.paper.number, facts.identity.paper.kind) == (number, kind)
    assert facts.zero_added is zero


@given(st.text(max_size=200), st.text(max_size=40), st.booleans())
def test_any_text_is_read_and_never_printed(cell: str, paper: str, is_number: bool) -> None:
    facts = person("Zqxwv " + cell, paper, is_number)
    assert "Zqxwv" not in repr(facts)
