"""The messages of a workbook as bytes, of fixed form, so that the parent needs no parser.

A message is one byte for its kind, four for the length of what follows, and its fields. The child
is not trusted: whatever does not have exactly this form raises ValueError.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import datetime

from reception.sandbox import workbook_cells
from reception.sandbox.workbook_cells import CellValue, Message

REFUSALS = (
    "exchange.damaged",
    "exchange.locked",
    "exchange.binary_workbook",
    "exchange.not_workbook",
    "exchange.too_large",
    "exchange.too_wide",
    "exchange.unsafe",
    "exchange.too_much_memory",
    "exchange.no_reader",
    "exchange.strict_form",
)
MAX_MERGES = 100_000

HEADER = struct.Struct(">cI")  # kind of the message, length of what follows
_START = struct.Struct(">I")  # lines
_SHEET = struct.Struct(">IBII")  # number, hidden, hidden columns, merged cells
_SPAN = struct.Struct(">II")
_MERGE = struct.Struct(">IIII")
_LINE = struct.Struct(">IBB")  # line, hidden, cells
_CELL = struct.Struct(">BcI")  # column from 0, type, length of the value
_REFUSED = struct.Struct(">BI")  # code, number
_WHOLE = struct.Struct(">q")
_FLOAT = struct.Struct(">d")
_TIME = struct.Struct(">HBBBBB")  # year, month, day, hour, minute, second
_LARGEST_WHOLE = 10**15  # Excel keeps 15 digits; a longer number is passed on as text
_MAX_BYTES_OF_TEXT = 4 * workbook_cells.MAX_TEXT
_MAX_BYTES_OF_ERROR = 20
MAX_MESSAGE = max(
    _LINE.size + workbook_cells.MAX_COLUMNS * (_CELL.size + _MAX_BYTES_OF_TEXT),
    _SHEET.size + workbook_cells.LAST_COLUMN * _SPAN.size + MAX_MERGES * _MERGE.size,
)


def pack(message: Message) -> bytes:
    """Return the bytes of a message."""
    if isinstance(message, workbook_cells.SheetLine):
        kind, body = b"L", _pack_line(message)
    elif isinstance(message, workbook_cells.SheetStart):
        kind, body = b"S", _pack_sheet(message)
    elif isinstance(message, workbook_cells.WorkbookStart):
        kind, body = b"W", _START.pack(message.lines)
    elif isinstance(message, workbook_cells.WorkbookRefused):
        number = min(max(message.number, 0), workbook_cells.LAST_LINE)
        kind, body = b"X", _REFUSED.pack(REFUSALS.index(message.code), number)
    else:
        kind, body = b"E", b""
    return HEADER.pack(kind, len(body)) + body


def _pack_sheet(sheet: workbook_cells.SheetStart) -> bytes:
    counts = len(sheet.hidden_columns), len(sheet.merges)
    parts = [_SHEET.pack(sheet.number, sheet.is_hidden, *counts)]
    parts += [_SPAN.pack(*span) for span in sheet.hidden_columns]
    parts += [_MERGE.pack(*merge) for merge in sheet.merges]
    return b"".join(parts)


def _pack_line(line: workbook_cells.SheetLine) -> bytes:
    cells = [(place, value) for place, value in enumerate(line.values) if value is not None]
    parts = [_LINE.pack(line.line, line.is_hidden, len(cells))]
    for place, value in cells:
        kind, body = _pack_value(value)
        parts += [_CELL.pack(place, kind, len(body)), body]
    return b"".join(parts)


def _pack_value(value: CellValue) -> tuple[bytes, bytes]:
    if isinstance(value, str):
        return _pack_text(value)
    if isinstance(value, bool):
        return b"B", bytes([value])
    if isinstance(value, int):
        if abs(value) < _LARGEST_WHOLE:
            return b"I", _WHOLE.pack(value)
        return _pack_text(str(value))
    if isinstance(value, float):
        return b"F", _FLOAT.pack(value)
    return b"D", _TIME.pack(*value.timetuple()[:6])


def _pack_text(value: str) -> tuple[bytes, bytes]:
    if isinstance(value, workbook_cells.FormulaCell):
        return b"f", b""
    if isinstance(value, workbook_cells.ErrorCell):
        return b"e", value.encode("ascii", "replace")[:_MAX_BYTES_OF_ERROR]
    if isinstance(value, workbook_cells.LongCell) or len(value) > workbook_cells.MAX_TEXT:
        return b"l", b""
    return b"T", value.encode()


def unpack(kind: bytes, body: bytes) -> Message:
    """Return the message. Errors: ValueError for every other form (UnicodeError included)."""
    try:
        if kind == b"L":
            return _unpack_line(body)
        if kind == b"S":
            return _unpack_sheet(body)
        if kind == b"W":
            return workbook_cells.WorkbookStart(*_START.unpack(body))
        if kind == b"X":
            code, number = _REFUSED.unpack(body)
            return workbook_cells.WorkbookRefused(REFUSALS[code], number)
    except (struct.error, LookupError):
        raise ValueError from None
    if kind != b"E" or body:
        raise ValueError
    return workbook_cells.WorkbookEnd()


def _unpack_sheet(body: bytes) -> workbook_cells.SheetStart:
    number, is_hidden, columns, merges = _SHEET.unpack_from(body)
    split = _SHEET.size + columns * _SPAN.size
    if columns > workbook_cells.LAST_COLUMN or merges > MAX_MERGES or is_hidden > 1:
        raise ValueError
    spans = tuple(_SPAN.iter_unpack(body[_SHEET.size : split]))
    areas = tuple(_MERGE.iter_unpack(body[split:]))
    if len(spans) != columns or len(areas) != merges:
        raise ValueError
    for left, top, right, bottom in areas:
        if not (
            1 <= left <= right <= workbook_cells.LAST_COLUMN
            and 1 <= top <= bottom <= workbook_cells.LAST_LINE
        ):
            raise ValueError
    return workbook_cells.SheetStart(number, bool(is_hidden), spans, areas)


def _unpack_line(body: bytes) -> workbook_cells.SheetLine:
    line, is_hidden, count = _LINE.unpack_from(body)
    if (
        not 1 <= line <= workbook_cells.LAST_LINE
        or is_hidden > 1
        or not 1 <= count <= workbook_cells.MAX_COLUMNS
    ):
        raise ValueError
    values: list[CellValue | None] = [None] * workbook_cells.MAX_COLUMNS
    position = _LINE.size
    for _ in range(count):
        column, kind, length = _CELL.unpack_from(body, position)
        position += _CELL.size
        if (
            column >= workbook_cells.MAX_COLUMNS
            or values[column] is not None
            or position + length > len(body)
        ):
            raise ValueError
        values[column] = _unpack_value(kind, body[position : position + length])
        position += length
    if position != len(body):
        raise ValueError
    return workbook_cells.SheetLine(line, bool(is_hidden), tuple(values))


def _unpack_value(kind: bytes, body: bytes) -> CellValue:
    reader = _VALUE_READERS.get(kind)
    if reader is None:
        raise ValueError
    return reader(body)


def _read_text(body: bytes) -> str:
    text = body.decode()
    if not 0 < len(text) <= workbook_cells.MAX_TEXT:
        raise ValueError
    return text


def _read_whole(body: bytes) -> int:
    return int(_WHOLE.unpack(body)[0])


def _read_float(body: bytes) -> float:
    return float(_FLOAT.unpack(body)[0])


def _read_time(body: bytes) -> datetime:
    return datetime(*_TIME.unpack(body))


def _read_boolean(body: bytes) -> bool:
    return {b"\0": False, b"\1": True}[body]


def _read_error(body: bytes) -> workbook_cells.ErrorCell:
    if not 0 < len(body) <= _MAX_BYTES_OF_ERROR:
        raise ValueError
    return workbook_cells.ErrorCell(body.decode("ascii"))


def _read_formula(body: bytes) -> workbook_cells.FormulaCell:
    if body:
        raise ValueError
    return workbook_cells.FormulaCell("=")


def _read_long(body: bytes) -> workbook_cells.LongCell:
    if body:
        raise ValueError
    return workbook_cells.LongCell("…")


_VALUE_READERS: dict[bytes, Callable[[bytes], CellValue]] = {
    b"T": _read_text,
    b"I": _read_whole,
    b"F": _read_float,
    b"D": _read_time,
    b"B": _read_boolean,
    b"e": _read_error,
    b"f": _read_formula,
    b"l": _read_long,
}
