"""The head of a statutory table as merged cells, for paper and workbook alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_sheet import UNIT_TITLE

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of the head; both ends included, column 0 is that of the units, level 0 the top."""

    text: str
    left: int
    right: int
    top: int
    bottom: int


def head_levels(table: StatutoryTable) -> int:
    """Return how many lines the head has: the longest path from heading to column."""
    return max(len(column.path) for column in table.columns)


def head_cells(table: StatutoryTable) -> tuple[HeadCell, ...]:
    """Return the cells: neighbouring columns share the cell of a common heading.

    A heading over single columns only reaches down to the last line but one.
    """
    paths = [(UNIT_TITLE,), *(column.path for column in table.columns)]
    cells: list[HeadCell] = []
    _collect(cells, paths, (0, 0), head_levels(table) - 1)
    return tuple(cells)


def _collect(
    cells: list[HeadCell], paths: Sequence[_Path], corner: tuple[int, int], lowest: int
) -> None:
    left, level = corner
    for group in _groups(paths):
        right = left + len(group) - 1
        inner = [path[1:] for path in group]
        bottom = _bottom(inner, level, lowest)
        cells.append(HeadCell(group[0][0], left, right, level, bottom))
        if inner[0]:
            _collect(cells, inner, (left, bottom + 1), lowest)
        left = right + 1


def _groups(paths: Sequence[_Path]) -> list[list[_Path]]:
    """Return runs of neighbouring columns with the same heading.

    A column without a heading is a run of its own.
    """
    groups: list[list[_Path]] = []
    for path in paths:
        same = groups and len(path) > 1 and len(groups[-1][0]) > 1
        if same and groups[-1][0][0] == path[0]:
            groups[-1].append(path)
        else:
            groups.append([path])
    return groups


def _bottom(inner: Sequence[_Path], level: int, lowest: int) -> int:
    if not inner[0]:
        return lowest
    if all(len(path) == 1 for path in inner):
        return lowest - 1
    return level
