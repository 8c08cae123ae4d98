"""Runs in the child: the checks of a workbook's archive, and its opening by openpyxl."""

from __future__ import annotations

import codecs
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from openpyxl import load_workbook

from reception.domain.errors import ReceptionError
from reception.sandbox.sheet_prescan import PartLimits, SheetPrescan, prescan

MIB = 1 << 20
MAX_UNPACKED = 300 * MIB
_MAX_PARTS = 2_000
_MAX_RATIO = 200  # a register is compressed 10 to 40 times
_RATIO_FREE = 16 * MIB  # harmless at any ratio
_ENCRYPTED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError)
codecs.lookup("cp437")  # of the names of parts; it could not be imported after the confinement
_SKIPPED_SUFFIXES = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".vml")


def prescan_workbook(data: bytes) -> dict[str, SheetPrescan]:
    """Return the facts of each XML part by its name.

    Errors: ReceptionError ``exchange.*`` when the file must not be opened; MemoryError.
    """
    limits = PartLimits()
    with _unzip_errors(), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        _check_parts(parts, len(data))
        return {
            part.filename: _prescan_part(package, part, limits)
            for part in parts
            if _is_read(part.filename)
        }


def _check_parts(parts: list[zipfile.ZipInfo], packed: int) -> None:
    names = {part.filename for part in parts}
    if "xl/workbook.bin" in names:
        raise ReceptionError("exchange.binary_workbook")
    if "xl/workbook.xml" not in names:
        raise ReceptionError("exchange.not_workbook")
    unpacked = sum(part.file_size for part in parts)
    is_bomb = unpacked > _RATIO_FREE and unpacked > _MAX_RATIO * packed
    if is_bomb or unpacked > MAX_UNPACKED or len(parts) > _MAX_PARTS:
        raise ReceptionError("exchange.too_large")
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise ReceptionError("exchange.locked")
    if len(names) != len(parts) or any(part.compress_type not in _METHODS for part in parts):
        raise ReceptionError("exchange.damaged")


def _is_read(name: str) -> bool:
    """Tell whether openpyxl may parse this part; never pictures, macros or printer settings."""
    return not name.endswith("/") and not name.lower().endswith(_SKIPPED_SUFFIXES)


def _prescan_part(
    package: zipfile.ZipFile, part: zipfile.ZipInfo, limits: PartLimits
) -> SheetPrescan:
    with package.open(part) as stream:
        return prescan(stream, limits)


@contextmanager
def _unzip_errors() -> Iterator[None]:
    """Turn every error of zipfile into ``exchange.damaged``, without its cause."""
    broken = False
    try:
        yield
    except (*_UNZIP_ERRORS, NotImplementedError, RuntimeError):
        broken = True
    if broken:
        raise ReceptionError("exchange.damaged")


def open_workbook(data: bytes) -> Any:
    """Return the openpyxl workbook: streaming, with formulas, without links and macros.

    Malformed content may raise any exception.
    """
    return load_workbook(io.BytesIO(data), read_only=True, keep_links=False, keep_vba=False)
