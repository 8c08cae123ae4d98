"""The form of a visit to be sealed, and the result of saving it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reception.domain.leak_guard import LeakGuard
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, Identity, Pseudonym
from reception.domain.requested_paper import RequestedSheet
from reception.domain.visit import Group, HandledPetition, Mode, PaperReceived, Visit
from reception.domain.visit_lifecycle import LateEntry
from reception.services.visits.blind_index import BlindIndex
from reception.services.visits.return_codes import PreparedCode
from reception.storage.visits.visit_writer import Deadline


@dataclass(frozen=True, slots=True)
class InspectedScan:
    """A scan that the child process has inspected; it is sealed if ``shows_person``."""

    data: bytes
    kind: str  # "pdf", "jpeg", "png"
    pages: int
    shows_person: bool = True

    def __repr__(self) -> str:
        """Never print a scan."""
        return f"InspectedScan({self.kind}, {self.pages})"


@dataclass(frozen=True, slots=True)
class Waiver:
    """The reason why words in which the leak guard found the identity stay in one text.

    ``field`` is the name of the text. ``other_person`` states that the words name another person;
    in a denunciation or a protected visit no other reason is accepted.
    """

    field: str
    reason: str
    other_person: bool = False


@dataclass(frozen=True, slots=True)
class VisitForm:
    """Everything typed for one visit.

    ``handled_petitions`` has one item for each petition; a denunciation is the only petition of
    its visit.
    """

    identity: Identity
    handled_petitions: tuple[HandledPetition, ...]
    mode: Mode = Mode.REGULAR
    receiving_body: str = ""
    capacity: Capacity = Capacity.SELF
    group: Group = field(default_factory=Group)
    papers: tuple[PaperReceived, ...] = ()
    scans: tuple[InspectedScan, ...] = ()
    interpreter_language: str = ""
    protection_asked: bool = False
    read_back: bool = False  # the record was read to the person
    thumb_print: bool = False  # in place of a signature
    waivers: tuple[Waiver, ...] = ()
    # An earlier visit found by its return code: if both are protected and of one series, this one
    # gets its pseudonym. The reference of ``Intake.find_earlier_visit``, valid in one session; ""
    # for none.
    earlier_visit: str = ""
    original_texts: str = ""  # texts as typed before names were removed; stored in the seal
    late_entry: LateEntry | None = None  # received before today, entered today (ghi bổ sung)

    @property
    def kind(self) -> PetitionKind:
        """Return the kind that determines the series of the pseudonym."""
        return self.handled_petitions[0].petition.kind

    @property
    def protected(self) -> bool:
        """Tell whether only custodians may ever open this identity."""
        return self.protection_asked or any(
            e.petition.kind.protected for e in self.handled_petitions
        )

    @property
    def respondents(self) -> tuple[str, ...]:
        """Return the texts that name the person complained about, for the leak guard."""
        return tuple(entry.petition.respondent for entry in self.handled_petitions)

    def free_texts(self) -> Iterator[tuple[str, str]]:
        """Yield (name, text) of every typed text that the leak guard checks.

        The name ends in the number of the petition or of the paper: ``summary.1``.
        """
        for number, entry in enumerate(self.handled_petitions, start=1):
            petition, handling = entry.petition, entry.handling
            yield f"summary.{number}", petition.summary
            yield f"request.{number}", petition.request
            yield f"respondent.{number}", petition.respondent
            yield f"place.{number}", petition.place
            yield f"field_note.{number}", petition.field_note
            yield f"settled_by.{number}", petition.settled_by
            yield f"handled_by.{number}", handling.handled_by
            yield f"document_number.{number}", handling.document_number
            yield f"explanation.{number}", handling.explanation
        for number, paper in enumerate(self.papers, start=1):
            yield f"paper.{number}", paper.name

    def chosen_texts(self) -> Iterator[tuple[str, str]]:
        """Yield (name, text) of every text chosen from a list, which never names a person."""
        yield "interpreter", self.interpreter_language
        yield "received_by", self.receiving_body
        if self.late_entry is not None:
            yield "late.source", self.late_entry.source
            yield "late.reason", self.late_entry.reason

    def __repr__(self) -> str:
        """Never print what was typed: its texts may not have passed the leak guard yet."""
        return "VisitForm(…)"


@dataclass(frozen=True, slots=True)
class Preparation:
    """The slow hashes and the leak guard, made before the save, while the officer still types."""

    blind_index: BlindIndex | None
    code: PreparedCode
    guard: LeakGuard


@dataclass(frozen=True, slots=True)
class PaperNumbers:
    """Numbers of the office's papers of one visit; none of them is on the citizen's copy."""

    series: str  # "BN" receipt, "PT" return slip
    year: int
    number: int  # of the series; printed on the copy in the file
    envelope: int | None = None  # number of the series "NP", for a denunciation


@dataclass(frozen=True, slots=True)
class SealedVisit:
    """A saved visit; only here its return code and the number of the citizen's copy are readable.

    ``numbers`` None: no paper was made; both texts are "" then.
    """

    visit: Visit
    deadlines: tuple[Deadline, ...]
    numbers: PaperNumbers | None
    return_code: str
    copy_number: str  # "072-415-9036"
    waived_texts: tuple[str, ...] = ()  # texts with a waiver
    paper_ids: tuple[tuple[RequestedSheet, str], ...] = ()  # of the sheets that were asked for

    def __repr__(self) -> str:
        """Never print a return code."""
        return f"SealedVisit({self.visit.pseudonym.code()})"


@dataclass(frozen=True, slots=True)
class DeadlineForecast:
    """Expected number, pseudonym and deadlines of a visit; saving it assigns the final ones.

    ``pseudonym`` is None for a denunciation, unless the person may read denunciations: the next
    number tells how many there are.
    """

    number: int
    series: str
    pseudonym: Pseudonym | None
    deadlines: tuple[Deadline, ...]
    received_on: date

    def code(self) -> str:
        """Return the expected pseudonym, such as ``KN-0232``; ``TC-…`` without its number."""
        return self.pseudonym.code() if self.pseudonym is not None else f"{self.series}-…"
