"""The head of an administrative document: office, national title, place and date, name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from reception.printing.layout import paper_fonts
from reception.printing.layout.drawings import framed_word, rule
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, printable
from reception.printing.layout.paper_wording import capitals, day_in_words
from reception.printing.layout.text_blocks import Face, Gap, base_line, centred

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_OFFICE_RULE = 0.4  # NĐ 30/2020: one third to one half of the text
_COLUMN_GAP = 8.0  # between the two columns of the head
_LEADING = 1.28
_STAMP = (58.0, 20.0)
_STAMP_FACE = 14.0


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
class HeadStyle:
    """Sizes of the head in points: head lines, motto, number and date, title, subtitle."""

    line: float = 12.0
    motto: float = 13.0
    date: float = 13.0
    title: float = 14.0
    subtitle: float = 13.0


@dataclass(frozen=True, slots=True)
class Numbering:
    """The line of number and date below the head; a stamp and small lines below the number.

    ``number`` is centred under the office, ``dated`` under the national title; a ``number`` of
    ``None`` leaves the line out.
    """

    number: str | None = None
    dated: str = ""
    stamp: str = ""
    below: str = ""
    below_face: Face = (12.0, 15.0)
    gap: float = 0.0  # above ``below``


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

    def draw(self) -> None:
        size, leading = self._size, self._size * _LEADING
        y = self.height
        for line, font in self._lines:
            self.canv.setFont(font, size)
            base = y - base_line(size, leading)
            self.canv.drawCentredString(self.middle, base, line)
            y -= leading
        if self._widths:
            length = self._widths[-1] * _OFFICE_RULE
            rule(self.canv, self.middle, length, base - size * 0.48)
        if self._code:
            self.canv.setFont(BOLD, size)
            base = self.height - base_line(size, leading)
            self.canv.drawRightString(self.width, base, self._code)


class NationalHead(Flowable):
    """Office and national title side by side, then the line of number and date.

    The rule under the motto is as long as the motto, the office's 0.4 of its name.
    """

    def __init__(
        self, office: OfficeHeading, style: HeadStyle, numbering: Numbering | None = None
    ) -> None:
        super().__init__()
        self._office = office
        self._style = style
        self._numbering = numbering or Numbering()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        style, below = self._style, self._numbering
        self._nation = paper_fonts.width(NATION, BOLD, style.line)
        share = (width - self._nation - _COLUMN_GAP) / width
        self._lines = OfficeLines(self._office, style.line, share)
        office = self._lines.wrap(width, height)[1]
        self._head = max(office, 2 * style.line * _LEADING) + style.line * 0.55
        self.width, self.height = width, self._head
        self._below: list[str] = []
        if below.number is not None:
            self.height += style.date * 1.85
        if below.stamp:
            self.height += _STAMP[1] - style.date * 1.2
        if below.below:
            max_width = self._lines.middle * 2 + 20
            self._below = simpleSplit(
                printable_lines(below.below), REGULAR, below.below_face[0], max_width
            )
            self.height += below.gap + len(self._below) * below.below_face[1]
        return self.width, self.height

    def draw(self) -> None:
        style, centre = self._style, self.width - self._nation / 2
        self._lines.drawOn(self.canv, 0, self.height - self._lines.height)
        self._centred(centre, style.line * _LEADING, NATION, (BOLD, style.line))
        base = self._centred(centre, style.line * _LEADING * 2, MOTTO, (BOLD, style.motto))
        rule(self.canv, centre, paper_fonts.width(MOTTO, BOLD, style.motto), base)
        if self._numbering.number is not None:
            self._draw_numbering(centre)
        self._draw_below()

    def _centred(self, x: float, depth: float, text: str, face: tuple[str, float]) -> float:
        """Draw a line of the right column that ends ``depth`` points below the top.

        Return the height of the rule below it.
        """
        base = self.height - depth + self._style.line * _LEADING
        base -= base_line(face[1], self._style.line * _LEADING)
        self.canv.setFont(*face)
        self.canv.drawCentredString(x, base, text)
        return base - face[1] * 0.42

    def _draw_numbering(self, centre: float) -> None:
        size, numbering = self._style.date, self._numbering
        base = self.height - self._head - size * 0.5 - base_line(size, size * 1.35)
        if numbering.number:
            self.canv.setFont(REGULAR, size)
            self.canv.drawCentredString(self._lines.middle, base, printable(numbering.number))
        dated = printable(numbering.dated)
        half = paper_fonts.width(dated, ITALIC, size) / 2
        self.canv.setFont(ITALIC, size)
        self.canv.drawCentredString(min(centre, self.width - half), base, dated)

    def _draw_below(self) -> None:
        size, leading = self._numbering.below_face
        y, middle = len(self._below) * leading, self._lines.middle
        if self._numbering.stamp:
            corner = (middle - _STAMP[0] / 2, y + self._numbering.gap)
            framed_word(self.canv, corner, _STAMP, self._numbering.stamp, _STAMP_FACE)
        self.canv.setFont(REGULAR, size)
        for line in self._below:
            start = max(0.0, middle - paper_fonts.width(line, REGULAR, size) / 2)
            self.canv.drawString(start, y - base_line(size, leading), line)
            y -= leading


class Rule(Flowable):
    """A short rule in the middle, as long as a share of a line's width."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self._length = length
        self.height = 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def draw(self) -> None:
        rule(self.canv, self.width / 2, self._length, self.height - 3)


def dated_line(office: OfficeHeading, day: date) -> str:
    """Return ``Lai Châu, ngày 05 tháng 02 năm 2026``."""
    return f"{office.place}, {day_in_words(day)}"


def title(
    name: str, subject: str, style: HeadStyle, width: float, *, ruled: bool = False
) -> list[Flowable]:
    """Return the document's kind in capitals, its subject, and the rule of NĐ 30/2020."""
    parts: list[Flowable] = [
        Gap(style.title * 0.9),
        centred(name, BOLD, (style.title, style.title * 1.35)),
    ]
    if subject:
        face = (style.subtitle, style.subtitle * 1.3)
        parts.append(centred(subject, BOLD, face, width * 0.1))
    if ruled:
        lines = simpleSplit(printable_lines(subject), BOLD, style.subtitle, width * 0.8)
        length = paper_fonts.width(lines[-1], BOLD, style.subtitle) * _OFFICE_RULE
        parts.append(Rule(length))
    return parts


def printable_lines(text: str) -> str:
    """Return a text as it can be printed, its line ends kept."""
    return "\n".join(printable(line) for line in text.split("\n"))
