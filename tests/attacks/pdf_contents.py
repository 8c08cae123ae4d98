"""The texts written in a PDF of this program, with their places: faster than a general reader."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_FONT = re.compile(rb"/Name (/F\d+\+\d+) .*?/ToUnicode (\d+) 0 R", re.DOTALL)
_LETTER = re.compile(rb"<(\w\w)> <(\w{4})>")
_TEXT = re.compile(
    rb"1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm (/F\d+\+\d+) ([\d.]+) Tf|(/F\d+\+\d+) ([\d.]+) Tf"
    rb"|\(((?:\\.|[^()\\])*)\) Tj",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_PAGE = re.compile(rb"/MediaBox \[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One string: place in points from where its block begins, font and size, the words."""

    x: str
    y: str
    font: str
    words: str


@dataclass(frozen=True, slots=True)
class PdfContents:
    """Sizes of the pages, lengths of the page streams, and what is written, in order."""

    pages: tuple[str, ...]
    drawing_lengths: tuple[int, ...]
    texts: tuple[WrittenText, ...]


def read_contents(pdf: bytes) -> PdfContents:
    """Return what is in a PDF whose fonts are embedded as subsets."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    streams = {number: _unpacked(body) for number, body in objects.items()}
    letters: dict[bytes, dict[int, str]] = {}
    for body in objects.values():
        font = _FONT.search(body)
        if font is not None:
            letters[font[1]] = _letters(streams[int(font[2])])
    drawings = [stream for stream in streams.values() if b" Tj" in stream]
    texts = [text for drawing in drawings for text in _texts(drawing, letters)]
    pages = tuple(box.decode() for body in objects.values() for box in _PAGE.findall(body))
    return PdfContents(pages, tuple(len(drawing) for drawing in drawings), tuple(texts))


def _unpacked(body: bytes) -> bytes:
    match = _STREAM.search(body)
    if match is None or b"/FlateDecode" not in body[: match.start()]:
        return b""
    return zlib.decompressobj().decompress(match[1])


def _letters(character_map: bytes) -> dict[int, str]:
    return {int(code, 16): chr(int(char, 16)) for code, char in _LETTER.findall(character_map)}


def _texts(drawing: bytes, letters: dict[bytes, dict[int, str]]) -> list[WrittenText]:
    found = []
    x = y = b"0"
    font, size = b"", b""
    for match in _TEXT.finditer(drawing):
        if match[1] is not None:
            x, y, font, size = match[1], match[2], match[3], match[4]
        elif match[5] is not None:
            font, size = match[5], match[6]
        else:
            codes = _ESCAPE.sub(_unescaped, match[7])
            words = "".join(letters[font][code] for code in codes)
            face = font.partition(b"+")[0] + b" " + size
            found.append(WrittenText(x.decode(), y.decode(), face.decode(), words))
    return found


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8)]) if match[1].isdigit() else match[1]
