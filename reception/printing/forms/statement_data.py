"""The contents of a statement: three types, so that the file's copy cannot hold an identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.reporter import Identity, Pseudonym
from reception.domain.visit import Mode, PaperReceived
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.printing.layout.page_flow import Foot


@dataclass(frozen=True, slots=True)
class StatementContent:
    """The reporter's words, officer and place; the texts have passed the leak guard."""

    heading: OfficeHeading
    where: str
    officer: Officer
    received_on: date
    mode: Mode
    text: str
    request: str
    papers: tuple[PaperReceived, ...] = ()
    receipt: str = ""  # "BN-0295"
    guidance: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How the reporter confirmed it; groups sign through their representatives (Điều 14(3))."""

    read_back: bool
    thumb_print: bool
    representatives: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """The custodian's mark that the page was checked for an identity."""

    on: date
    mark: str  # "7c20 e41d"


@dataclass(frozen=True, slots=True)
class OrdinaryStatement:
    """The statement of a reporter who is named on it."""

    content: StatementContent
    confirmation: Confirmation
    identity: Identity
    foot: Foot
    code: str


@dataclass(frozen=True, slots=True)
class EnvelopeStatement:
    """A denouncer's statement for the sealed envelope: dotted lines to write on, signed."""

    content: StatementContent
    confirmation: Confirmation
    envelope: str
    foot: Foot
    code: str


@dataclass(frozen=True, slots=True)
class FileStatement:
    """The statement for the file: a pseudonym only; ``envelope`` has the signed one."""

    content: StatementContent
    confirmation: Confirmation
    pseudonym: Pseudonym
    envelope: str
    checked: Checked | None
    foot: Foot
    code: str


Statement = OrdinaryStatement | EnvelopeStatement | FileStatement
