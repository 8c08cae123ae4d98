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


@dataclass(frozen=True, slots=True)
class Check:
    """An identity or inequality of the form, and whether the figures keep it."""

    rule: str
    holds: bool
    figures: str = ""


def checks_01tcd(sheet: TableSheet) -> tuple[Check, ...]:
    """Check the identities that the form prints and those that follow from its rules.

    A large group has five people or more (hướng dẫn ghi Biểu 01/TCD), so column 9 is at least
    five times column 8, and so on.
    """
    rows = [row.columns for row in sheet.units]
    total = sheet.total()
    found = [
        _check(f"{n}={n + 4}+{n + 10}+{n + 16}", rows, (n, (n + 4, n + 10, n + 16)), total)
        for n in range(1, 5)
    ]
    for groups in (8, 14, 20):
        rule = f"{groups + 1}>=5*{groups}"
        holds = all(_of(r, groups + 1) >= 5 * _of(r, groups) for r in rows)
        found.append(Check(rule, holds, f"{_of(total, groups + 1)}, {5 * _of(total, groups)}"))
    for groups in (8, 14, 20):
        rule = f"{groups}<={groups - 3}"
        holds = all(_of(r, groups) <= _of(r, groups - 3) for r in rows)
        found.append(Check(rule, holds, f"{_of(total, groups)}, {_of(total, groups - 3)}"))
    return tuple(found)


def _check(
    rule: str,
    rows: list[dict[int, int]],
    parts: tuple[int, tuple[int, ...]],
    total: dict[int, int],
) -> Check:
    left, right = parts
    holds = all(_of(row, left) == sum(_of(row, n) for n in right) for row in rows)
    shown = f"{_of(total, left)} = " + " + ".join(str(_of(total, n)) for n in right)
    return Check(rule, holds, shown)


def _of(row: dict[int, int], column: int) -> int:
    return row.get(column, 0)
