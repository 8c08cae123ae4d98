"""The heading of an administrative document: office, national title, place and date, name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from reception.printing.layout import paper_fonts
from reception.printing.layout.drawings import framed_word, rule
from reception.printing.layout.paper_canvas import PaperCanvas
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, printable
from reception.printing.layout.paper_wording import capitals, day_in_words
from reception.printing.layout.text_blocks import Gap, TextSize, base_line, centred

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_RULE_SHARE = 0.4  # NĐ 30/2020: one third to one half of the text
_COLUMN_GAP = 8.0  # between the two columns of the heading
_LEADING = 1.28
_STAMP_SIZE = (58.0, 20.0)
_STAMP_FONT_SIZE = 14.0


@dataclass(frozen=True, slots=True)
class OfficeHeading:
    """The issuing office: the body above it ("" if none), its name, its place name."""

    superior: str
    issuing: str
    place: str


@dataclass(frozen=True, slots=True)
class Officer:
    """The officer who received the reporter."""

    name: str
    post: str = "Cán bộ tiếp công dân"


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """Type sizes of the heading in points; ``line`` is that of the office and the nation."""

    line: float = 12.0
    motto: float = 13.0
    date: float = 13.0
    title: float = 14.0
    subtitle: float = 13.0


@dataclass(frozen=True, slots=True)
class Numbering:
    """The line of number and date below the heading; a stamp and small lines below the number.

    ``number`` is centred under the office, ``place_and_date`` under the national title; a
    ``number`` of ``None`` leaves the line out. ``below`` are small lines below the number,
    ``below_size`` is their size, and ``gap`` is the space above them in points.
    """

    number: str | None = None
    place_and_date: str = ""
    stamp: str = ""
    below: str = ""
    below_size: TextSize = (12.0, 15.0)
    gap: float = 0.0


class OfficeLines(Flowable):
    """The office's two names at the left, with the rule below them; a form's code at the right."""

    def __init__(
        self, office: OfficeHeading, size: float, share: float = 0.6, code: str = ""
    ) -> None:
        """``share`` is the largest part of the width that the names may take."""
        super().__init__()
        self._code = code
        self._names = ((office.superior, REGULAR), (office.issuing, BOLD))
        self._size = size
        self._share = share

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        max_width = width * self._share
        self._lines = [
            (line, font)
            for name, font in self._names
            if name
            for line in simpleSplit(printable(capitals(name)), font, self._size, max_width)
        ]
        self._widths = [paper_fonts.width(line, font, self._size) for line, font in self._lines]
        self.middle = max(self._widths, default=0.0) / 2
        self.width, self.height = width, len(self._lines) * self._size * _LEADING
        return self.width, self.height

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Write the lines at their position on the page."""
        size, leading, middle = self._size, self._size * _LEADING, x + self.middle
        first_base = base = y + self.height - base_line(size, leading)
        for index, (line, font) in enumerate(self._lines):
            base = first_base - index * leading
            canvas.write_centred(middle, base, line, font, size)
        if self._widths:
            rule(canvas, middle, self._widths[-1] * _RULE_SHARE, base - size * 0.48)
        if self._code:
            canvas.write_right(x + self.width, first_base, self._code, BOLD, size)


class NationalHeading(Flowable):
    """Office and national title side by side, then the line of number and date.

    The rule under the motto is as long as the motto; the rule under the office's name has 0.4 of
    the length of the name.
    """

    def __init__(
        self, office: OfficeHeading, style: HeadingStyle, numbering: Numbering | None = None
    ) -> None:
        super().__init__()
        self._office_heading = office
        self._style = style
        self._numbering = numbering or Numbering()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        style, below = self._style, self._numbering
        self._nation_width = paper_fonts.width(NATION, BOLD, style.line)
        share = (width - self._nation_width - _COLUMN_GAP) / width
        self._lines = OfficeLines(self._office_heading, style.line, share)
        office = self._lines.wrap(width, height)[1]
        self._title_height = max(office, 2 * style.line * _LEADING) + style.line * 0.55
        self.width, self.height = width, self._title_height
        self._lines_below: list[str] = []
        if below.number is not None:
            self.height += style.date * 1.85
        if below.stamp:
            self.height += _STAMP_SIZE[1] - style.date * 1.2
        if below.below:
            max_width = self._lines.middle * 2 + 20
            self._lines_below = simpleSplit(
                printable_lines(below.below), REGULAR, below.below_size[0], max_width
            )
            self.height += below.gap + len(self._lines_below) * below.below_size[1]
        return self.width, self.height

    def draw(self) -> None:
        style, centre = self._style, self.width - self._nation_width / 2
        self._lines.drawOn(self.canv, 0, self.height - self._lines.height)
        self._centred(centre, style.line * _LEADING, NATION, (BOLD, style.line))
        base = self._centred(centre, style.line * _LEADING * 2, MOTTO, (BOLD, style.motto))
        rule(self.canv, centre, paper_fonts.width(MOTTO, BOLD, style.motto), base)
        if self._numbering.number is not None:
            self._draw_numbering(centre)
        self._draw_below()

    def _centred(self, x: float, depth: float, text: str, font: tuple[str, float]) -> float:
        """Draw a line of the right column that ends ``depth`` points below the top.

        ``font`` is a font's name and size. Return the y position of a rule below the line.
        """
        base = self.height - depth + self._style.line * _LEADING
        base -= base_line(font[1], self._style.line * _LEADING)
        self.canv.write_centred(x, base, text, *font)
        return base - font[1] * 0.42

    def _draw_numbering(self, centre: float) -> None:
        size, numbering = self._style.date, self._numbering
        base = self.height - self._title_height - size * 0.5 - base_line(size, size * 1.35)
        if numbering.number:
            number = printable(numbering.number)
            self.canv.write_centred(self._lines.middle, base, number, REGULAR, size)
        place_and_date = printable(numbering.place_and_date)
        half = paper_fonts.width(place_and_date, ITALIC, size) / 2
        middle = min(centre, self.width - half)
        self.canv.write_centred(middle, base, place_and_date, ITALIC, size)

    def _draw_below(self) -> None:
        size, leading = self._numbering.below_size
        y, middle = len(self._lines_below) * leading, self._lines.middle
        if self._numbering.stamp:
            corner = (middle - _STAMP_SIZE[0] / 2, y + self._numbering.gap)
            framed_word(self.canv, corner, _STAMP_SIZE, self._numbering.stamp, _STAMP_FONT_SIZE)
        for line in self._lines_below:
            start = max(0.0, middle - paper_fonts.width(line, REGULAR, size) / 2)
            base = y - base_line(size, leading)
            self.canv.write_left(start, base, line, REGULAR, size)
            y -= leading


class Rule(Flowable):
    """A short horizontal rule in the middle of the page; ``length`` is in points."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self._length = length
        self.height = 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def draw(self) -> None:
        rule(self.canv, self.width / 2, self._length, self.height - 3)


def place_and_date_line(office: OfficeHeading, day: date) -> str:
    """Return ``Lai Châu, ngày 05 tháng 02 năm 2026``."""
    return f"{office.place}, {day_in_words(day)}"


def title(
    name: str, subject: str, style: HeadingStyle, width: float, *, ruled: bool = False
) -> list[Flowable]:
    """Return the document's name, its subject and, if ``ruled``, the rule of NĐ 30/2020 below."""
    parts: list[Flowable] = [
        Gap(style.title * 0.9),
        centred(name, BOLD, (style.title, style.title * 1.35)),
    ]
    if subject:
        text_size = (style.subtitle, style.subtitle * 1.3)
        parts.append(centred(subject, BOLD, text_size, width * 0.1))
    if ruled:
        lines = simpleSplit(printable_lines(subject), BOLD, style.subtitle, width * 0.8)
        length = paper_fonts.width(lines[-1], BOLD, style.subtitle) * _RULE_SHARE
        parts.append(Rule(length))
    return parts


def printable_lines(text: str) -> str:
    """Return a text as it can be printed, its line ends kept."""
    return "\n".join(printable(line) for line in text.split("\n"))
