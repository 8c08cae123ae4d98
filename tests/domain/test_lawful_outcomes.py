"""Lawful outcomes: at least one in every case, and the cases named in the law."""

from __future__ import annotations

from itertools import product

import pytest

from reception.domain.lawful_outcomes import lawful_or_usual, lawful_outcomes
from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.visit import Outcome

EVERY = list(product(PetitionKind, Competence, Form))


@pytest.mark.parametrize(("kind", "competence", "form"), EVERY)
def test_every_case_has_an_outcome_and_refusal_is_separate(kind, competence, form):
    outcomes = lawful_outcomes(kind, competence, form)
    assert outcomes
    assert len(set(outcomes)) == len(outcomes)
    assert Outcome.REFUSE not in outcomes


@pytest.mark.parametrize(
    ("kind", "competence", "form", "outcomes"),
    [
        ("complaint", "ours", "spoken", ["accept"]),
        ("denunciation", "ours", "written", ["accept"]),
        ("complaint", "lower_late", "written", ["report_up"]),
        ("denunciation", "lower_late", "spoken", ["report_up"]),
        ("feedback", "lower_late", "spoken", ["report_up", "transfer"]),
        ("feedback", "settled", "spoken", ["explain"]),
        ("complaint", "other", "spoken", ["guide"]),
        ("complaint", "other", "written", ["guide"]),
        ("denunciation", "other", "spoken", ["guide"]),
        ("denunciation", "other", "written", ["transfer"]),
        ("recommendation", "other", "written", ["transfer", "guide"]),
        ("feedback", "other", "spoken", ["guide", "transfer"]),
    ],
)
def test_the_cases_of_article_26(kind, competence, form, outcomes):
    found = lawful_outcomes(PetitionKind(kind), Competence(competence), Form(form))
    assert list(found) == [Outcome(outcome) for outcome in outcomes]


def test_a_complaint_is_never_transferred():
    for competence, form in product(Competence, Form):
        found = lawful_outcomes(PetitionKind.COMPLAINT, competence, form)
        assert Outcome.TRANSFER not in found


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [(None, "guide"), ("accept", "guide"), ("transfer", "transfer"), ("refuse", "refuse")],
)
def test_an_unlawful_outcome_is_replaced_by_the_usual_one(chosen, outcome):
    wanted = None if chosen is None else Outcome(chosen)
    case = PetitionKind.FEEDBACK, Competence.OTHER, Form.SPOKEN
    assert lawful_or_usual(wanted, *case) is Outcome(outcome)
