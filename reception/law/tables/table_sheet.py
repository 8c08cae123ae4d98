"""A statutory table filled with figures, and the texts around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reception.law.tables.statutory_table import Choices, StatutoryTable
from reception.law.tables.table_rules import formula_rules

UNIT_TITLE = "Đơn vị"
NUMBERS_TITLE = "MS"
TOTAL_TITLE = "Tổng cộng"
_ATTACHED = "(Kèm theo Báo cáo số: ...... ngày ...... tháng ...... năm ...... của ......)"
_POSTS = ("NGƯỜI LẬP BIỂU", "TRƯỞNG BAN")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """The figures of one unit by column number; a column that is not there counts as 0."""

    unit: str
    columns: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A filled table, from which paper, workbook and JSON are made.

    ``breakdowns`` are further figures of the same period, not in columns: name → key → figure.
    """

    table: StatutoryTable
    office_lines: tuple[str, ...]  # the superior body, then the office, in upper case
    period: tuple[date, date]  # both days included
    units: tuple[UnitRow, ...]
    note: str
    report_reference: str = ""  # the line that names the report; dotted if empty
    chosen_posts: tuple[str, str] = ("", "")  # posts of the two who sign; the usual ones if empty
    choices: Choices = frozenset()
    breakdowns: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def total(self) -> dict[int, int]:
        """Return the sums over all units, for every column."""
        return {
            column: sum(row.columns.get(column, 0) for row in self.units)
            for column in self.table.numbers
        }

    @property
    def code_line(self) -> str:
        """``Biểu số: 01/TCD``."""
        return f"Biểu số: {self.table.code}"

    @property
    def period_line(self) -> str:
        """The line with the first and last day of the period."""
        first, last = (f"{day:%d/%m/}{day.year}" for day in self.period)
        return f"Số liệu tính từ ngày {first} đến ngày {last}"

    @property
    def report_reference_line(self) -> str:
        """The line that names the report; with dots to fill in if the report is not known."""
        return self.report_reference or _ATTACHED

    @property
    def note_line(self) -> str:
        """``22. Ghi chú: …``."""
        return f"{self.table.note_number}. Ghi chú: {self.note}"

    @property
    def signing_posts(self) -> tuple[str, str]:
        """The posts of the two who sign."""
        return self.chosen_posts[0] or _POSTS[0], self.chosen_posts[1] or _POSTS[1]


def with_formula_columns(table: StatutoryTable, counted: Mapping[int, int]) -> dict[int, int]:
    """Return a figure for every column.

    It is the counted one if there is one, else the result of the column's first formula, else 0.
    """
    sums = {rule.left_column: rule.right_terms for rule in reversed(formula_rules(table))}
    columns = dict(counted)

    def figure(number: int) -> int:
        if number not in columns:
            terms = sums.get(number, ())
            columns[number] = sum(term.factor * figure(term.column) for term in terms)
        return columns[number]

    return {number: figure(number) for number in table.numbers}
