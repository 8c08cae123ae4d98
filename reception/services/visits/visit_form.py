"""The form of a visit to be sealed, and the result of saving it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, Identity, Pseudonym
from reception.domain.visit import Group, HandledPetition, Mode, PaperReceived, Visit
from reception.domain.visit_lifecycle import LateEntry
from reception.services.visits.blind_index import BlindIndex
from reception.services.visits.return_codes import PreparedCode
from reception.storage.visits.visit_writer import Due


@dataclass(frozen=True, slots=True)
class InspectedScan:
    """A scan inspected by the child process; ``shows_person`` seals it."""

    data: bytes
    kind: str  # "pdf", "jpeg", "png"
    pages: int
    shows_person: bool = True

    def __repr__(self) -> str:
        """Never print a scan."""
        return f"InspectedScan({self.kind}, {self.pages})"


@dataclass(frozen=True, slots=True)
class Waiver:
    """The reason why a word that looks like the identity stays in one text.

    ``other_person`` says that it names another person; in a denunciation nothing else counts.
    """

    field: str
    reason: str
    other_person: bool = False


@dataclass(frozen=True, slots=True)
class VisitForm:
    """Everything typed for one visit; a denunciation is the only petition of its visit."""

    identity: Identity
    entries: tuple[HandledPetition, ...]
    mode: Mode = Mode.REGULAR
    body: str = ""
    capacity: Capacity = Capacity.SELF
    group: Group = field(default_factory=Group)
    papers: tuple[PaperReceived, ...] = ()
    scans: tuple[InspectedScan, ...] = ()
    interpreter_language: str = ""
    protection_asked: bool = False
    counted_once: bool = False
    read_back: bool = False
    thumb_print: bool = False
    waivers: tuple[Waiver, ...] = ()
    same_person: tuple[int, ...] = ()  # visits of the same person, for the sealed part alone
    old_visit: int | None = None  # the visit that a return code led to
    wording: str = ""  # a text as typed before the leak guard, kept sealed
    late: LateEntry | None = None  # received before today, entered only now (ghi bổ sung)

    @property
    def kind(self) -> PetitionKind:
        """Return the kind that determines the series of the pseudonym."""
        return self.entries[0].petition.kind

    @property
    def protected(self) -> bool:
        """Tell whether only custodians may ever open this identity."""
        return self.protection_asked or any(e.petition.kind.protected for e in self.entries)

    def free_texts(self) -> Iterator[tuple[str, str]]:
        """Yield (name, text) of every text that the leak guard reads; names end in a number."""
        for number, entry in enumerate(self.entries, start=1):
            petition, handling = entry.petition, entry.handling
            yield f"summary.{number}", petition.summary
            yield f"request.{number}", petition.request
            yield f"respondent.{number}", petition.respondent
            yield f"place.{number}", petition.place
            yield f"field_note.{number}", petition.field_note
            yield f"settled_by.{number}", petition.settled_by
            yield f"handled_by.{number}", handling.body
            yield f"document_number.{number}", handling.document_number
            yield f"explanation.{number}", handling.explanation
        for number, paper in enumerate(self.papers, start=1):
            yield f"paper.{number}", paper.name

    def chosen_texts(self) -> Iterator[tuple[str, str]]:
        """Yield (name, text) of every choice from a list: a person is never named there."""
        yield "interpreter", self.interpreter_language
        yield "received_by", self.body
        if self.late is not None:
            yield "late.source", self.late.source
            yield "late.reason", self.late.reason

    def __repr__(self) -> str:
        """Never print what was typed: its texts may not have passed the leak guard yet."""
        return "VisitForm(…)"


@dataclass(frozen=True, slots=True)
class Preparation:
    """The slow hashes, made before the save while typing goes on."""

    blind_index: BlindIndex | None
    code: PreparedCode


@dataclass(frozen=True, slots=True)
class PaperNumbers:
    """Numbers of the papers that leave with the citizen or stay in the file."""

    series: str  # "BN" receipt, "PT" return slip
    year: int
    number: int  # of the series; on the file's copy
    lookup_number: int  # on the citizen's copy: another one for a denunciation
    envelope: int | None = None  # NP number for a denunciation


@dataclass(frozen=True, slots=True)
class SealedVisit:
    """A saved visit; its return code is in clear here and nowhere else."""

    visit: Visit
    dues: tuple[Due, ...]
    numbers: PaperNumbers | None
    return_code: str
    waived_texts: tuple[str, ...] = ()  # texts in which words like the identity stay, for a reason

    def __repr__(self) -> str:
        """Never print a return code."""
        return f"SealedVisit({self.visit.pseudonym.code()})"


@dataclass(frozen=True, slots=True)
class DeadlineForecast:
    """Expected number, code and deadlines; the saving transaction assigns the final ones."""

    number: int
    pseudonym: Pseudonym
    dues: tuple[Due, ...]
    on: date
