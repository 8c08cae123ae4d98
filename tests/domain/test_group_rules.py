"""Representatives of a group, and warnings about a group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.group_rules import group_warnings, max_representatives
from reception.domain.visit import Group


@pytest.mark.parametrize(
    ("people", "most"),
    [(0, 0), (1, 0), (4, 0), (5, 2), (10, 2), (11, 5), (300, 5)],
)
def test_the_numbers_of_article_29(people, most):
    assert max_representatives(people) == most


@given(st.integers(-5, 500))
def test_more_people_never_name_fewer(people):
    assert max_representatives(people) <= max_representatives(people + 1)


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        (Group(), ()),
        (Group(people=4, same_content=4), ()),
        (Group(5, 5, 2, appointment_present=True), ()),
        (Group(0, 1), ("group.people_wrong",)),
        (Group(2, 3), ("group.same_above_people",)),
        (Group(6, 6), ("group.no_representative", "group.no_appointment")),
        (Group(10, 10, 3, appointment_present=True), ("group.too_many_representatives",)),
        (Group(12, 12, 5), ("group.no_appointment",)),
    ],
)
def test_remarks_about_a_group(group, codes):
    assert group_warnings(group) == codes


@given(st.integers(5, 500))
def test_a_large_group_can_always_be_right(people):
    group = Group(people, people, max_representatives(people), appointment_present=True)
    assert group_warnings(group) == ()
