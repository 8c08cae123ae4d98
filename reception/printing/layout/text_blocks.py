"""Paragraphs: reportlab's, made from plain strings, so that no text is read as markup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Spacer
from reportlab.platypus.paraparser import ParaFrag

from reception.printing.layout import paper_fonts
from reception.printing.layout.paper_canvas import HAIRLINE, PaperCanvas
from reception.printing.layout.paper_fonts import REGULAR, printable

Run = tuple[str, str]  # text, font
TextSize = tuple[float, float]  # size and leading in points
LEFT, CENTRE, RIGHT, JUSTIFIED = TA_LEFT, TA_CENTER, TA_RIGHT, TA_JUSTIFY

_BASE_LINE_SHARE = 0.837  # from the top of the type to its base line, as a share of its size
_STRIKE_LINE = [(0, "strike", None, HAIRLINE, "0.28*L", 0, 1, 1)]
_BAR_WIDTH = 1.4


class TextBlock(Paragraph):
    """A paragraph whose lines are centred in their leading.

    Text that fits one line, as most of it does on forms, is written without reportlab's search
    for line ends: with it a receipt takes 1.7 times as long as bare canvas calls.
    """

    width: float
    height: float
    frags: list[ParaFrag]
    source_runs: Sequence[Run] = ()
    struck = False
    runs: Sequence[Run] = ()  # printable; empty if they cannot be written as one line
    _wrapped_for: float | None = None  # width for which the lines were broken
    _run_widths: Sequence[float] | None = None  # once the runs were found to fit one line

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the lines once: a table wraps its cells again when it draws them."""
        if self._wrapped_for == width:
            return self.width, self.height
        self._wrapped_for = width
        style = self.style
        available = width - style.leftIndent - style.rightIndent - style.firstLineIndent
        widths = [paper_fonts.width(text, font, style.fontSize) for text, font in self.runs]
        if self.runs and sum(widths) <= available:
            self._run_widths = widths
            self.width, self.height = width, style.leading
        else:
            self._run_widths = None
            if not self.frags:
                self.frags = _fragments(self.source_runs, style.fontSize, struck=self.struck)
            super().wrap(width, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Paragraph]:
        """Return the parts above and below ``height``; a single line is not split."""
        self.wrap(width, height)
        if self._run_widths is not None:
            return [self] if self.height <= height else []
        parts: list[Paragraph] = super().split(width, height)
        self._wrapped_for = None  # reportlab forgets the lines of a paragraph it cannot split
        return parts

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Write a single line at its position on the page.

        reportlab saves the canvas's state and moves its origin for each flowable. A receipt has
        sixty single lines, and would take a twentieth longer.
        """
        if self._run_widths is None:
            super().drawOn(canvas, x, y, _sW)
        else:
            base = y + self.height - base_line(self.style.fontSize, self.style.leading)
            self._draw_line(canvas, x, base, self._run_widths)

    def draw(self) -> None:
        # reportlab puts the first base line as far below the top as the letters are high.
        size = self.style.fontSize
        top = self.height
        self.height += size - base_line(size, self.style.leading)
        super().draw()
        self.height = top

    def _draw_line(
        self, canvas: PaperCanvas, left: float, base: float, widths: Sequence[float]
    ) -> None:
        style = self.style
        indent = style.leftIndent + style.firstLineIndent
        unused = self.width - style.rightIndent - indent - sum(widths)
        shift = {CENTRE: unused / 2, RIGHT: unused}.get(style.alignment, 0.0)
        line = canvas.beginText(left + indent + shift, base)
        for (text, font), width in zip(self.runs, widths, strict=True):
            line.setFont(font, style.fontSize)
            line.write(text, width)
        canvas.drawText(line)


class BarredBlock(TextBlock):
    """A paragraph with a bar at its left: the reporter's own words."""

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        inset = self.style.leftIndent - self.style.fontSize * 0.9
        canvas.rect(x + inset, y, _BAR_WIDTH, self.height, stroke=0, fill=1)
        super().drawOn(canvas, x, y, _sW)


class BlankBlock(TextBlock):
    """A paragraph that takes the space of its words but writes none of them."""

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw nothing."""


class Gap(Spacer):
    """White space between two parts of a page; at the end of a page it is shortened."""

    def __init__(self, height: float) -> None:
        super().__init__(1, height)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return no more than the height that is left."""
        return 1, min(self.height, height)

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Leave the canvas as it is."""


def base_line(size: float, leading: float) -> float:
    """Return the distance from the top of a line to its base line, in points."""
    return (leading - size) / 2 + size * _BASE_LINE_SHARE


@lru_cache(256)
def _style(
    text_size: TextSize, align: int, indent: float, sides: tuple[float, float], space_after: float
) -> ParagraphStyle:
    return ParagraphStyle(
        "text",
        fontName=REGULAR,
        fontSize=text_size[0],
        leading=text_size[1],
        alignment=align,
        firstLineIndent=indent,
        leftIndent=sides[0],
        rightIndent=sides[1],
        spaceAfter=space_after,
        spaceShrinkage=0,
        allowWidows=1,
        allowOrphans=1,
    )


@lru_cache(256)
def _fragment(font: str, size: float) -> ParaFrag:
    return ParaFrag(fontName=font, fontSize=size, textColor=black, rise=0, us_lines=[], link=[])


def _fragments(runs: Sequence[Run], size: float, *, struck: bool) -> list[ParaFrag]:
    lines = _STRIKE_LINE if struck else []
    fragments = []
    for text, font in runs:
        model = _fragment(font, size)
        for index, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if index:
                fragments.append(model.clone(text="", lineBreak=True))
            fragments.append(model.clone(text=printable(line), us_lines=lines))
    return fragments


def paragraph(  # noqa: PLR0913 - all but the first two are seldom given
    text: str | Sequence[Run],
    text_size: TextSize,
    align: int = JUSTIFIED,
    *,
    font: str = REGULAR,
    indent: float = 0.0,
    left: float = 0.0,
    right: float = 0.0,
    space_after: float = 0.0,
    struck: bool = False,
    block_class: type[TextBlock] = TextBlock,
) -> TextBlock:
    """Return a paragraph; ``\\n`` begins a new line.

    Its fragments are given to reportlab as they are: its parser of markup, which would open
    images and links, gets no text. In points: ``indent`` of the first line, ``left`` and
    ``right`` of all lines, ``after`` below the paragraph.
    """
    runs = ((text, font),) if isinstance(text, str) else text
    style = _style(text_size, align, indent, (left, right), space_after)
    block = block_class("", style, frags=[])
    block.source_runs, block.struck = runs, struck
    if not struck:
        block.runs = _one_line(runs)
    return block


def _one_line(runs: Sequence[Run]) -> Sequence[Run]:
    """Return the runs if they can be written as one line as they are, else ()."""
    printable_runs = [(printable(text), font) for text, font in runs if text]
    joined = "".join(text for text, _ in printable_runs)
    ends = any("\n" in text or "\r" in text for text, _ in runs)
    return () if ends or joined != " ".join(joined.split()) else printable_runs


def centred(text: str, font: str, text_size: TextSize, inset: float = 0.0) -> TextBlock:
    """Return centred lines that keep ``inset`` points from both edges."""
    return paragraph(text, text_size, CENTRE, font=font, left=inset, right=inset)
