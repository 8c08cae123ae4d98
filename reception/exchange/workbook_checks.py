"""The gate before a workbook: what is no .xlsx, locked, damaged or too large stays outside."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from reception.domain.errors import ReceptionError
from reception.exchange.sheet_prescan import SheetPrescan, prescan

MIB = 1 << 20
MOST_UNPACKED = 300 * MIB
_MOST_FILE = 100 * MIB
_MOST_PARTS = 2_000
_MOST_RATIO = 200  # a register packs 10 to 40 times
_RATIO_FREE = 16 * MIB  # below this nothing can blow up
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_MARK = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError)
_NOT_READ = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".vml")


def inspect(data: bytes) -> dict[str, SheetPrescan]:
    """Return what each XML part tells, by its name; raise when the file cannot be let in."""
    if data.startswith(_OLE):
        raise ReceptionError("exchange.locked" if _LOCKED_MARK in data else "exchange.old_xls")
    if not data.startswith(b"PK"):
        raise ReceptionError("exchange.not_workbook")
    if len(data) > _MOST_FILE:
        raise ReceptionError("exchange.too_large")
    with _unzip_errors(), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        _check_parts(parts, len(data))
        return {part.filename: _look(package, part) for part in parts if _is_read(part.filename)}


def _check_parts(parts: list[zipfile.ZipInfo], packed: int) -> None:
    names = {part.filename for part in parts}
    if "xl/workbook.bin" in names:
        raise ReceptionError("exchange.binary_workbook")
    if "xl/workbook.xml" not in names:
        raise ReceptionError("exchange.not_workbook")
    unpacked = sum(part.file_size for part in parts)
    swollen = unpacked > _RATIO_FREE and unpacked > _MOST_RATIO * packed
    if swollen or unpacked > MOST_UNPACKED or len(parts) > _MOST_PARTS:
        raise ReceptionError("exchange.too_large")
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise ReceptionError("exchange.locked")
    if len(names) != len(parts) or any(part.compress_type not in _METHODS for part in parts):
        raise ReceptionError("exchange.damaged")


def _is_read(name: str) -> bool:
    """Tell whether openpyxl may parse this part; pictures, macros and printers' bytes never."""
    return not name.endswith("/") and not name.lower().endswith(_NOT_READ)


def _look(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> SheetPrescan:
    with package.open(part) as stream:
        return prescan(stream)


@contextmanager
def _unzip_errors() -> Iterator[None]:
    """Turn what zipfile may raise over a broken file into one refusal, without its cause."""
    broken = False
    try:
        yield
    except (*_BROKEN, NotImplementedError, RuntimeError):
        broken = True
    if broken:
        raise ReceptionError("exchange.damaged")


def load(data: bytes) -> Any:
    """Return the openpyxl workbook (streaming, formulas visible, no links, no macros).

    openpyxl meets hostile bytes with any exception there is, so each becomes the one refusal.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.3 s that a start without import saves

    book = None
    with suppress(Exception):  # the cause may quote a cell: it is not kept
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False, keep_vba=False)
    if book is None:
        raise ReceptionError("exchange.damaged")
    return book
