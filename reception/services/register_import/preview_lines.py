"""The lines of a preview as a person may see them: every line of the file, no identity in any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from reception.domain.petition import PetitionKind
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.row_results import ImportRow, RowProblem, SkippedLine
from reception.law.statutory_words import KIND
from reception.messages.catalogue import sentence
from reception.services.register_import.import_preview import ImportPreview, MaskedRow, mask_row

_AROUND = 2  # lines shown before and after one with a problem
_UNSEEN = "…"
_PEOPLE = {Column.PEOPLE, Column.SAME_CONTENT, Column.KIND_PEOPLE}
_NAMELESS = "exchange.remark.name_missing"


class LineState(Enum):
    """What becomes of a line."""

    COMES = "comes"
    SEALED = "sealed"  # a denunciation: into ``protected`` alone
    MASKED = "masked"  # comes in; its identity stood in its texts and was covered
    STUCK = "stuck"
    LEFT = "left"  # no visit, or known already


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line; ``bad`` names the columns with a problem, ``result`` says why in words."""

    sheet: int
    line: int
    number: str
    day: str
    kind: str
    people: str
    content: str
    state: LineState
    result: str
    bad: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One problem for the list on paper: where it is and why, nothing of what stands there."""

    sheet: int
    line: int
    column: Column
    why: str


class PreviewLines:
    """Lines of a preview by place; made when asked for, so that 100,000 need no memory."""

    def __init__(self, preview: ImportPreview) -> None:
        """Put rows and skipped lines in the order of the file."""
        self._good = {_at(found.row): found for found in preview.rows}
        self._known = {_at(row) for row in preview.doubles}
        self._problems: dict[tuple[int, int], list[RowProblem]] = {}
        for row, problem in preview.problems:
            self._problems.setdefault(_at(row), []).append(problem)
        lines: list[ImportRow | SkippedLine] = [*preview.sheet.rows, *preview.sheet.skipped]
        self._lines = sorted(lines, key=_at)

    def all(self) -> Sequence[int]:
        """Return the places of every line."""
        return range(len(self._lines))

    def coming(self) -> Sequence[int]:
        """Return the places of rows that come in."""
        return [place for place in self.all() if _at(self._lines[place]) in self._good]

    def around_problems(self) -> Sequence[int]:
        """Return the places of rows with problems and of their neighbours."""
        near: set[int] = set()
        for place in self.all():
            if _at(self._lines[place]) in self._problems:
                near.update(range(max(0, place - _AROUND), place + _AROUND + 1))
        return [place for place in self.all() if place in near]

    def left(self) -> Sequence[int]:
        """Return the places of lines that are no visits, or known already."""
        found = (self._good.keys() | self._problems.keys()) if self._lines else set()
        return [place for place in self.all() if _at(self._lines[place]) not in found]

    def line(self, place: int) -> PreviewLine:
        """Return a line."""
        line = self._lines[place]
        if isinstance(line, SkippedLine):
            why = sentence(line.code)
            return PreviewLine(
                line.sheet, line.line, "", line.shown, "", "", "", LineState.LEFT, why
            )
        good = self._good.get(_at(line))
        if good is not None:
            return self._shown(line, *_good_result(good))
        if _at(line) in self._known:
            return self._shown(line, LineState.LEFT, sentence("exchange.known"))
        problems = self._problems.get(_at(line), [])
        why = "; ".join(_why(problem) for problem in problems)
        bad = tuple(problem.column for problem in problems)
        return self._shown(line, LineState.STUCK, why, bad)

    def problems(self, language: str = "") -> list[ProblemLine]:
        """Return every problem in the order of the file; "" is the window's language."""
        return [
            ProblemLine(sheet, line, problem.column, _why(problem, language))
            for (sheet, line), problems in sorted(self._problems.items())
            for problem in problems
        ]

    def _shown(
        self, row: ImportRow, state: LineState, result: str, bad: tuple[Column, ...] = ()
    ) -> PreviewLine:
        day = row.received_on
        number = row.cells.number if row.number is None else f"{row.number:04d}"
        return PreviewLine(
            sheet=row.sheet,
            line=row.line,
            number=number,
            day=row.cells.received_on if day is None else f"{day:%d/%m/}{day.year}",
            kind=_kind(row),
            people=row.cells.people or ("" if _PEOPLE & set(bad) else str(row.people)),
            content=self._content(row),
            state=state,
            result=result,
            bad=bad,
        )

    def _content(self, row: ImportRow) -> str:
        """Return the content past the guard; nothing where the row's identity is not known.

        A row with any problem may have slipped: then the guard would look for a wrong identity.
        """
        nameless = any(remark.code == _NAMELESS for remark in row.remarks)
        if nameless or _at(row) in self._problems:
            return _UNSEEN if row.summary else ""
        good = self._good.get(_at(row))
        return (good or mask_row(row)).texts["summary"]


def _at(line: ImportRow | SkippedLine) -> tuple[int, int]:
    return line.sheet, line.line


def _why(problem: RowProblem, language: str = "") -> str:
    return sentence(problem.code, language, **problem.facts)


def _kind(row: ImportRow) -> str:
    """Return the cell as written, or the kind it was read as when it may not be shown."""
    if row.kind is None or row.cells.kind != _UNSEEN:
        return row.cells.kind
    return KIND[row.kind]


def _good_result(found: MaskedRow) -> tuple[LineState, str]:
    row = found.row
    state, said = LineState.COMES, [sentence("exchange.comes.plain")]
    if row.kind is PetitionKind.DENUNCIATION:
        state, said = LineState.SEALED, [sentence("exchange.comes.sealed")]
    elif row.kind is PetitionKind.RECOMMENDATION_OR_FEEDBACK:
        said = [sentence("exchange.comes.both")]
    if found.places:
        if state is LineState.COMES:
            state = LineState.MASKED
        said.append(sentence("exchange.comes.masked", count=found.places))
    for remark in row.remarks:
        text = sentence(remark.code, "", **remark.facts)
        said.append(text[:1].lower() + text[1:])
    return state, ", ".join(said)
