"""A visit: one reception of one person or group, one row of the register (Mẫu 03/TCD)."""

from __future__ import annotations

from dataclasses import dataclass
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
    REPORT_UP = "report_up"  # cấp dưới chậm: báo cáo thủ trưởng chỉ đạo
    EXPLAIN = "explain"  # đã giải quyết đúng: giải thích, đề nghị chấm dứt
    REFUSE = "refuse"


class CopyState(StrEnum):
    """State of a paper taken in (Mẫu 02/TCD)."""

    ORIGINAL = "original"
    CERTIFIED = "certified"
    PHOTOCOPY = "photocopy"


@dataclass(frozen=True, slots=True)
class PaperReceived:
    """One paper received against a receipt; ``pages`` counts printed sides."""

    name: str
    pages: int
    state: CopyState = CopyState.PHOTOCOPY


@dataclass(frozen=True, slots=True)
class Group:
    """Number of people, of those with the same content, and of representatives (Điều 29)."""

    people: int = 1
    same_content: int = 1
    representatives: int = 0
    appointment_present: bool = False  # the written appointment, signed by all, was shown

    @property
    def is_large(self) -> bool:
        """Tell whether this is a large group (đoàn đông người)."""
        return self.people >= LARGE_GROUP


@dataclass(frozen=True, slots=True)
class Handling:
    """The decision on a petition and its document."""

    outcome: Outcome
    competence: Competence
    body: str = ""  # reported to, guided to, transferred to
    document_number: str = ""
    refusal_ground: str = ""  # code of reception.law.refusal_grounds
    explanation: str = ""  # of a spoken refusal or an explanation


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
    received_at: time | None  # never for a denunciation
    mode: Mode
    body: str  # the receiving body: Ban Tiếp công dân, Văn phòng Tỉnh ủy …
    pseudonym: Pseudonym
    capacity: Capacity
    entries: tuple[HandledPetition, ...]  # at least one; a denunciation is always the only one
    group: Group
    papers: tuple[PaperReceived, ...] = ()
    interpreter_language: str = ""
    counted_once: bool = False  # counted together with another visit, whose number is not stored
    protection_asked: bool = False
    read_back: bool = False
    thumb_print: bool = False

    @property
    def main(self) -> HandledPetition:
        """Return the petition that gave the visit its pseudonym."""
        return self.entries[0]

    @property
    def visit_id(self) -> int:
        """Return the key that orders the register: year, then number."""
        return visit_id(self.year, self.number)


def visit_id(year: int, number: int) -> int:
    """Return the register key of a number of a year; keys sort as the register does."""
    return year * _YEAR_STEP + number


def split_visit_id(key: int) -> tuple[int, int]:
    """Return (year, number) of a register key."""
    return divmod(key, _YEAR_STEP)
