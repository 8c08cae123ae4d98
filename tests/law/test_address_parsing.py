"""Addresses of cards: split at their commas, with present names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.reporter import Address
from reception.law.address_parsing import commune_and_province, commune_text, split_address
from resources import table

ROWS = table("data/communes.json")["communes"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", Address()),
        (
            "Bản Nà B, Xã Thân Thuộc, Huyện Tân Uyên, Tỉnh Lai Châu",
            Address("Bản Nà B", "", "Xã Tân Uyên", "Lai Châu"),
        ),
        (
            "Tổ 5, Tân Phong, Thành phố Lai Châu, Lai Châu",
            Address("Tổ 5", "", "Phường Tân Phong", "Lai Châu"),
        ),
        (
            "Bản X, Mường Than, Than Uyên, Lai Châu",
            Address("Bản X", "", "Xã Than Uyên", "Lai Châu"),
        ),
        ("Bản X, Mường Than, Lai Châu", Address("Bản X", "", "Mường Than", "Lai Châu")),
        (
            "Số 5 đường A, Tổ 2, Xã Tân Uyên, Lai Châu, Việt Nam",
            Address("Tổ 2", "Số 5 đường A", "Xã Tân Uyên", "Lai Châu"),
        ),
        (
            "Thôn C, Xã Tả Phìn, Thị xã Sa Pa, Tỉnh Lào Cai",
            Address("Thôn C", "", "Xã Tả Phìn, Thị xã Sa Pa", "Lào Cai"),
        ),
        ("Xóm D, Xã E, Huyện Đ, Hòa Bình", Address("Xóm D", "", "Xã E, Huyện Đ", "Phú Thọ")),
        ("Phường Đoàn Kết", Address("", "", "Phường Đoàn Kết", "")),
        ("Bản Nà B", Address("Bản Nà B")),
        ("Lai Châu", Address(province="Lai Châu")),
        ("Tân Uyên, Tân Uyên, Lai Châu", Address("", "", "Xã Tân Uyên", "Lai Châu")),
    ],
)
def test_addresses_as_cards_print_them(text, address):
    assert split_address(text) == address


@pytest.mark.parametrize(("old", "now"), [(o, r["name"]) for r in ROWS for o in r["from_old"]])
def test_every_old_address_with_a_district_is_translated(old, now):
    found = split_address(f"Bản Nà B, {old}, Huyện Tân Uyên, Tỉnh Lai Châu")
    assert found == Address("Bản Nà B", "", now, "Lai Châu")


@given(st.text(max_size=80) | st.lists(st.text(max_size=15), max_size=6).map(",".join))
def test_any_text_is_split_without_error(text):
    assert isinstance(split_address(text), Address)


@pytest.mark.parametrize(
    ("typed", "province", "expected"),
    [
        ("", "", ("", "")),
        ("Xã Bình Lư", "", ("Xã Bình Lư", "Lai Châu")),
        ("Xã Bình Lư", "Điện Biên", ("Xã Bình Lư", "Điện Biên")),
        ("Xã Yên Thành, Nghệ An", "", ("Xã Yên Thành", "Nghệ An")),
        ("Xã Yên Thành, Nghệ An", "Điện Biên", ("Xã Yên Thành", "Nghệ An")),
        ("Bản A, Xã Bình Lư", "", ("Bản A, Xã Bình Lư", "Lai Châu")),
    ],
)
def test_a_typed_commune_names_its_province_behind_the_comma(
    typed: str, province: str, expected: tuple[str, str]
) -> None:
    assert commune_and_province(typed, province) == expected


@pytest.mark.parametrize("typed", ["Xã Bình Lư", "Xã Yên Thành, Nghệ An"])
def test_an_address_is_typed_again_as_it_was(typed: str) -> None:
    assert commune_text(Address("", "", *commune_and_province(typed))) == typed


@pytest.mark.parametrize(
    ("text", "commune", "hamlet"),
    [
        ("Đông Xuân, Đông Hưng, Thái Bình", "Đông Xuân, Đông Hưng", ""),
        ("Thôn C, Tả Phìn, Sa Pa, Lào Cai", "Tả Phìn, Sa Pa", "Thôn C"),
        ("Xã Tả Phìn, Thị xã Sa Pa, Tỉnh Lào Cai", "Xã Tả Phìn, Thị xã Sa Pa", ""),
        ("Sa Pa, Lào Cai", "Sa Pa", ""),
    ],
)
def test_an_address_of_the_time_of_districts_does_not_file_one_as_commune(text, commune, hamlet):
    address = split_address(text, names_district=True)
    assert (address.commune, address.hamlet) == (commune, hamlet)


def test_the_time_of_districts_changes_nothing_in_the_home_province():
    text = "Bản Nà B, Bình Lư, Tam Đường, Lai Châu"
    assert split_address(text, names_district=True) == split_address(text)
