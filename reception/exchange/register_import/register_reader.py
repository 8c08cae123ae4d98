"""An office's Excel register read into rows, each with its remarks and problems."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from reception.domain.errors import ReceptionError
from reception.exchange.register_import.cell_values import text_of
from reception.exchange.register_import.column_headings import (
    REQUIRED,
    TITLES,
    Column,
    Heading,
    heading_of,
    titles_of,
)
from reception.exchange.register_import.column_headings import repeats as repeats_heading
from reception.exchange.register_import.line_cells import SheetReading
from reception.exchange.register_import.row_reader import read_row
from reception.exchange.register_import.row_results import (
    ImportRow,
    RegisterSheet,
    SheetNote,
    SkippedLine,
)
from reception.exchange.register_import.skipped_lines import MergedCells, is_loose, skip_code
from reception.exchange.sheet_prescan import SheetPrescan
from reception.exchange.workbook_checks import inspect, load

MOST_ROWS = 150_000  # about 700 MB while they are sealed; a province has 10,000 a year
_WIDEST = 64  # columns looked at
_LAST_LINE = 1_048_576
_HEADING_WITHIN = 200  # lines in which a heading is looked for
_HEADING_LINES = 3
_PROGRESS_STEP = 250
_SHORTEST_DAY = 6  # "1/1/17"

Progress = Callable[[int, int], bool]


@dataclass(slots=True)
class _Gathered:
    """What was read so far, over all sheets."""

    today: date
    expected: int
    progress: Progress | None
    rows: list[ImportRow] = field(default_factory=list)
    skipped: list[SkippedLine] = field(default_factory=list)
    notes: list[SheetNote] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    numbers: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    best: Heading | None = None  # the most complete heading that lacked something
    empty: int = 0
    lines: int = 0

    def step(self) -> None:
        """Count a line, tell how far it is; raise ``exchange.stopped`` when told to stop."""
        self.lines += 1
        if self.progress is None or self.lines % _PROGRESS_STEP:
            return
        if not self.progress(min(self.lines, self.expected), self.expected):
            raise ReceptionError("exchange.stopped")


def read_register(data: bytes, today: date, progress: Progress | None = None) -> RegisterSheet:
    """Read a register workbook (.xlsx, Mẫu 03/TCD or the form of TT 04/2021).

    ``progress(done, expected)`` counts lines and returns False to stop. Raises ReceptionError
    ``exchange.*`` when the file as a whole cannot be read; what is wrong with single rows is
    in the rows. No error, remark, problem or printed form holds a part of an identity.
    """
    facts = inspect(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's are about charts, styles and odd dates
        book = load(data)
        try:
            gathered = _read_book(book, facts, today, progress)
        finally:
            book.close()
    if not gathered.columns:
        lacking = gathered.best.missing if gathered.best else ()
        raise ReceptionError("exchange.no_heading", missing=_titles(lacking), lines=gathered.lines)
    if not gathered.rows:
        raise ReceptionError("exchange.no_rows", skipped=len(gathered.skipped))
    return RegisterSheet(
        sha256(data).digest(),
        gathered.columns,
        tuple(gathered.rows),
        tuple(gathered.skipped),
        tuple(gathered.notes),
        gathered.empty,
    )


def _titles(lacking: Sequence[Column]) -> str:
    return ", ".join(TITLES[column] for column in lacking or REQUIRED)


def _read_book(
    book: Any, facts: dict[str, SheetPrescan], today: date, progress: Progress | None
) -> _Gathered:
    expected = sum(part.lines for part in facts.values())
    gathered = _Gathered(today, expected, progress)
    for place, sheet in enumerate(book.worksheets, start=1):
        # openpyxl streams the sheet from this part; a part that was not looked through is
        # not read, whatever the package calls it.
        seen = facts.get(getattr(sheet, "_worksheet_path", ""))
        if seen is None:
            raise ReceptionError("exchange.damaged")
        if sheet.sheet_state != "visible":
            gathered.notes.append(SheetNote("exchange.note.hidden_sheet", place))
            continue
        reader = _SheetReader(place, seen, gathered)
        for line, values in enumerate(_lines(sheet), start=1):
            gathered.step()
            reader.feed(line, values)
        reader.finish()
    return gathered


def _lines(sheet: Any) -> Iterator[tuple[object, ...]]:
    """Yield the values of each line; any trouble of openpyxl is the one refusal."""
    sheet.reset_dimensions()  # some programs write a wrong size, and rows would be lost
    rows = iter(sheet.iter_rows(max_col=_WIDEST, max_row=_LAST_LINE, values_only=True))
    while True:
        try:
            values = next(rows)
        except StopIteration:
            return
        except Exception:  # hostile bytes; the cause may quote a cell
            break
        yield values
    raise ReceptionError("exchange.damaged")


class _SheetReader:
    """Walks down one sheet: first for its heading, then row by row."""

    def __init__(self, sheet: int, facts: SheetPrescan, gathered: _Gathered) -> None:
        self._sheet = sheet
        self._facts = facts
        self._gathered = gathered
        self._heading: Heading | None = None
        self._reading: SheetReading | None = None
        self._loose: list[tuple[int, tuple[object, ...]]] = []

    def feed(self, line: int, values: tuple[object, ...]) -> None:
        """Take the next line of the sheet."""
        if not any(value not in (None, "") for value in values):
            self._gathered.empty += 1
        elif self._reading is not None:
            self._take(line, values, self._reading)
        elif self._heading is None:
            self._heading = heading_of(line, values) if line <= _HEADING_WITHIN else None
        elif not self._goes_on(line, values, self._heading):
            self._begin(self._heading)
            self.feed(line, values)

    def finish(self) -> None:
        """Close the sheet: words after the last row are no rows."""
        if self._reading is None and self._heading is not None:
            self._begin(self._heading)
        for line, _ in self._loose:
            self._skip(line, "exchange.skip.loose", "")

    def _goes_on(self, line: int, values: tuple[object, ...], heading: Heading) -> bool:
        """Take a second or third line of the heading; tell whether it was one."""
        if line - heading.line >= _HEADING_LINES or _looks_like_row(heading, values):
            return False
        more = titles_of(line, values)
        taken = set(heading.columns.values())
        if not any(
            column not in heading.columns and place not in taken
            for column, place in more.columns.items()
        ):
            return False
        heading.extend(more.columns)
        return True

    def _begin(self, heading: Heading) -> None:
        if heading.missing:
            best = self._gathered.best
            if best is None or len(heading.missing) < len(best.missing):
                self._gathered.best = heading
            self._heading = None
            return
        if heading.twice is not None:
            raise ReceptionError("exchange.heading_twice", title=TITLES[heading.twice])
        gathered = self._gathered
        merged = MergedCells.of(self._facts, heading.line)
        self._reading = SheetReading(
            self._sheet, heading, self._facts, merged, gathered.today, gathered.numbers
        )
        ordered = sorted(heading.columns, key=heading.columns.__getitem__)
        gathered.columns = gathered.columns or tuple(ordered)
        hidden = [TITLES[one] for one in ordered if self._facts.hides(heading.columns[one] + 1)]
        if hidden:
            note = SheetNote("exchange.note.hidden_columns", self._sheet, ", ".join(hidden))
            gathered.notes.append(note)

    def _take(self, line: int, values: tuple[object, ...], reading: SheetReading) -> None:
        if not _is_plain_row(reading.heading, values):
            code, shown = self._skip_code(line, values, reading.heading)
            if code:
                self._skip(line, code, shown)
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
        code, shown = skip_code(values)
        if code or _looks_like_row(heading, values):
            return code, shown
        same = repeats_heading(heading, values)
        if same is False:
            raise ReceptionError("exchange.headings_disagree", first=heading.line, second=line)
        return ("exchange.skip.heading", "") if same else ("", "")

    def _add(self, row: ImportRow) -> None:
        if len(self._gathered.rows) >= MOST_ROWS:
            raise ReceptionError("exchange.too_many_rows", most=MOST_ROWS)
        self._gathered.rows.append(row)

    def _skip(self, line: int, code: str, shown: str) -> None:
        self._gathered.skipped.append(SkippedLine(line, self._sheet, code, shown))


def _cell(heading: Heading, values: Sequence[object], column: Column) -> object:
    place = heading.columns.get(column, len(values))
    return values[place] if place < len(values) else None


def _is_plain_row(heading: Heading, values: Sequence[object]) -> bool:
    """Tell the ordinary row at a glance: a number, and a day or a text as long as one."""
    number = _cell(heading, values, Column.NUMBER)
    day = _cell(heading, values, Column.DATE)
    dated = isinstance(day, datetime) or (isinstance(day, str) and len(day) >= _SHORTEST_DAY)
    return isinstance(number, int) and dated


def _looks_like_row(heading: Heading, values: Sequence[object]) -> bool:
    """Tell whether number or day hold a figure, as headings never do."""
    cells = (_cell(heading, values, Column.NUMBER), _cell(heading, values, Column.DATE))
    return any(any(char.isdigit() for char in text_of(value)) for value in cells)
