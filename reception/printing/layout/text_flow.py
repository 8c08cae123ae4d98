"""The flow: text runs down a page of NĐ 30/2020 and on to the next; the foot line closes each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.printing.layout import paper_fonts
from reception.printing.layout.line_breaking import Line, Run, plain, wrap
from reception.printing.layout.paper_fonts import REGULAR
from reception.printing.layout.pdf_canvas import MM, PdfCanvas, Size

_PAGE_NUMBER = 13.0  # NĐ 30/2020: size 13-14, upright, in the middle of the top margin
_BASE = 0.93  # where the base line lies in a line, as a share of the type size
_FOOT_GAP = 3.0


class DoesNotFit(Exception):
    """The text is longer than the half sheet it has to stay on."""


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot line: the print's own number, and what stands at the right.

    ``right`` is the anchor of the log ("Neo 4.129 · 2be9 70d1") or another short text.
    """

    print_number: str = ""
    right: str = ""

    @property
    def left(self) -> str:
        """Return the words at the left."""
        return f"Số in {self.print_number}" if self.print_number else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the text may stand on a page, in points; ``offset`` moves a half sheet right."""

    size: Size
    top: float
    right: float
    bottom: float
    left: float
    offset: float = 0.0
    foot_size: float = 8.7
    numbered: bool = True
    grows: bool = True  # a half sheet does not: it raises DoesNotFit


def margins(size: Size, millimetres: tuple[float, float, float, float]) -> Sheet:
    """Return a sheet with margins top, right, bottom, left in millimetres."""
    top, right, bottom, left = (side * MM for side in millimetres)
    return Sheet(size, top, right, bottom, left)


class TextFlow:
    """Writes downwards. ``y`` is the lower end of what was written, from the top, in points."""

    def __init__(self, pen: PdfCanvas, sheet: Sheet, foot: Foot) -> None:
        """Begin on the pen's present page."""
        self.pen = pen
        self.sheet = sheet
        self.foot = foot
        self.left = sheet.offset + sheet.left
        self.right = sheet.offset + sheet.size[0] - sheet.right
        foot_room = sheet.foot_size * 2 if foot.left or foot.right else 0.0
        self.bottom = sheet.size[1] - sheet.bottom - foot_room
        self.y = sheet.top
        self.page = 1

    @property
    def width(self) -> float:
        """Return the width of the text."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Return the x of the middle of the text."""
        return (self.left + self.right) / 2

    def need(self, height: float) -> None:
        """Go to the next page if ``height`` points do not fit on this one."""
        if self.y + height > self.bottom + 0.01:
            self.next_page()

    def next_page(self) -> None:
        """Close this page with its foot line and begin the next one, with its number."""
        if not self.sheet.grows:
            raise DoesNotFit
        self.close()
        self.pen.next_page()
        self.page += 1
        self.y = self.sheet.top
        if self.sheet.numbered:
            height = self.sheet.top / 2 + _PAGE_NUMBER / 2
            self.pen.centred((self.middle, height), str(self.page), REGULAR, _PAGE_NUMBER)

    def close(self, middle: str = "") -> None:
        """Draw the foot line of this page; ``middle`` stands between its ends."""
        foot, size = self.foot, self.sheet.foot_size
        if not foot.left and not foot.right:
            return
        y = self.sheet.size[1] - self.sheet.bottom - size * 0.3
        self.pen.rule(self.left, self.right, y - size - _FOOT_GAP)
        words = paper_fonts.printable(foot.left + foot.right + middle) + "     "
        size = paper_fonts.fitting_size(words, REGULAR, size, self.width)
        self.pen.left((self.left, y), foot.left, REGULAR, size)
        self.pen.centred((self.middle, y), middle, REGULAR, size)
        self.pen.right((self.right, y), foot.right, REGULAR, size)

    def gap(self, height: float) -> None:
        """Leave white space."""
        self.y += height

    def step(self, size: float, leading: float) -> float:
        """Move one line down and return its base line; go to the next page when needed."""
        self.need(leading)
        base = self.y + (leading - size) / 2 + size * _BASE * 0.9
        self.y += leading
        return base

    def paragraph(
        self,
        text: str | Sequence[Run],
        face: tuple[float, float],
        indent: float = 0.0,
        margin: float = 0.0,
    ) -> None:
        """Write a justified paragraph; ``face`` is size and leading, ``margin`` moves it in."""
        runs = plain(text) if isinstance(text, str) else text
        room = self.width - margin
        first = True
        for line in wrap(runs, face[0], room, room - indent):
            base = self.step(*face)
            inset = margin + (indent if first else 0.0)
            self._justified(line, (self.left + inset, base), face[0], self.width - inset)
            first = False

    def _justified(self, line: Line, place: tuple[float, float], size: float, room: float) -> None:
        spare = room - line.width
        stretch = spare / line.blanks if line.blanks and not line.last and spare > 0 else 0.0
        self.pen.line(place, line.pieces, size, stretch)

    def centred(
        self, text: str, font: str, face: tuple[float, float], room: float | None = None
    ) -> None:
        """Write centred lines, broken where they are wider than ``room``."""
        for line in wrap(plain(text, font), face[0], room or self.width):
            base = self.step(*face)
            self.pen.line((self.middle - line.width / 2, base), line.pieces, face[0])

    def barred(self, texts: Sequence[str], face: tuple[float, float], inset: float) -> None:
        """Write paragraphs beside a bar: the words of the person who came."""
        bar, margin = self.left + inset, inset + face[0] * 0.9
        for text in texts:
            for line in wrap(plain(text), face[0], self.width - margin):
                base = self.step(*face)
                self.pen.box((bar, self.y - face[1]), (1.4, face[1]), fill=True)
                place = (self.left + margin, base)
                self._justified(line, place, face[0], self.width - margin)
