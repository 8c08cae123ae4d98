"""The petition of a visit after its reclassification."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reception.domain.errors import InvalidInput
from reception.domain.lawful_outcomes import lawful_outcomes
from reception.domain.petition import (
    FIELDS_OF_KIND,
    Competence,
    Form,
    Petition,
    PetitionField,
    PetitionKind,
)
from reception.domain.visit import HandledPetition, Handling, Outcome

if TYPE_CHECKING:
    from reception.services.visit_lifecycle.reclassification import Reclassification


def reclassified_petition(
    row: Any, target: Reclassification, previous_kind: PetitionKind
) -> HandledPetition:
    """Return the petition with its new kind, a field of that kind and a lawful outcome.

    ``row`` is the stored petition, ``previous_kind`` its kind. Texts are left out, because
    deadlines and outcomes do not depend on them.
    Errors: InvalidInput ``life.wrong_value``, ``desk.outcome_unlawful``.
    """
    is_same_kind = previous_kind is target.kind
    petition = Petition(
        target.kind,
        PetitionField(row["field"]) if is_same_kind else target.petition_field,
        form=Form(row["form"]),
    )
    if petition.field not in FIELDS_OF_KIND[target.kind]:
        raise InvalidInput("life.wrong_value", "field")
    handling = target.handling or Handling(
        Outcome(row["outcome"]),
        Competence(row["competence"]),
        row["handled_by"],
        row["document_number"],
        row["refusal_ground"],
    )
    if handling.outcome is Outcome.REFUSE:
        if target.handling is not None:  # a refusal needs its ground, explanation and notice
            raise InvalidInput("desk.outcome_unlawful", "outcome")
        return HandledPetition(petition, handling)
    lawful = lawful_outcomes(target.kind, handling.competence, petition.form)
    if handling.outcome not in lawful:
        if target.handling is not None:
            raise InvalidInput("desk.outcome_unlawful", "outcome")
        handling = replace(handling, outcome=lawful[0])
    return HandledPetition(petition, handling)
