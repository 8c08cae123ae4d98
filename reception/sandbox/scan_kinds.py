"""What a scan is, by its first bytes and never by its name; and what is told about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ScanKind(StrEnum):
    """The kinds of file an office takes in as a scan."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """A scan that opened: its kind, its pages (1 or more; images have 1), a small picture.

    ``preview_png`` shows the first page, at most 1000 px on its longer side. It is encoded in
    our own process from plain pixels and carries nothing of the file's own data (no EXIF).
    """

    kind: ScanKind
    pages: int
    preview_png: bytes


_JPEG = b"\xff\xd8\xff"
_PNG = b"\x89PNG\r\n\x1a\n"
_PDF = b"%PDF-"
_BEFORE_PDF = b"\xef\xbb\xbf \t\r\n"  # some scanners write a mark or an empty line first


def kind_of(data: bytes) -> ScanKind | None:
    """Return the kind the first bytes claim, or None; whether it is true the child finds out."""
    if data.startswith(_JPEG):
        return ScanKind.JPEG
    if data.startswith(_PNG):
        return ScanKind.PNG
    if data[:64].lstrip(_BEFORE_PDF).startswith(_PDF):
        return ScanKind.PDF
    return None
