"""Formulas and checks of statutory tables: read from text, tried within and across tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reception.law.tables.statutory_table import StatutoryTable, TableColumn, TableHeading
from reception.law.tables.table_checks import check_sheet
from reception.law.tables.table_header import HeaderCell, header_cells
from reception.law.tables.table_rules import RuleTerm, formula_rules, parse_rule
from reception.law.tables.table_sheet import TableSheet, UnitRow, with_formula_columns

PETITIONS = TableHeading("Số đơn")
BY_LEVEL, BY_FIELD = TableHeading("Theo cấp", PETITIONS), TableHeading("Theo lĩnh vực", PETITIONS)
TABLE = StatutoryTable(
    code="09/THU",
    circular="TT 99/2030",
    regulation="Thông tư 99/2030/TT-TTCP",
    title="BIỂU THỬ",
    columns=(
        TableColumn(1, "Tổng số", formula="2"),
        TableColumn(2, "Tổng số đơn", PETITIONS, formula="3+4=5+6"),
        TableColumn(3, "Lần đầu", BY_LEVEL),
        TableColumn(4, "Lần 2", BY_LEVEL),
        TableColumn(5, "Đất đai", BY_FIELD),
        TableColumn(6, "Khác", BY_FIELD),
    ),
    periods=frozenset(),
    since=date(2030, 1, 1),
    checks=("4<=3", "1=02/XLD:6"),
)


def sheet(*rows: dict[int, int]) -> TableSheet:
    units = tuple(UnitRow(str(n), with_formula_columns(TABLE, row)) for n, row in enumerate(rows))
    return TableSheet(TABLE, (), (date(2030, 1, 1), date(2030, 3, 14)), units, "")


def test_two_sums_of_one_column_are_two_rules() -> None:
    assert [rule.text for rule in formula_rules(TABLE)] == ["1=2", "2=3+4", "2=5+6"]
    assert TABLE.columns[1].number_lines == ("2=3+4", "=5+6")
    assert TABLE.columns[2].number_lines == ("3",)
    assert TABLE.note_number == 7


def test_terms_have_a_factor_or_another_table() -> None:
    assert parse_rule("9>=5*8").right_terms == (RuleTerm(8, factor=5),)
    assert parse_rule("1=02/XLD:6").right_terms == (RuleTerm(6, other_table="02/XLD"),)


@pytest.mark.parametrize("text", ["", "9", "9>8", "a=5", "9=5+", "9==5", "9=5*", "1=XLD:6"])
def test_other_texts_are_no_rules(text: str) -> None:
    with pytest.raises(ValueError, match="not a rule"):
        parse_rule(text)


def test_columns_are_added_up_from_columns_that_are_themselves_sums() -> None:
    assert with_formula_columns(TABLE, {3: 4, 4: 1, 5: 2}) == {1: 5, 2: 5, 3: 4, 4: 1, 5: 2, 6: 0}
    assert with_formula_columns(TABLE, {2: 9})[1] == 9


def test_the_second_sum_is_checked_where_the_first_gave_the_figure() -> None:
    checks = check_sheet(sheet({3: 4, 4: 1, 5: 2, 6: 3}, {3: 1, 5: 2}))
    assert {check.rule: check.holds for check in checks} == {
        "1=2": True,
        "2=3+4": True,
        "2=5+6": False,
        "4<=3": True,
    }


def test_another_table_is_compared_by_its_totals_when_it_is_given() -> None:
    counted = sheet({3: 4, 5: 4}, {3: 1, 5: 1})
    assert [c.holds for c in check_sheet(counted, {"02/XLD": {6: 5}}) if ":" in c.rule] == [True]
    assert [c.holds for c in check_sheet(counted, {"02/XLD": {6: 4}}) if ":" in c.rule] == [False]


def test_headings_extend_down_to_their_columns() -> None:
    assert header_cells(TABLE) == (
        HeaderCell("Đơn vị", 0, 0, 0, 2),
        HeaderCell("Tổng số", 1, 1, 0, 2),
        HeaderCell("Số đơn", 2, 6, 0, 0),
        HeaderCell("Tổng số đơn", 2, 2, 1, 2),
        HeaderCell("Theo cấp", 3, 4, 1, 1),
        HeaderCell("Lần đầu", 3, 3, 2, 2),
        HeaderCell("Lần 2", 4, 4, 2, 2),
        HeaderCell("Theo lĩnh vực", 5, 6, 1, 1),
        HeaderCell("Đất đai", 5, 5, 2, 2),
        HeaderCell("Khác", 6, 6, 2, 2),
    )
    flat = replace(TABLE, columns=(TableColumn(1, "Tổng số"),))
    assert [cell.last_level for cell in header_cells(flat)] == [0, 0]
