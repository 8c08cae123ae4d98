"""The canvas of every paper: fonts embedded, no metadata, every written text collected."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from reception.printing.layout import paper_fonts
from reception.printing.layout.paper_fonts import REGULAR

Size = tuple[float, float]  # width, height in points
MM = 72 / 25.4
A4: Size = (210 * MM, 297 * MM)
A4_LANDSCAPE: Size = (297 * MM, 210 * MM)
A5: Size = (148 * MM, 210 * MM)
HAIRLINE = 0.7  # points: thickness of rules and frames
# A fifth smaller and faster than streams in ASCII85 (measured on a register book).
rl_config.useA85 = 0

# invariant: the date of creation would show the hour of a denunciation.
DOCUMENT_OPTIONS = {
    "invariant": 1,
    "pageCompression": 1,
    "lang": "vi-VN",
    "initialFontName": REGULAR,
}


class _CollectedText(PDFTextObject):
    """A text object that collects its strings: reportlab formats every written string here."""

    def _formatText(self, text: str) -> Any:
        self._canvas.texts.append(text)
        return super()._formatText(text)

    def write(self, text: str, width: float) -> None:
        """Write a text whose width is known in points: ``textOut`` would measure it again."""
        self._code.append(self._formatText(text))
        self._x += width


class PaperCanvas(Canvas):
    """``texts`` are the written strings in the order of the page, for the check for identities."""

    def __init__(self, *args: Any, **options: Any) -> None:
        paper_fonts.load_fonts()
        super().__init__(*args, **options)
        self.texts: list[str] = []

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> _CollectedText:
        """Return a text object whose strings are collected."""
        return _CollectedText(self, x, y, direction=direction)


def new_canvas(title: str, size: Size) -> tuple[PaperCanvas, BytesIO]:
    """Return an empty document and the buffer that ``save`` writes to.

    ``title`` is the document's code alone, e.g. ``BN-0294``, never a name.
    """
    paper_fonts.load_fonts()
    buffer = BytesIO()
    canvas = PaperCanvas(buffer, pagesize=size, **DOCUMENT_OPTIONS)
    canvas.setTitle(title)
    for clear in (canvas.setAuthor, canvas.setSubject, canvas.setKeywords):
        clear("")
    canvas.setCreator("")
    canvas.setProducer("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas, buffer
