"""A receipt against the same strings, rules and QR drawn by bare canvas calls."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from io import BytesIO
from itertools import groupby
from typing import Any
from unittest import mock

import segno
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from reception.printing.forms.citizen_copy import CitizenCopy, render_citizen_copy
from reception.printing.forms.receipt import render_office_copies
from reception.printing.layout import drawings, form_parts, page_flow, paper_canvas
from reception.printing.layout.paper_canvas import PaperCanvas
from tests.printing.sample_papers import citizen, denunciation, ordinary

_Call = tuple[str, tuple[Any, ...]]
LIMIT = 1.5
ROUNDS = 25


def measure() -> list[tuple[str, float, float]]:
    """Return (name, ratio, limit): medians over rounds that alternate both versions."""
    return [
        ("receipt, citizen's copy", _ratio(citizen()), LIMIT),
        ("receipt, file's copy", _ratio(ordinary()), LIMIT),
        ("receipt, denunciation, two copies of the office", _ratio(denunciation()), LIMIT),
    ]


def _ratio(sheet: Any) -> float:
    documents = _recorded(sheet)
    ratios = []
    for _ in range(ROUNDS):
        ours = _timed(lambda: _render(sheet))
        bare = _timed(lambda: [_replayed(calls) for calls in documents])
        ratios.append(ours / bare)
    return statistics.median(ratios)


def _render(sheet: Any) -> object:
    return (
        render_citizen_copy(sheet)
        if isinstance(sheet, CitizenCopy)
        else (render_office_copies(sheet))
    )


def _timed(work: Callable[[], object]) -> float:
    """Return the processor time in seconds: other programs of a busy machine do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _recorded(sheet: Any) -> list[list[_Call]]:
    """Return the canvas calls of a receipt, document by document."""
    documents: list[list[_Call]] = []

    class Recorder(PaperCanvas):
        def __init__(self, *args: Any, **options: Any) -> None:
            documents.append([])
            super().__init__(*args, **options)

        def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> Any:
            text = super().beginText(x, y, direction)
            write = text._formatText

            def written(words: str) -> Any:
                face = (text._fontname, text._fontsize)
                documents[-1].append(("text", (text.getX(), text.getY(), words, *face)))
                return write(words)

            text._formatText = written
            return text

        def line(self, *ends: float) -> None:
            documents[-1].append(("line", ends))
            super().line(*ends)

        def lines(self, linelist: Any) -> None:
            documents[-1].append(("lines", (linelist,)))
            super().lines(linelist)

        def rect(self, *sides: float, stroke: int = 1, fill: int = 0) -> None:
            documents[-1].append(("rect", sides))
            super().rect(*sides, stroke=stroke, fill=fill)

    def qr_code(canvas: PaperCanvas, *parts: Any) -> None:
        documents[-1].append(("qr", parts))
        drawings.qr_code(canvas, *parts)

    with (
        mock.patch.object(paper_canvas, "PaperCanvas", Recorder),
        mock.patch.object(page_flow, "PaperCanvas", Recorder),
        mock.patch.object(form_parts, "qr_code", qr_code),
    ):
        _render(sheet)
    return documents


def _replayed(calls: list[_Call]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4), invariant=1, pageCompression=1)
    for name, parts in calls:
        _DRAW[name](canvas, *parts)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _text(canvas: Any, x: float, y: float, words: str, font: str, size: float) -> None:
    canvas.setFont(font, size)
    canvas.drawString(x, y, words)


def _line(canvas: Any, *ends: float) -> None:
    canvas.line(*ends)


def _lines(canvas: Any, ends: Any) -> None:
    canvas.lines(ends)


def _rect(canvas: Any, *sides: float) -> None:
    canvas.rect(*sides)


def _qr(canvas: Any, payload: str, corner: Any, size: float) -> None:
    matrix = segno.make(payload, error="m", micro=False).matrix
    step = size / len(matrix)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        column = 0
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                x, y = corner[0] + column * step, corner[1] + size - (row + 1) * step
                path.rect(x, y, length * step, step)
            column += length
    canvas.drawPath(path, stroke=0, fill=1)


_DRAW: dict[str, Callable[..., None]] = {
    "text": _text,
    "line": _line,
    "lines": _lines,
    "rect": _rect,
    "qr": _qr,
}
