"""The header of a statutory table on paper: merged headings and the row of numbers (MS)."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import Table, TableStyle

from reception.law.tables.statutory_table import StatutoryTable, TableColumn
from reception.law.tables.table_header import HeaderCell, header_cells, header_levels
from reception.law.tables.table_sheet import NUMBERS_TITLE
from reception.printing.layout.paper_canvas import HAIRLINE
from reception.printing.layout.paper_fonts import BOLD, ITALIC, fitting_size, width
from reception.printing.layout.ruled_table import Align, CellStyle, Column
from reception.printing.layout.text_blocks import CENTRE, TextBlock, paragraph

TABLE_STYLE = CellStyle(9.0, 10.8, 2.4, 3.2)
_FONT_SIZE, _LEADING = 9.0, 10.6
_MIN_LINE_HEIGHT = 16.0
_NUMBERS_SIZE = 7.5
_NUMBERS_LEADING = _NUMBERS_SIZE * 1.35
_CELL_PADDING = 1.5  # white space of a cell's words, both sides together
_SLACK = 0.5  # rounding: a word exactly as wide as its cell would be cut
_RULES = [
    ("FONTNAME", (0, 0), (-1, -1), ITALIC),  # reportlab's own is not embedded
    ("GRID", (0, 0), (-1, -1), HAIRLINE, black),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), _CELL_PADDING / 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), _CELL_PADDING / 2),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
# Shares of the width: the units, a column with a formula, any other.
_UNIT_SHARE, _SUM_SHARE, _SHARE = 147, 64, 40
_MIN_UNIT_WIDTH = 80.0


class TableHeaderLayout:
    """The columns and the header of one table, laid out for a width in points."""

    def __init__(self, table: StatutoryTable, total_width: float) -> None:
        self._cells = header_cells(table)
        self._numbers = ((NUMBERS_TITLE,), *(column.number_lines for column in table.columns))
        self._widths = _widths(table, total_width)
        reduction = min(self._size_reduction(cell) for cell in self._cells)
        self._title_size = _FONT_SIZE * reduction, _LEADING * reduction
        self._heights = self._fitting_heights(header_levels(table))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the ruled table: the units at the left, figures in the middle."""
        return tuple(
            Column("", column_width, Align.CENTRE if column else Align.LEFT)
            for column, column_width in enumerate(self._widths)
        )

    def flowable(self) -> Table:
        """Return the header as a table: its title rows and, below them, the row of numbers (MS)."""
        levels = len(self._heights)
        rows: list[list[Any]] = [[[]] * len(self._widths) for _ in range(levels)]
        spans = []
        for cell in self._cells:
            rows[cell.first_level][cell.first_column] = self._title_block(cell)
            spans.append(
                ("SPAN", (cell.first_column, cell.first_level), (cell.last_column, cell.last_level))
            )
        tallest = max(len(lines) for lines in self._numbers)
        heights = [*self._heights, tallest * _NUMBERS_LEADING + 5]
        style = TableStyle([*_RULES, *spans])
        rows.append([self._number_cell(column) for column in range(len(self._widths))])
        return Table(rows, colWidths=self._widths, rowHeights=heights, style=style)

    def _title_block(self, cell: HeaderCell) -> TextBlock:
        return paragraph(cell.text, self._title_size, CENTRE, font=BOLD)

    def _number_cell(self, column: int) -> list[TextBlock]:
        available = self._widths[column] - _CELL_PADDING - _SLACK
        blocks = []
        for text in self._numbers[column]:
            size = fitting_size(text, ITALIC, _NUMBERS_SIZE, available)
            blocks.append(paragraph(text, (size, _NUMBERS_LEADING), CENTRE, font=ITALIC))
        return blocks

    def _cell_width(self, cell: HeaderCell) -> float:
        return sum(self._widths[cell.first_column : cell.last_column + 1]) - _CELL_PADDING

    def _size_reduction(self, cell: HeaderCell) -> float:
        """Return the factor by which the type is reduced, so that no word is cut."""
        return min(1.0, (self._cell_width(cell) - _SLACK) / _longest_word_width(cell.text))

    def _fitting_heights(self, levels: int) -> list[float]:
        heights = [_MIN_LINE_HEIGHT] * levels
        for cell in sorted(self._cells, key=lambda cell: cell.last_level - cell.first_level):
            text_height: float = self._title_block(cell).wrap(self._cell_width(cell), 0)[1]
            missing = (
                text_height
                + 2 * TABLE_STYLE.vertical_pad
                - sum(heights[cell.first_level : cell.last_level + 1])
            )
            heights[cell.last_level] += max(0.0, missing)
        return heights


def _widths(table: StatutoryTable, total_width: float) -> list[float]:
    """Return the widths of the units and of each column; long texts widen a narrow column."""
    shares = [_SUM_SHARE if column.formula else _SHARE for column in table.columns]
    point = total_width / (_UNIT_SHARE + sum(shares))
    figures = [
        max(
            share * point,
            _longest_word_width(column.title) + _CELL_PADDING + _SLACK,
            _longest_number_width(column) + 2,
        )
        for share, column in zip(shares, table.columns, strict=True)
    ]
    units = max(_MIN_UNIT_WIDTH, total_width - sum(figures))
    scale = total_width / (units + sum(figures))
    return [column_width * scale for column_width in (units, *figures)]


def _longest_number_width(column: TableColumn) -> float:
    return max(width(text, ITALIC, _NUMBERS_SIZE) for text in column.number_lines)


def _longest_word_width(text: str) -> float:
    return max(width(word, BOLD, _FONT_SIZE) for word in text.split())
