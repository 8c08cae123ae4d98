"""Biểu 01/TCD (TT 06/2025) as figures: a row for each unit, columns 1 to 21."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UnitRow:
    """The figures of one unit; ``columns`` maps 1 to 21, a column left out is 0."""

    unit: str
    columns: dict[int, int]


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table ready to be written: head lines, the days it covers, units, note line 22."""

    head: tuple[str, ...]  # the body above, then the office, in capitals
    period: tuple[date, date]
    units: tuple[UnitRow, ...]
    note: str
    attached: str = ""  # the line of the report it goes with; the writer's dotted one if empty
    signatures: tuple[str, str] = ("", "")  # posts under the table; the writer's own if empty

    def total(self) -> dict[int, int]:
        """Return the sums over all units, columns 1 to 21."""
        return {
            column: sum(row.columns.get(column, 0) for row in self.units) for column in range(1, 22)
        }
