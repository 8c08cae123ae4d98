"""The contents of a receipt (Mẫu 02/TCD, NĐ 154/2026): two types that cannot be mixed up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity, Pseudonym
from reception.domain.visit import PaperReceived
from reception.printing.layout.document_heading import OfficeHeading, Officer

DENOUNCER_SERIES = "TC"


class ReceiptFormat(StrEnum):
    """Two A5 copies on one A4 landscape sheet, or A4 portrait, one copy a page."""

    A5_PAIR = "a5_pair"
    A4 = "a4"


class CopyKind(StrEnum):
    """The recipient of a copy."""

    PERSON = "person"
    FILE = "file"
    ENVELOPE = "envelope"


@dataclass(frozen=True, slots=True)
class CopyNumbers:
    """A copy's numbers: its own, the print's, and the log's checkpoint in the footer."""

    number: str  # "BN-0294"; of an envelope's copy "NP-0013"
    print_number: str  # "2026-0416"
    checkpoint: str = ""  # "Neo 4.129 · 2be9 70d1"


@dataclass(frozen=True, slots=True)
class ReceiptIntake:
    """Facts common to both kinds of receipt: officer, papers, place and day."""

    heading: OfficeHeading
    reception_place: str  # "Trụ sở Tiếp công dân tỉnh"
    officer: Officer
    received_on: date
    papers: tuple[PaperReceived, ...]


@dataclass(frozen=True, slots=True)
class ReturnCodeBoxContents:
    """The return code and what is printed with it on a citizen's copy or on a return slip.

    ``due_on`` is the last day for the answer, or None if no answer is due; ``phone`` is the
    office's telephone number, or "".
    """

    code: str = field(repr=False)
    due_on: date | None = None
    deadline_note: str = ""  # "10 ngày làm việc, đã trừ lễ 24/11": the file's copy only
    phone: str = ""


@dataclass(frozen=True, slots=True)
class OrdinaryReceipt:
    """A receipt that is not about a denunciation: the identity goes on the person's copy."""

    intake: ReceiptIntake
    received_at: time | None
    identity: Identity
    pseudonym: Pseudonym
    box_contents: ReturnCodeBoxContents
    person_numbers: CopyNumbers
    file_numbers: CopyNumbers
    file_shows_identity: bool = False
    format: ReceiptFormat = ReceiptFormat.A5_PAIR
    reprinted_on: date | None = None  # set: only the person's copy is made

    def __post_init__(self) -> None:
        """Refuse a denouncer's pseudonym: ``printing.denunciation_as_ordinary``."""
        if self.pseudonym.series == DENOUNCER_SERIES:
            raise ReceptionError("printing.denunciation_as_ordinary")


@dataclass(frozen=True, slots=True)
class DenunciationReceipt:
    """A denouncer's receipt: no field can hold an identity or a time of day; three copies.

    ``person_numbers`` has a random look-up number, a random print number and the checkpoint of the
    session, so that the person's copy cannot be paired with another copy; ``file_numbers`` has the
    next number of the office's series.
    """

    intake: ReceiptIntake
    pseudonym: Pseudonym
    envelope: str  # "NP-0013"
    box_contents: ReturnCodeBoxContents
    person_numbers: CopyNumbers
    file_numbers: CopyNumbers
    signed_numbers: CopyNumbers
    format: ReceiptFormat = ReceiptFormat.A5_PAIR

    def __post_init__(self) -> None:
        """Refuse other pseudonyms, and numbers by which the copies could be paired."""
        if self.pseudonym.series != DENOUNCER_SERIES:
            raise ReceptionError("printing.ordinary_as_denunciation")
        if self.person_numbers.number in (self.file_numbers.number, self.signed_numbers.number) or (
            self.person_numbers.print_number
            in (self.file_numbers.print_number, self.signed_numbers.print_number)
        ):
            raise ReceptionError("printing.paired")


@dataclass(frozen=True, slots=True)
class CopyPdf:
    """One document for the printer: the copies on it and whether an identity is on it.

    ``title`` is the document code that the print job is named by, e.g. ``BN-0294``.
    """

    kinds: tuple[CopyKind, ...]
    pdf: bytes = field(repr=False)
    holds_identity: bool
    title: str
    print_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReceiptPrint:
    """All copies of one receipt, in the order in which they are printed.

    ``format`` is the one used: a list of papers too long for A5 is printed on A4.
    """

    copies: tuple[CopyPdf, ...]
    format: ReceiptFormat

    def document_with(self, kind: CopyKind) -> CopyPdf:
        """Return the document on which the copy of this kind is printed."""
        return next(copy for copy in self.copies if kind in copy.kinds)
