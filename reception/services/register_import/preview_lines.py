"""The lines of a preview for the screen: every line of the file, without any identity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from reception.domain.petition import PetitionKind
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.masked_cells import HIDDEN
from reception.exchange.register_import.row_results import ImportRow, RowProblem, SkippedLine
from reception.law.statutory_words import KIND_WORDS
from reception.messages.catalogue import sentence
from reception.services.register_import.import_preview import ImportPreview, MaskedRow, mask_row

_CONTEXT_LINES = 2  # lines shown before and after one with a problem
_PEOPLE_COLUMNS = {Column.PEOPLE, Column.SAME_CONTENT, Column.KIND_PEOPLE}
_NAME_MISSING_REMARK = "exchange.remark.name_missing"


class LineState(Enum):
    """What the import does with a line."""

    IMPORTED = "imported"
    SEALED = "sealed"  # imported; a denunciation, sealed for custodians only
    MASKED = "masked"  # imported; parts of its identity in the texts were masked
    REJECTED = "rejected"
    SKIPPED = "skipped"  # no visit, or already in the register


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of the file; ``result`` is a sentence on what the import does with it.

    The texts are as the table shows them. A line that is no visit has its text, such as the name
    of a month, in ``day``. ``problem_columns`` are the columns with a problem.
    """

    sheet: int
    line: int
    number: str
    day: str
    kind: str
    people: str
    content: str
    state: LineState
    result: str
    problem_columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One problem for the printed list: where and why, without the content of the cell."""

    sheet: int
    line: int
    column: Column
    reason: str


class PreviewLines:
    """The lines of a preview by index; made one at a time to save memory."""

    def __init__(self, preview: ImportPreview) -> None:
        self._importable = {_position(row.row): row for row in preview.rows}
        self._already_imported = {_position(row) for row in preview.already_imported}
        self._problems: dict[tuple[int, int], list[RowProblem]] = {}
        for row, problem in preview.problems:
            self._problems.setdefault(_position(row), []).append(problem)
        lines: list[ImportRow | SkippedLine] = [*preview.sheet.rows, *preview.sheet.skipped]
        self._lines = sorted(lines, key=_position)

    def all_indexes(self) -> Sequence[int]:
        """Return the indexes of all lines."""
        return range(len(self._lines))

    def importable_indexes(self) -> Sequence[int]:
        """Return the indexes of the rows to be imported."""
        positions = self._importable.keys()
        return [i for i in self.all_indexes() if _position(self._lines[i]) in positions]

    def indexes_around_problems(self) -> Sequence[int]:
        """Return the indexes of the rows with problems and of the lines next to them."""
        indexes: set[int] = set()
        for index in self.all_indexes():
            if _position(self._lines[index]) in self._problems:
                indexes.update(range(max(0, index - _CONTEXT_LINES), index + _CONTEXT_LINES + 1))
        return [index for index in self.all_indexes() if index in indexes]

    def skipped_indexes(self) -> Sequence[int]:
        """Return the indexes of lines that are no visits, or already in the register."""
        positions = self._importable.keys() | self._problems.keys()
        return [i for i in self.all_indexes() if _position(self._lines[i]) not in positions]

    def line(self, index: int) -> PreviewLine:
        """Return the line at an index."""
        line = self._lines[index]
        if isinstance(line, SkippedLine):
            reason = sentence(line.code)
            return PreviewLine(
                line.sheet, line.line, "", line.preview_text, "", "", "", LineState.SKIPPED, reason
            )
        masked_row = self._importable.get(_position(line))
        if masked_row is not None:
            return self._row_line(line, *_import_result(masked_row))
        if _position(line) in self._already_imported:
            return self._row_line(line, LineState.SKIPPED, sentence("exchange.known"))
        problems = self._problems.get(_position(line), [])
        reasons = "; ".join(_problem_text(problem) for problem in problems)
        problem_columns = tuple(problem.column for problem in problems)
        return self._row_line(line, LineState.REJECTED, reasons, problem_columns)

    def problems(self, language: str = "") -> list[ProblemLine]:
        """Return every problem in the order of the file; "" is the language of the window."""
        return [
            ProblemLine(sheet, line, problem.column, _problem_text(problem, language))
            for (sheet, line), problems in sorted(self._problems.items())
            for problem in problems
        ]

    def _row_line(
        self,
        row: ImportRow,
        state: LineState,
        result: str,
        problem_columns: tuple[Column, ...] = (),
    ) -> PreviewLine:
        day = row.received_on
        number = row.cells.number if row.number is None else f"{row.number:04d}"
        return PreviewLine(
            sheet=row.sheet,
            line=row.line,
            number=number,
            day=row.cells.received_on if day is None else f"{day:%d/%m/}{day.year}",
            kind=_kind_text(row),
            people=row.cells.people
            or ("" if _PEOPLE_COLUMNS & set(problem_columns) else str(row.people)),
            content=self._content(row),
            state=state,
            result=result,
            problem_columns=problem_columns,
        )

    def _content(self, row: ImportRow) -> str:
        """Return the content with the identity masked, or "…" if the identity is uncertain.

        A row with a problem may be shifted, and the guard would then look for a wrong identity.
        """
        is_name_missing = any(remark.code == _NAME_MISSING_REMARK for remark in row.remarks)
        if is_name_missing or _position(row) in self._problems:
            return HIDDEN if row.summary else ""
        return (self._importable.get(_position(row)) or mask_row(row)).texts["summary"]


def _position(line: ImportRow | SkippedLine) -> tuple[int, int]:
    return line.sheet, line.line


def _problem_text(problem: RowProblem, language: str = "") -> str:
    return sentence(problem.code, language, **problem.facts)


def _kind_text(row: ImportRow) -> str:
    """Return the cell as written, or the kind that was read if the cell may not be shown."""
    if row.kind is None or row.cells.kind != HIDDEN:
        return row.cells.kind
    return KIND_WORDS[row.kind]


def _import_result(masked_row: MaskedRow) -> tuple[LineState, str]:
    row = masked_row.row
    state, sentences = LineState.IMPORTED, [sentence("exchange.comes.plain")]
    if row.kind is PetitionKind.DENUNCIATION:
        state, sentences = LineState.SEALED, [sentence("exchange.comes.sealed")]
    elif row.kind is PetitionKind.RECOMMENDATION_OR_FEEDBACK:
        sentences = [sentence("exchange.comes.both")]
    if masked_row.masked_count:
        if state is LineState.IMPORTED:
            state = LineState.MASKED
        sentences.append(sentence("exchange.comes.masked", count=masked_row.masked_count))
    for remark in row.remarks:
        text = sentence(remark.code, "", **remark.facts)
        sentences.append(text[:1].lower() + text[1:])
    return state, ", ".join(sentences)
