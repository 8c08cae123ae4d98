"""The typed form of one visit: shown by the cards and stored in a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from datetime import date

from reception.domain.petition import Competence, Form, PetitionKind, is_written_petition
from reception.domain.visit import CopyState, Group, Mode, Outcome
from reception.domain.visit_lifecycle import LateEntry
from ui.models.form_codec import FLAT, PRESET, as_json, from_json, has_input, key
from ui.models.identity_builder import PersonForm

_OF_EARLIER_VERSION = "0"  # no reference of any session: the code is looked up again


@dataclass(frozen=True, slots=True, repr=False)
class ContentForm:
    """The content of one petition, from the card "Content" of the page."""

    kind: PetitionKind | None = attribute(default=None, metadata=PRESET)
    field: str = ""  # the name of a field of Biểu 02/XLD (TT 06/2025), or other text
    respondent: str = ""  # the person or body complained about or accused
    place: str = ""  # where the matter happened
    summary: str = ""
    request: str = ""  # what the person asks for
    settled_by: str = ""  # the body that settled the matter before
    settled_round: int = 0  # which settlement that was: 1 for the first
    # Number and return code of an earlier visit of the same person, as one text.
    earlier_return_code: str = attribute(default="", metadata=PRESET | key("old_code"))


@dataclass(frozen=True, slots=True, repr=False)
class OutcomeForm:
    """How one petition is handled, from the card "Outcome" of the page."""

    competence: Competence = attribute(default=Competence.OURS, metadata=PRESET)
    outcome: Outcome | None = attribute(default=None, metadata=PRESET)  # None: the usual one
    handled_by: str | None = attribute(default=None, metadata=PRESET)  # None: the usual body
    document_number: str = attribute(default="", metadata=PRESET)
    explanation: str = ""
    form: Form | None = attribute(default=None, metadata=PRESET)  # None: follows from the papers
    refusal_ground: str = attribute(default="", metadata=PRESET | key("ground"))


@dataclass(frozen=True, slots=True, repr=False)
class PetitionForm:
    """One petition: its content and its outcome."""

    content: ContentForm = attribute(default_factory=ContentForm, metadata=FLAT)
    outcome: OutcomeForm = attribute(default_factory=OutcomeForm, metadata=FLAT)


@dataclass(frozen=True, slots=True, repr=False)
class PaperForm:
    """One row of the card "Papers received"; a row left empty is no paper."""

    name: str = ""
    pages: int = 1
    copy_state: CopyState | None = attribute(default=None, metadata=PRESET | key("state"))
    # A row with more than one page is a paper even without a name.
    has_several_pages: bool = attribute(default=False, metadata=key("touched"))

    @property
    def is_paper(self) -> bool:
        """Tell whether the row is a paper, not one left empty."""
        return bool(self.name.strip()) or self.has_several_pages


@dataclass(frozen=True, slots=True, repr=False)
class ScanForm:
    """An attached scan; it is sealed if ``shows_person``."""

    data: bytes = b""
    kind: str = ""  # "pdf", "jpeg", "png"
    pages: int = 1
    shows_person: bool = attribute(default=True, metadata=key("person"))


@dataclass(frozen=True, slots=True, repr=False)
class WaiverForm:
    """A reason to keep words that look like the identity; valid for these words only.

    ``field`` is the name of the text, as in ``VisitForm.free_texts``.
    """

    field: str = ""
    reason: str = ""
    other_person: bool = attribute(default=False, metadata=key("other"))
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What decides, beside kind and competence, which outcomes are lawful.

    ``day`` is the day of the visit; ``has_written_petition`` says that a written petition is
    among the papers, ``is_large_group`` that many people came about one content.
    """

    day: date
    has_written_petition: bool = False
    is_large_group: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class DraftForm:
    """Everything typed for one visit."""

    person: PersonForm = attribute(default_factory=PersonForm)
    petitions: tuple[PetitionForm, ...] = attribute(
        default=(PetitionForm(),), metadata=key("entries")
    )
    # The index of the petition that is shown.
    active_index: int = attribute(default=0, metadata=key("active"))
    papers: tuple[PaperForm, ...] = ()
    scans: tuple[ScanForm, ...] = ()
    mode: Mode = attribute(default=Mode.REGULAR, metadata=PRESET)
    receiving_body: str = attribute(default="", metadata=PRESET | key("body"))
    read_back: bool = False
    thumb_print: bool = False
    # Print the statement record after the save (NĐ 154/2026 Điều 14).
    wants_statement_record: bool = attribute(default=False, metadata=key("record"))
    # Reference to the visit of ``earlier_return_code``, valid until the register is locked.
    earlier_visit: str = attribute(default="", metadata=PRESET | key("old_visit"))
    # Texts as typed, before the leak guard replaced parts; separated by empty lines.
    original_texts: str = attribute(default="", metadata=PRESET | key("wording"))
    waivers: tuple[WaiverForm, ...] = attribute(default=(), metadata=PRESET)
    # None: the visit was received today.
    late_entry: LateEntry | None = attribute(default=None, metadata=PRESET | key("late"))
    # The time of day at which the entry was started, e.g. "14:12".
    start_time: str = attribute(default="", metadata=PRESET | key("begun"))

    def as_draft(self) -> dict[str, object]:
        """Return the form as it is stored in a draft."""
        return as_json(self)

    @classmethod
    def from_draft(cls, stored: Mapping[str, object]) -> DraftForm:
        """Return the form stored in a draft, also one of an earlier program version."""
        form = from_json(cls, stored)
        if isinstance(stored.get("old_visit"), int):  # the visit itself, by an earlier version
            form = replace(form, earlier_visit=_OF_EARLIER_VERSION)
        is_shown = 0 <= form.active_index < len(form.petitions)
        return form if is_shown else replace(form, active_index=0)

    @property
    def has_input(self) -> bool:
        """Tell whether text was typed or a scan attached that would be lost.

        Numbers, ticked boxes and fields marked ``PRESET`` do not count.
        """
        return has_input(self)

    @property
    def active_petition(self) -> PetitionForm:
        """Return the petition that is shown."""
        return self.petitions[self.active_index]

    @property
    def has_written_petition(self) -> bool:
        """Tell whether a written petition ("Đơn …") is among the papers."""
        return any(is_written_petition(paper.name) for paper in self.papers)

    def facts(self, today: date) -> VisitFacts:
        """Return what decides which outcomes are lawful, if today is ``today``."""
        day = self.late_entry.received_on if self.late_entry else today
        is_large_group = Group(self.person.people).is_large
        return VisitFacts(day, self.has_written_petition, is_large_group)

    @property
    def numbered_petition_indexes(self) -> tuple[int, ...]:
        """Return the indexes of the petitions with a kind.

        The position in this tuple plus one is the number by which the services name the petition.
        """
        return tuple(
            n for n, petition in enumerate(self.petitions) if petition.content.kind is not None
        )

    @property
    def kinds(self) -> tuple[PetitionKind, ...]:
        """Return the kinds chosen, in the order of the petitions."""
        return tuple(petition.content.kind for petition in self.petitions if petition.content.kind)

    @property
    def numbered_papers(self) -> tuple[PaperForm, ...]:
        """Return the papers that count, in the order in which the services number them."""
        return tuple(paper for paper in self.papers if paper.is_paper)

    def with_petition(self, index: int, petition: PetitionForm) -> DraftForm:
        """Return the form with ``petition`` in the place of the one at ``index``."""
        petitions = (*self.petitions[:index], petition, *self.petitions[index + 1 :])
        return replace(self, petitions=petitions)
