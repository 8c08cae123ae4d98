"""The rules of a statutory table (its formulas and checks) applied to the figures of a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.law.tables.table_rules import TableRule, table_rules
from reception.law.tables.table_sheet import TableSheet

Totals = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class TableCheck:
    """A rule of the table, and whether the figures satisfy it."""

    rule: str
    holds: bool


def check_sheet(
    sheet: TableSheet, other_totals: Mapping[str, Totals] | None = None
) -> tuple[TableCheck, ...]:
    """Apply every rule to each unit, and a rule that compares two tables to the totals.

    ``other_totals`` maps the code of another table to its totals of the same period. A rule about
    a table that it does not contain is not checked.
    """
    others = other_totals or {}
    return tuple(
        _check(rule, sheet, others)
        for rule in table_rules(sheet.table)
        if rule.other_tables <= others.keys()
    )


def _check(rule: TableRule, sheet: TableSheet, others: Mapping[str, Totals]) -> TableCheck:
    rows: list[Totals] = [row.columns for row in sheet.units]
    if rule.other_tables:
        rows = [sheet.total()]
    holds = all(
        rule.holds(row.get(rule.left_column, 0), _right_side(rule, row, others)) for row in rows
    )
    return TableCheck(rule.text, holds)


def _right_side(rule: TableRule, row: Totals, others: Mapping[str, Totals]) -> int:
    return sum(
        term.factor * (others[term.other_table] if term.other_table else row).get(term.column, 0)
        for term in rule.right_terms
    )
