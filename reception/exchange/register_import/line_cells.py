"""The cells of one line under their headings, and what is said of them for people."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.text import fold
from reception.domain.visit import Mode
from reception.exchange.register_import import cell_values as cells
from reception.exchange.register_import.cell_values import CellError
from reception.exchange.register_import.column_headings import Column, Heading
from reception.exchange.register_import.masked_cells import masked_cell
from reception.exchange.register_import.row_results import RowProblem, RowRemark
from reception.exchange.register_import.skipped_lines import MergedCells
from reception.exchange.sheet_prescan import SheetPrescan

_Read = TypeVar("_Read")
_SHOWN = 40
_SHORTEST_PAPER = 8
# One value may stand for all lines of a merged cell where it says nothing about a person.
_SHARED = frozenset({Column.DATE, Column.MODE, Column.SETTLED_BY, Column.RESULT, Column.NOTE})


@dataclass(slots=True)
class SheetReading:
    """What the rows of one sheet share while they are read."""

    sheet: int
    heading: Heading
    facts: SheetPrescan
    merged: MergedCells
    today: date
    numbers: dict[tuple[int, int], tuple[int, int]]  # (year, number) -> (sheet, line)
    tops: dict[tuple[int, int], object] = field(default_factory=dict)  # (line, place) -> value
    # Short texts of columns that repeat themselves; gone with the sheet, never kept longer.
    kinds: dict[str, PetitionKind] = field(default_factory=dict)
    modes: dict[str, Mode] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict)


class LineCells:
    """The cells of a line by column; a column has one problem at most, the first one met."""

    def __init__(self, line: int, values: Sequence[object], reading: SheetReading) -> None:
        """Take the cells; formulas and merged cells become problems or are filled in."""
        self.line = line
        self.reading = reading
        self.problems: dict[Column, RowProblem] = {}
        self.remarks: list[RowRemark] = []
        self.values: dict[Column, object] = {
            column: values[place]
            for column, place in reading.heading.columns.items()
            if place < len(values) and values[place] not in (None, "")
        }
        self._texts: dict[Column, str] = {}
        self._private: tuple[list[str], str] | None = None
        self._drop_formulas()
        self._resolve_merges()

    def has_column(self, column: Column) -> bool:
        """Tell whether the sheet has this column."""
        return column in self.reading.heading.columns

    def guard(self, identity: Identity) -> None:
        """Keep from now on the words of this identity out of everything shown."""
        words = fold(identity.name).split()
        pairs = [f"{one} {two}" for one, two in itertools.pairwise(words)] or words
        self._private = (pairs, fold(identity.paper.number).lstrip("0"))

    def text(self, column: Column) -> str:
        """Return a cell as clean text; one longer than Excel can hold is a problem."""
        text = self._plain(column)
        if len(text) > cells.LONGEST_CELL:
            self.problem("exchange.row.text_long", column)
            return ""
        return text

    def _plain(self, column: Column) -> str:
        text = self._texts.get(column)
        if text is None:
            text = self._texts[column] = cells.text_of(self.values.get(column))
        return text

    def problem(self, code: str, column: Column, other: int = 0) -> None:
        """Note why the row cannot come in; identities are never shown."""
        safe = "" if column.identifies else self.raw(column)
        self.problems.setdefault(column, RowProblem(code, column, safe, other))

    def remark(self, code: str, column: Column | None = None, fact: object = "") -> None:
        """Note something mended or noticed."""
        self.remarks.append(RowRemark(code, column, str(fact)))

    def raw(self, column: Column) -> str:
        """Return what the preview may show of a cell."""
        return self.safe(self._plain(column), column)

    def safe(self, text: str, column: Column) -> str:
        """Return a text of the column's shape, "…" for any other or with words of the identity."""
        if self._private is None:
            return ""
        text = masked_cell(column, text)
        if not text or (text.isdigit() and len(text) < _SHORTEST_PAPER):
            return text
        pairs, paper = self._private
        folded = self.reading.folded.get(text)
        if folded is None:
            folded = self.reading.folded[text] = fold(text)
        digits = re.sub(r"\D", "", text)
        if any(pair in folded for pair in pairs):
            return "…"
        if paper and (paper in digits or paper in folded):
            return "…"
        return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

    def take(self, column: Column, read: Callable[[object], _Read], missing: str) -> _Read | None:
        """Read a cell, or note what is wrong with it."""
        if not self._plain(column):
            self.problem(missing, column)
            return None
        try:
            return read(self.values.get(column))
        except CellError as error:
            self.problem(error.code, column)
            return None

    def _drop_formulas(self) -> None:
        columns = self.reading.facts.formulas.get(self.line)
        for column, place in self.reading.heading.columns.items() if columns else ():
            if columns and place + 1 in columns:
                self.values.pop(column, None)
                self.problems[column] = RowProblem("exchange.row.formula", column)

    def _resolve_merges(self) -> None:
        spans = self.reading.merged.by_line.get(self.line, ())
        for left, right, top, bottom in spans:
            inside = {
                column: place
                for column, place in self.reading.heading.columns.items()
                if left <= place <= right
            }
            wide = len(inside) > 1
            for column, place in inside.items():
                if wide or (bottom > top and column not in _SHARED):
                    other = top if top < self.line else bottom if bottom > top else 0
                    self.problems[column] = RowProblem("exchange.row.merged", column, other=other)
                elif bottom > top:
                    self._share(column, (top, place))

    def _share(self, column: Column, top: tuple[int, int]) -> None:
        if top[0] == self.line:
            self.reading.tops[top] = self.values.get(column)
        elif top in self.reading.tops:
            self.values[column] = self.reading.tops[top]
            self.remark("exchange.remark.merged", column, top[0])
