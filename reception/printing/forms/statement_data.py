"""The contents of a statement record.

There are three types, so that the copy for the file cannot hold an identity.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.reporter import Identity, Pseudonym
from reception.domain.visit import Mode, PaperReceived
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.printing.layout.page_flow import PageFooter


@dataclass(frozen=True, slots=True)
class StatementContent:
    """What the reporter said, to whom and where; the texts have passed the leak guard."""

    heading: OfficeHeading
    reception_place: str
    officer: Officer
    received_on: date
    mode: Mode
    statement: str  # what the reporter said
    request: str
    papers: tuple[PaperReceived, ...] = ()
    receipt_number: str = ""  # "BN-0295"
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How the reporter spoke and confirmed the record; groups sign by representatives (Điều 14(3)).

    Each of it tells who came: the copy of a denunciation for the file has no such field.
    """

    read_back: bool
    thumb_print: bool | None  # None, as the next but one: sealed, left for the pen
    representatives: int = 0
    interpreter: str | None = ""  # language


@dataclass(frozen=True, slots=True)
class CustodianCheck:
    """The mark that a custodian has searched the page for an identity and found none."""

    checked_on: date
    mark: str  # "7c20 e41d"


@dataclass(frozen=True, slots=True)
class OrdinaryStatement:
    """The statement of a reporter who is named on it; without ``identity`` by hand."""

    content: StatementContent
    confirmation: Confirmation
    identity: Identity | None
    footer: PageFooter


@dataclass(frozen=True, slots=True)
class EnvelopeStatement:
    """A denouncer's statement for the sealed envelope: signed, with dotted lines to fill in.

    It has no number that another paper has beside the pseudonym.
    """

    content: StatementContent
    confirmation: Confirmation
    footer: PageFooter


@dataclass(frozen=True, slots=True)
class FileStatement:
    """The statement for the file, with the pseudonym only.

    ``envelope`` is the number of the envelope that holds the signed statement.
    """

    content: StatementContent
    read_back: bool
    pseudonym: Pseudonym
    envelope: str
    custodian_check: CustodianCheck | None
    footer: PageFooter


Statement = OrdinaryStatement | EnvelopeStatement | FileStatement
