"""Every lawful outcome has an article as its basis."""

from __future__ import annotations

from itertools import product

import pytest

from reception.domain.lawful_outcomes import lawful_outcomes
from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.visit import Outcome
from reception.law.outcome_bases import outcome_basis


@pytest.mark.parametrize(
    ("kind", "competence", "form"), list(product(PetitionKind, Competence, Form))
)
def test_every_lawful_outcome_names_its_article(kind, competence, form):
    for outcome in lawful_outcomes(kind, competence, form):
        basis = outcome_basis(kind, form, outcome)
        assert "khoản" in basis
        assert basis.endswith(("Luật Tiếp công dân", "Luật Tố cáo", "Nghị định 154/2026/NĐ-CP"))


@pytest.mark.parametrize(
    ("kind", "form", "outcome", "article"),
    [
        ("complaint", "spoken", "guide", "điểm b khoản 1 Điều 26 Luật Tiếp công dân"),
        ("denunciation", "written", "transfer", "khoản 2 Điều 24 Luật Tố cáo"),
        ("denunciation", "spoken", "guide", "khoản 2 Điều 24 Luật Tố cáo"),
        ("feedback", "spoken", "transfer", "điểm b khoản 2 Điều 26 Luật Tiếp công dân"),
        ("recommendation", "spoken", "guide", "khoản 2 Điều 15 Nghị định 154/2026/NĐ-CP"),
        ("recommendation", "written", "guide", "khoản 2 Điều 14 Nghị định 154/2026/NĐ-CP"),
    ],
)
def test_the_articles_of_each_kind(kind, form, outcome, article):
    assert outcome_basis(PetitionKind(kind), Form(form), Outcome(outcome)) == article


def test_an_unlawful_outcome_has_no_article():
    for form in Form:
        assert outcome_basis(PetitionKind.COMPLAINT, form, Outcome.TRANSFER) == ""
        for kind in PetitionKind:
            assert outcome_basis(kind, form, Outcome.REFUSE) == ""
