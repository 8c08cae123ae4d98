"""Name and paper cells, as offices write them; every person is fictional."""

from __future__ import annotations

import itertools
from dataclasses import astuple
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.reporter import PaperKind, Sex
from reception.exchange.register_import.person_cells import PersonFacts, read_person
from reception.messages.register_reading import SENTENCES
from tests.fixtures.leak_texts.halves import Half
from tests.fixtures.leak_texts.people import draw_people
from tests.fixtures.person_cells import CLEAR_CELLS, FIRST, SECOND, UNCLEAR_CELLS


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
    for name in ("Bàn Văn Xã", "Tô Thị Phố", "Nguyễn Văn Bản"):
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


@pytest.mark.parametrize(("cell", "names"), CLEAR_CELLS)
def test_every_name_of_a_cell_is_read(cell: str, names: tuple[str, ...]) -> None:
    facts = person(cell)
    assert facts.person_problem == ""
    assert (facts.identity.name, *facts.identity.companions) == names
    places = repr(astuple(facts.identity.address))
    assert not any(word in places for word in ("Văn", "Lò", "Mẫu", "1968"))


@pytest.mark.parametrize(("cell", "_names"), UNCLEAR_CELLS)
def test_a_cell_that_is_not_wholly_understood_stops_its_row(
    cell: str, _names: tuple[str, ...]
) -> None:
    code = person(cell).person_problem
    assert code in ("exchange.row.person_unclear", "exchange.row.ditto")
    assert SENTENCES[code]


def test_what_no_field_holds_is_kept_as_the_note() -> None:
    for cell in (
        "Nguyễn Văn Thử (CCB), bản Nà",
        "Nguyễn Văn Thử, 0912345678, 0987654321",
        "Nguyễn Văn Thử, bản Nà, huyện Sìn Hồ",
        "Nặc danh",
    ):
        assert person(cell).identity.note == cell


def test_numbers_of_a_cell() -> None:
    found = person("Nguyễn Văn Thử, sn 68, CCCD: 012190998877, bản Nà, +84 912 345 678").identity
    assert (found.birth_year, found.phone) == (1968, "0912345678")
    assert found.paper.number == "012190998877"
    assert person("Nguyễn Văn Thử, CMND 012190998877", "012190998866").identity.note != ""


def test_a_group_without_a_name_has_none() -> None:
    facts = person("Các hộ dân bản Nà")
    assert (facts.identity.name, facts.person_problem) == ("", "")
    assert facts.identity.address.hamlet == "bản Nà"


def test_an_address_cell() -> None:
    found = read_person("Nguyễn Văn Thử", "Nà Khiết, Sìn Hồ, Hà Nội", "", False)
    address = found.identity.address
    assert (address.hamlet, address.commune, address.province) == ("Nà Khiết", "Sìn Hồ", "Hà Nội")
    for cell in ("Lò Thị Mẫu, bản Nà", "bản Nà, bà Mẫu", "bản Nà Lò Thị Mẫu"):
        facts = read_person("Nguyễn Văn Thử", cell, "", False)
        assert facts.address_problem == "exchange.row.address_unclear"


def test_a_paper_cell_with_a_name_stops_its_row() -> None:
    assert person("Nguyễn Văn Thử", "012190998877 Lò Thị Mẫu").paper_problem != ""
    assert person("Nguyễn Văn Thử", "CCCD số 012190998877 cấp ngày 1/2/2022").paper_problem == ""


NAMES = st.sampled_from([FIRST, SECOND, "Vàng A Chớ", "Tẩn Mẩy", "Đỗ Giang", "Nông Thị Ánh Vân"])
GLUE = st.sampled_from([", ", "; ", "\n", " và ", " - ", " / ", " + ", ", bà ", " và vợ là ", " ("])
ENDINGS = st.sampled_from(
    ["", ", bản Nà", " bản Nà, xã Sìn Hồ", " (CCB)", ", SN 1968", ", trú tại bản Nà", " và 3 người"]
)


@given(st.lists(NAMES, min_size=1, max_size=3, unique=True), GLUE, st.lists(ENDINGS, max_size=3))
def test_no_planted_name_is_lost(names: list[str], glue: str, endings: list[str]) -> None:
    facts = person(glue.join(names) + "".join(endings))
    found = {facts.identity.name, *facts.identity.companions}
    assert facts.person_problem or set(names) <= found


def test_people_of_all_peoples_are_read() -> None:
    people = draw_people(Random(54), 540, Half.KNOWN)  # noqa: S311 - the same people each time
    for one, other in itertools.pairwise(people):
        name, hamlet, commune = one.identity.name, one.identity.address.hamlet, "xã Sìn Hồ"
        for cell in (
            name,
            f"{name}, {hamlet}, {commune}",
            f"{name}, {hamlet}, {commune}".upper(),
            f"{name}, {one.identity.address.street or hamlet}",
            f"Ông {name} và bà {other.identity.name}, {hamlet}",
        ):
            facts = person(cell)
            found = (facts.identity.name, *facts.identity.companions)
            names = (name, other.identity.name) if " và bà " in cell else (name,)
            assert facts.person_problem == ""
            assert [text.casefold() for text in found] == [text.casefold() for text in names]


def test_a_second_person_is_read_or_stops_the_row() -> None:
    people = draw_people(Random(45), 540, Half.KNOWN)  # noqa: S311 - the same people each time
    stopped = 0
    for one, other in itertools.pairwise(people):
        facts = person(f"{one.identity.name}\n{other.identity.name}\n{one.identity.address.hamlet}")
        stopped += bool(facts.person_problem)
        if not facts.person_problem:
            found = (facts.identity.name, *facts.identity.companions)
            assert found == (one.identity.name, other.identity.name)
    assert stopped < len(people) / 6


def test_a_name_with_the_letters_of_a_place_is_no_place() -> None:
    assert person("Lò Văn Thử, Cà Mẫu, bản Nà").identity.companions == ("Cà Mẫu",)
    assert person("Lò Văn Thử, Cà Mau").identity.address.province == "Cà Mau"
    assert person("Lò Văn Thử, Lê Lợi, bản Nà").person_problem == "exchange.row.person_unclear"
    assert person("Nàng Thử, bản Nà").identity.name == "Nàng Thử"
