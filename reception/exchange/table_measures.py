"""Widths and heights of a statutory table's workbook, so that no heading is cut in its cell."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_head import HeadCell, head_cells, head_levels

# Widths in characters, heights in points: the units of a workbook.
_UNIT_WIDTH, _SUM_WIDTH, _WIDTH = 26.0, 11.0, 7.5
_HEAD_HEIGHTS = (20.0, 20.0, 44.0, 60.0)  # by level; a head of fewer levels has the last ones
_HEAD_LINE = 13.0
_NUMBERS_HEIGHT, _NUMBERS_LINE = 18.0, 12.0
_LONG_UNIT = 22  # characters that fit on one line


def column_widths(table: StatutoryTable) -> list[float]:
    """Return the widths of the units and of each column; one with a formula is wider."""
    sums = (_SUM_WIDTH if column.formula else _WIDTH for column in table.columns)
    return [_UNIT_WIDTH, *sums]


def head_heights(table: StatutoryTable) -> list[float]:
    """Return the heights of the head's lines, from the top."""
    levels = head_levels(table)
    heights = [*_HEAD_HEIGHTS[:1] * (levels - len(_HEAD_HEIGHTS)), *_HEAD_HEIGHTS[-levels:]]
    widths = column_widths(table)
    for cell in sorted(head_cells(table), key=lambda cell: cell.bottom - cell.top):
        missing = _needed(cell, widths) - sum(heights[cell.top : cell.bottom + 1])
        heights[cell.bottom] += max(0.0, missing)
    return heights


def numbers_height(table: StatutoryTable) -> float:
    """Return the height of the line MS, whose longest formula may take several lines."""
    lines = max(
        sum(math.ceil(len(text) / width) for text in column.number_lines)
        for column, width in zip(table.columns, column_widths(table)[1:], strict=True)
    )
    return _NUMBERS_HEIGHT + (lines - 1) * _NUMBERS_LINE


def unit_height(unit: str) -> float:
    """Return the height of a unit's line, of two lines of text for a long name."""
    return 30 if len(unit) > _LONG_UNIT else 20


def _needed(cell: HeadCell, widths: Sequence[float]) -> float:
    width = int(sum(widths[cell.left : cell.right + 1]))
    return len(textwrap.wrap(cell.text, width)) * _HEAD_LINE
