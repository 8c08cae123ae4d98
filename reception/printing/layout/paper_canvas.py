"""The canvas of every paper: embedded fonts, no metadata but code and language, collected texts."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from reception.printing.layout import paper_fonts
from reception.printing.layout.paper_fonts import REGULAR

Size = tuple[float, float]  # width and height in points
MM = 72 / 25.4
A4: Size = (210 * MM, 297 * MM)
A4_LANDSCAPE: Size = (297 * MM, 210 * MM)
A5: Size = (148 * MM, 210 * MM)
HAIRLINE = 0.7  # points: thickness of rules and frames
# Binary streams: a fifth smaller and faster than ASCII85 (measured on a register book).
rl_config.useA85 = 0

# invariant omits the date of creation, which would show the time of a denunciation.
DOCUMENT_OPTIONS = {
    "invariant": 1,
    "pageCompression": 1,
    "lang": "vi-VN",
    "initialFontName": REGULAR,
}


# The title of every document of a visit. A number would tell which copy it is, and a copy for the
# envelope has none; what a printer or a viewer notes of a document is the same for all.
VISIT_PAPER_TITLE = "TCD"
# Documents are as long as a multiple of this many bytes: the log of a print queue has their sizes,
# and the forms of a denunciation are longer than others.
SIZE_STEP = 131_072
_LINE = b"%" + b" " * 62 + b"\n"


class _CollectingTextObject(PDFTextObject):
    """A text object that adds every written string to the ``texts`` of its canvas."""

    def _formatText(self, text: str) -> Any:
        # Every method of reportlab that writes a string calls this one.
        self._canvas.texts.append(text)
        return super()._formatText(text)

    def write(self, text: str, width: float) -> None:
        """Write a text of known width in points; ``textOut`` would measure the width again."""
        self._code.append(self._formatText(text))
        self._x += width


class PaperCanvas(Canvas):
    """``texts`` are all strings in the order in which they were written.

    The check for identities reads them: a paper must not name anybody whom it may not name.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        paper_fonts.load_fonts()
        super().__init__(*args, **options)
        self.texts: list[str] = []

    def beginText(
        self, x: float = 0, y: float = 0, direction: str | None = None
    ) -> _CollectingTextObject:
        """Return a text object whose strings are collected."""
        return _CollectingTextObject(self, x, y, direction=direction)

    def write_left(self, x: float, y: float, text: str, font: str, size: float) -> None:
        """Write a printable text that begins at ``x``; ``y`` is its base line.

        reportlab's ``setFont`` and ``drawString`` begin a text object each, and measure the text.
        """
        line = self.beginText(x, y)
        line.setFont(font, size)
        line.write(text, 0)
        self.drawText(line)

    def write_centred(self, x: float, y: float, text: str, font: str, size: float) -> None:
        """Write a printable text that has its middle at ``x``."""
        self.write_left(x - paper_fonts.width(text, font, size) / 2, y, text, font, size)

    def write_right(self, x: float, y: float, text: str, font: str, size: float) -> None:
        """Write a printable text that ends at ``x``."""
        self.write_left(x - paper_fonts.width(text, font, size), y, text, font, size)


def padded(pdf: bytes) -> bytes:
    """Return the document, lengthened by a comment to a multiple of :data:`SIZE_STEP`."""
    ending = pdf[pdf.rindex(b"startxref") :]  # a reader looks for it at the end of the file
    missing = -(len(pdf) + len(ending)) % SIZE_STEP
    comment = (_LINE * (missing // len(_LINE) + 1))[:missing]
    return pdf + (comment[:-1] + b"\n" if comment else b"") + ending


def new_canvas(size: Size) -> tuple[PaperCanvas, BytesIO]:
    """Return an empty document of a visit and the buffer that ``save`` writes to."""
    paper_fonts.load_fonts()
    buffer = BytesIO()
    canvas = PaperCanvas(buffer, pagesize=size, **DOCUMENT_OPTIONS)
    canvas.setTitle(VISIT_PAPER_TITLE)
    for set_value in (canvas.setAuthor, canvas.setSubject, canvas.setKeywords):
        set_value("")
    canvas.setCreator("")
    canvas.setProducer("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas, buffer
