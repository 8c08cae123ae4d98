"""The cells of one line by column, with the problems and remarks found in them."""

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
from reception.exchange.register_import.masked_cells import HIDDEN, masked_cell
from reception.exchange.register_import.row_results import RowProblem, RowRemark
from reception.exchange.register_import.sheet_facts import SheetFacts
from reception.exchange.register_import.skipped_lines import MergedCells
from reception.sandbox.workbook_cells import ErrorCell, FormulaCell, LongCell

_Value = TypeVar("_Value")
_MAX_PREVIEW_LENGTH = 40
_MIN_PAPER_DIGITS = 8
# In these columns a merged cell gives its value to all its lines; it concerns no person.
_SHARED_COLUMNS = frozenset(
    {Column.DATE, Column.MODE, Column.SETTLED_BY, Column.RESULT, Column.NOTE}
)
_NO_VALUE: tuple[tuple[type, str], ...] = (
    (FormulaCell, "exchange.row.formula"),
    (ErrorCell, "exchange.row.error_cell"),
    (LongCell, "exchange.row.text_long"),
)


@dataclass(slots=True)
class SheetReading:
    """State shared by the rows of one sheet while they are read."""

    sheet: int
    heading: Heading
    facts: SheetFacts
    merged: MergedCells
    today: date
    numbers: dict[tuple[int, int], tuple[int, int]]  # (year, number) -> (sheet, line)
    # First cells of merged cells: (line, position) -> value
    merged_values: dict[tuple[int, int], object] = field(default_factory=dict, repr=False)
    # Results for texts that occur in many lines; discarded with the sheet.
    kinds: dict[str, PetitionKind] = field(default_factory=dict)
    modes: dict[str, Mode] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict, repr=False)


class LineCells:
    """The cells of a line by column; each column has at most one problem, the first found."""

    def __init__(self, line: int, values: Sequence[object], reading: SheetReading) -> None:
        self.line = line
        self.reading = reading
        self.problems: dict[Column, RowProblem] = {}
        self.remarks: list[RowRemark] = []
        self.values: dict[Column, object] = {
            column: values[position]
            for column, position in reading.heading.columns.items()
            if position < len(values) and values[position] not in (None, "")
        }
        self._texts: dict[Column, str] = {}
        self._identity_words: tuple[list[str], str] | None = None
        self._drop_cells_without_value()
        self._resolve_merges()

    def has_column(self, column: Column) -> bool:
        """Tell whether the sheet has this column."""
        return column in self.reading.heading.columns

    def hide_identity(self, identity: Identity) -> None:
        """Hide the words of this identity in every preview text from now on."""
        words = fold(identity.name).split()
        pairs = [f"{one} {two}" for one, two in itertools.pairwise(words)] or words
        self._identity_words = (pairs, fold(identity.paper.number).lstrip("0"))

    def text(self, column: Column) -> str:
        """Return a cell as clean text; one longer than the limit of Excel is a problem."""
        text = self._clean_text(column)
        if len(text) > cells.MAX_CELL_LENGTH:
            self.problem("exchange.row.text_long", column)
            return ""
        return text

    def _clean_text(self, column: Column) -> str:
        text = self._texts.get(column)
        if text is None:
            text = self._texts[column] = cells.text_of(self.values.get(column))
        return text

    def problem(self, code: str, column: Column, other_line: int = 0) -> None:
        """Record why the row cannot be imported; the preview text never holds an identity."""
        preview_text = "" if column.identifies else self.preview(column)
        self.problems.setdefault(column, RowProblem(code, column, preview_text, other_line))

    def remark(self, code: str, column: Column | None = None, fact: object = "") -> None:
        """Record a correction or an observation."""
        self.remarks.append(RowRemark(code, column, str(fact)))

    def preview(self, column: Column) -> str:
        """Return the text of a cell as far as the preview may show it."""
        return self.masked(self._clean_text(column), column)

    def masked(self, text: str, column: Column) -> str:
        """Return the text, or "…" if its form is not that of the column or it names the person."""
        if self._identity_words is None:
            return ""
        text = masked_cell(column, text)
        if not text or (text.isdigit() and len(text) < _MIN_PAPER_DIGITS):
            return text
        pairs, paper = self._identity_words
        folded = self.reading.folded.get(text)
        if folded is None:
            folded = self.reading.folded[text] = fold(text)
        digits = re.sub(r"\D", "", text)
        if any(pair in folded for pair in pairs):
            return HIDDEN
        if paper and (paper in digits or paper in folded):
            return HIDDEN
        return (
            text if len(text) <= _MAX_PREVIEW_LENGTH else text[: _MAX_PREVIEW_LENGTH - 1] + HIDDEN
        )

    def read(
        self, column: Column, parse: Callable[[object], _Value], missing: str
    ) -> _Value | None:
        """Return the value of a cell by ``parse``, or None after recording the problem."""
        if not self._clean_text(column):
            self.problem(missing, column)
            return None
        try:
            return parse(self.values.get(column))
        except CellError as error:
            self.problem(error.code, column)
            return None

    def _drop_cells_without_value(self) -> None:
        for column, value in list(self.values.items()):
            code = next((code for kind, code in _NO_VALUE if isinstance(value, kind)), "")
            if code:
                del self.values[column]
                self.problems[column] = RowProblem(code, column)

    def _resolve_merges(self) -> None:
        spans = self.reading.merged.by_line.get(self.line, ())
        for left, right, top, bottom in spans:
            inside = {
                column: position
                for column, position in self.reading.heading.columns.items()
                if left <= position <= right
            }
            spans_columns = len(inside) > 1
            for column, position in inside.items():
                if spans_columns or (bottom > top and column not in _SHARED_COLUMNS):
                    other_line = top if top < self.line else bottom if bottom > top else 0
                    self.problems[column] = RowProblem(
                        "exchange.row.merged", column, other_line=other_line
                    )
                elif bottom > top:
                    self._copy_merged_value(column, (top, position))

    def _copy_merged_value(self, column: Column, top: tuple[int, int]) -> None:
        if top[0] == self.line:
            self.reading.merged_values[top] = self.values.get(column)
        elif top in self.reading.merged_values:
            self.values[column] = self.reading.merged_values[top]
            self.remark("exchange.remark.merged", column, top[0])
