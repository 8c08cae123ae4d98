"""An office's Excel register read into rows, each with its remarks and problems."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from reception.domain.errors import ReceptionError
from reception.exchange.register_import.column_headings import (
    REQUIRED,
    TITLES,
    Column,
    Heading,
    heading_of,
    repeats_heading,
    titles_of,
)
from reception.exchange.register_import.line_cells import SheetReading
from reception.exchange.register_import.row_reader import read_row
from reception.exchange.register_import.row_results import (
    ImportRow,
    RegisterSheet,
    SheetNote,
    SkippedLine,
)
from reception.exchange.register_import.skipped_lines import (
    MergedCells,
    is_loose,
    is_plain_row,
    looks_like_row,
    skip_code,
)
from reception.exchange.sheet_prescan import SheetPrescan
from reception.exchange.workbook_checks import open_workbook, prescan_workbook

MAX_ROWS = 150_000  # about 700 MB of memory while sealing; a province has 10,000 a year
_MAX_COLUMNS = 64
_LAST_LINE = 1_048_576
_LAST_HEADING_LINE = 200
_MAX_HEADING_LINES = 3
_PROGRESS_STEP = 250

Progress = Callable[[int, int], bool]


@dataclass(slots=True)
class _ReadingState:
    """The rows and notes read so far, over all sheets."""

    today: date
    expected: int
    progress: Progress | None
    rows: list[ImportRow] = field(default_factory=list)
    skipped: list[SkippedLine] = field(default_factory=list)
    notes: list[SheetNote] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    numbers: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    best: Heading | None = None  # the most complete of the incomplete headings
    empty: int = 0
    lines: int = 0

    def count_line(self) -> None:
        """Count a line and report progress. Errors: ``exchange.stopped``."""
        self.lines += 1
        if self.progress is None or self.lines % _PROGRESS_STEP:
            return
        if not self.progress(min(self.lines, self.expected), self.expected):
            raise ReceptionError("exchange.stopped")


def read_register(data: bytes, today: date, progress: Progress | None = None) -> RegisterSheet:
    """Read a register workbook (.xlsx, Mẫu 03/TCD or the form of TT 04/2021).

    ``progress(done, expected)`` counts lines and returns False to stop. Problems of single rows
    are in the rows. No error, remark, problem or ``repr`` holds a part of an identity.

    Errors: ReceptionError ``exchange.*`` when the file as a whole cannot be read.
    """
    parts = prescan_workbook(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about charts, styles and unusual dates
        book = open_workbook(data)
        try:
            state = _read_book(book, parts, today, progress)
        finally:
            book.close()
    if not state.columns:
        missing = state.best.missing if state.best else ()
        raise ReceptionError("exchange.no_heading", missing=_titles(missing), lines=state.lines)
    if not state.rows:
        raise ReceptionError("exchange.no_rows", skipped=len(state.skipped))
    return RegisterSheet(
        sha256(data).digest(),
        state.columns,
        tuple(state.rows),
        tuple(state.skipped),
        tuple(state.notes),
        state.empty,
    )


def _titles(missing: Sequence[Column]) -> str:
    return ", ".join(TITLES[column] for column in missing or REQUIRED)


def _read_book(
    book: Any, parts: dict[str, SheetPrescan], today: date, progress: Progress | None
) -> _ReadingState:
    expected = sum(part.lines for part in parts.values())
    state = _ReadingState(today, expected, progress)
    for number, sheet in enumerate(book.worksheets, start=1):
        # The part from which openpyxl streams the sheet: only a prescanned part may be read.
        facts = parts.get(getattr(sheet, "_worksheet_path", ""))
        if facts is None:
            raise ReceptionError("exchange.damaged")
        if sheet.sheet_state != "visible":
            state.notes.append(SheetNote("exchange.note.hidden_sheet", number))
            continue
        reader = _SheetReader(number, facts, state)
        for line, values in enumerate(_lines(sheet), start=1):
            state.count_line()
            reader.read_line(line, values)
        reader.finish()
    return state


def _lines(sheet: Any) -> Iterator[tuple[object, ...]]:
    """Yield the values of each line; any error of openpyxl becomes ``exchange.damaged``."""
    sheet.reset_dimensions()  # some programs write a wrong size, which would cut rows off
    rows = iter(sheet.iter_rows(max_col=_MAX_COLUMNS, max_row=_LAST_LINE, values_only=True))
    while True:
        try:
            values = next(rows)
        except StopIteration:
            return
        except Exception:  # malformed content; the cause, which may quote a cell, is dropped
            break
        yield values
    raise ReceptionError("exchange.damaged")


class _SheetReader:
    """Reads one sheet from the top: its heading, then its rows."""

    def __init__(self, sheet: int, facts: SheetPrescan, state: _ReadingState) -> None:
        self._sheet = sheet
        self._facts = facts
        self._state = state
        self._heading: Heading | None = None
        self._reading: SheetReading | None = None
        self._loose: list[tuple[int, tuple[object, ...]]] = []

    def read_line(self, line: int, values: tuple[object, ...]) -> None:
        if not any(value not in (None, "") for value in values):
            self._state.empty += 1
        elif self._reading is not None:
            self._read_row(line, values, self._reading)
        elif self._heading is None:
            self._heading = heading_of(line, values) if line <= _LAST_HEADING_LINE else None
        elif not self._extends_heading(line, values, self._heading):
            self._begin_rows(self._heading)
            self.read_line(line, values)

    def finish(self) -> None:
        """End the sheet: text lines after the last row are skipped."""
        if self._reading is None and self._heading is not None:
            self._begin_rows(self._heading)
        for line, _ in self._loose:
            self._skip(line, "exchange.skip.loose", "")

    def _extends_heading(self, line: int, values: tuple[object, ...], heading: Heading) -> bool:
        """Tell whether the line is a second or third line of the heading, and add its titles."""
        if line - heading.line >= _MAX_HEADING_LINES or looks_like_row(heading, values):
            return False
        titles = titles_of(line, values)
        used_positions = set(heading.columns.values())
        if not any(
            column not in heading.columns and position not in used_positions
            for column, position in titles.columns.items()
        ):
            return False
        heading.extend(titles.columns)
        return True

    def _begin_rows(self, heading: Heading) -> None:
        if heading.missing:
            best = self._state.best
            if best is None or len(heading.missing) < len(best.missing):
                self._state.best = heading
            self._heading = None
            return
        if heading.duplicate is not None:
            raise ReceptionError("exchange.heading_twice", title=TITLES[heading.duplicate])
        state = self._state
        merged = MergedCells.of(self._facts, heading.line)
        self._reading = SheetReading(
            self._sheet, heading, self._facts, merged, state.today, state.numbers
        )
        ordered = sorted(heading.columns, key=heading.columns.__getitem__)
        state.columns = state.columns or tuple(ordered)
        hidden = [
            TITLES[column]
            for column in ordered
            if self._facts.is_hidden(heading.columns[column] + 1)
        ]
        if hidden:
            note = SheetNote("exchange.note.hidden_columns", self._sheet, ", ".join(hidden))
            state.notes.append(note)

    def _read_row(self, line: int, values: tuple[object, ...], reading: SheetReading) -> None:
        if not is_plain_row(reading.heading, values):
            code, preview_text = self._skip_code(line, values, reading.heading)
            if code:
                self._skip(line, code, preview_text)
                return
            if is_loose(reading.heading, values):
                self._loose.append((line, values))
                return
        for loose_line, loose_values in self._loose:
            self._add(read_row(loose_line, loose_values, reading))
        self._loose.clear()
        self._add(read_row(line, values, reading))

    def _skip_code(
        self, line: int, values: tuple[object, ...], heading: Heading
    ) -> tuple[str, str]:
        code, preview_text = skip_code(values)
        if code or looks_like_row(heading, values):
            return code, preview_text
        is_repeated = repeats_heading(heading, values)
        if is_repeated is False:
            raise ReceptionError("exchange.headings_disagree", first=heading.line, second=line)
        return ("exchange.skip.heading", "") if is_repeated else ("", "")

    def _add(self, row: ImportRow) -> None:
        if len(self._state.rows) >= MAX_ROWS:
            raise ReceptionError("exchange.too_many_rows", most=MAX_ROWS)
        self._state.rows.append(row)

    def _skip(self, line: int, code: str, preview_text: str) -> None:
        self._state.skipped.append(SkippedLine(line, self._sheet, code, preview_text))
