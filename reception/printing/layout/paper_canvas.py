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


def new_canvas(document_code: str, size: Size) -> tuple[PaperCanvas, BytesIO]:
    """Return an empty document and the buffer that ``save`` writes to.

    ``document_code``, e.g. ``BN-0294``, becomes the title of the document; it is never a name.
    """
    paper_fonts.load_fonts()
    buffer = BytesIO()
    canvas = PaperCanvas(buffer, pagesize=size, **DOCUMENT_OPTIONS)
    canvas.setTitle(document_code)
    for set_value in (canvas.setAuthor, canvas.setSubject, canvas.setKeywords):
        set_value("")
    canvas.setCreator("")
    canvas.setProducer("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas, buffer
