"""Runs in the child: a workbook as the messages that the parent gets, line by line."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from reception.domain.errors import ReceptionError
from reception.sandbox.sheet_prescan import SheetPrescan
from reception.sandbox.workbook_cells import (
    MAX_COLUMNS,
    MAX_TEXT,
    CellValue,
    ErrorCell,
    FormulaCell,
    LongCell,
    Message,
    SheetLine,
    SheetStart,
    WorkbookEnd,
    WorkbookRefused,
    WorkbookStart,
)
from reception.sandbox.workbook_package import open_workbook, prescan_workbook
from reception.sandbox.workbook_protocol import REFUSALS

_SENT = (str, bool, int, float, datetime)


def parse_workbook(data: bytes) -> Iterator[Message]:
    """Yield the messages of a workbook; the last one is WorkbookEnd or WorkbookRefused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about charts, styles and unusual dates
            yield from _workbook(data)
    except MemoryError:
        yield WorkbookRefused("exchange.too_much_memory")
    except ReceptionError as error:
        code = error.code if error.code in REFUSALS else "exchange.damaged"
        line = error.facts.get("line", 0)
        yield WorkbookRefused(code, line if isinstance(line, int) else 0)
    except Exception:  # malformed content may raise any exception, which may quote a cell
        yield WorkbookRefused("exchange.damaged")
    else:
        yield WorkbookEnd()


def _workbook(data: bytes) -> Iterator[Message]:
    parts = prescan_workbook(data)
    book = open_workbook(data)
    sheets = [(sheet, _facts_of(sheet, parts)) for sheet in book.worksheets]
    visible = [facts for sheet, facts in sheets if sheet.sheet_state == "visible"]
    yield WorkbookStart(sum(len(facts.filled_lines) for facts in visible))
    for number, (sheet, facts) in enumerate(sheets, start=1):
        if sheet.sheet_state != "visible":
            yield SheetStart(number, True)
            continue
        yield SheetStart(number, False, tuple(facts.hidden_columns), tuple(facts.merges))
        yield from _lines(sheet, facts)


def _facts_of(sheet: Any, parts: dict[str, SheetPrescan]) -> SheetPrescan:
    """Return the facts of the part from which openpyxl streams: no other part may be read."""
    facts = parts.get(getattr(sheet, "_worksheet_path", ""))
    if facts is None:
        raise ReceptionError("exchange.damaged")
    return facts


def _lines(sheet: Any, facts: SheetPrescan) -> Iterator[SheetLine]:
    sheet.reset_dimensions()  # some programs write a wrong size, which would cut rows off
    rows = sheet.iter_rows(max_col=MAX_COLUMNS, max_row=max(facts.filled_lines, default=1))
    for line, cells in enumerate(rows, start=1):
        if line not in facts.filled_lines:
            continue
        values = tuple(_value(cell) for cell in cells)
        if any(value is not None for value in values):
            yield SheetLine(line, line in facts.hidden_lines, values)


def _value(cell: Any) -> CellValue | None:
    """Return the value of a cell of openpyxl as one of the types of the protocol."""
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type == "f":
        return FormulaCell("=")
    if cell.data_type == "e":
        return ErrorCell(str(value))
    if isinstance(value, str) and len(value) > MAX_TEXT:
        return LongCell("…")
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value if isinstance(value, _SENT) else str(value)  # a time of day or a span of time
