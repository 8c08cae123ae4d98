"""The pen: draws on pages of one PDF in memory, in reading order, measuring from the top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

import segno
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from reception.printing.layout import paper_fonts
from reception.printing.layout.line_breaking import Run
from reception.printing.layout.paper_fonts import BOLD, REGULAR

Size = tuple[float, float]  # width, height in points
MM = 72 / 25.4
A4: Size = (210 * MM, 297 * MM)
A4_LANDSCAPE: Size = (297 * MM, 210 * MM)
A5: Size = (148 * MM, 210 * MM)
HAIR = 0.7
_DOTS = (0.6, 1.7)
_RED = (0.69, 0.11, 0.11)
# A fifth smaller and quicker than the same streams in letters (measured on a register book).
rl_config.useA85 = 0

Placed = tuple[tuple[float, float], Sequence[Run], float]  # (x, y), pieces, size


class PdfCanvas:
    """Draws one document. ``y`` is the distance from the top edge to the base line, in points.

    ``texts`` collects what was written, in reading order, for the identity lint.
    """

    def __init__(self, title: str, size: Size) -> None:
        """Begin a document; ``title`` is its code alone, e.g. ``BN-0294``, never a name."""
        paper_fonts.load_fonts()
        self._out = BytesIO()
        # invariant: the date of creation would tell the hour of a denunciation.
        self._canvas = Canvas(
            self._out,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            lang="vi-VN",
            initialFontName=REGULAR,
        )
        self._canvas.setTitle(title)
        for clear in (self._canvas.setAuthor, self._canvas.setSubject, self._canvas.setKeywords):
            clear("")
        self._canvas.setCreator("")
        self._canvas.setProducer("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self.size = size
        self.texts: list[str] = []

    def next_page(self, size: Size | None = None) -> None:
        """End the page and begin another one, of another size if given."""
        self._canvas.showPage()
        if size is not None:
            self.size = size
            self._canvas.setPageSize(size)

    def finish(self) -> bytes:
        """End the last page and return the PDF."""
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def line(
        self, place: tuple[float, float], pieces: Sequence[Run], size: float, stretch: float = 0.0
    ) -> None:
        """Write pieces of mixed faces from ``(x, y)``; ``stretch`` is added to each blank."""
        if not pieces:
            return
        text = self._canvas.beginText(place[0], self.size[1] - place[1])
        if stretch:
            text.setWordSpace(stretch)
        for words, font in pieces:
            text.setFont(font, size)
            text.textOut(words)
        if stretch:
            text.setWordSpace(0)
        self._canvas.drawText(text)
        self.texts.append("".join(words for words, _ in pieces))

    def block(self, placed: Iterable[Placed]) -> None:
        """Write many lines as one text object: the cells of a row in half the time."""
        text = self._canvas.beginText(0, 0)
        face: tuple[str, float] | None = None
        for (x, y), pieces, size in placed:
            text.setTextOrigin(x, self.size[1] - y)
            for words, font in pieces:
                if face != (font, size):
                    face = (font, size)
                    text.setFont(font, size)
                text.textOut(words)
            self.texts.append("".join(words for words, _ in pieces))
        self._canvas.drawText(text)

    def left(self, place: tuple[float, float], text: str, font: str, size: float) -> None:
        """Write a text that begins at ``(x, y)``."""
        self.line(place, ((paper_fonts.printable(text), font),) if text else (), size)

    def right(self, place: tuple[float, float], text: str, font: str, size: float) -> None:
        """Write a text that ends at ``(x, y)``."""
        words = paper_fonts.printable(text)
        self.left((place[0] - paper_fonts.width(words, font, size), place[1]), words, font, size)

    def centred(self, place: tuple[float, float], text: str, font: str, size: float) -> None:
        """Write a text with its middle at ``(x, y)``."""
        words = paper_fonts.printable(text)
        self.left(
            (place[0] - paper_fonts.width(words, font, size) / 2, place[1]), words, font, size
        )

    def spaced(
        self, place: tuple[float, float], text: str, face: tuple[str, float], spacing: float
    ) -> None:
        """Write a code with ``spacing`` points between its characters."""
        words = self._canvas.beginText(place[0], self.size[1] - place[1])
        words.setFont(*face)
        words.setCharSpace(spacing)
        words.textOut(paper_fonts.printable(text))
        words.setCharSpace(0)
        self._canvas.drawText(words)
        self.texts.append(text)

    def rule(self, x0: float, x1: float, y: float, thickness: float = HAIR) -> None:
        """Draw a horizontal line."""
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x0, self.size[1] - y, x1, self.size[1] - y)

    def dots(self, x0: float, x1: float, y: float) -> None:
        """Draw a dotted line to be written on by pen."""
        self._canvas.setDash(*_DOTS)
        self.rule(x0, x1, y)
        self._canvas.setDash()

    def cut_line(self, x: float) -> None:
        """Draw the dashed line along which two copies are cut apart."""
        self._canvas.setLineWidth(0.4)
        self._canvas.setDash(2.5, 3)
        self._canvas.line(x, 0, x, self.size[1])
        self._canvas.setDash()

    def lines(self, ends: Iterable[tuple[float, float, float, float]]) -> None:
        """Draw lines ``(x0, y0, x1, y1)`` in one stroke."""
        height = self.size[1]
        self._canvas.setLineWidth(HAIR)
        self._canvas.lines([(x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in ends])

    def box(self, corner: tuple[float, float], size: Size, *, fill: bool = False) -> None:
        """Draw a rectangle from its top left corner; filled black or only framed."""
        self._canvas.setLineWidth(HAIR)
        x, y = corner
        bottom = self.size[1] - y - size[1]
        self._canvas.rect(x, bottom, size[0], size[1], stroke=int(not fill), fill=int(fill))

    def hatch(self, corner: tuple[float, float], size: Size, step: float = 5.0) -> None:
        """Draw a framed rectangle of slanting lines: here stands what only the paper shows."""
        x, low = corner[0], self.size[1] - corner[1] - size[1]
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeGray(0.45)
        canvas.setLineWidth(0.5)
        path = canvas.beginPath()
        path.rect(x, low, *size)
        canvas.clipPath(path, stroke=1)
        starts = range(int((size[0] + size[1]) / step) + 1)
        ends = [(x + n * step - size[1], low, x + n * step, low + size[1]) for n in starts]
        canvas.lines(ends)
        canvas.restoreState()

    def frame(self, corner: tuple[float, float], size: Size, text: str, face: float) -> None:
        """Draw a word in red in a thick red frame, as papers of state secrecy bear it."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*_RED)
        canvas.setFillColorRGB(*_RED)
        canvas.setLineWidth(1.4)
        canvas.rect(corner[0], self.size[1] - corner[1] - size[1], *size)
        canvas.setFont(BOLD, face)
        middle = self.size[1] - corner[1] - size[1] / 2 - face * 0.35
        canvas.drawCentredString(corner[0] + size[0] / 2, middle, paper_fonts.printable(text))
        canvas.restoreState()
        self.texts.append(text)

    def tick(self, x: float, y: float, size: float) -> None:
        """Draw a check mark inside a box of ``size`` with its top left corner at (x, y)."""
        height = self.size[1]
        path = self._canvas.beginPath()
        path.moveTo(x + size * 0.2, height - y - size * 0.52)
        path.lineTo(x + size * 0.42, height - y - size * 0.74)
        path.lineTo(x + size * 0.82, height - y - size * 0.28)
        self._canvas.setLineWidth(1.1)
        self._canvas.drawPath(path)

    def shield(self, x: float, y: float, size: float) -> None:
        """Draw the seal mark: a white shield with a keyhole on a black square."""
        self.box((x, y), (size, size), fill=True)
        height = self.size[1]

        def at(across: float, down: float) -> tuple[float, float]:
            return x + size * across, height - y - size * down

        path = self._canvas.beginPath()
        path.moveTo(*at(0.5, 0.14))
        path.lineTo(*at(0.8, 0.26))
        path.lineTo(*at(0.8, 0.5))
        path.curveTo(*at(0.8, 0.68), *at(0.66, 0.8), *at(0.5, 0.88))
        path.curveTo(*at(0.34, 0.8), *at(0.2, 0.68), *at(0.2, 0.5))
        path.lineTo(*at(0.2, 0.26))
        path.close()
        self._canvas.setFillGray(1)
        self._canvas.drawPath(path, stroke=0, fill=1)
        self._canvas.setFillGray(0)
        self._canvas.circle(*at(0.5, 0.45), size * 0.085, stroke=0, fill=1)
        self.box((x + size * 0.465, y + size * 0.46), (size * 0.07, size * 0.2), fill=True)

    def qr(self, payload: str, corner: tuple[float, float], size: float) -> None:
        """Draw a QR code as one filled path of rectangles, a run of dark modules each."""
        matrix = segno.make(payload, error="m", micro=False, boost_error=True).matrix
        step = size / len(matrix)
        x, top = corner[0], self.size[1] - corner[1]
        path = self._canvas.beginPath()
        for row, modules in enumerate(matrix):
            for start, end in _dark_runs(modules):
                bottom = top - (row + 1) * step
                path.rect(x + start * step, bottom, (end - start) * step, step)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def promise(self, name: str, place: tuple[float, float]) -> None:
        """Leave a place for words that are known only when the last page is done."""
        self._canvas.saveState()
        self._canvas.translate(place[0], self.size[1] - place[1])
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def keep_promise(self, name: str, text: str, font: str, size: float) -> None:
        """Write the words of a promise, once for all pages."""
        self._canvas.beginForm(name, lowerx=0, lowery=-size, upperx=size * 8, uppery=size)
        self._canvas.setFont(font, size)
        self._canvas.drawString(0, 0, text)
        self._canvas.endForm()


def _dark_runs(modules: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = -1
    for place, dark in enumerate([*modules, 0]):
        if dark and start < 0:
            start = place
        elif not dark and start >= 0:
            runs.append((start, place))
            start = -1
    return runs
