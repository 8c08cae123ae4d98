"""Papers asked for with a visit: what each sheet is, and whether it was printed or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PaperForm(StrEnum):
    """The forms of the papers of one visit."""

    RECEIPT = "receipt"  # Mẫu 02/TCD (NĐ 154/2026)
    RETURN_SLIP = "return_slip"
    STATEMENT = "statement"  # the record of the statement (NĐ 154/2026 Điều 14)
    REFUSAL_NOTICE = "refusal_notice"  # Mẫu 01/TCD (NĐ 154/2026)
    LETTER = "letter"


class Sheet(StrEnum):
    """For whom a sheet of a form is."""

    CITIZEN = "citizen"
    FILE = "file"
    ENVELOPE = "envelope"  # the signed copy that is sealed


class PaperState(StrEnum):
    """What has become of a sheet, in the words of the log."""

    ASKED = "asked"
    PRINTED = "printed"
    DROPPED = "dropped"


class DropGround(StrEnum):
    """Why somebody gives a sheet up; the list is closed, because free words could name somebody."""

    NOT_TAKEN = "not_taken"  # the citizen does not take it
    MISTAKE = "mistake"  # asked for by mistake
    REMADE = "remade"  # another sheet takes its place
    OUTDATED = "outdated"  # the visit became one of another kind
    OTHER = "other"  # explained in words


@dataclass(frozen=True, slots=True)
class RequestedSheet:
    """One sheet to be printed: which form, and for whom."""

    form: PaperForm
    sheet: Sheet

    @property
    def is_own_copy(self) -> bool:
        """Tell whether the sheet bears a return code and goes home with the citizen."""
        forms = (PaperForm.RECEIPT, PaperForm.RETURN_SLIP)
        return self.sheet is Sheet.CITIZEN and self.form in forms


CITIZENS_NOTICE = RequestedSheet(PaperForm.REFUSAL_NOTICE, Sheet.CITIZEN)
NOTICE_FILE_COPY = RequestedSheet(PaperForm.REFUSAL_NOTICE, Sheet.FILE)
STATEMENT_FILE = RequestedSheet(PaperForm.STATEMENT, Sheet.FILE)
STATEMENT_ENVELOPE = RequestedSheet(PaperForm.STATEMENT, Sheet.ENVELOPE)
LETTER_SHEET = RequestedSheet(PaperForm.LETTER, Sheet.CITIZEN)


def receipt_sheets(*, is_denunciation: bool) -> tuple[RequestedSheet, ...]:
    """Return the copies of a receipt: of a denunciation also one for the envelope."""
    office = (Sheet.FILE, Sheet.ENVELOPE) if is_denunciation else (Sheet.FILE,)
    return tuple(RequestedSheet(PaperForm.RECEIPT, sheet) for sheet in (Sheet.CITIZEN, *office))


def statement_sheets(*, is_denunciation: bool) -> tuple[RequestedSheet, ...]:
    """Return the copies of the record of a statement."""
    return (STATEMENT_ENVELOPE, STATEMENT_FILE) if is_denunciation else (STATEMENT_FILE,)


class RemakeReason(StrEnum):
    """Why a citizen's copy is made again."""

    NOT_PRINTED = "not_printed"
    SPOILT = "spoilt"  # a paper jam, empty toner
    LOST = "lost"  # by the citizen


class WayToPrint(StrEnum):
    """What can be done about a sheet that was not printed."""

    PRINT = "print"  # its pages are still in memory
    REMAKE = "remake"  # made again without opening an identity: new number and code
    REPRINT = "reprint"  # a sheet for the office, without opening an identity
    REVEAL = "reveal"  # made again through a reveal
    CUSTODIAN = "custodian"  # only a custodian can make it again
    NOTHING = "nothing"  # it can only be dropped: nobody can make it again from here


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A sheet that was asked for and not printed, or was dropped in the last 30 days.

    ``obstacle`` is the code of the sentence that says why it was not printed, "" if unknown;
    ``ground`` is that of a dropped sheet. A denunciation shows its day and never an hour.
    ``sealed_on`` is the day on which the visit was entered, ``received_by`` the officer's name.
    ``is_small`` is True for A5, else the sheet is A4; ``prints_name`` if it shows the person.
    """

    paper_id: str
    visit_id: int
    number: int  # of the visit in its year
    code: str  # the reporter's pseudonym
    kind: str
    sheet: RequestedSheet
    asked_on: date
    asked_by: str  # name
    state: PaperState
    changed_on: date | None
    obstacle: str
    ground: DropGround | None
    way: WayToPrint
    successor: bool  # another sheet of the same form and visit was asked for later
    sealed_on: date
    received_by: str
    is_small: bool
    prints_name: bool
