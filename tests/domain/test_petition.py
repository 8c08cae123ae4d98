"""Petitions: which paper received is a written one."""

from __future__ import annotations

import pytest

from reception.domain.petition import is_written_petition


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Đơn khiếu nại", True), (" don to cao", True), ("Giấy chứng nhận", False), ("", False)],
)
def test_a_paper_is_a_written_petition_by_its_name(name, expected):
    assert is_written_petition(name) is expected
