"""What a name field can mean: posts before the name, small letters, a second person."""

from __future__ import annotations

import pytest

from reception.domain.names_in_field import names_in_field


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Nguyễn văn Thử", "Nguyễn văn Thử"),
        ("Nguyễn văn thử", "Nguyễn văn thử"),
        ("Vũ đức dân", "Vũ đức dân"),
        ("Cil múp k'brếp", "Cil múp k'brếp"),
        ("Rơ-chăm h'bia", "Rơ-chăm h'bia"),
        ("Lò thị thu Hòa", "Lò thị thu Hòa"),
        ("Lò thị dượng", "Lò thị dượng"),
        ("Bà Lò thị mẫu (cháu nội)", "Lò thị mẫu"),
        ("Lò thị mẫu, Vàng A Páo", "Lò thị mẫu"),
        ("Lò thị mẫu, Vàng A Páo", "Vàng A Páo"),
        ("Trưởng bản Giàng A Thử", "Giàng A Thử"),
        ("Luật gia Trần Bá", "Trần Bá"),
        ("Luật gia Mìn Mí Ngấn", "Mìn Mí Ngấn"),
        ("Đại biểu HĐND xã Lê Văn Huy", "Lê Văn Huy"),
        ("Nguyên đại biểu HĐND Tẩn Mỷ", "Tẩn Mỷ"),
        ("Người có uy tín Tao Bủm", "Tao Bủm"),
        ("Cán bộ hưu trí Phan văn Chín", "Phan văn Chín"),
        ("Tổ trưởng tổ vay vốn Má thị Páo", "Má thị Páo"),
        ("Thương binh hạng 2/4 Đặng Hùng", "Đặng Hùng"),
        ("Nhóm hộ do Hứa thị Bền đại diện", "Hứa thị Bền"),
        ("Vi Phủi nộp thay Lò Khăm", "Lò Khăm"),
        ("HỌC SINH TRẦN VĂN BÁ", "TRẦN VĂN BÁ"),
        ("Đại diện nhóm hộ: Dỉn văn Phượng", "Dỉn văn Phượng"),
        ("Đại diện nhóm hộ: Pi năng Mơ", "Pi năng Mơ"),
        ("Phó chủ tịch xã Điểu Thị Plưi", "Điểu Thị Plưi"),
        ("Nàng Giang (CCB)", "nàng Giang"),
        ("Lò Thị Mẫu nguyên trưởng bản", "Lò Thị Mẫu"),
    ],
)
def test_a_name_is_found_in_its_field(field: str, name: str) -> None:
    assert name in names_in_field(field)


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ("Nguyễn văn thử", "Nguyễn"),
        ("Đỗ quốc Dân", "Dân"),
        ("Lò thị mẫu, Vàng A Páo", "Lò"),
        ("Người có uy tín Tao Bủm", "Người"),
        ("Cán bộ hưu trí Phan văn Chín", "Chín"),
        ("Thôn đội trưởng Phủng Thị Hiền", "Thị Hiền"),
        ("Tổ trưởng tổ vay vốn Má thị Páo", "Páo"),
        ("Tổ trưởng tổ vay vốn Dỉn văn Chín", "Chín"),
        ("Đại diện nhóm hộ: Pi năng Mơ", "Pi"),
        ("Phó chủ tịch xã Điểu Thị Plưi", "Phó chủ tịch xã Điểu Thị Plưi"),
    ],
)
def test_a_part_of_a_name_is_no_name_of_its_own(field: str, word: str) -> None:
    assert word not in names_in_field(field)


def test_a_field_of_one_word_or_of_none_means_itself() -> None:
    assert names_in_field("Páo") == ("Páo",)
    assert names_in_field("12") == ("12",)
    assert names_in_field("") == ()
