"""Texts of the form that contain the identity, and the banner that offers what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.leak_hits import Hit, only_names, replace_hits, replacement_for
from reception.domain.leak_pieces import PieceReader
from reception.domain.petition import PetitionKind
from reception.law.statutory_words import REPORTER_WORDS
from reception.services.visits.visit_form import VisitForm
from ui.features.visit_entry.form_state import DraftForm, PetitionForm, WaiverForm
from ui.models.form_codec import as_json, from_json
from ui.shell import actions
from ui.widgets.banner import Banner, BannerLink

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Leak:
    """A text that contains the identity; ``field`` is its name in ``VisitForm.free_texts``."""

    field: str
    text: str
    hits: tuple[Hit, ...]

    def __repr__(self) -> str:
        """Never print a text."""
        return f"Leak({self.field}, {len(self.hits)})"

    def words(self) -> tuple[str, ...]:
        """Return the words hit: a reason is valid for exactly these."""
        return tuple(self.text[hit.start : hit.end] for hit in self.hits)


def leaks_in_form(form: VisitForm, reader: PieceReader) -> dict[str, Leak]:
    """Return every text in which ``reader`` finds the identity: name → leak."""
    leaks = {}
    for name, text in form.free_texts():
        hits = reader.find(text)
        if hits:
            leaks[name] = Leak(name, text, hits)
    return leaks


def leaks_without_reason(
    leaks: Mapping[str, Leak], waivers: Sequence[WaiverForm]
) -> tuple[dict[str, Leak], tuple[WaiverForm, ...]]:
    """Return (leaks without a reason, waivers whose words are still in the text)."""
    by_field = {waiver.field: waiver for waiver in waivers}
    valid = tuple(
        waiver
        for name, waiver in by_field.items()
        if name in leaks and waiver.words == leaks[name].words()
    )
    waived_fields = {waiver.field for waiver in valid}
    return {name: leak for name, leak in leaks.items() if name not in waived_fields}, valid


class LeakBanner(Banner):
    """Names the text that contains the identity, and offers to replace it or to give a reason."""

    replace_wanted = Signal()
    reason_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("warn", parent)
        self._shown_contents: tuple[object, ...] = ()
        self.hide()
        self.link_used.connect(self._link_used)

    def show_leaks(self, leak: Leak | None, kind: PetitionKind, location: str) -> None:
        """Name the text that contains the identity, never the word; None hides the banner."""
        contents = (leak and (leak.field, leak.hits), kind, location)
        if contents == self._shown_contents:
            return
        self._shown_contents = contents
        if leak is None:
            self.hide()
            return
        text = translate("Desk", "{place} contains the reporter's identity ({count} places)")
        self.show_message(text.format(place=location, count=len(leak.hits)))
        words = dict.fromkeys(replacement_for(hit, REPORTER_WORDS[kind]) for hit in leak.hits)
        shown_words = "”, “".join(word.strip("[]") for word in words)
        replace_text = translate("Desk", "Replace by “{word}”").format(word=shown_words)
        links = [BannerLink("replace", replace_text, actions.first_key_text("entry.replace"))]
        is_denunciation = kind is PetitionKind.DENUNCIATION
        if not is_denunciation or only_names(leak.hits):
            links.append(BannerLink("other", translate("Desk", "Another person")))
        if not is_denunciation:
            links.append(BannerLink("keep", translate("Desk", "Keep")))
        self.set_links(links, below=True)

    @Slot(str)
    def _link_used(self, link: str) -> None:
        if link == "replace":
            self.replace_wanted.emit()
        else:
            self.reason_wanted.emit(link == "other")


def replace_leak_in(form: DraftForm, leak: Leak, word: str) -> DraftForm:
    """Return the form with every hit replaced by ``word``, or by "[số]" if it is a number.

    The text as typed is kept, to be sealed with the identity.
    """
    name, _, number = leak.field.rpartition(".")
    text = replace_hits(leak.text, leak.hits, word)
    original_texts = "\n\n".join(part for part in (form.original_texts, leak.text) if part)
    form = replace(form, original_texts=original_texts)
    if name == "paper":
        paper = form.numbered_papers[int(number) - 1]
        papers = tuple(replace(p, name=text) if p is paper else p for p in form.papers)
        return replace(form, papers=papers)
    index = form.numbered_petition_indexes[int(number) - 1]
    changes = {"field" if name == "field_note" else name: text}
    petition = from_json(PetitionForm, as_json(form.petitions[index]) | changes)
    return form.with_petition(index, petition)
