"""The header of a statutory table as merged cells, for paper and workbook alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_sheet import UNIT_TITLE

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A cell of the header, with its first and last column and level, all included.

    Column 0 is that of the units, level 0 the top line.
    """

    text: str
    first_column: int
    last_column: int
    first_level: int
    last_level: int


def header_levels(table: StatutoryTable) -> int:
    """Return how many lines the header has: the longest path from heading to column."""
    return max(len(column.path) for column in table.columns)


def header_cells(table: StatutoryTable) -> tuple[HeaderCell, ...]:
    """Return the cells; neighbouring columns share the cell of a common heading.

    A heading directly above its columns extends down to the line before the last.
    """
    paths = [(UNIT_TITLE,), *(column.path for column in table.columns)]
    cells: list[HeaderCell] = []
    _add_cells(cells, paths, (0, 0), header_levels(table) - 1)
    return tuple(cells)


def _add_cells(
    cells: list[HeaderCell], paths: Sequence[_Path], corner: tuple[int, int], lowest_level: int
) -> None:
    left, level = corner
    for group in _neighbours_with_one_heading(paths):
        right = left + len(group) - 1
        inner_paths = [path[1:] for path in group]
        bottom = _last_level(inner_paths, level, lowest_level)
        cells.append(HeaderCell(group[0][0], left, right, level, bottom))
        if inner_paths[0]:
            _add_cells(cells, inner_paths, (left, bottom + 1), lowest_level)
        left = right + 1


def _neighbours_with_one_heading(paths: Sequence[_Path]) -> list[list[_Path]]:
    """Return the columns in groups of neighbours with the same heading.

    A column without a heading is a group by itself.
    """
    groups: list[list[_Path]] = []
    for path in paths:
        same = groups and len(path) > 1 and len(groups[-1][0]) > 1
        if same and groups[-1][0][0] == path[0]:
            groups[-1].append(path)
        else:
            groups.append([path])
    return groups


def _last_level(inner_paths: Sequence[_Path], level: int, lowest_level: int) -> int:
    if not inner_paths[0]:
        return lowest_level
    if all(len(path) == 1 for path in inner_paths):
        return lowest_level - 1
    return level
