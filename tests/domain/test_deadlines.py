"""Terms that a petition starts."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from reception.domain.deadlines import started_terms
from reception.domain.petition import Competence, Petition, PetitionKind
from reception.domain.visit import HandledPetition, Handling, Outcome
from reception.law.statutory_terms import term_in_force

OURS, OTHER = Competence.OURS, Competence.OTHER


def started(
    kind: str,
    outcome: Outcome,
    competence: Competence,
    *,
    notice: bool = False,
    settled_by: str = "",
) -> set[str]:
    petition = Petition(PetitionKind(kind), settled_by=settled_by)
    entry = HandledPetition(petition, Handling(outcome, competence))
    return set(started_terms(entry, written_notice=notice))


@pytest.mark.parametrize(
    ("kind", "outcome", "competence", "codes"),
    [
        ("complaint", Outcome.ACCEPT, OURS, {"answer", "complaint_acceptance"}),
        ("denunciation", Outcome.ACCEPT, OURS, {"answer", "denunciation_handling"}),
        ("denunciation", Outcome.TRANSFER, OTHER, {"answer", "denunciation_transfer"}),
        ("feedback", Outcome.ACCEPT, OURS, {"answer"}),
        ("recommendation", Outcome.TRANSFER, OTHER, {"answer"}),
        ("complaint", Outcome.REPORT_UP, Competence.LOWER_LATE, {"answer"}),
        (
            "denunciation",
            Outcome.REPORT_UP,
            Competence.LOWER_LATE,
            {"answer", "denunciation_overdue"},
        ),
        ("complaint", Outcome.GUIDE, OTHER, set()),
        ("complaint", Outcome.EXPLAIN, Competence.SETTLED, set()),
    ],
)
def test_terms_started_by_a_visit(kind, outcome, competence, codes):
    assert started(kind, outcome, competence) == codes


def test_a_denunciation_that_was_resolved_before_has_the_longer_term():
    body = "Uỷ ban nhân dân xã Sìn Hồ"
    found = started("denunciation", Outcome.ACCEPT, OURS, settled_by=body)
    assert found == {"answer", "denunciation_again"}
    transferred = started("denunciation", Outcome.TRANSFER, OTHER, settled_by=body)
    assert transferred == {"answer", "denunciation_transfer"}
    assert started("complaint", Outcome.ACCEPT, OURS, settled_by=body) == {
        "answer",
        "complaint_acceptance",
    }


@pytest.mark.parametrize("kind", list(PetitionKind))
def test_a_refusal_starts_a_term_only_for_a_written_notice(kind):
    assert started(kind, Outcome.REFUSE, OURS, notice=True) == {"refusal_notice"}
    assert started(kind, Outcome.REFUSE, OURS) == set()


def test_every_term_that_starts_is_known_to_the_law():
    for kind, outcome, competence, notice in product(
        PetitionKind, Outcome, Competence, (True, False)
    ):
        for code in started(kind, outcome, competence, notice=notice):
            assert term_in_force(code, date(2026, 11, 23)) is not None
