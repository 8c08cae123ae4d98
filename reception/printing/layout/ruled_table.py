"""Ruled tables: cells that wrap, and header rows that are repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import Table, TableStyle

from reception.printing.layout import paper_fonts
from reception.printing.layout.paper_canvas import HAIRLINE
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.text_blocks import CENTRE, LEFT, TextBlock, paragraph

_MAX_UNBROKEN_HEIGHT = 400.0  # points: a row up to this height is never broken between pages
_MIN_PART_HEIGHT = 100.0  # points: the least part of a broken row


class Align(Enum):
    """The alignment of a column."""

    LEFT = LEFT
    CENTRE = CENTRE


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, its alignment."""

    title: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class CellStyle:
    """Sizes of a cell in points: type size, leading, white space around the text."""

    size: float
    leading: float
    side_pad: float
    vertical_pad: float


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The layout of a table: its columns, the sizes in its cells, its width in points."""

    columns: tuple[Column, ...]
    style: CellStyle
    width: float

    @property
    def widths(self) -> list[float]:
        total = sum(column.share for column in self.columns)
        return [self.width * column.share / total for column in self.columns]

    def cell(
        self,
        column: int,
        text: str,
        font: str = REGULAR,
        *,
        struck: bool = False,
        block_class: type[TextBlock] = TextBlock,
    ) -> Any:
        """Return the cell of a column; a figure that is too wide is printed smaller, never cut."""
        if not text:
            return []
        size = self.style.size
        if text.replace(".", "").isdigit():
            available = self.widths[column] - 2 * self.style.side_pad
            size = paper_fonts.fitting_size(text, font, size, available)
        align = self.columns[column].align.value
        text_size = (size, self.style.leading)
        return paragraph(text, text_size, align, font=font, struck=struck, block_class=block_class)

    def title_cells(self) -> list[TextBlock]:
        """Return the columns' titles in bold, centred: the usual header."""
        text_size = (self.style.size, self.style.leading)
        return [paragraph(column.title, text_size, CENTRE, font=BOLD) for column in self.columns]

    def number_cells(self, size: float) -> list[TextBlock]:
        """Return the cells of the row of column numbers, in italics as on statutory forms."""
        text_size = (size, self.style.leading)
        numbers = range(1, len(self.columns) + 1)
        return [paragraph(str(number), text_size, CENTRE, font=ITALIC) for number in numbers]

    def cells(self, texts: Sequence[str], font: str = REGULAR) -> list[Any]:
        """Return the cells of a row whose texts have one font."""
        return [self.cell(column, text, font) for column, text in enumerate(texts)]

    def table(self, rows: Sequence[Sequence[Any]], header_rows: int = 1) -> Table:
        """Return the table; its first ``header_rows`` rows are drawn again on each page."""
        first = [("LINEABOVE", (0, 0), (-1, 0), HAIRLINE, black)]
        style = TableStyle(first, parent=cell_rules(self.style))
        return RuledTable(rows, colWidths=self.widths, style=style, repeatRows=header_rows)


class RuledTable(Table):
    """A table that breaks between rows, and within a row only if the row nearly fills a page."""

    def split(self, width: float, height: float) -> list[Table]:
        """Return the part that fits into ``height`` and the part for the next page."""
        self.wrap(width, height)
        header_height = sum(self._rowHeights[: self.repeatRows])
        rows = self._rowHeights[self.repeatRows :]
        too_tall = bool(rows) and rows[0] > _MAX_UNBROKEN_HEIGHT
        self.splitInRow = int(too_tall and height > header_height + _MIN_PART_HEIGHT)
        parts: list[Table] = super().split(width, height)
        return parts


class TableRow(Table):
    """One row of a table whose rows are added to a document one by one.

    Only a row that is nearly as tall as a page is broken between pages. reportlab's own way of
    breaking a row would move its short cells to the second part.
    """

    def __init__(self, table_layout: TableLayout, cells: Sequence[Any], rules: TableStyle) -> None:
        """``rules`` are those of :func:`cell_rules`, or based on them."""
        super().__init__([list(cells)], colWidths=table_layout.widths, style=rules)
        self._table_layout = table_layout
        self._cells = cells
        self._rules = rules

    def split(self, width: float, height: float) -> list[Table]:
        """Return two rows: the lines that fit into ``height``, and the others.

        The list is empty if the row is to be kept whole."""
        self.wrap(width, height)
        style = self._table_layout.style
        available = int((height - 2 * style.vertical_pad) / style.leading) * style.leading
        if self._height <= _MAX_UNBROKEN_HEIGHT or available <= 0:
            return []
        parts = [
            [*(cell.split(cell.width, available) if cell else ()), [], []] for cell in self._cells
        ]
        return [
            TableRow(self._table_layout, [part[half] for part in parts], self._rules)
            for half in (0, 1)
        ]


@cache
def cell_rules(style: CellStyle) -> TableStyle:
    """Return rules around all cells, but above the first row, and the white space in them."""
    all_cells = ((0, 0), (-1, -1))
    return TableStyle(
        [
            ("LINEBELOW", *all_cells, HAIRLINE, black),
            ("LINEBEFORE", *all_cells, HAIRLINE, black),
            ("LINEAFTER", (-1, 0), (-1, -1), HAIRLINE, black),
            ("FONTNAME", *all_cells, REGULAR),  # reportlab's own is not embedded
            ("LEFTPADDING", *all_cells, style.side_pad),
            ("RIGHTPADDING", *all_cells, style.side_pad),
            ("TOPPADDING", *all_cells, style.vertical_pad),
            ("BOTTOMPADDING", *all_cells, style.vertical_pad),
            ("VALIGN", *all_cells, "MIDDLE"),
        ]
    )
