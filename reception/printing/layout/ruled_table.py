"""Ruled tables: cells wrap, rows break between pages, the head is drawn again on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from reception.printing.layout import paper_fonts
from reception.printing.layout.line_breaking import Line, plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.pdf_canvas import Placed
from reception.printing.layout.text_flow import TextFlow


class Align(Enum):
    """Where the words of a column stand."""

    LEFT = "left"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, where its words stand."""

    title: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class CellStyle:
    """Sizes of a table in points: type, leading, white space at the sides and above."""

    size: float
    leading: float
    pad: float
    rise: float


Cell = tuple[str, str]  # text, face
Sized = tuple[Line, float]  # a line and its type size


def cells(texts: Sequence[str], font: str = REGULAR) -> list[Cell]:
    """Return texts as cells in one face."""
    return [(text, font) for text in texts]


class RuledTable:
    """Draws a table in a flow; ``head`` is called for the first page and for each new one."""

    def __init__(
        self,
        flow: TextFlow,
        columns: Sequence[Column],
        style: CellStyle,
        head: Callable[[RuledTable], None] | None = None,
    ) -> None:
        """Share the flow's width among the columns."""
        self.flow = flow
        self.style = style
        self._head = head or RuledTable.titles
        self._columns = tuple(columns)
        total = sum(column.share for column in columns)
        self.widths = [flow.width * column.share / total for column in columns]
        self.edges = [flow.left]
        for wide in self.widths:
            self.edges.append(self.edges[-1] + wide)
        self._in_head = False

    def head(self) -> None:
        """Draw the head."""
        self._in_head = True
        self._head(self)
        self._in_head = False

    def titles(self) -> None:
        """Draw the columns' titles in bold, centred: the usual head."""
        texts = cells([column.title for column in self._columns], BOLD)
        self.row(texts, centred=True)

    def numbers(self, size: float) -> None:
        """Draw the line of column numbers in italics, as statutory forms have it."""
        numbers = [str(place) for place in range(1, len(self._columns) + 1)]
        self.row(cells(numbers, ITALIC), centred=True, size=size)

    def row(
        self,
        row: Sequence[Cell],
        *,
        centred: bool = False,
        size: float | None = None,
        struck: int = 0,
    ) -> None:
        """Draw a row; one taller than a page goes on overleaf; ``struck`` cells are crossed out."""
        face = size or self.style.size
        laid = [
            self._wrapped(cell, face, wide) for cell, wide in zip(row, self.widths, strict=True)
        ]
        while True:
            tallest = max(1, *(len(lines) for lines in laid))
            fits = self._room(tallest)
            part = [lines[:fits] for lines in laid]
            self._draw(part, centred=centred, struck=struck)
            if fits >= tallest:
                return
            laid = [lines[fits:] for lines in laid]
            self._break()

    def keep(self, height: float) -> None:
        """Begin a new page, with its head, unless ``height`` points are left on this one."""
        if self.flow.y + height > self.flow.bottom:
            self._break()

    def _wrapped(self, cell: Cell, size: float, wide: float) -> list[Sized]:
        """Break a cell's text into lines; a figure is made smaller, never cut."""
        text, font = cell
        if not text:
            return []
        room = wide - 2 * self.style.pad
        if text.replace(".", "").isdigit():
            size = paper_fonts.fitting_size(text, font, size, room)
        return [(line, size) for line in wrap(plain(text, font), size, room)]

    def _room(self, tallest: int) -> int:
        """Return how many lines of a row may stand here, breaking the page when that helps."""
        fits = self._lines_left(self.flow.y)
        if fits >= tallest or self._in_head:
            return tallest
        whole = self._lines_left(self.flow.sheet.top)
        if tallest <= whole - 8 or fits < 1:
            self._break()
            fits = self._lines_left(self.flow.y)
        return max(1, min(fits, tallest))

    def _lines_left(self, y: float) -> int:
        return int((self.flow.bottom - y - 2 * self.style.rise) / self.style.leading)

    def _break(self) -> None:
        self.flow.next_page()
        self.head()

    def _draw(self, laid: Sequence[Sequence[Sized]], *, centred: bool, struck: int) -> None:
        style, flow = self.style, self.flow
        height = max(1, *(len(lines) for lines in laid)) * style.leading + 2 * style.rise
        placed: list[Placed] = []
        for place, lines in enumerate(laid):
            middle = centred or self._columns[place].align is Align.CENTRE
            top = flow.y + (height - len(lines) * style.leading) / 2
            for number, (line, size) in enumerate(lines):
                if line.pieces:
                    spot = self._spot(line, place, size, middle=middle)
                    base = top + number * style.leading + spot[1]
                    placed.append(((spot[0], base), line.pieces, size))
                    if place < struck:
                        flow.pen.rule(spot[0], spot[0] + line.width, base - size * 0.28)
        flow.pen.block(placed)
        self.frame(flow.y, height)
        flow.y += height

    def _spot(self, line: Line, place: int, size: float, *, middle: bool) -> tuple[float, float]:
        """Return where a line begins: x, and its base line below the line's own top."""
        left = self.edges[place] + self.style.pad
        if middle:
            left = (self.edges[place] + self.edges[place + 1] - line.width) / 2
        return left, (self.style.leading - size) / 2 + size * 0.84

    def frame(self, top: float, height: float) -> None:
        """Draw the rules around one row of cells."""
        left, right, low = self.edges[0], self.edges[-1], top + height
        rules = [(edge, top, edge, low) for edge in self.edges]
        rules += [(left, top, right, top), (left, low, right, low)]
        self.flow.pen.lines(rules)
