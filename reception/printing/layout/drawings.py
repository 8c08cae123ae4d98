"""Drawn marks: QR code, seal mark, check box, hatching; a corner is the lower left, in points."""

from __future__ import annotations

from collections.abc import Sequence

import segno

from reception.printing.layout import paper_fonts
from reception.printing.layout.paper_canvas import HAIRLINE, PaperCanvas, Size
from reception.printing.layout.paper_fonts import BOLD

Corner = tuple[float, float]
_DOT_PATTERN = (0.6, 1.7)
_RED = (0.69, 0.11, 0.11)


def dotted_line(canvas: PaperCanvas, x0: float, x1: float, y: float) -> None:
    """Draw a dotted line to be written on by hand."""
    canvas.setDash(*_DOT_PATTERN)
    canvas.setLineWidth(HAIRLINE)
    canvas.line(x0, y, x1, y)
    canvas.setDash()


def rule(canvas: PaperCanvas, middle: float, length: float, y: float) -> None:
    """Draw a horizontal rule around its middle."""
    canvas.setLineWidth(HAIRLINE)
    canvas.line(middle - length / 2, y, middle + length / 2, y)


def hatch(canvas: PaperCanvas, corner: Corner, size: Size, step: float = 5.0) -> None:
    """Draw a framed, hatched rectangle instead of words that only the printed paper shows."""
    x, bottom = corner
    canvas.saveState()
    canvas.setStrokeGray(0.45)
    canvas.setLineWidth(0.5)
    path = canvas.beginPath()
    path.rect(x, bottom, *size)
    canvas.clipPath(path, stroke=1)
    starts = range(int((size[0] + size[1]) / step) + 1)
    canvas.lines([(x + n * step - size[1], bottom, x + n * step, bottom + size[1]) for n in starts])
    canvas.restoreState()


def framed_word(
    canvas: PaperCanvas, corner: Corner, size: Size, word: str, font_size: float
) -> None:
    """Draw a word in red in a thick red frame, as on papers of state secrecy."""
    canvas.saveState()
    canvas.setStrokeColorRGB(*_RED)
    canvas.setFillColorRGB(*_RED)
    canvas.setLineWidth(1.4)
    canvas.rect(*corner, *size)
    base = corner[1] + size[1] / 2 - font_size * 0.35
    middle = corner[0] + size[0] / 2
    canvas.write_centred(middle, base, paper_fonts.printable(word), BOLD, font_size)
    canvas.restoreState()


def check_box(canvas: PaperCanvas, corner: Corner, side: float, *, ticked: bool) -> None:
    """Draw a box to be ticked, or ticked already."""
    x, y = corner
    canvas.setLineWidth(HAIRLINE)
    canvas.rect(x, y, side, side)
    if ticked:
        path = canvas.beginPath()
        path.moveTo(x + side * 0.2, y + side * 0.48)
        path.lineTo(x + side * 0.42, y + side * 0.26)
        path.lineTo(x + side * 0.82, y + side * 0.72)
        canvas.setLineWidth(1.1)
        canvas.drawPath(path)


def seal_mark(canvas: PaperCanvas, corner: Corner, size: float) -> None:
    """Draw the seal mark: a white shield with a keyhole on a black square."""

    def point(across: float, up: float) -> Corner:
        return corner[0] + size * across, corner[1] + size * up

    canvas.rect(*corner, size, size, stroke=0, fill=1)
    path = canvas.beginPath()
    path.moveTo(*point(0.5, 0.86))
    path.lineTo(*point(0.8, 0.74))
    path.lineTo(*point(0.8, 0.5))
    path.curveTo(*point(0.8, 0.32), *point(0.66, 0.2), *point(0.5, 0.12))
    path.curveTo(*point(0.34, 0.2), *point(0.2, 0.32), *point(0.2, 0.5))
    path.lineTo(*point(0.2, 0.74))
    path.close()
    canvas.setFillGray(1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.circle(*point(0.5, 0.55), size * 0.085, stroke=0, fill=1)
    canvas.rect(*point(0.465, 0.34), size * 0.07, size * 0.2, stroke=0, fill=1)


def qr_code(canvas: PaperCanvas, payload: str, corner: Corner, size: float) -> None:
    """Draw a QR code as one filled path of rectangles, a run of dark modules each."""
    matrix = segno.make(payload, error="m", micro=False, boost_error=True).matrix
    step = size / len(matrix)
    x, top = corner[0], corner[1] + size
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        for start, end in _dark_runs(modules):
            path.rect(x + start * step, top - (row + 1) * step, (end - start) * step, step)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(modules: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = -1
    for index, dark in enumerate([*modules, 0]):
        if dark and start < 0:
            start = index
        elif not dark and start >= 0:
            runs.append((start, index))
            start = -1
    return runs
