"""Every statutory table of the registry is sound, and the right version is found for a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reception.domain.errors import InvalidInput
from reception.law.tables import registry
from reception.law.tables.registry import TABLES, table_codes, table_of_period
from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.law.tables.table_header import header_cells, header_levels
from reception.law.tables.table_rules import table_rules

by_name = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@by_name
def test_columns_are_numbered_without_gaps(table: StatutoryTable) -> None:
    assert [column.number for column in table.columns] == list(table.numbers)


@by_name
def test_rules_can_be_read_and_name_columns_that_exist(table: StatutoryTable) -> None:
    for rule in table_rules(table):
        assert rule.left_column in table.numbers
        own = [term.column for term in rule.right_terms if not term.other_table]
        assert set(own) <= set(table.numbers)
        assert rule.left_column not in own


@by_name
def test_the_cells_of_the_head_cover_it_once(table: StatutoryTable) -> None:
    covered = [
        (column, level)
        for cell in header_cells(table)
        for column in range(cell.first_column, cell.last_column + 1)
        for level in range(cell.first_level, cell.last_level + 1)
    ]
    columns, levels = range(len(table.columns) + 1), range(header_levels(table))
    assert sorted(covered) == [(column, level) for column in columns for level in levels]


@by_name
def test_its_texts_are_complete(table: StatutoryTable) -> None:
    assert table.title == table.title.upper()
    assert all(title.strip() == title != "" for c in table.columns for title in c.path)
    assert table.regulation.split("/")[0].endswith(table.circular.split()[1].split("/")[0])
    assert table.until is None or table.since <= table.until


def test_names_are_unique() -> None:
    assert len({table.name for table in TABLES}) == len(TABLES)


def test_the_table_is_that_of_the_day_on_which_the_period_closes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    later = replace(TABLE_01TCD, circular="TT 01/2030", since=date(2030, 3, 1))
    present = replace(TABLE_01TCD, until=date(2030, 2, 28))
    monkeypatch.setattr(registry, "TABLES", (present, later))
    assert table_codes() == ("01/TCD",)
    assert table_of_period("01/TCD", date(2030, 2, 28)) is present
    assert table_of_period("01/TCD", date(2030, 3, 1)) is later
    # Older registers are counted by the first table that is known.
    assert table_of_period("01/TCD", date(2017, 6, 30)) is present
    with pytest.raises(InvalidInput, match="report.unknown_table"):
        table_of_period("09/XYZ", date(2030, 3, 1))
