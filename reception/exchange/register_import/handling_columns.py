"""Columns 6 and 8 to 13 of one line: what the visit was about and how it was handled."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.visit import Outcome
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.line_cells import LineCells
from reception.exchange.register_import.outcome_cells import outcome_of, read_mark, split_document


@dataclass(frozen=True, slots=True, repr=False)
class HandlingTexts:
    """The free texts of a row, in the order of the form."""

    summary: str
    settled_by: str
    guided_to: str
    guidance_document: str
    handled_by: str
    transfer_document: str
    result: str
    note: str


class HandlingColumns:
    """Reads the cells about the handling; ``is_own`` tells whether column 9 is marked."""

    def __init__(self, cells: LineCells) -> None:
        self._cells = cells
        self.is_own, self._own_note = read_mark(cells.text(Column.OWN_COMPETENCE))
        self._marks: set[Column] = set()

    def texts(self) -> HandlingTexts:
        """Return the free texts; a mark in column 10 or 11 is recorded for the outcome."""
        guided_to, guidance_document = self._body(Column.GUIDED)
        handled_by, transfer_document = self._body(Column.TRANSFERRED)
        note = "; ".join(part for part in (self._cells.text(Column.NOTE), self._own_note) if part)
        return HandlingTexts(
            self._cells.text(Column.SUMMARY),
            self._cells.text(Column.SETTLED_BY),
            guided_to,
            guidance_document,
            handled_by,
            transfer_document,
            self._cells.text(Column.RESULT),
            note,
        )

    def _body(self, column: Column) -> tuple[str, str]:
        """Split a cell of column 10 or 11; a cell with only a mark has no body (TT 04/2021)."""
        text = self._cells.text(column)
        is_marked, body_text = read_mark(text)
        if is_marked:
            self._marks.add(column)
        return split_document(body_text)

    def outcome(self, texts: HandlingTexts) -> Outcome | None:
        """Return the outcome, or None after a remark; call :meth:`texts` first."""
        guided, transferred = Column.GUIDED in self._marks, Column.TRANSFERRED in self._marks
        outcome = outcome_of(self.is_own, guided, transferred, f"{texts.result} {texts.note}")
        if outcome is None:
            self._cells.remark("exchange.remark.outcome_missing")
        elif self.is_own and guided:
            self._cells.remark("exchange.remark.outcome_several", Column.GUIDED)
        return outcome
