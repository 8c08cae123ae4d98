"""Builds the ``VisitForm`` of the services from the typed form."""

from __future__ import annotations

from datetime import date

from reception.domain.petition import Form, Petition, PetitionKind
from reception.domain.visit import (
    CopyState,
    Group,
    HandledPetition,
    Handling,
    Outcome,
    PaperReceived,
)
from reception.law.lawful_outcomes import OutcomeCase, lawful_or_usual
from reception.law.petition_fields import field_named_by
from reception.services.visits.visit_form import InspectedScan, VisitForm, Waiver
from ui.features.visit_entry.form_state import (
    DraftForm,
    OutcomeForm,
    PaperForm,
    PetitionForm,
    VisitFacts,
)
from ui.models.identity_builder import PersonForm, build_identity


def build_visit_form(form: DraftForm, today: date) -> VisitForm:
    """Return the form for the services.

    Petitions without a kind and empty rows of papers are left out.
    """
    facts, person = form.facts(today), form.person
    handled_or_none = (build_handled_petition(petition, facts) for petition in form.petitions)
    handled_petitions = tuple(handled for handled in handled_or_none if handled is not None)
    is_denunciation = any(
        handled.petition.kind is PetitionKind.DENUNCIATION for handled in handled_petitions
    )
    return VisitForm(
        identity=build_identity(person, today, is_denunciation=is_denunciation),
        handled_petitions=handled_petitions,
        mode=form.mode,
        receiving_body=form.receiving_body,
        capacity=person.capacity,
        group=build_group(person),
        papers=tuple(_paper(paper) for paper in form.numbered_papers),
        scans=tuple(
            InspectedScan(scan.data, scan.kind, scan.pages, scan.shows_person)
            for scan in form.scans
        ),
        interpreter_language=person.language,
        protection_asked=person.details.protection,
        read_back=form.read_back,
        thumb_print=form.thumb_print,
        waivers=tuple(
            Waiver(waiver.field, waiver.reason, waiver.other_person) for waiver in form.waivers
        ),
        earlier_visit=form.earlier_visit if is_denunciation else "",
        original_texts=form.original_texts,
        late_entry=form.late_entry,
    )


def _paper(paper: PaperForm) -> PaperReceived:
    return PaperReceived(paper.name, paper.pages, paper.copy_state or CopyState.PHOTOCOPY)


def build_handled_petition(
    petition_form: PetitionForm, facts: VisitFacts
) -> HandledPetition | None:
    """Return a petition and its handling; None while no kind is chosen."""
    content, kind = petition_form.content, petition_form.content.kind
    if kind is None:
        return None
    field, note = field_named_by(content.field, kind)
    usual_form = Form.WRITTEN if facts.has_written_petition else Form.SPOKEN
    form = petition_form.outcome.form or usual_form
    is_denunciation = kind is PetitionKind.DENUNCIATION
    petition = Petition(
        kind=kind,
        field=field,
        field_note=note,
        respondent=content.respondent,
        place=content.place,
        summary=content.summary,
        request=content.request,
        settled_by=content.settled_by,
        settled_round=0 if is_denunciation else content.settled_round,
        form=form,
    )
    competence = petition_form.outcome.competence
    case = OutcomeCase(kind, competence, form, facts.day, facts.is_large_group)
    return HandledPetition(petition, build_handling(petition_form.outcome, case))


def build_handling(outcome: OutcomeForm, case: OutcomeCase) -> Handling:
    """Return the handling; an outcome that is missing or unlawful becomes the usual one."""
    chosen = lawful_or_usual(outcome.outcome, case)
    refused = chosen is Outcome.REFUSE
    explains = chosen in (Outcome.REFUSE, Outcome.EXPLAIN)
    return Handling(
        outcome=chosen,
        competence=outcome.competence,
        handled_by="" if explains else outcome.handled_by or "",
        document_number=outcome.document_number,
        refusal_ground=outcome.refusal_ground if refused else "",
        explanation=outcome.explanation if explains else "",
    )


def build_group(person: PersonForm) -> Group:
    """Return how many people came; representatives are counted for a large group only."""
    people = person.people
    is_large = Group(people).is_large
    return Group(
        people=people,
        same_content=person.same_content or people,
        representatives=person.representatives if is_large else 0,
        appointment_present=person.appointment and is_large,
    )
