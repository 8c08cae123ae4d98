"""Kinds of scans, recognised by their first bytes and never by their name; facts about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ScanKind(StrEnum):
    """Kinds of file accepted as a scan."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """A scan that could be opened: its kind, number of pages (1 for an image), a small picture.

    ``preview_png`` shows the first page, at most 1000 px on its longer side. It is encoded in
    our own process from plain pixels and carries nothing of the file's own data (no EXIF).
    """

    kind: ScanKind
    pages: int
    preview_png: bytes = field(repr=False)


_JPEG = b"\xff\xd8\xff"
_PNG = b"\x89PNG\r\n\x1a\n"
_PDF = b"%PDF-"
_BEFORE_PDF = b"\xef\xbb\xbf \t\r\n"  # some scanners write a mark or an empty line first


def kind_of(data: bytes) -> ScanKind | None:
    """Return the kind that the first bytes indicate, or None; the child verifies it."""
    if data.startswith(_JPEG):
        return ScanKind.JPEG
    if data.startswith(_PNG):
        return ScanKind.PNG
    if data[:64].lstrip(_BEFORE_PDF).startswith(_PDF):
        return ScanKind.PDF
    return None
