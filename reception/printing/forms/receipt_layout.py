"""The contents of one copy of a receipt, and the sizes of a copy on A5 and on A4."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.reporter import Identity
from reception.domain.visit import PaperReceived
from reception.printing.layout.document_heading import HeadingStyle
from reception.printing.layout.form_parts import ReturnCodeBox
from reception.printing.layout.page_flow import PageFooter, Sheet
from reception.printing.layout.paper_canvas import A4, A5, MM
from reception.printing.layout.ruled_table import CellStyle
from reception.printing.layout.text_blocks import Run, TextSize


@dataclass(frozen=True, slots=True)
class WrittenByHand:
    """The person is filled in by hand on dotted lines."""


@dataclass(frozen=True, slots=True)
class SealedPerson:
    """The person is named by a pseudonym; ``omission`` says where the identity is."""

    label: str  # "Người tố cáo · TC-0013"
    omission: str


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy; what is None or "" is filled in by hand, if it is a number, or left out."""

    label: str  # printed at the top: whose copy this is
    number: str
    footer: PageFooter
    received_text: str  # the day; on a citizen's copy with a line for the hour
    person: Identity | WrittenByHand | SealedPerson
    papers: tuple[PaperReceived, ...]
    copy_count: int | None = None  # how many copies the receipt has
    signature_note: tuple[str, ...] = ()  # in the space for the person's signature
    box: ReturnCodeBox | None = None
    note: tuple[Run, ...] = ()  # framed at the bottom


@dataclass(frozen=True, slots=True)
class CopyStyle:
    """Sizes of a copy in points: text, small lines, signatures, table, gaps, return code."""

    sheet: Sheet
    heading: HeadingStyle
    text_size: TextSize
    small_size: TextSize
    signature_size: TextSize
    table: CellStyle
    gap: float
    signature_space: float
    return_code_size: float


A5_STYLE = CopyStyle(
    sheet=Sheet(A5, 9 * MM, 12 * MM, 8 * MM, 14 * MM, footer_size=8, numbered=False),
    heading=HeadingStyle(line=8.7, motto=9.4, date=10.2, title=13.5, subtitle=11),
    text_size=(10.5, 14.2),
    small_size=(9.4, 12.3),
    signature_size=(9.8, 12.6),
    table=CellStyle(size=10.3, leading=12.6, side_pad=4.5, vertical_pad=2.6),
    gap=3.2,
    signature_space=28,
    return_code_size=14.5,
)
A4_STYLE = CopyStyle(
    sheet=Sheet(A4, 20 * MM, 15 * MM, 20 * MM, 30 * MM),
    heading=HeadingStyle(),
    text_size=(13, 17.5),
    small_size=(11.5, 15),
    signature_size=(12.5, 16),
    table=CellStyle(size=12.5, leading=15, side_pad=5, vertical_pad=3.5),
    gap=5,
    signature_space=40,
    return_code_size=18,
)
