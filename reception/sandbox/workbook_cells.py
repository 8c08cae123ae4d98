"""What the child gives back of a workbook: sheets and lines with typed cells, plain data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

MAX_COLUMNS = 64  # columns of a sheet that are read; a register has 14
LAST_LINE = 1_048_576  # the last line of a sheet in Excel
LAST_COLUMN = 16_384  # XFD
MAX_TEXT = 32_767  # characters in a cell, the limit of Excel


class FormulaCell(str):
    """A cell that holds a formula; the text of the formula is not read."""

    __slots__ = ()


class ErrorCell(str):
    """A cell with an error instead of a value, e.g. ``#REF!``."""

    __slots__ = ()


class LongCell(str):
    """A cell with more than MAX_TEXT characters, which are not read."""

    __slots__ = ()


CellValue = str | int | float | bool | datetime


@dataclass(frozen=True, slots=True)
class WorkbookStart:
    """The first message: the number of lines with content in all visible sheets."""

    lines: int


@dataclass(frozen=True, slots=True)
class SheetStart:
    """The beginning of a sheet; lines and columns count from 1 (A).

    ``merges`` are (left, top, right, bottom), ``hidden_columns`` (first, last).
    """

    number: int
    is_hidden: bool
    hidden_columns: tuple[tuple[int, int], ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line with content; ``values`` has MAX_COLUMNS cells, None for an empty one."""

    line: int
    is_hidden: bool
    values: tuple[CellValue | None, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class WorkbookRefused:
    """Instead of the rest: a code of ``workbook_protocol.REFUSALS`` and its number, or 0."""

    code: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class WorkbookEnd:
    """The last message: everything was read."""


Message = WorkbookStart | SheetStart | SheetLine | WorkbookRefused | WorkbookEnd
