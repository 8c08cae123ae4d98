"""One line of a register read as a row, with its corrections and problems."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from operator import attrgetter

from reception.domain.petition import PetitionKind
from reception.domain.text import holds_direction_mark
from reception.domain.visit import Mode
from reception.exchange.register_import import cell_values as cells
from reception.exchange.register_import.cell_values import CellError
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.handling_columns import HandlingColumns, HandlingTexts
from reception.exchange.register_import.line_cells import LineCells, SheetReading
from reception.exchange.register_import.person_cells import (
    PersonFacts,
    looks_like_name,
    read_person,
)
from reception.exchange.register_import.row_results import ImportRow, PreviewCells

_DIGEST_BYTES = 16
_FREE_TEXTS = (
    Column.SUMMARY,
    Column.SETTLED_BY,
    Column.GUIDED,
    Column.TRANSFERRED,
    Column.RESULT,
    Column.NOTE,
)
_ReadValues = tuple[int | None, date | None, PetitionKind | None, Mode | None, int, int]


_text_values = attrgetter(*HandlingTexts.__slots__)


def read_row(line: int, values: Sequence[object], reading: SheetReading) -> ImportRow:
    """Return the row of a line; problems are in the row, none is raised."""
    return _Row(line, values, reading).build()


class _Row:
    """Reads one row; each column has at most one problem, the first found."""

    def __init__(self, line: int, values: Sequence[object], reading: SheetReading) -> None:
        self._cells = LineCells(line, values, reading)
        self._person = self._read_person()
        self._cells.hide_identity(self._person.identity)
        self._handling = HandlingColumns(self._cells)

    def build(self) -> ImportRow:
        kind_text, people_text = self._kind_cells()
        number = self._cells.read(Column.NUMBER, cells.number_of, "exchange.row.number_missing")
        day = self._cells.read(
            Column.DATE,
            lambda value: cells.day_of(value, self._cells.reading.today),
            "exchange.row.date_missing",
        )
        kind = self._kind(kind_text)
        mode = self._mode()
        people, same = self._people(people_text)
        self._check_duplicate_number(number, day)
        self._check_shifted()
        self._check_direction_marks()
        self._remark_hidden_or_empty()
        return self._assemble((number, day, kind, mode, people, same), (kind_text, people_text))

    def _check_direction_marks(self) -> None:
        for column, value in self._cells.values.items():
            if isinstance(value, str) and holds_direction_mark(value):
                self._cells.problem("exchange.row.direction_mark", column)

    def _assemble(self, values: _ReadValues, preview_texts: tuple[str, str]) -> ImportRow:
        texts = self._handling.texts()
        number, day, kind, mode, people, same = values
        outcome = self._handling.outcome(texts)
        return ImportRow(
            line=self._cells.line,
            sheet=self._cells.reading.sheet,
            number=number,
            received_on=day,
            kind=kind,
            mode=mode,
            people=people,
            same_content=same,
            identity=self._person.identity,
            summary=texts.summary,
            settled_by=texts.settled_by,
            own_competence=self._handling.is_own,
            guided_to=texts.guided_to,
            guidance_document=texts.guidance_document,
            handled_by=texts.handled_by,
            transfer_document=texts.transfer_document,
            result=texts.result,
            note=texts.note,
            outcome=outcome,
            remarks=tuple(self._cells.remarks),
            problems=tuple(self._cells.problems.values()),
            cells=self._preview_cells(*preview_texts),
            digest=_digest((*values, self._handling.is_own, *_text_values(texts))),
        )

    def _preview_cells(self, kind: str, people: str) -> PreviewCells:
        counts = (self._cells.preview(Column.PEOPLE), self._cells.preview(Column.SAME_CONTENT))
        return PreviewCells(
            self._cells.preview(Column.NUMBER),
            self._cells.preview(Column.DATE),
            self._cells.masked(kind, Column.KIND),
            self._cells.masked(people, Column.PEOPLE) or next(filter(None, counts), ""),
            self._cells.preview(Column.MODE),
        )

    def _read_person(self) -> PersonFacts:
        texts = [
            self._cells.text(column) for column in (Column.PERSON, Column.ADDRESS, Column.PAPER)
        ]
        is_number = isinstance(self._cells.values.get(Column.PAPER), int | float)
        facts = read_person(texts[0], texts[1], texts[2], is_number)
        is_without_name = not (facts.identity.name or facts.person_problem)
        for is_found, code, column in (
            (facts.capitals, "exchange.remark.capitals", Column.PERSON),
            (facts.zero_added, "exchange.remark.zero_added", Column.PAPER),
            (facts.paper_unread, "exchange.remark.paper_unread", Column.PAPER),
            (is_without_name, "exchange.remark.name_missing", Column.PERSON),
        ):
            if is_found and column not in self._cells.problems:
                self._cells.remark(code, column)
        for code, column in (
            (facts.person_problem, Column.PERSON),
            (facts.address_problem, Column.ADDRESS),
            (facts.paper_problem, Column.PAPER),
        ):
            if code:
                self._cells.problem(code, column)
        return facts

    def _kind_cells(self) -> tuple[str, str]:
        """Return the texts of kind and people, also from the joined column of TT 04/2021."""
        if Column.KIND in self._cells.values or not self._cells.has_column(Column.KIND_PEOPLE):
            return self._cells.text(Column.KIND), ""
        return cells.kind_and_people(self._cells.values.get(Column.KIND_PEOPLE))

    def _kind(self, text: str) -> PetitionKind | None:
        joined = self._cells.has_column(Column.KIND_PEOPLE)
        column = Column.KIND_PEOPLE if joined else Column.KIND
        cache = self._cells.reading.kinds
        try:
            return cache.get(text) or cache.setdefault(text, cells.kind_of(text))
        except CellError as error:
            self._cells.problem(error.code, column)
            return None

    def _mode(self) -> Mode | None:
        if not self._cells.has_column(Column.MODE):
            return Mode.REGULAR
        text = self._cells.text(Column.MODE)
        if not text:
            if Column.MODE not in self._cells.problems:
                self._cells.remark("exchange.remark.mode_blank", Column.MODE)
            return Mode.REGULAR
        cache = self._cells.reading.modes
        try:
            return cache.get(text) or cache.setdefault(text, cells.mode_of(text))
        except CellError as error:
            self._cells.problem(error.code, Column.MODE)
            return None

    def _people(self, joined: str) -> tuple[int, int]:
        """Return the people received and those with the same content.

        Where only one of them is written, both are taken to be equal.
        """
        people = self._count(Column.KIND_PEOPLE, joined) if joined else None
        people = people or self._count(Column.PEOPLE, self._cells.values.get(Column.PEOPLE))
        same = self._count(Column.SAME_CONTENT, self._cells.values.get(Column.SAME_CONTENT))
        group = self._person.group
        if group:
            self._cells.remark("exchange.remark.group", Column.PERSON, group)
        people_named = group + 1 if group else 1
        received = people or same or (1 if self._person.households else people_named)
        return received, same or people or people_named

    def _count(self, column: Column, value: object) -> int | None:
        """Return a count; None for a blank cell or after recording a problem."""
        if not cells.text_of(value):
            return None
        try:
            people, households = cells.people_of(value)
        except CellError as error:
            self._cells.problem(error.code, column)
            return None
        if households:
            self._cells.remark("exchange.remark.households", column, people)
        return people

    def _check_duplicate_number(self, number: int | None, day: date | None) -> None:
        if number is None or day is None:
            return
        position = (self._cells.reading.sheet, self._cells.line)
        first = self._cells.reading.numbers.setdefault((day.year, number), position)
        if first != position:
            self._cells.problem("exchange.row.number_twice", Column.NUMBER, first[1])

    def _check_shifted(self) -> None:
        """Reject a shifted row: a name is in another column instead of the person's column."""
        if looks_like_name(self._person.identity.name):
            return
        for column in _FREE_TEXTS:
            if looks_like_name(self._cells.text(column)):
                self._cells.problem("exchange.row.swapped", column)

    def _remark_hidden_or_empty(self) -> None:
        if self._cells.line in self._cells.reading.facts.hidden_lines:
            self._cells.remark("exchange.remark.hidden")
        if not self._cells.text(Column.SUMMARY):
            self._cells.remark("exchange.remark.summary_missing", Column.SUMMARY)


def _digest(facts: Sequence[object]) -> bytes:
    text = "\x1f".join("" if fact is None else str(fact) for fact in facts)
    return blake2b(text.encode(), digest_size=_DIGEST_BYTES).digest()
