"""Biểu 01/TCD: sums over units, and the identities of the form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.table_01tcd import TableSheet, UnitRow, checks_01tcd

PARTS = (5, 6, 7, 11, 12, 13, 17, 18, 19)


def sheet(*rows: dict[int, int]) -> TableSheet:
    units = tuple(UnitRow(f"Đơn vị {n}", row) for n, row in enumerate(rows))
    return TableSheet(("A", "B"), (date(2026, 1, 1), date(2026, 1, 31)), units, "")


@st.composite
def right_row(draw: st.DrawFn) -> dict[int, int]:
    row = {column: draw(st.integers(20, 400)) for column in PARTS}
    for groups in (8, 14, 20):
        row[groups] = draw(st.integers(0, 4))
        row[groups + 1] = row[groups] * 5 + draw(st.integers(0, 3))
    for total in range(1, 5):
        row[total] = sum(row[total + step] for step in (4, 10, 16))
    return row


@given(st.lists(right_row(), min_size=1, max_size=4))
def test_right_figures_pass_every_check(rows):
    checks = checks_01tcd(sheet(*rows))
    assert len(checks) == 10
    assert all(check.holds for check in checks)


@given(st.lists(right_row(), min_size=1, max_size=3), st.integers(1, 4), st.integers(1, 9))
def test_a_wrong_total_is_found_even_in_one_unit(rows, column, slip):
    rows[0] = rows[0] | {column: rows[0][column] + slip}
    failed = [check.rule for check in checks_01tcd(sheet(*rows)) if not check.holds]
    assert failed == [f"{column}={column + 4}+{column + 10}+{column + 16}"]


def test_slips_of_two_units_do_not_cancel():
    rows = [{1: 3, 5: 2}, {1: 1, 5: 2}]
    assert not checks_01tcd(sheet(*rows))[0].holds


@pytest.mark.parametrize("groups", [8, 14, 20])
def test_a_large_group_has_five_people_or_more(groups):
    row = {4: 1, groups: 1, groups + 1: 4, groups - 3: 1, 1: 1}
    failed = {check.rule for check in checks_01tcd(sheet(row)) if not check.holds}
    assert failed == {f"{groups + 1}>=5*{groups}"}


@given(st.lists(right_row(), max_size=4))
def test_the_total_is_the_sum_of_the_units(rows):
    total = sheet(*rows).total()
    assert set(total) == set(range(1, 22))
    assert total[1] == sum(row[1] for row in rows)
    assert total[21] == sum(row[21] for row in rows)
