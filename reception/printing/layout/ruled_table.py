"""Ruled tables: cells that wrap, and header rows that are repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, Table, TableStyle

from reception.printing.layout import paper_fonts
from reception.printing.layout.paper_canvas import HAIRLINE, PaperCanvas
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.text_blocks import CENTRE, LEFT, TextBlock, paragraph

_MAX_UNBROKEN_HEIGHT = 400.0  # points: only a higher row is broken between pages
_FLAT_CAP, _ROUND_CAP = 0, 1  # shapes of the ends of lines in PDF
_MIN_PART_HEIGHT = 100.0  # points: the least space below the header rows for a part of a row


class Align(Enum):
    """The alignment of a column."""

    LEFT = LEFT
    CENTRE = CENTRE


@dataclass(frozen=True, slots=True)
class Column:
    """A column; its share of the width is relative to the sum of all shares."""

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
        """Return the cell of a column, [] for an empty text.

        A figure that is too wide is printed smaller, never cut.
        """
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

    def table(self, rows: Sequence[Sequence[Any]]) -> Flowable:
        """Return the table; its first row is drawn again on each page."""
        return RuledTable(self, rows)


class RuledTable(Flowable):
    """A table on one page; where it does not fit, a :class:`BreakableTable` takes its place.

    It looks like reportlab's table, which takes longer: with this one a receipt's list of papers is
    made in three fifths of the time, cells included.
    """

    def __init__(self, table_layout: TableLayout, rows: Sequence[Sequence[Any]]) -> None:
        super().__init__()
        self._style = table_layout.style
        self._widths = table_layout.widths
        self._rows = rows

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        side_pads, vertical_pads = 2 * self._style.side_pad, 2 * self._style.vertical_pad
        self._row_heights = [
            vertical_pads
            + max(
                cell.wrap(width - side_pads, height)[1] if cell else 0.0
                for cell, width in zip(row, self._widths, strict=True)
            )
            for row in self._rows
        ]
        self.width, self.height = sum(self._widths), sum(self._row_heights)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Table]:
        """Return the part that fits into ``height`` and the part for the next page."""
        top_line = [("LINEABOVE", (0, 0), (-1, 0), HAIRLINE, black)]
        rules = TableStyle(top_line, parent=cell_rules(self._style))
        table = BreakableTable(self._rows, colWidths=self._widths, style=rules, repeatRows=1)
        return table.split(width, height)

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw the cells, each in the middle of its row's height, then all rules at once."""
        column_edges = [x, *(x + end for end in accumulate(self._widths))]
        row_edges = [y + self.height - end for end in accumulate(self._row_heights)]
        for row, bottom, height in zip(self._rows, row_edges, self._row_heights, strict=True):
            for cell, left in zip(row, column_edges, strict=False):
                if cell:
                    above = (height - cell.height) / 2
                    cell.drawOn(canvas, left + self._style.side_pad, bottom + above)
        right, top = x + self.width, y + self.height
        canvas.setLineWidth(HAIRLINE)
        canvas.setLineCap(_ROUND_CAP)
        canvas.lines(
            [(x, edge, right, edge) for edge in (top, *row_edges)]
            + [(edge, y, edge, top) for edge in column_edges]
        )
        canvas.setLineCap(_FLAT_CAP)


class BreakableTable(Table):
    """A table that breaks between rows; only a row higher than 400 points is broken itself."""

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

    Only a row that is higher than 400 points is broken between pages. It is broken here, because
    reportlab would move its short cells to the second part.
    """

    def __init__(self, table_layout: TableLayout, cells: Sequence[Any], rules: TableStyle) -> None:
        """``rules`` are those of :func:`cell_rules`, or based on them."""
        super().__init__([list(cells)], colWidths=table_layout.widths, style=rules)
        self._table_layout = table_layout
        self._cells = cells
        self._rules = rules

    def split(self, width: float, height: float) -> list[Table]:
        """Return two rows: the lines that fit into ``height``, and the others.

        The list is empty if the row must not be broken.
        """
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
    """Return the lines and the white space of all cells, without the line above the first row."""
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
