"""The contents of one copy of a receipt, and the sizes of the two formats."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.reporter import Identity
from reception.domain.visit import PaperReceived
from reception.printing.forms.receipt_data import CopyKind, CopyNumbers, ReceiptAnswer
from reception.printing.layout.document_heading import HeadStyle
from reception.printing.layout.page_flow import Sheet
from reception.printing.layout.paper_canvas import A4, A5, MM
from reception.printing.layout.ruled_table import CellStyle
from reception.printing.layout.text_blocks import Face


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy; ``by_hand`` prints dotted lines instead of the identity."""

    kind: CopyKind
    numbers: CopyNumbers
    label: str
    total: int  # number of copies
    when: str = ""
    identity: Identity | None = None
    reporter: str = ""
    by_hand: bool = False
    answer: ReceiptAnswer | None = None
    envelope: str = ""
    papers: tuple[PaperReceived, ...] | None = None  # with neutral names; None: as received


@dataclass(frozen=True, slots=True)
class CopyStyle:
    """Sizes of a copy in points: lines of the text, small lines, table, space to sign."""

    sheet: Sheet
    head: HeadStyle
    face: Face
    small: Face
    sign: Face
    table: CellStyle
    gap: float
    space: float
    code: float


A5_STYLE = CopyStyle(
    sheet=Sheet(A5, 9 * MM, 12 * MM, 8 * MM, 14 * MM, foot_size=8, numbered=False),
    head=HeadStyle(line=8.7, motto=9.4, date=10.2, title=13.5, subtitle=11),
    face=(10.5, 14.2),
    small=(9.4, 12.3),
    sign=(9.8, 12.6),
    table=CellStyle(10.3, 12.6, 4.5, 2.6),
    gap=3.2,
    space=34,
    code=14.5,
)
A4_STYLE = CopyStyle(
    sheet=Sheet(A4, 20 * MM, 15 * MM, 20 * MM, 30 * MM),
    head=HeadStyle(),
    face=(13, 17.5),
    small=(11.5, 15),
    sign=(12.5, 16),
    table=CellStyle(12.5, 15, 5, 3.5),
    gap=5,
    space=60,
    code=18,
)
