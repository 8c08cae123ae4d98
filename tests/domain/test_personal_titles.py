"""Titles are split from names; a word that is a name stays one."""

from __future__ import annotations

import unicodedata

import pytest

from reception.domain.personal_titles import TITLES, is_female, split_title


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Ông Nguyễn Văn Thử", "ông", "Nguyễn Văn Thử"),
        ("Hộ ông Nguyễn Văn Thử", "ông", "Nguyễn Văn Thử"),
        ("Đ/c Nguyễn Văn Thử", "đồng chí", "Nguyễn Văn Thử"),
        ("Đồng chí: Thử", "đồng chí", "Thử"),
        ("Ô. Thử", "ông", "Thử"),
        ("Ô Thử", "ông", "Thử"),
        ("B. Mẫu", "bà", "Mẫu"),
        ("Ông/Bà: Lò Thị Mẫu", "ông bà", "Lò Thị Mẫu"),
        ("Ông (bà) Lò Thị Mẫu", "ông bà", "Lò Thị Mẫu"),
        ("THÍM MẪU", "thím", "MẪU"),
        ("bà H'Bia", "bà", "H'Bia"),
        ("con dâu bà Mẫu", "bà", "Mẫu"),
        ("Hồ Văn Thử", "", "Hồ Văn Thử"),
        ("Bá Văn Thử", "", "Bá Văn Thử"),
        ("A Páo", "", "A Páo"),
        ("Y Bhŏk", "", "Y Bhŏk"),
        ("Má A Sử", "", "Má A Sử"),
        ("Ông", "", "Ông"),
        ("", "", ""),
    ],
)
def test_titles_are_split_off(text: str, title: str, name: str) -> None:
    assert split_title(text) == (title, name)
    decomposed = split_title(unicodedata.normalize("NFD", text))
    assert decomposed == (title, name)


@pytest.mark.parametrize("title", sorted(TITLES))
def test_every_title_of_the_list_is_split_off(title: str) -> None:
    assert split_title(f"{title} Xuyến")[1] == "Xuyến"
    assert split_title(f"{title.capitalize()} Xuyến")[1] == "Xuyến"


def test_a_title_may_tell_the_sex() -> None:
    assert [is_female(title) for title in ("bà", "ông", "ông bà", "đồng chí", "vợ chồng")] == [
        True,
        False,
        None,
        None,
        None,
    ]
