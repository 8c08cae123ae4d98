"""A visit: one reception of one person or group, one row of the register (Mẫu 03/TCD)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from reception.domain.petition import Competence, Petition
from reception.domain.reporter import Capacity, Pseudonym

LARGE_GROUP = 5  # đoàn đông người: from five people (Biểu 01/TCD, TT 06/2025)
_YEAR_STEP = 1_000_000


class Mode(StrEnum):
    """Mode of reception, as Biểu 01/TCD (TT 06/2025) counts it."""

    REGULAR = "regular"
    SCHEDULED_HEAD = "scheduled_head"
    AD_HOC_HEAD = "ad_hoc_head"
    DELEGATE = "delegate"


class Outcome(StrEnum):
    """Decision on a petition (Luật Tiếp công dân Điều 26)."""

    ACCEPT = "accept"  # tiếp nhận, báo cáo
    GUIDE = "guide"
    TRANSFER = "transfer"
    REPORT_UP = "report_up"  # a lower body is late: the head is asked to direct it
    EXPLAIN = "explain"  # the matter was settled lawfully: explained, asked to end it
    REFUSE = "refuse"


class CopyState(StrEnum):
    """Whether a paper taken in is an original or a copy (Mẫu 02/TCD)."""

    ORIGINAL = "original"
    CERTIFIED = "certified"
    PHOTOCOPY = "photocopy"


@dataclass(frozen=True, slots=True)
class PaperReceived:
    """One paper received against a receipt; ``pages`` counts printed sides."""

    name: str = field(repr=False)
    pages: int
    state: CopyState = CopyState.PHOTOCOPY


@dataclass(frozen=True, slots=True)
class Group:
    """The people who came together (Luật Tiếp công dân Điều 29)."""

    people: int = 1
    same_content: int = 1  # how many of them came about the same content
    representatives: int = 0
    appointment_present: bool = False  # the written appointment, signed by all, was shown

    @property
    def is_large(self) -> bool:
        """Tell whether this is a large group (đoàn đông người)."""
        return self.people >= LARGE_GROUP


@dataclass(frozen=True, slots=True)
class Handling:
    """The decision on a petition, and the document that states the decision."""

    outcome: Outcome
    competence: Competence
    # The body to which the matter is reported, guided or transferred.
    handled_by: str = field(default="", repr=False)
    document_number: str = field(default="", repr=False)
    refusal_ground: str = ""  # code of reception.law.refusal_grounds
    # What was explained, for EXPLAIN and for a spoken refusal.
    explanation: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HandledPetition:
    """A petition and the decision on it."""

    petition: Petition
    handling: Handling


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as all staff may see it: no part of it identifies the reporter."""

    year: int
    number: int
    received_on: date
    # None for a protected reporter, a late entry, and a visit that is read back.
    received_at: time | None
    mode: Mode
    receiving_body: str  # Ban Tiếp công dân, Văn phòng Tỉnh ủy …
    pseudonym: Pseudonym
    # None, as the two others below: sealed with the identity of a protected reporter.
    capacity: Capacity | None
    # At least one; a denunciation is always the only one.
    handled_petitions: tuple[HandledPetition, ...]
    group: Group
    papers: tuple[PaperReceived, ...] = ()
    interpreter_language: str | None = ""
    protection_asked: bool = False
    read_back: bool = False
    thumb_print: bool | None = False  # signed with a thumb print

    @property
    def main_petition(self) -> HandledPetition:
        """Return the petition that gave the visit its pseudonym."""
        return self.handled_petitions[0]

    @property
    def protected(self) -> bool:
        """Tell whether only custodians may open the identity."""
        return self.protection_asked or any(
            entry.petition.kind.protected for entry in self.handled_petitions
        )

    @property
    def visit_id(self) -> int:
        """Return the key that orders the register: year, then number."""
        return visit_id(self.year, self.number)


def visit_id(year: int, number: int) -> int:
    """Return the key of a visit by year and number; keys sort in the order of the register."""
    return year * _YEAR_STEP + number


def split_visit_id(key: int) -> tuple[int, int]:
    """Return (year, number) of a register key."""
    return divmod(key, _YEAR_STEP)
