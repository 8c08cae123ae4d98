"""Runs in the child: page count of a PDF and a picture of its first page."""

from __future__ import annotations

import ctypes
import math

import pypdfium2.raw as pdfium

from reception.sandbox.child_protocol import MAX_PAGES, PREVIEW_SIDE, Picture, ScanRefused

_WHITE = 0xFFFFFFFF

pdfium.FPDF_InitLibrary()


def open_pdf(data: bytes) -> Picture:
    """Count the pages and draw the first; raises ScanRefused for a file that does not open."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        is_encrypted = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise ScanRefused("sandbox.encrypted" if is_encrypted else "sandbox.broken")
    pages = int(pdfium.FPDF_GetPageCount(document))
    if pages > MAX_PAGES:
        raise ScanRefused("sandbox.too_many_pages")
    # The page count in a file may be too high: the last page must exist.
    if pages < 1 or not pdfium.FPDF_LoadPage(document, pages - 1):
        raise ScanRefused("sandbox.broken")
    page = pdfium.FPDF_LoadPage(document, 0)
    if not page:
        raise ScanRefused("sandbox.broken")
    width, height = _size(page)
    return Picture(pages, width, height, _draw(page, width, height))


def _size(page: object) -> tuple[int, int]:
    """Return the picture's size in pixels: the page's proportions, the longer side at its limit."""
    page_width, page_height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    longer = max(page_width, page_height)
    if not math.isfinite(page_width + page_height) or min(page_width, page_height) <= 0:
        raise ScanRefused("sandbox.broken")
    scale = PREVIEW_SIDE / longer
    return max(1, round(page_width * scale)), max(1, round(page_height * scale))


def _draw(page: object, width: int, height: int) -> bytes:
    stride = width * 3
    pixels = ctypes.create_string_buffer(stride * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(
        width, height, pdfium.FPDFBitmap_BGR, ctypes.addressof(pixels), stride
    )
    if not bitmap:
        raise ScanRefused("sandbox.memory")
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    return pixels.raw
