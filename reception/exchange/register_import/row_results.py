"""What reading a register gives: rows with identities in hand, remarks, problems, counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import Mode, Outcome
from reception.exchange.register_import.column_headings import Column


@dataclass(frozen=True, slots=True)
class RowRemark:
    """Something the reader mended or noticed; the row still comes in."""

    code: str  # key of reception.messages.register_reading.SENTENCES
    column: Column | None = None
    fact: str = ""  # a count or a day, never a part of an identity

    @property
    def facts(self) -> dict[str, object]:
        """Return what fills the sentence."""
        return {"fact": self.fact}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot come in; ``shown`` is empty for columns that hold an identity."""

    code: str
    column: Column
    shown: str = ""
    other: int = 0  # the other line, for doubles and merged cells; 0 when there is none

    @property
    def facts(self) -> dict[str, object]:
        """Return what fills the sentence."""
        return {"shown": self.shown, "other": self.other}


@dataclass(frozen=True, slots=True)
class RawCells:
    """The cells of the preview as the file has them; without words of the row's identity."""

    number: str = ""
    received_on: str = ""
    kind: str = ""
    people: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One visit of the file, unsealed: it lives in memory until the vault has its identity.

    ``number``, ``received_on``, ``kind`` and ``mode`` are None where a problem says why. Texts
    have not passed the leak guard yet, so no printed form of a row holds any of them.
    """

    line: int  # line of the sheet, from 1
    sheet: int  # place of the sheet in the file, from 1
    number: int | None
    received_on: date | None
    kind: PetitionKind | None
    mode: Mode | None
    people: int
    same_content: int
    identity: Identity = field(repr=False)
    summary: str = field(repr=False, default="")
    settled_by: str = field(repr=False, default="")  # cột 8
    ours: bool = False  # cột 9
    guided_to: str = field(repr=False, default="")  # cột 10
    guidance_document: str = field(repr=False, default="")
    handled_by: str = field(repr=False, default="")  # cột 11
    transfer_document: str = field(repr=False, default="")
    result: str = field(repr=False, default="")  # cột 12
    note: str = field(repr=False, default="")  # cột 13
    outcome: Outcome | None = None  # from columns 9 to 13; None when they are silent
    remarks: tuple[RowRemark, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    cells: RawCells = field(repr=False, default_factory=RawCells)
    digest: bytes = field(repr=False, default=b"")  # 16 bytes over the non-identity cells

    @property
    def good(self) -> bool:
        """Tell whether the row can come in."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class SkippedLine:
    """A line that is no visit; ``shown`` only for month lines and totals."""

    line: int
    sheet: int
    code: str  # exchange.skip.month, total, numbering, heading, loose
    shown: str = ""


@dataclass(frozen=True, slots=True)
class SheetNote:
    """Something about a whole sheet, e.g. columns that were hidden or not understood."""

    code: str
    sheet: int
    fact: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """Return what fills the sentence."""
        return {"fact": self.fact, "sheet": self.sheet}


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A register workbook as it was read; rows stand in the order of the file."""

    digest: bytes  # SHA-256 of the file
    columns: tuple[Column, ...]  # columns found in the first sheet, in the order of the file
    rows: tuple[ImportRow, ...] = field(repr=False)
    skipped: tuple[SkippedLine, ...] = field(repr=False)
    notes: tuple[SheetNote, ...] = ()
    empty_lines: int = 0

    @property
    def good_rows(self) -> tuple[ImportRow, ...]:
        """Return the rows that can come in."""
        return tuple(row for row in self.rows if not row.problems)

    @property
    def stuck_rows(self) -> tuple[ImportRow, ...]:
        """Return the rows with problems."""
        return tuple(row for row in self.rows if row.problems)
