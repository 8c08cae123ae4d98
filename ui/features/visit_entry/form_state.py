"""The desk's form as plain values: what a draft keeps, and the VisitForm made from it."""

from __future__ import annotations

import base64
from datetime import date
from typing import Any

from reception.domain.lawful_outcomes import lawful_outcomes
from reception.domain.petition import (
    FIELDS_OF_KIND,
    Competence,
    Form,
    Petition,
    PetitionField,
    PetitionKind,
)
from reception.domain.reporter import Capacity
from reception.domain.text import fold
from reception.domain.visit import (
    CopyState,
    Group,
    HandledPetition,
    Handling,
    Mode,
    Outcome,
    PaperReceived,
)
from reception.domain.visit_lifecycle import LateEntry
from reception.law.statutory_words import FIELD
from reception.services.visits.visit_form import ScanInHand, VisitForm, Waiver
from ui.models.identity_builder import build_identity

State = dict[str, Any]


def empty_state() -> State:
    """Return the state of a form nobody has typed into."""
    return {"person": {}, "entries": [{}], "active": 0, "papers": [], "scans": []}


def typed(state: State) -> bool:
    """Tell whether anything was typed that would be lost."""
    person = {k: v for k, v in state["person"].items() if k not in _PRESET}
    texts = [*person.values(), *person.get("more", {}).values()]
    for entry in state["entries"]:
        texts += [entry.get(key, "") for key in _ENTRY_TEXTS]
    texts += [paper["name"] for paper in state["papers"]]
    return bool(state["scans"]) or any(isinstance(text, str) and text.strip() for text in texts)


_PRESET = {"capacity", "people", "same", "representatives", "appointment", "language", "sex"}
_ENTRY_TEXTS = ("field", "respondent", "place", "summary", "request", "settled_by", "explanation")


def kind_of(entry: State) -> PetitionKind | None:
    """Return the kind chosen in an entry."""
    return PetitionKind(entry["kind"]) if entry.get("kind") else None


def build_form(state: State, today: date) -> VisitForm:
    """Return what the services take; entries without a kind are left out."""
    written = has_written(state)
    entries = tuple(
        built
        for built in (build_entry(entry, written) for entry in state["entries"])
        if built is not None
    )
    denounced = any(e.petition.kind is PetitionKind.DENUNCIATION for e in entries)
    person = state["person"]
    return VisitForm(
        identity=build_identity(person, today, denounced=denounced),
        entries=entries,
        mode=Mode(state.get("mode") or Mode.REGULAR),
        body=state.get("body", ""),
        capacity=Capacity(person.get("capacity") or Capacity.SELF),
        group=build_group(person),
        papers=tuple(
            PaperReceived(paper["name"], paper["pages"], CopyState(paper["state"]))
            for paper in state["papers"]
            if paper["name"].strip() or paper.get("touched")
        ),
        scans=tuple(_scan(scan) for scan in state["scans"]),
        interpreter_language=person.get("language") or "",
        protection_asked=bool(person.get("more", {}).get("protection")),
        counted_once=bool(state.get("counted_once")),
        read_back=bool(state.get("read_back")),
        thumb_print=bool(state.get("thumb_print")),
        waivers=tuple(Waiver(w["field"], w["reason"], w["other"]) for w in waivers(state)),
        same_person=tuple(state.get("same_person", ())),
        old_visit=state.get("old_visit") if denounced else None,
        wording=state.get("wording", ""),
        late=_late(state.get("late")),
    )


def _late(kept: State | None) -> LateEntry | None:
    if not kept:
        return None
    day = date.fromisoformat(kept["received_on"])
    return LateEntry(day, kept["source"], kept["reason"])


def waivers(state: State) -> list[State]:
    """Return the reasons given for words that stay."""
    found: list[State] = state.get("waivers", [])
    return found


def has_written(state: State) -> bool:
    """Tell whether a written petition is among the papers."""
    return any(fold(paper["name"]).strip().startswith("don") for paper in state["papers"])


def build_entry(entry: State, written: bool) -> HandledPetition | None:
    """Return a petition and its handling; None while no kind is chosen."""
    kind = kind_of(entry)
    if kind is None:
        return None
    field, note = field_of(entry.get("field", ""), kind)
    form = form_of(entry, written)
    denounced = kind is PetitionKind.DENUNCIATION
    petition = Petition(
        kind=kind,
        field=field,
        field_note=note,
        respondent=entry.get("respondent", ""),
        place=entry.get("place", ""),
        summary=entry.get("summary", ""),
        request=entry.get("request", ""),
        settled_by=entry.get("settled_by", ""),
        settled_round=0 if denounced else int(entry.get("settled_round") or 0),
        form=form,
    )
    return HandledPetition(petition, build_handling(entry, kind, form))


def build_handling(entry: State, kind: PetitionKind, form: Form) -> Handling:
    """Return what the desk decides; the usual lawful outcome while none is chosen."""
    competence = Competence(entry.get("competence") or Competence.OURS)
    lawful = lawful_outcomes(kind, competence, form)
    chosen = Outcome(entry["outcome"]) if entry.get("outcome") else lawful[0]
    if chosen is not Outcome.REFUSE and chosen not in lawful:
        chosen = lawful[0]
    refused = chosen is Outcome.REFUSE
    explains = chosen in (Outcome.REFUSE, Outcome.EXPLAIN)
    return Handling(
        outcome=chosen,
        competence=competence,
        body="" if explains else entry.get("handled_by", ""),
        document_number=entry.get("document_number", ""),
        refusal_ground=entry.get("ground", "") if refused else "",
        explanation=entry.get("explanation", "") if explains else "",
    )


def form_of(entry: State, written: bool) -> Form:
    """Return how the content came: as set by hand, else by the papers."""
    if entry.get("form"):
        return Form(entry["form"])
    return Form.WRITTEN if written else Form.SPOKEN


def field_of(text: str, kind: PetitionKind) -> tuple[PetitionField, str]:
    """Return the field a typed word names, or OTHER with the word as its note."""
    wanted = " ".join(fold(text).split())
    for field in FIELDS_OF_KIND[kind]:
        if wanted and fold(FIELD[field]).startswith(wanted):
            return field, ""
    other = fold(FIELD[PetitionField.OTHER])
    note = "" if wanted == other else text.strip()
    if wanted.startswith(other) and ":" in text:
        note = text.split(":", 1)[1].strip()
    return PetitionField.OTHER, note


def build_group(person: State) -> Group:
    """Return how many came and who speaks."""
    people = int(person.get("people") or 1)
    large = Group(people).large
    return Group(
        people=people,
        same_content=int(person.get("same") or people),
        representatives=int(person.get("representatives") or 0) if large else 0,
        appointment_present=bool(person.get("appointment")) and large,
    )


def keep_scan(scan: ScanInHand) -> State:
    """Return a scan as a draft keeps it."""
    return {
        "data": base64.b64encode(scan.data).decode(),
        "kind": scan.kind,
        "pages": scan.pages,
        "person": scan.shows_person,
    }


def _scan(scan: State) -> ScanInHand:
    data = base64.b64decode(scan["data"])
    return ScanInHand(data, scan["kind"], scan["pages"], scan["person"])
