"""The head of a statutory table on paper: merged headings, and the line MS with the formulas."""

from __future__ import annotations

from reception.law.tables.statutory_table import StatutoryTable, TableColumn
from reception.law.tables.table_head import HeadCell, head_cells, head_levels
from reception.law.tables.table_sheet import NUMBERS_TITLE
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, fitting_size, width
from reception.printing.layout.ruled_table import Align, CellStyle, Column, RuledTable

TABLE_STYLE = CellStyle(9.0, 10.8, 2.4, 3.2)
_SIZE, _LEADING = 9.0, 10.6
_LOWEST_LINE = 16.0
_NUMBERS_SIZE = 7.5
_NUMBERS_LEADING = _NUMBERS_SIZE * 1.35
_PAD = 1.5  # white space of a cell's words, both sides together
_BELOW = 60.0  # the head is not drawn where less than this is left under it
# Shares of the width: the units, a column with a formula, any other.
_UNIT_SHARE, _SUM_SHARE, _SHARE = 147, 64, 40
_LEAST_UNIT_WIDTH = 80.0


class TableHead:
    """The columns and the head of one table, laid out for a width in points."""

    def __init__(self, table: StatutoryTable, room: float) -> None:
        self._cells = head_cells(table)
        self._numbers = ((NUMBERS_TITLE,), *(column.number_lines for column in table.columns))
        self._widths = _widths(table, room)
        shrink = min(self._shrink(cell) for cell in self._cells)
        self._size, self._leading = _SIZE * shrink, _LEADING * shrink
        self._lines = {
            cell: wrap(plain(cell.text, BOLD), self._size, self._room(cell)) for cell in self._cells
        }
        self._heights = self._fitting_heights(head_levels(table))

    @property
    def columns(self) -> list[Column]:
        """The columns of the ruled table: the units at the left, figures in the middle."""
        return [
            Column("", wide, Align.CENTRE if place else Align.LEFT)
            for place, wide in enumerate(self._widths)
        ]

    def draw(self, grid: RuledTable) -> None:
        """Draw the lines of the head and the line MS, on a new page if this one is too full."""
        flow = grid.flow
        if flow.y + sum(self._heights) + _BELOW > flow.bottom:
            flow.next_page()
        levels = range(len(self._heights) + 1)
        starts = [flow.y + sum(self._heights[:level]) for level in levels]
        for cell in self._cells:
            self._draw_cell(grid, cell, (starts[cell.top], starts[cell.bottom + 1]))
        flow.y = starts[-1]
        self._draw_numbers(grid)

    def _room(self, cell: HeadCell) -> float:
        return sum(self._widths[cell.left : cell.right + 1]) - _PAD

    def _shrink(self, cell: HeadCell) -> float:
        """Return by how much the type is made smaller, so that no word is cut."""
        return min(1.0, self._room(cell) / _longest_word(cell.text))

    def _fitting_heights(self, levels: int) -> list[float]:
        heights = [_LOWEST_LINE] * levels
        for cell in sorted(self._cells, key=lambda cell: cell.bottom - cell.top):
            needed = len(self._lines[cell]) * self._leading + 2 * TABLE_STYLE.rise
            missing = needed - sum(heights[cell.top : cell.bottom + 1])
            heights[cell.bottom] += max(0.0, missing)
        return heights

    def _draw_cell(self, grid: RuledTable, cell: HeadCell, ends: tuple[float, float]) -> None:
        left, right = grid.edges[cell.left], grid.edges[cell.right + 1]
        top, low = ends
        grid.flow.pen.box((left, top), (right - left, low - top))
        lines = self._lines[cell]
        first = (top + low - len(lines) * self._leading) / 2 + self._size * 0.92
        for place, line in enumerate(lines):
            start = (left + right - line.width) / 2, first + place * self._leading
            grid.flow.pen.line(start, line.pieces, self._size)

    def _draw_numbers(self, grid: RuledTable) -> None:
        flow, tallest = grid.flow, max(len(lines) for lines in self._numbers)
        height = tallest * _NUMBERS_LEADING + 5
        for place, lines in enumerate(self._numbers):
            middle = (grid.edges[place] + grid.edges[place + 1]) / 2
            base = flow.y + height / 2 + _NUMBERS_SIZE * 0.35
            base -= (len(lines) - 1) * _NUMBERS_LEADING / 2
            for number, text in enumerate(lines):
                size = fitting_size(text, ITALIC, _NUMBERS_SIZE, grid.widths[place] - 2)
                flow.pen.centred((middle, base + number * _NUMBERS_LEADING), text, ITALIC, size)
        grid.frame(flow.y, height)
        flow.y += height


def _widths(table: StatutoryTable, room: float) -> list[float]:
    """Return the widths of the units and of each column; long texts widen a narrow column."""
    shares = [_SUM_SHARE if column.formula else _SHARE for column in table.columns]
    point = room / (_UNIT_SHARE + sum(shares))
    figures = [
        max(share * point, _longest_word(column.title) + _PAD, _longest_sum(column) + 2)
        for share, column in zip(shares, table.columns, strict=True)
    ]
    units = max(_LEAST_UNIT_WIDTH, room - sum(figures))
    scale = room / (units + sum(figures))
    return [wide * scale for wide in (units, *figures)]


def _longest_sum(column: TableColumn) -> float:
    return max(width(text, ITALIC, _NUMBERS_SIZE) for text in column.number_lines)


def _longest_word(text: str) -> float:
    return max(width(word, BOLD, _SIZE) for word in text.split())
