"""A receipt against the same strings, rules and QR drawn by bare canvas calls."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from io import BytesIO
from itertools import groupby
from typing import Any

import segno
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from reception.printing.forms.receipt import render_receipt
from reception.printing.layout.pdf_canvas import PdfCanvas
from tests.printing.sample_papers import denunciation, ordinary

LIMIT = 1.5
ROUNDS = 25


def measure() -> list[tuple[str, float, float]]:
    """Return (name, ratio, limit): medians over rounds in which both ways take turns."""
    return [
        ("receipt, ordinary, two A5", _ratio(ordinary()), LIMIT),
        ("receipt, denunciation, three copies", _ratio(denunciation()), LIMIT),
    ]


def _ratio(sheet: Any) -> float:
    documents = _recorded(sheet)
    ratios = []
    for _ in range(ROUNDS):
        ours = _timed(lambda: render_receipt(sheet))
        bare = _timed(lambda: [_replayed(calls) for calls in documents])
        ratios.append(ours / bare)
    return statistics.median(ratios)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _recorded(sheet: Any) -> list[list[tuple[str, tuple[Any, ...]]]]:
    """Return what a receipt draws, document by document, as plain canvas calls."""
    documents: list[list[tuple[str, tuple[Any, ...]]]] = []
    originals = {name: getattr(PdfCanvas, name) for name in ("line", "rule", "lines", "box", "qr")}
    begin = PdfCanvas.__init__

    def opened(pen: PdfCanvas, title: str, size: tuple[float, float]) -> None:
        begin(pen, title, size)
        documents.append([])

    def watched(name: str) -> Callable[..., None]:
        def call(pen: PdfCanvas, *parts: Any, **named: Any) -> None:
            documents[-1].append((name, (pen.size[1], *parts)))
            originals[name](pen, *parts, **named)

        return call

    PdfCanvas.__init__ = opened  # type: ignore[method-assign]
    for name in originals:
        setattr(PdfCanvas, name, watched(name))
    try:
        render_receipt(sheet)
    finally:
        PdfCanvas.__init__ = begin  # type: ignore[method-assign]
        for name, original in originals.items():
            setattr(PdfCanvas, name, original)
    return documents


def _replayed(calls: list[tuple[str, tuple[Any, ...]]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4), invariant=1, pageCompression=1)
    for name, (height, *parts) in calls:
        _DRAW[name](canvas, height, *parts)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _text(canvas: Any, height: float, place: Any, pieces: Any, size: float, *_: Any) -> None:
    x, y = place
    for words, font in pieces:
        canvas.setFont(font, size)
        canvas.drawString(x, height - y, words)
        x += canvas.stringWidth(words, font, size)


def _rule(canvas: Any, height: float, x0: float, x1: float, y: float, *_: Any) -> None:
    canvas.line(x0, height - y, x1, height - y)


def _lines(canvas: Any, height: float, ends: Any) -> None:
    for x0, y0, x1, y1 in ends:
        canvas.line(x0, height - y0, x1, height - y1)


def _box(canvas: Any, height: float, corner: Any, size: Any, *_: Any) -> None:
    canvas.rect(corner[0], height - corner[1] - size[1], size[0], size[1])


def _qr(canvas: Any, height: float, payload: str, corner: Any, size: float) -> None:
    matrix = segno.make(payload, error="m", micro=False).matrix
    step = size / len(matrix)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        column = 0
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                x, y = corner[0] + column * step, height - corner[1] - (row + 1) * step
                path.rect(x, y, length * step, step)
            column += length
    canvas.drawPath(path, stroke=0, fill=1)


_DRAW: dict[str, Callable[..., None]] = {
    "line": _text,
    "rule": _rule,
    "lines": _lines,
    "box": _box,
    "qr": _qr,
}
