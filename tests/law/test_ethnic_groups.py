"""The list of ethnic groups and the spellings it takes."""

from __future__ import annotations

import unicodedata

import pytest

from reception.law.ethnic_groups import ethnic_groups, find_ethnic_group


def test_there_are_fifty_four_in_the_official_order():
    groups = ethnic_groups()
    assert len(set(groups)) == 54
    assert (groups[0], groups[7], groups[34], groups[53]) == ("Kinh", "HMông", "Hà Nhì", "Rơ-măm")


@pytest.mark.parametrize("name", ethnic_groups())
def test_every_name_is_found_in_any_case_and_form(name):
    assert find_ethnic_group(name.upper()) == name
    assert find_ethnic_group(unicodedata.normalize("NFD", name)) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mông", "HMông"),
        ("H'Mông", "HMông"),
        ("hmong", "HMông"),
        ("dân tộc Thái", "Thái"),
        ("Khơ Mú", "Khơ-mú"),
        ("khmer", "Khơ-me"),
        ("La Hu", "La Hủ"),
        ("Bru Vân Kiều", "Bru-Vân Kiều"),
    ],
)
def test_other_spellings_are_taken(typed, name):
    assert find_ethnic_group(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "Anh", "không rõ"])
def test_anything_else_is_unknown(typed):
    assert find_ethnic_group(typed) is None
