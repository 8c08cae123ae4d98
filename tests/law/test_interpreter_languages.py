"""Languages of interpreters."""

from __future__ import annotations

import pytest

from reception.domain.text import fold
from reception.law.interpreter_languages import find_language, interpreter_languages


def test_the_list_has_no_doubles_and_begins_with_the_most_spoken():
    names = interpreter_languages()
    assert len({fold(name) for name in names}) == len(names)
    assert names[:2] == ("Thái", "Mông")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *[(fold(name), name) for name in interpreter_languages()],
        ("tiếng H'Mông", "Mông"),
        ("HMông", "Mông"),
        ("Khơ-mú", "Khơ Mú"),
        ("tiếng Trung", "Trung Quốc"),
        ("", None),
        ("tiếng Pháp", None),
    ],
)
def test_languages_as_people_write_them(typed, name):
    assert find_language(typed) == name
