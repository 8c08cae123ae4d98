"""Checks of a reclassification: whether it is permitted, and the petition after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reception.domain.errors import InvalidInput
from reception.domain.petition import (
    FIELDS_OF_KIND,
    Competence,
    Form,
    Petition,
    PetitionField,
    PetitionKind,
)
from reception.domain.staff import Right
from reception.domain.visit import Group, HandledPetition, Handling, Outcome
from reception.domain.visit_lifecycle import Protection, ProtectionChange
from reception.law.lawful_outcomes import OutcomeCase, lawful_outcomes
from reception.law.refusal_grounds import ground
from reception.services.access.session import Session
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.storage.json_shapes import day_of, number_of, word_of

_PETITIONS = "SELECT * FROM petition WHERE visit_id = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class Reclassification:
    """The new kind and protection of a visit.

    ``handling`` None keeps the outcome, or takes the first lawful one if it becomes unlawful.
    ``changes`` corrects texts in the same act (field path → new text), because no name of the
    reporter may remain in a denunciation. ``event_count`` is the number of events of the visit
    when the person opened it.
    """

    change_reason: ChangeReason
    kind: PetitionKind
    event_count: int
    protection: bool = False
    petition_field: PetitionField = PetitionField.OTHER
    handling: Handling | None = None
    changes: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Never print what was typed."""
        return f"Reclassification({self.kind.value})"


@dataclass(frozen=True, slots=True)
class CheckedReclassification:
    """A permitted reclassification.

    ``row`` is the visit before it, ``entry`` the petition after it.
    """

    row: Any
    entry: HandledPetition
    protection: ProtectionChange

    @property
    def visit_id(self) -> int:
        """Return the id of the visit that is reclassified."""
        return int(self.row["visit_id"])

    @property
    def kind(self) -> PetitionKind:
        """Return the new kind."""
        return self.entry.petition.kind

    def facts(self) -> dict[str, Any]:
        """Return the facts for the log and for the event of the visit."""
        return {
            "up": self.protection.raises,
            "down": self.protection.lowers,
            "protected": self.protection.after.custodians_only,
            "kind": self.kind.value,
        }


def checked_reclassification(
    session: Session, row: Any, target: Reclassification
) -> CheckedReclassification:
    """Return the change of the visit ``row``, if it is permitted.

    Errors: InvalidInput ``life.nothing_changed``, ``life.several_petitions``,
    ``desk.kind_missing``, ``life.wrong_value``, ``desk.outcome_unlawful``; NotAllowed
    ``rights.missing`` where the protection is lowered by somebody who is no custodian.
    """
    petitions = session.database.query(_PETITIONS, (row["visit_id"],))
    kind = word_of(PetitionKind, row["kind"])
    before = Protection(kind, bool(row["protection"]))
    after = Protection(target.kind, target.protection)
    if before == after:
        raise InvalidInput("life.nothing_changed", "kind")
    if len(petitions) > 1 and kind is not target.kind:
        raise InvalidInput("life.several_petitions", "kind")
    if target.kind is PetitionKind.RECOMMENDATION_OR_FEEDBACK is not kind:
        raise InvalidInput("desk.kind_missing", "kind")
    protection_change = ProtectionChange(before, after)
    if protection_change.lowers:
        session.require(Right.CUSTODY)
    petition = _reclassified_petition(row, petitions[0], target)
    return CheckedReclassification(row, petition, protection_change)


def _reclassified_petition(visit_row: Any, row: Any, target: Reclassification) -> HandledPetition:
    """Return the petition with its new kind, a field of that kind and a lawful outcome.

    ``row`` is the stored petition. Texts are left out, because deadlines and outcomes do not
    depend on them.
    Errors: InvalidInput ``life.wrong_value``, ``desk.outcome_unlawful``.
    """
    is_same_kind = word_of(PetitionKind, visit_row["kind"]) is target.kind
    petition = Petition(
        target.kind,
        word_of(PetitionField, row["field"]) if is_same_kind else target.petition_field,
        form=word_of(Form, row["form"]),
    )
    if petition.field not in FIELDS_OF_KIND[target.kind]:
        raise InvalidInput("life.wrong_value", "field")
    handling = target.handling or Handling(
        word_of(Outcome, row["outcome"]),
        word_of(Competence, row["competence"]),
        row["handled_by"],
        row["document_number"],
        row["refusal_ground"],
    )
    if handling.outcome is Outcome.REFUSE:
        if target.handling is not None:  # a refusal needs its ground, explanation and notice
            raise InvalidInput("desk.outcome_unlawful", "outcome")
        return HandledPetition(petition, handling)
    if target.handling is not None and handling.refusal_ground:
        ground(handling.refusal_ground)  # a code of the list, never words
    lawful = lawful_outcomes(_outcome_case(visit_row, target.kind, handling, petition.form))
    if handling.outcome not in lawful:
        if target.handling is not None or not lawful:
            raise InvalidInput("desk.outcome_unlawful", "outcome")
        handling = replace(handling, outcome=lawful[0])
    return HandledPetition(petition, handling)


def _outcome_case(
    visit_row: Any, kind: PetitionKind, handling: Handling, form: Form
) -> OutcomeCase:
    """Return what decides the lawful outcomes on the day of the visit."""
    day, group = day_of(visit_row["received_on"]), Group(number_of(visit_row["people"]))
    return OutcomeCase(kind, handling.competence, form, day, group.is_large)
