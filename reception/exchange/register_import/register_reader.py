"""An office's Excel register read into rows, each with its remarks and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

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
from reception.exchange.register_import.sheet_facts import SheetFacts
from reception.exchange.register_import.skipped_lines import (
    MergedCells,
    is_loose,
    is_plain_row,
    looks_like_row,
    skip_code,
)
from reception.sandbox.workbook_cells import CellValue, SheetLine, SheetStart, WorkbookStart
from reception.sandbox.workbook_inspection import read_workbook

MAX_ROWS = 150_000  # about 700 MB of memory while sealing; a province has 10,000 a year
_MAX_LINES = 2 * MAX_ROWS  # rows and lines that are no visits
_LAST_HEADING_LINE = 200
_MAX_HEADING_LINES = 3
_PROGRESS_STEP = 250

Progress = Callable[[int, int], bool]


@dataclass(slots=True)
class _ReadingState:
    """The rows and notes read so far, over all sheets."""

    today: date
    progress: Progress | None
    expected: int = 0
    rows: list[ImportRow] = field(default_factory=list)
    skipped: list[SkippedLine] = field(default_factory=list)
    notes: list[SheetNote] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    numbers: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    best: Heading | None = None  # the most complete of the incomplete headings
    lines: int = 0

    def count_line(self) -> None:
        """Count a line and report progress. Errors: ``exchange.stopped``, ``too_many_rows``."""
        self.lines += 1
        if self.lines > _MAX_LINES:
            raise ReceptionError("exchange.too_many_rows", most=MAX_ROWS)
        if self.lines % _PROGRESS_STEP == 0:
            self.report()

    def report(self) -> None:
        """Report progress. Errors: ``exchange.stopped``."""
        if self.progress is None:
            return
        if not self.progress(min(self.lines, self.expected), self.expected):
            raise ReceptionError("exchange.stopped")


def read_register(data: bytes, today: date, progress: Progress | None = None) -> RegisterSheet:
    """Read a register workbook (.xlsx, Mẫu 03/TCD or the form of TT 04/2021).

    A child without keys reads the cells. ``progress(done, expected)`` counts lines, (0, 0) while
    their number is unknown, and returns False to stop. Problems of single rows are in the rows. No
    error, remark, problem or ``repr`` holds a part of an identity.

    Errors: ReceptionError ``exchange.*`` when the file as a whole cannot be read.
    """
    state = _ReadingState(today, progress)
    with closing(read_workbook(data, state.report)) as messages:
        _read_book(messages, state)
    return _sheet_of(state, data)


def _sheet_of(state: _ReadingState, data: bytes) -> RegisterSheet:
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
    )


def _titles(missing: Sequence[Column]) -> str:
    return ", ".join(TITLES[column] for column in missing or REQUIRED)


def _read_book(
    messages: Iterable[WorkbookStart | SheetStart | SheetLine], state: _ReadingState
) -> None:
    reader: _SheetReader | None = None
    for message in messages:
        if isinstance(message, WorkbookStart):
            state.expected = message.lines
        elif isinstance(message, SheetLine):
            if reader is None:
                raise AssertionError("a line belongs to a visible sheet")
            state.count_line()
            reader.read_message(message)
        else:
            if reader is not None:
                reader.finish()
            reader = None if message.is_hidden else _SheetReader(message, state)
            if message.is_hidden:
                state.notes.append(SheetNote("exchange.note.hidden_sheet", message.number))
    if reader is not None:
        reader.finish()


class _SheetReader:
    """Reads one sheet from the top: its heading, then its rows."""

    def __init__(self, start: SheetStart, state: _ReadingState) -> None:
        self._sheet = start.number
        self._facts = SheetFacts(start.hidden_columns, start.merges)
        self._state = state
        self._heading: Heading | None = None
        self._reading: SheetReading | None = None
        self._loose: list[tuple[int, tuple[CellValue | None, ...]]] = []

    def read_message(self, message: SheetLine) -> None:
        """Read a line of the sheet, below those read before."""
        if message.is_hidden:
            self._facts.hidden_lines.add(message.line)
        self._read_line(message.line, message.values)

    def _read_line(self, line: int, values: tuple[CellValue | None, ...]) -> None:
        if self._reading is not None:
            self._read_row(line, values, self._reading)
        elif self._heading is None:
            self._heading = heading_of(line, values) if line <= _LAST_HEADING_LINE else None
        elif not self._extends_heading(line, values, self._heading):
            self._begin_rows(self._heading)
            self._read_line(line, values)

    def finish(self) -> None:
        """End the sheet: text lines after the last row are skipped."""
        if self._reading is None and self._heading is not None:
            self._begin_rows(self._heading)
        for line, _ in self._loose:
            self._skip(line, "exchange.skip.loose", "")

    def _extends_heading(
        self, line: int, values: tuple[CellValue | None, ...], heading: Heading
    ) -> bool:
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

    def _read_row(
        self, line: int, values: tuple[CellValue | None, ...], reading: SheetReading
    ) -> None:
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
        self, line: int, values: tuple[CellValue | None, ...], heading: Heading
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
