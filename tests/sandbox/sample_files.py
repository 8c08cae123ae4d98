"""Files that a citizen might bring: good, damaged and malicious ones."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

RED, BLUE = (250, 10, 10), (10, 10, 250)


def picture(
    kind: str, mode: str = "RGB", size: tuple[int, int] = (300, 200), **more: object
) -> bytes:
    """Return an image file, red on the left half and blue on the right (where it has colours)."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    made = io.BytesIO()
    image.convert(mode).save(made, kind, **more)
    return made.getvalue()


def pdf(pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """Return a PDF whose pages are red on the left half and blue on the right."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    for _ in range(pages):
        canvas.setFillColorRGB(*(part / 255 for part in RED))
        canvas.rect(0, 0, size[0] / 2, size[1], stroke=0, fill=1)
        canvas.setFillColorRGB(*(part / 255 for part in BLUE))
        canvas.rect(size[0] / 2, 0, size[0] / 2, size[1], stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def locked_pdf(user: str) -> bytes:
    """Return a PDF that asks for this password; with "" only its changing is barred."""
    made = io.BytesIO()
    lock = StandardEncryption(user, ownerPassword="owner", canModify=0, strength=128)
    canvas = Canvas(made, encrypt=lock)
    canvas.drawString(100, 100, "x")
    canvas.save()
    return made.getvalue()


def claiming_pdf(count: int) -> bytes:
    """Return a PDF of one page that claims to have ``count``."""
    data = pdf()
    claim = b"/Count 1 "
    assert data.count(claim) == 1
    return data.replace(claim, b"/Count %d " % count)


def png_bomb(side: int) -> bytes:
    """Return a small PNG that unpacks to a black square of ``side`` pixels."""
    row = b"\0" + bytes(side * 3)
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in (
            (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)),
            (b"IDAT", body),
            (b"IEND", b""),
        )
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
