"""The child's answer as bytes: a header of fixed size, then raw pixels, so no parser is needed."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

PREVIEW_SIDE = 1000  # pixels, the longer side of a picture
MAX_PAGES = 2000

_HEADER = struct.Struct(">4sBIII")  # signature, verdict, pages, width, height
_SIGNATURE = b"SCAN"
MAX_ANSWER = _HEADER.size + PREVIEW_SIDE * PREVIEW_SIDE * 3

# The verdict byte is an index of this list; 0 means that the scan could be opened.
CODES = (
    "",
    "sandbox.broken",
    "sandbox.encrypted",
    "sandbox.memory",
    "sandbox.too_large",
    "sandbox.too_many_pages",
    "sandbox.unavailable",
)


class ScanRefused(Exception):
    """The child refuses a scan; ``code`` is one of CODES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Picture:
    """The number of pages of a file, and its first page as RGB bytes, row by row from the top."""

    pages: int
    width: int
    height: int
    pixels: bytes = field(repr=False)


def pack(answer: Picture | ScanRefused) -> bytes:
    """Return the bytes of an answer."""
    if isinstance(answer, ScanRefused):
        return _HEADER.pack(_SIGNATURE, CODES.index(answer.code), 0, 0, 0)
    header = _HEADER.pack(_SIGNATURE, 0, answer.pages, answer.width, answer.height)
    return header + answer.pixels


def unpack(data: bytes) -> Picture | ScanRefused | None:
    """Return the answer, or None when it is malformed: the child is not trusted."""
    if len(data) < _HEADER.size:
        return None
    signature, verdict, pages, width, height = _HEADER.unpack_from(data)
    if signature != _SIGNATURE or verdict >= len(CODES):
        return None
    if verdict:
        return ScanRefused(CODES[verdict])
    fits = 1 <= width <= PREVIEW_SIDE and 1 <= height <= PREVIEW_SIDE
    pixels = data[_HEADER.size :]
    if not fits or not 1 <= pages <= MAX_PAGES or len(pixels) != width * height * 3:
        return None
    return Picture(pages, width, height, pixels)


def png_of(picture: Picture) -> bytes:
    """Return the picture as a PNG file (RGB, 8 bits)."""
    row_size = picture.width * 3
    rows = range(0, len(picture.pixels), row_size)
    raw = b"".join(b"\0" + picture.pixels[row : row + row_size] for row in rows)
    size = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(raw, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
