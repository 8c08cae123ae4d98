"""Checks of a visit before it is sealed; each error names the field to correct."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from reception.domain.errors import InvalidInput
from reception.domain.group_rules import max_representatives
from reception.domain.id_card_qr import card_lines
from reception.domain.leak_guard import LeakGuard
from reception.domain.leak_hits import Hit, only_names
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, Identity
from reception.domain.text import holds_direction_mark
from reception.domain.text_fields import texts_in, with_clean_texts
from reception.domain.visit import HandledPetition, Outcome
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.law.lawful_outcomes import OutcomeCase, lawful_outcomes
from reception.law.refusal_grounds import ground
from reception.services.visits.visit_form import VisitForm

_LONGEST_TEXT = 20_000
_CAPACITIES_TO_DENOUNCE = (Capacity.SELF, Capacity.GROUP_REPRESENTATIVE)


def cleaned_form(form: VisitForm) -> VisitForm:
    """Return the form with every text as it is stored: NFC, trimmed, single blanks.

    ``original_texts`` is not changed: the custodians can read it as it was typed.
    """
    result = with_clean_texts(form)
    identity = _without_blanks_in_number(result.identity)
    return replace(result, identity=identity, original_texts=form.original_texts)


def check_form(form: VisitForm, day: date, guard: LeakGuard | None = None) -> None:
    """Raise InvalidInput for the first field to correct, in the order of the form.

    ``guard`` may be one that was made before; one of another identity is not used.
    """
    _check_direction_marks(form)
    _check_person(form, day)
    _check_group(form)
    for number, entry in enumerate(form.handled_petitions, start=1):
        _check_petition(form, number, entry, day)
    _check_kinds(form)
    _check_papers(form)
    # An ordinary reporter is recognised by the blind index; a code of a protected visit would give
    # this one its pseudonym.
    if form.earlier_visit and not form.protected:
        raise InvalidInput("desk.earlier_visit_ordinary", "earlier_return_code")
    check_leaks(form, guard)


def check_late_entry(form: VisitForm, today: date) -> None:
    """Raise InvalidInput for a late entry of today, of a day too long ago, or without a reason."""
    late = form.late_entry
    if late is None:
        return
    if late.received_on >= today:
        raise InvalidInput("late.not_past", "received_on")
    if late.received_on.year < today.year - 1:
        raise InvalidInput("late.too_old", "received_on", year=today.year - 1)
    if len(late.reason) < SHORTEST_WRITTEN_REASON:
        raise InvalidInput("life.reason_short", "late.reason", least=SHORTEST_WRITTEN_REASON)


def _leaks_by_text(form: VisitForm, guard: LeakGuard) -> Mapping[str, tuple[Hit, ...]]:
    hits_by_name = {}
    for name, text in form.free_texts():
        hits = guard.find(text)
        if hits:
            hits_by_name[name] = hits
    return hits_by_name


def check_leaks(form: VisitForm, guard: LeakGuard | None = None) -> None:
    """Raise InvalidInput for a text in which the leak guard finds the identity.

    A waiver with a reason permits it. In a denunciation or a protected visit, a waiver permits
    only the name of another person.
    """
    if guard is None or not guard.is_for(form.identity):
        guard = LeakGuard(form.identity)
    guard = guard.with_respondents(form.respondents)
    _check_list_texts(form, guard)
    waived = {waiver.field: waiver for waiver in form.waivers}
    for name, hits in _leaks_by_text(form, guard).items():
        waiver = waived.get(name)
        if waiver is None:
            raise InvalidInput("leak.found", name)
        if form.protected and not (waiver.other_person and only_names(hits)):
            raise InvalidInput("leak.never_here", name)
        if len(waiver.reason) < SHORTEST_WRITTEN_REASON:
            raise InvalidInput("leak.reason_short", name, least=SHORTEST_WRITTEN_REASON)
    for waiver in form.waivers:
        if guard.find(waiver.reason):
            raise InvalidInput("leak.in_reason", waiver.field)


def _check_direction_marks(form: VisitForm) -> None:
    reasons = ((waiver.field, waiver.reason) for waiver in form.waivers)
    refuse_direction_marks((*form.free_texts(), *form.chosen_texts(), *reasons))


def refuse_direction_marks(texts: Iterable[tuple[str, str]]) -> None:
    """Raise InvalidInput ``desk.direction_mark`` for the first (field, text) with such a mark."""
    for name, text in texts:
        if holds_direction_mark(text):
            raise InvalidInput("desk.direction_mark", name)


def _refuse_card_lines(identity: Identity) -> None:
    """Refuse what a scanner typed where nothing read it; a note may hold texts as typed."""
    for name, text in texts_in(replace(identity, note="")):
        if card_lines(text):
            raise InvalidInput("desk.card_line", name)


def waived_texts(form: VisitForm) -> tuple[str, ...]:
    """Return the texts in which a hit of the leak guard stays for a reason."""
    waived = {waiver.field for waiver in form.waivers}
    return tuple(text for name, text in form.free_texts() if name in waived)


def _check_list_texts(form: VisitForm, guard: LeakGuard) -> None:
    for name, text in form.chosen_texts():
        if guard.find(text):
            code = "late.names_person" if name.startswith("late.") else "leak.found"
            raise InvalidInput(code, name)


def _check_person(form: VisitForm, day: date) -> None:
    is_denunciation = any(
        e.petition.kind is PetitionKind.DENUNCIATION for e in form.handled_petitions
    )
    check_identity(
        form.identity, day, is_denunciation=is_denunciation, may_be_unnamed=_is_refused(form)
    )
    if is_denunciation and form.capacity not in _CAPACITIES_TO_DENOUNCE:
        raise InvalidInput("desk.proxy_denunciation", "capacity")


def check_identity(
    identity: Identity, day: date, *, is_denunciation: bool, may_be_unnamed: bool = False
) -> None:
    """Raise InvalidInput for the first field to correct, at entry and at a correction alike.

    Errors: ``desk.direction_mark``, ``desk.card_line``, ``desk.name_missing``,
    ``desk.birth_wrong``, ``desk.issued_in_future``, ``desk.occupation_denunciation``.
    """
    refuse_direction_marks(texts_in(identity))
    _refuse_card_lines(identity)
    if not identity.name and not may_be_unnamed:
        raise InvalidInput("desk.name_missing", "name")
    _check_days(identity, day)
    if is_denunciation and identity.occupation:
        raise InvalidInput("desk.occupation_denunciation", "occupation")


def _check_days(identity: Identity, day: date) -> None:
    born = identity.birth_date
    year = identity.birth_year or (born and born.year)
    if (born and born > day) or (year and not day.year - 130 <= year <= day.year):
        raise InvalidInput("desk.birth_wrong", "birth")
    issued = identity.paper.issued_on
    if issued and issued > day:
        raise InvalidInput("desk.issued_in_future", "issued_on")


def _check_group(form: VisitForm) -> None:
    group = form.group
    if group.people < 1 or group.same_content < 1:
        raise InvalidInput("desk.people_wrong", "people")
    if not group.is_large:
        return
    # A group that names none is registered all the same (NĐ 154/2026 Điều 27(1)); the window warns.
    most = max_representatives(group.people)
    if not 0 <= group.representatives <= most:
        raise InvalidInput("desk.representatives_wrong", "representatives", most=most)


def _check_petition(form: VisitForm, number: int, entry: HandledPetition, day: date) -> None:
    petition, handling = entry.petition, entry.handling
    if not petition.summary:
        raise InvalidInput("desk.summary_missing", f"summary.{number}")
    if any(len(text) > _LONGEST_TEXT for _, text in form.free_texts()):
        raise InvalidInput("desk.text_too_long", f"summary.{number}", most=_LONGEST_TEXT)
    if handling.refusal_ground:
        ground(handling.refusal_ground)  # a code of the list, never words, whatever the outcome
    if handling.outcome is Outcome.REFUSE:
        _check_refusal(number, entry, day)
        return
    case = OutcomeCase(petition.kind, handling.competence, petition.form, day, form.group.is_large)
    if handling.outcome not in lawful_outcomes(case):
        raise InvalidInput("desk.outcome_unlawful", f"outcome.{number}")
    needs_body = handling.outcome in (Outcome.GUIDE, Outcome.TRANSFER)
    if needs_body and not handling.handled_by:
        raise InvalidInput("desk.body_missing", f"handled_by.{number}")


def _check_refusal(number: int, entry: HandledPetition, day: date) -> None:
    handling = entry.handling
    if not handling.refusal_ground:
        raise InvalidInput("desk.ground_missing", f"outcome.{number}")
    chosen = ground(handling.refusal_ground)
    if entry.petition.kind not in chosen.kinds:
        raise InvalidInput("desk.ground_unlawful", f"outcome.{number}")
    if not chosen.in_force(day):
        facts = {"day": f"{day:%d/%m/%Y}", "ground": chosen.short_name}
        raise InvalidInput("desk.ground_not_in_force", f"outcome.{number}", **facts)
    if not chosen.requires_notice and not handling.explanation:
        raise InvalidInput("desk.explanation_missing", f"explanation.{number}")
    if chosen.document and not any(map(str.isdigit, handling.explanation)):
        facts = {"document": chosen.document}
        raise InvalidInput("desk.ground_document_missing", f"explanation.{number}", **facts)


def _check_kinds(form: VisitForm) -> None:
    kinds = [entry.petition.kind for entry in form.handled_petitions]
    if not kinds:
        raise InvalidInput("desk.kind_missing", "kind")
    if PetitionKind.RECOMMENDATION_OR_FEEDBACK in kinds:
        raise InvalidInput("desk.kind_missing", "kind")
    if len(kinds) > 1 and PetitionKind.DENUNCIATION in kinds:
        raise InvalidInput("desk.denunciation_alone", "kind")
    if len(set(kinds)) != len(kinds):
        raise InvalidInput("desk.kind_twice", "kind")


def _check_papers(form: VisitForm) -> None:
    for number, paper in enumerate(form.papers, start=1):
        if not paper.name:
            raise InvalidInput("desk.paper_name_missing", f"paper.{number}")
        if paper.pages < 1:
            raise InvalidInput("desk.paper_pages_wrong", f"paper.{number}")


def _is_refused(form: VisitForm) -> bool:
    return any(entry.handling.outcome is Outcome.REFUSE for entry in form.handled_petitions)


def cleaned_identity(identity: Identity) -> Identity:
    """Return an identity with every text as it is stored; a paper's number without blanks."""
    return _without_blanks_in_number(with_clean_texts(identity))


def _without_blanks_in_number(identity: Identity) -> Identity:
    """Return the identity without blanks in the paper number and without empty companions."""
    paper = replace(identity.paper, number="".join(identity.paper.number.split()))
    return replace(identity, paper=paper, companions=tuple(filter(None, identity.companions)))
