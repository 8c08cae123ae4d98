"""The office's copies of a receipt (Mẫu 02/TCD, NĐ 154/2026): two types that cannot be mixed up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity, Pseudonym
from reception.domain.visit import PaperReceived
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.printing.layout.page_flow import PageFooter

DENOUNCER_SERIES = "TC"


class ReceiptFormat(StrEnum):
    """The sheet of each copy; a list of papers too long for A5 is printed on A4.

    The values are stored settings.
    """

    A5 = "a5_pair"
    A4 = "a4"


class CopyKind(StrEnum):
    """The recipient of a copy of the office."""

    FILE = "file"
    ENVELOPE = "envelope"


@dataclass(frozen=True, slots=True)
class ReceiptIntake:
    """Facts common to all copies of a receipt: officer, papers, place and day."""

    heading: OfficeHeading
    reception_place: str  # "Trụ sở Tiếp công dân tỉnh"
    officer: Officer
    received_on: date
    papers: tuple[PaperReceived, ...]


@dataclass(frozen=True, slots=True)
class OrdinaryFileReceipt:
    """The file's copy of a receipt that is not about a denunciation.

    ``due_on`` is the last day for the answer, None if no answer is due, and ``deadline_note`` says
    how it was counted. ``identity`` is set only if the office prints names on copies of the file.
    """

    intake: ReceiptIntake
    pseudonym: Pseudonym
    number: str  # "BN-0294"
    footer: PageFooter
    due_on: date | None = None
    deadline_note: str = ""  # "10 ngày làm việc, đã trừ lễ 24/11"
    identity: Identity | None = None
    format: ReceiptFormat = ReceiptFormat.A5

    def __post_init__(self) -> None:
        """Refuse a denouncer's pseudonym: ``printing.denunciation_as_ordinary``."""
        if self.pseudonym.series == DENOUNCER_SERIES:
            raise ReceptionError("printing.denunciation_as_ordinary")


@dataclass(frozen=True, slots=True)
class DenunciationReceipt:
    """The office's copies of a denouncer's receipt: no field can hold an identity or an hour.

    The file's copy has the pseudonym and the number of the envelope. The copy for the envelope has
    neither, because the name is written on it by hand.
    """

    intake: ReceiptIntake
    pseudonym: Pseudonym
    envelope: str  # "NP-0013"
    number: str  # "BN-0295", of the file's copy
    file_footer: PageFooter
    envelope_footer: PageFooter
    format: ReceiptFormat = ReceiptFormat.A5

    def __post_init__(self) -> None:
        """Refuse other pseudonyms, and one print number on both copies."""
        if self.pseudonym.series != DENOUNCER_SERIES:
            raise ReceptionError("printing.ordinary_as_denunciation")
        if self.file_footer.print_number == self.envelope_footer.print_number:
            raise ReceptionError("printing.paired")


@dataclass(frozen=True, slots=True)
class CopyPdf:
    """One copy as a document of its own for the printer.

    ``code``, e.g. ``BN-0294``, names it on the screen of whoever prints it.
    """

    kind: CopyKind
    pdf: bytes = field(repr=False)
    holds_identity: bool
    code: str
