"""Lawful outcomes on the day of the visit, and the article of each."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.visit import Outcome
from reception.law.lawful_outcomes import (
    OutcomeCase,
    all_outcome_rules,
    lawful_or_usual,
    lawful_outcomes,
    outcome_basis,
)

LAST_OLD_DAY, FIRST_NEW_DAY = date(2026, 6, 30), date(2026, 7, 1)  # Luật 136/2025/QH15 Điều 4
DAYS = (date(2025, 1, 2), LAST_OLD_DAY, FIRST_NEW_DAY, date(2026, 11, 23))
EVERY = list(product(PetitionKind, Competence, Form, DAYS, (False, True)))
LAW, DECREE = "Luật Tiếp công dân", "Nghị định 154/2026/NĐ-CP"
DENUNCIATIONS = "Luật Tố cáo"


def case_of(
    kind: str, competence: str, form: str, day: date = FIRST_NEW_DAY, *, group: bool = False
) -> OutcomeCase:
    return OutcomeCase(PetitionKind(kind), Competence(competence), Form(form), day, group)


@pytest.mark.parametrize("facts", EVERY)
def test_every_case_has_an_outcome_with_its_article_and_refusal_is_separate(facts):
    case = OutcomeCase(*facts)
    outcomes = lawful_outcomes(case)
    assert outcomes
    assert Outcome.REFUSE not in outcomes
    for outcome in outcomes:
        basis = outcome_basis(case, outcome)
        assert "khoản" in basis
        assert basis.endswith((LAW, DENUNCIATIONS, DECREE))
        assert case.day >= FIRST_NEW_DAY or DECREE not in basis
    for outcome in set(Outcome) - set(outcomes):
        assert outcome_basis(case, outcome) == ""


@pytest.mark.parametrize(
    ("kind", "competence", "form", "before", "since"),
    [
        ("complaint", "ours", "spoken", ["accept"], ["accept"]),
        ("denunciation", "ours", "written", ["accept"], ["accept"]),
        ("complaint", "lower_late", "written", ["report_up"], ["report_up"]),
        ("denunciation", "lower_late", "spoken", ["report_up"], ["report_up"]),
        ("feedback", "lower_late", "spoken", ["transfer"], ["report_up", "transfer"]),
        ("feedback", "settled", "spoken", ["explain"], ["explain"]),
        ("complaint", "other", "spoken", ["guide"], ["guide", "transfer"]),
        ("complaint", "other", "written", ["guide", "transfer"], ["guide", "transfer"]),
        ("denunciation", "other", "spoken", ["guide"], ["guide"]),
        ("denunciation", "other", "written", ["transfer"], ["transfer", "guide"]),
        ("recommendation", "other", "written", ["transfer", "guide"], ["transfer", "guide"]),
        ("feedback", "other", "spoken", ["guide", "transfer"], ["guide", "transfer"]),
    ],
)
def test_the_outcomes_of_one_person_before_and_since_the_amendment(
    kind, competence, form, before, since
):
    for day, expected in ((LAST_OLD_DAY, before), (FIRST_NEW_DAY, since)):
        assert list(lawful_outcomes(case_of(kind, competence, form, day))) == expected


@pytest.mark.parametrize(
    ("kind", "form", "outcome", "article"),
    [
        ("complaint", "spoken", "transfer", f"khoản 1 Điều 30 {LAW}"),
        ("complaint", "written", "transfer", f"khoản 1 Điều 30 {LAW}"),
        ("denunciation", "written", "guide", f"khoản 1 Điều 30 {LAW}"),
        ("denunciation", "spoken", "transfer", f"khoản 1 Điều 30 {LAW}"),
    ],
)
def test_a_large_group_could_be_guided_or_transferred_before_the_amendment(
    kind, form, outcome, article
):
    case = case_of(kind, "other", form, LAST_OLD_DAY, group=True)
    assert outcome_basis(case, Outcome(outcome)) == article


@pytest.mark.parametrize(
    ("kind", "form", "outcome", "article"),
    [
        ("complaint", "spoken", "guide", f"điểm b khoản 1 Điều 26 {LAW}"),
        ("complaint", "written", "transfer", f"điểm b khoản 1 Điều 26 {LAW}"),
        ("denunciation", "written", "transfer", f"khoản 2 Điều 24 {DENUNCIATIONS}"),
        ("denunciation", "written", "guide", f"khoản 2 Điều 14 {DECREE}"),
        ("denunciation", "spoken", "guide", f"khoản 2 Điều 24 {DENUNCIATIONS}"),
        ("feedback", "spoken", "transfer", f"điểm b khoản 2 Điều 26 {LAW}"),
        ("recommendation", "spoken", "guide", f"khoản 2 Điều 15 {DECREE}"),
        ("recommendation", "written", "guide", f"khoản 2 Điều 14 {DECREE}"),
    ],
)
def test_the_articles_since_the_amendment(kind, form, outcome, article):
    assert outcome_basis(case_of(kind, "other", form), Outcome(outcome)) == article


def test_a_petition_received_before_the_amendment_was_transferred_by_article_10():
    case = case_of("complaint", "other", "written", LAST_OLD_DAY)
    assert outcome_basis(case, Outcome.TRANSFER) == f"điểm c khoản 3 Điều 10 {LAW}"


def test_what_the_board_transferred_is_reported_by_the_decree():
    for kind in ("feedback", "recommendation"):
        case = case_of(kind, "lower_late", "written")
        assert outcome_basis(case, Outcome.REPORT_UP) == f"khoản 1 Điều 32 {DECREE}"


def test_no_rule_ends_before_it_begins():
    for rule in all_outcome_rules():
        assert rule.until is None or rule.since <= rule.until


def test_nothing_is_lawful_before_the_law():
    case = case_of("complaint", "ours", "spoken", date(2014, 6, 30))
    assert lawful_outcomes(case) == ()
    assert lawful_or_usual(Outcome.ACCEPT, case) is Outcome.ACCEPT


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [(None, "guide"), ("accept", "guide"), ("transfer", "transfer"), ("refuse", "refuse")],
)
def test_an_unlawful_outcome_is_replaced_by_the_usual_one(chosen, outcome):
    wanted = None if chosen is None else Outcome(chosen)
    assert lawful_or_usual(wanted, case_of("feedback", "other", "spoken")) is Outcome(outcome)
