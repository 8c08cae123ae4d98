"""Communes and provinces: present, former and ambiguous names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.text import fold, sort_key
from reception.law.administrative_units import (
    PlaceStatus,
    birth_registration_place,
    communes,
    find_commune,
    find_commune_by_former_name,
    find_province,
    home_province,
    is_former_district,
    provinces,
)
from resources import table

ROWS = table("data/communes.json")["communes"]
OLD = [(old, row["name"]) for row in ROWS for old in row["from_old"]]
WRITINGS = st.sampled_from(
    [str, str.upper, str.lower, lambda t: unicodedata.normalize("NFD", t), lambda t: f"  {t} "]
)


def bare(name: str) -> str:
    return name.removeprefix("Xã ").removeprefix("Phường ").removeprefix("Thị trấn ")


def test_the_resolution_gives_38_communes_of_106():
    assert len(communes()) == len(set(communes())) == 38
    assert sum(name.startswith("Phường ") for name in communes()) == 2
    assert len(OLD) == len({old for old, _ in OLD}) == 106
    assert len({row["code"] for row in ROWS}) == 38
    assert all(unicodedata.is_normalized("NFC", name) for name in communes())
    assert [bare(name) for name in communes()] == sorted(map(bare, communes()), key=sort_key)


@pytest.mark.parametrize(("old", "now"), OLD)
def test_every_old_commune_leads_to_its_present_one(old, now):
    found = find_commune_by_former_name(old)
    assert found.name == now
    assert find_commune_by_former_name(old.lower()).name == now
    asked = find_commune(old)
    assert now in (asked.name, *asked.choices)


@given(st.sampled_from(communes()), WRITINGS)
def test_every_present_name_is_known_in_any_writing(name, write):
    found = find_commune(write(name))
    assert name in (found.name, *found.choices)
    assert found.status in (PlaceStatus.PRESENT, PlaceStatus.AMBIGUOUS)
    without = find_commune(fold(write(name)))
    assert name in (without.name, *without.choices)


def test_only_muong_than_is_ambiguous_when_typed_in_full():
    asked = [n for n in communes() if find_commune(n).status is PlaceStatus.AMBIGUOUS]
    assert asked == ["Xã Mường Than"]


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("Mường Than", ("Xã Mường Than", "Xã Than Uyên")),
        ("xa muong than", ("Xã Mường Than", "Xã Than Uyên")),
        ("mường tè", ("Xã Bum Tở", "Xã Mường Tè")),
        ("nam cha", ("Xã Mường Mô", "Xã Nậm Tăm")),
    ],
)
def test_names_of_two_communes_are_ambiguous(typed, choices):
    found = find_commune(typed)
    assert found.status is PlaceStatus.AMBIGUOUS
    assert found.name == ""
    assert found.choices == choices


@pytest.mark.parametrize(
    ("typed", "name", "old"),
    [
        ("San Thàng", "Phường Tân Phong", "Xã San Thàng"),
        ("x. than thuoc", "Xã Tân Uyên", "Xã Thân Thuộc"),
        ("TT. Mường Tè", "Xã Bum Tở", "Thị trấn Mường Tè"),
        ("Nậm Chà", "Xã Mường Mô", "Xã Nậm Chà"),
        ("Nậm Cha", "Xã Nậm Tăm", "Xã Nậm Cha"),
        ("Kan Hồ", "Xã Bum Tở", "Xã Kan Hồ"),
        ("La Nhì Thàng", "Phường Đoàn Kết", "Xã La Nhì Thàng"),
        ("Ma Ly Pho", "Xã Phong Thổ", "Xã Ma Ly Pho"),
        ("Tông Qua Lìn", "Xã Dào San", "Xã Tông Qua Lìn"),
        ("Pa Vệ Sử", "Xã Bum Nưa", "Xã Pa Vệ Sử"),
        ("Pa Khoá", "Xã Pu Sam Cáp", "Xã Pa Khóa"),
    ],
)
def test_old_names_and_their_spellings_are_translated(typed, name, old):
    found = find_commune(typed)
    assert (found.status, found.name, found.former_name) == (PlaceStatus.FORMER, name, old)


@pytest.mark.parametrize("typed", ["Xã Mường Tè", "xa muong te", "Hua Bun"])
def test_names_that_are_still_used_are_present(typed):
    assert find_commune(typed).status is PlaceStatus.PRESENT


@given(st.text(max_size=40))
def test_any_text_is_answered(text):
    for found in (find_commune(text), find_commune_by_former_name(text)):
        assert found.name in ("", *communes())
        assert set(found.choices) <= set(communes())
        assert bool(found.name) == (found.status in (PlaceStatus.PRESENT, PlaceStatus.FORMER))
    assert find_province(text).name in ("", *provinces())


def test_there_are_34_provinces_of_63():
    assert len(provinces()) == len(set(provinces())) == 34
    rows = table("data/provinces.json")["provinces"]
    codes = [code for row in rows for code in row["id_codes"]]
    assert len(codes) == len(set(codes)) == 63
    assert all(birth_registration_place(code) for code in codes)
    assert home_province() in provinces()


@pytest.mark.parametrize("row", table("data/provinces.json")["provinces"], ids=lambda r: r["code"])
def test_every_old_province_leads_to_its_present_one(row):
    for code in row["id_codes"]:
        name = birth_registration_place(code)
        assert name is not None
        for typed in (name, fold(name), f"Tỉnh {name}", f"tỉnh {name.upper()}"):
            assert find_province(typed).name == row["name"]


@pytest.mark.parametrize(
    ("typed", "name", "old"),
    [
        ("Hoà Bình", "Phú Thọ", "Hòa Bình"),
        ("tinh ha giang", "Tuyên Quang", "Hà Giang"),
        ("TP. HCM", "Thành phố Hồ Chí Minh", ""),
        ("Thừa Thiên - Huế", "Thành phố Huế", "Thừa Thiên Huế"),
        ("Vũng Tàu", "Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu"),
        ("Tỉnh Đồng Nai", "Thành phố Đồng Nai", ""),
        ("Đắc Lắc", "Đắk Lắk", ""),
        ("T. Lai Châu", "Lai Châu", ""),
    ],
)
def test_provinces_as_people_write_them(typed, name, old):
    found = find_province(typed)
    assert (found.name, found.former_name) == (name, old)


def test_places_of_birth_registration():
    assert birth_registration_place("012") == "Lai Châu"
    assert birth_registration_place("001") == "Hà Nội"
    assert birth_registration_place("003") is None
    assert birth_registration_place("12") is None


def test_former_districts():
    assert is_former_district("than uyen")
    assert not is_former_district("Bình Lư")
