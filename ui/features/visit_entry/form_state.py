"""The form of one visit as typed: shown by the cards and stored in a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as part  # a petition has a field of its own

from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.text import fold
from reception.domain.visit import CopyState, Mode, Outcome
from reception.domain.visit_lifecycle import LateEntry
from ui.models.form_codec import FLAT, PRESET, as_json, from_json, has_input, key
from ui.models.identity_builder import PersonForm


@dataclass(frozen=True, slots=True, repr=False)
class ContentForm:
    """Section 2 of one petition."""

    kind: PetitionKind | None = part(default=None, metadata=PRESET)
    field: str = ""  # the name of a field of Biểu 02/XLD (TT 06/2025), or other text
    respondent: str = ""
    place: str = ""
    summary: str = ""
    request: str = ""
    settled_by: str = ""
    settled_round: int = 0
    old_code: str = part(default="", metadata=PRESET)  # number and return code of another visit


@dataclass(frozen=True, slots=True, repr=False)
class OutcomeForm:
    """Section 4 of one petition."""

    competence: Competence = part(default=Competence.OURS, metadata=PRESET)
    outcome: Outcome | None = part(default=None, metadata=PRESET)  # None: the first lawful one
    handled_by: str | None = part(default=None, metadata=PRESET)  # None: the usual body
    document_number: str = part(default="", metadata=PRESET)
    explanation: str = ""
    form: Form | None = part(default=None, metadata=PRESET)  # None: follows from the papers
    ground: str = part(default="", metadata=PRESET)


@dataclass(frozen=True, slots=True, repr=False)
class PetitionForm:
    """One petition: its content and the outcome."""

    content: ContentForm = part(default_factory=ContentForm, metadata=FLAT)
    outcome: OutcomeForm = part(default_factory=OutcomeForm, metadata=FLAT)


@dataclass(frozen=True, slots=True, repr=False)
class PaperForm:
    """One row of section 3."""

    name: str = ""
    pages: int = 1
    copy_state: CopyState | None = part(default=None, metadata=PRESET | key("state"))
    touched: bool = False  # more than one page: such a row counts even without a name

    @property
    def counts(self) -> bool:
        """Tell whether the row is a paper, not one left empty."""
        return bool(self.name.strip()) or self.touched


@dataclass(frozen=True, slots=True, repr=False)
class ScanForm:
    """A scan attached; ``shows_person`` seals it."""

    data: bytes = b""
    kind: str = ""  # "pdf", "jpeg", "png"
    pages: int = 1
    shows_person: bool = part(default=True, metadata=key("person"))


@dataclass(frozen=True, slots=True, repr=False)
class WaiverForm:
    """A reason to keep words that look like the identity; valid for these words only."""

    field: str = ""
    reason: str = ""
    other_person: bool = part(default=False, metadata=key("other"))
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class DraftForm:
    """Everything typed for one visit."""

    person: PersonForm = part(default_factory=PersonForm)
    entries: tuple[PetitionForm, ...] = (PetitionForm(),)
    active: int = 0  # the petition that is shown
    papers: tuple[PaperForm, ...] = ()
    scans: tuple[ScanForm, ...] = ()
    mode: Mode = part(default=Mode.REGULAR, metadata=PRESET)
    body: str = part(default="", metadata=PRESET)
    read_back: bool = False
    thumb_print: bool = False
    record: bool = False  # print the record of what was said (NĐ 154/2026 Điều 14)
    counted_once: bool = False
    pair: str = part(default="", metadata=PRESET)  # shared by visits split off one another
    same_person: tuple[int, ...] = ()  # visit ids
    old_visit: int | None = None  # visit found by ``old_code``
    wording: str = part(default="", metadata=PRESET)  # texts as typed before the leak guard
    waivers: tuple[WaiverForm, ...] = part(default=(), metadata=PRESET)
    late: LateEntry | None = part(default=None, metadata=PRESET)
    begun: str = part(default="", metadata=PRESET)  # the hour, e.g. "14:12"

    def as_draft(self) -> dict[str, object]:
        """Return the form as it is stored in a draft."""
        return as_json(self)

    @classmethod
    def from_draft(cls, kept: Mapping[str, object]) -> DraftForm:
        """Return the form stored in a draft, also one of an earlier program version."""
        return from_json(cls, kept)

    @property
    def typed(self) -> bool:
        """Tell whether anything was typed that would be lost."""
        return has_input(self)

    @property
    def active_entry(self) -> PetitionForm:
        """Return the petition that is shown."""
        return self.entries[self.active]

    @property
    def has_written_petition(self) -> bool:
        """Tell whether a written petition ("Đơn …") is among the papers."""
        return any(fold(paper.name).strip().startswith("don") for paper in self.papers)

    @property
    def numbered_entries(self) -> tuple[int, ...]:
        """Return the indexes of the petitions with a kind: the services number only these."""
        return tuple(n for n, entry in enumerate(self.entries) if entry.content.kind is not None)

    @property
    def kinds(self) -> tuple[PetitionKind, ...]:
        """Return the kinds chosen, in the order of the petitions."""
        return tuple(entry.content.kind for entry in self.entries if entry.content.kind)

    @property
    def numbered_papers(self) -> tuple[PaperForm, ...]:
        """Return the papers that count, in the order in which the services number them."""
        return tuple(paper for paper in self.papers if paper.counts)

    def with_entry(self, number: int, entry: PetitionForm) -> DraftForm:
        """Return the form with another petition at index ``number``."""
        entries = (*self.entries[:number], entry, *self.entries[number + 1 :])
        return replace(self, entries=entries)
