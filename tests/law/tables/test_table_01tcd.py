"""Biểu 01/TCD (TT 06/2025): its rules hold for right figures only; its note."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.law.tables.statutory_table import CountingChoice
from reception.law.tables.table_01tcd import (
    DELEGATE_COLUMNS,
    HEAD_COLUMNS,
    REGULAR_COLUMNS,
    TABLE_01TCD,
    TOTAL_COLUMNS,
)
from reception.law.tables.table_checks import check_sheet
from reception.law.tables.table_sheet import TableSheet, UnitRow, with_formula_columns

PARTS = (5, 6, 7, 11, 12, 13, 17, 18, 19)


def sheet(*rows: dict[int, int]) -> TableSheet:
    units = tuple(UnitRow(f"Đơn vị {n}", row) for n, row in enumerate(rows))
    return TableSheet(TABLE_01TCD, ("A", "B"), (date(2026, 1, 1), date(2026, 1, 31)), units, "")


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
    checks = check_sheet(sheet(*rows))
    assert len(checks) == 10
    assert all(check.holds for check in checks)


@given(st.lists(right_row(), min_size=1, max_size=3), st.integers(1, 4), st.integers(1, 9))
def test_a_wrong_total_is_found_even_in_one_unit(rows, column, slip):
    rows[0] = rows[0] | {column: rows[0][column] + slip}
    failed = [check.rule for check in check_sheet(sheet(*rows)) if not check.holds]
    assert failed == [f"{column}={column + 4}+{column + 10}+{column + 16}"]


def test_slips_of_two_units_do_not_cancel():
    rows = [{1: 3, 5: 2}, {1: 1, 5: 2}]
    assert not check_sheet(sheet(*rows))[0].holds


@pytest.mark.parametrize("groups", [8, 14, 20])
def test_a_large_group_has_five_people_or_more(groups):
    row = {4: 1, groups: 1, groups + 1: 4, groups - 3: 1, 1: 1}
    failed = {check.rule for check in check_sheet(sheet(row)) if not check.holds}
    assert failed == {f"{groups + 1}>=5*{groups}"}


@given(st.lists(right_row(), max_size=4))
def test_the_total_is_the_sum_of_the_units(rows):
    total = sheet(*rows).total()
    assert set(total) == set(range(1, 22))
    assert total[1] == sum(row[1] for row in rows)
    assert total[21] == sum(row[21] for row in rows)


@given(right_row())
def test_totals_left_out_are_added_up(row):
    counted = {column: figure for column, figure in row.items() if column > TOTAL_COLUMNS.groups}
    assert with_formula_columns(TABLE_01TCD, counted) == {n: row.get(n, 0) for n in range(1, 22)}


def test_the_columns_have_their_titles():
    paths = {column.number: column.path for column in TABLE_01TCD.columns}
    assert paths[TOTAL_COLUMNS.groups] == ("Tổng số đoàn đông người",)
    assert paths[REGULAR_COLUMNS.matters] == ("Tiếp thường xuyên", "Số vụ việc")
    by_head = "Tiếp định kỳ và đột xuất của Thủ trưởng"
    assert paths[HEAD_COLUMNS.days] == (by_head, "Thủ trưởng tiếp", "Số ngày tiếp")
    groups = ("Ủy quyền tiếp", "Trong đó đoàn đông người")
    assert paths[DELEGATE_COLUMNS.groups] == (by_head, *groups, "Số đoàn được tiếp")
    assert paths[DELEGATE_COLUMNS.group_people] == (by_head, *groups, "Số người được tiếp")


def test_the_note_explains_how_figures_were_counted():
    assert TABLE_01TCD.note(frozenset()) == (
        "Đoàn đông người là đoàn từ 05 người trở lên. Số người đếm theo lượt tiếp. "
        "Số vụ việc đếm theo lượt tiếp."
    )
    assert TABLE_01TCD.note(frozenset(CountingChoice)) == (
        "Đoàn đông người là đoàn từ 05 người trở lên. Số người không đếm trùng. "
        "Số vụ việc không đếm trùng. Tố cáo luôn đếm theo lượt tiếp. Gồm cả lượt từ chối tiếp. "
        "Cột 10, 16 tính theo ngày có lượt tiếp."
    )
