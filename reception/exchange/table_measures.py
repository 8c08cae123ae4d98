"""Widths and heights of a statutory table's workbook, so that no heading is cut in its cell."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_header import HeaderCell, header_cells, header_levels

# Widths in characters, heights in points: the units of a workbook.
_UNIT_WIDTH, _SUM_WIDTH, _COLUMN_WIDTH = 26.0, 11.0, 7.5
_HEADER_HEIGHTS = (20.0, 20.0, 44.0, 60.0)  # by level; fewer levels use the last ones
_HEADER_LINE_HEIGHT = 13.0
_NUMBERS_HEIGHT, _NUMBERS_LINE_HEIGHT = 18.0, 12.0
_MAX_UNIT_LENGTH = 22  # characters that fit on one line


def column_widths(table: StatutoryTable) -> list[float]:
    """Return the widths of the units' column and of each column; one with a formula is wider."""
    sums = (_SUM_WIDTH if column.formula else _COLUMN_WIDTH for column in table.columns)
    return [_UNIT_WIDTH, *sums]


def header_heights(table: StatutoryTable) -> list[float]:
    """Return the heights of the lines of the table's header, from the top."""
    levels = header_levels(table)
    heights = [
        *_HEADER_HEIGHTS[:1] * (levels - len(_HEADER_HEIGHTS)),
        *_HEADER_HEIGHTS[-levels:],
    ]
    widths = column_widths(table)
    for cell in sorted(header_cells(table), key=lambda cell: cell.last_level - cell.first_level):
        missing = _needed_height(cell, widths) - sum(
            heights[cell.first_level : cell.last_level + 1]
        )
        heights[cell.last_level] += max(0.0, missing)
    return heights


def numbers_height(table: StatutoryTable) -> float:
    """Return the height of the line MS; its longest formula may need several lines of text."""
    lines = max(
        sum(math.ceil(len(text) / width) for text in column.number_lines)
        for column, width in zip(table.columns, column_widths(table)[1:], strict=True)
    )
    return _NUMBERS_HEIGHT + (lines - 1) * _NUMBERS_LINE_HEIGHT


def unit_height(unit: str) -> float:
    """Return the height of a unit's line; a long name gets two lines of text."""
    return 30 if len(unit) > _MAX_UNIT_LENGTH else 20


def _needed_height(cell: HeaderCell, widths: Sequence[float]) -> float:
    width = int(sum(widths[cell.first_column : cell.last_column + 1]))
    return len(textwrap.wrap(cell.text, width)) * _HEADER_LINE_HEIGHT
