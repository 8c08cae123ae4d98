"""The result of reading a register: rows with unsealed identities, remarks and problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import Mode, Outcome
from reception.exchange.register_import.column_headings import Column


@dataclass(frozen=True, slots=True)
class RowRemark:
    """Something that the reader corrected or noticed; the row can be imported."""

    code: str  # key of reception.messages.register_reading.SENTENCES
    column: Column | None = None
    fact: str = ""  # a count or a day, never a part of an identity

    @property
    def facts(self) -> dict[str, object]:
        """The values for the sentence of the code."""
        return {"fact": self.fact}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Reason why a row cannot be imported; no ``preview_text`` in columns with an identity."""

    code: str
    column: Column
    preview_text: str = ""
    other_line: int = 0  # the other line, for duplicates and merged cells; 0 if there is none

    @property
    def facts(self) -> dict[str, object]:
        """The values for the sentence of the code."""
        return {"shown": self.preview_text, "other": self.other_line}


@dataclass(frozen=True, slots=True)
class PreviewCells:
    """Texts of the cells that the preview shows; "…" for a text that it must not show."""

    number: str = ""
    received_on: str = ""
    kind: str = ""
    people: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One visit of the file with its identity, in memory until the identity is sealed.

    ``number``, ``received_on``, ``kind`` and ``mode`` are None where there is a problem. The
    texts have not passed the leak guard, so ``repr`` shows none of them.
    """

    line: int  # line of the sheet, from 1
    sheet: int  # number of the sheet in the file, from 1
    number: int | None
    received_on: date | None
    kind: PetitionKind | None
    mode: Mode | None
    people: int
    same_content: int
    identity: Identity = field(repr=False)
    summary: str = field(repr=False, default="")
    settled_by: str = field(repr=False, default="")  # cột 8
    own_competence: bool = False  # cột 9
    guided_to: str = field(repr=False, default="")  # cột 10
    guidance_document: str = field(repr=False, default="")
    handled_by: str = field(repr=False, default="")  # cột 11
    transfer_document: str = field(repr=False, default="")
    result: str = field(repr=False, default="")  # cột 12
    note: str = field(repr=False, default="")  # cột 13
    outcome: Outcome | None = None  # from columns 9 to 13; None if unknown
    remarks: tuple[RowRemark, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    cells: PreviewCells = field(repr=False, default_factory=PreviewCells)
    digest: bytes = field(repr=False, default=b"")  # 16 bytes over the non-identity cells

    @property
    def is_importable(self) -> bool:
        """Tell whether the row has no problem."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line that is no visit; ``preview_text`` is its text for month lines and totals only."""

    line: int
    sheet: int
    code: str  # exchange.skip.month, total, numbering, heading, loose
    preview_text: str = ""


@dataclass(frozen=True, slots=True)
class SheetNote:
    """A remark on a whole sheet, e.g. hidden columns."""

    code: str
    sheet: int
    fact: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """The values for the sentence of the code."""
        return {"fact": self.fact, "sheet": self.sheet}


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A register workbook as it was read; rows are in the order of the file."""

    digest: bytes  # SHA-256 of the file
    columns: tuple[Column, ...]  # columns found in the first sheet, in the order of the file
    rows: tuple[ImportRow, ...] = field(repr=False)
    skipped: tuple[SkippedLine, ...] = field(repr=False)
    notes: tuple[SheetNote, ...] = ()

    @property
    def importable_rows(self) -> tuple[ImportRow, ...]:
        """The rows without problems."""
        return tuple(row for row in self.rows if row.is_importable)
