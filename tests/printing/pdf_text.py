"""Reads papers back as a viewer would: words in the order of the page's content."""

from __future__ import annotations

import io

from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def squeezed(text: str) -> str:
    """Return the text without blanks and line ends: layout is not content."""
    return "".join(text.split())


def words(pdf: bytes) -> str:
    """Return all words of a paper in reading order, one blank between them."""
    pages = [page.extract_text() for page in reader(pdf).pages]
    return " ".join(" ".join(pages).split())


def fonts(pdf: bytes) -> list[tuple[str, bool]]:
    """Return (name, embedded) of every font of every page."""
    found = []
    for page in reader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()
            holder = described.get("/FontDescriptor")
            embedded = holder is not None and "/FontFile2" in holder.get_object()
            found.append((str(described["/BaseFont"]), embedded))
    return found


def size(pdf: bytes) -> tuple[int, int]:
    """Return width and height of the first page in millimetres."""
    box = reader(pdf).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)
