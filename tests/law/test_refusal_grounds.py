"""Grounds for refusing: each for its kinds of petition, and for the days it is in force."""

from __future__ import annotations

from datetime import date

import pytest

from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.law.refusal_grounds import all_grounds, ground, grounds_for, legal_basis

VOICED = {PetitionKind.RECOMMENDATION, PetitionKind.FEEDBACK}


DAY = date(2026, 11, 19)
IN_2026 = [item for item in all_grounds() if item.in_force(DAY)]


def codes(kind: PetitionKind) -> set[str]:
    return {item.code for item in grounds_for(kind, DAY)}


def test_the_law_and_the_decree_give_thirteen():
    found = [item.code for item in IN_2026]
    assert len(found) == len(set(found)) == 13
    assert set(found) == {f"9.{n}" for n in "123"} | {f"4.1.{letter}" for letter in "abcdđeghik"}


def test_two_grounds_lead_to_a_written_notice():
    assert {item.code for item in IN_2026 if item.requires_notice} == {"9.3", "4.1.h"}


def test_letter_h_is_for_recommendations_and_feedback_only():
    assert {kind for kind in PetitionKind if "4.1.h" in codes(kind)} == {
        *VOICED,
        PetitionKind.RECOMMENDATION_OR_FEEDBACK,
    }


def test_nobody_denounces_by_proxy_so_letter_e_is_absent():
    assert {kind for kind in PetitionKind if "4.1.e" not in codes(kind)} == {
        PetitionKind.DENUNCIATION
    }


@pytest.mark.parametrize("kind", list(PetitionKind))
def test_article_9_is_for_every_kind_but_clause_3_for_complaints_and_denunciations(kind):
    assert {"9.1", "9.2"} <= codes(kind)
    is_complaint_or_denunciation = kind in (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION)
    assert ("9.3" in codes(kind)) is is_complaint_or_denunciation


def test_two_grounds_need_the_number_of_a_document():
    assert {item.code for item in IN_2026 if item.document} == {"9.3", "4.1.i"}


@pytest.mark.parametrize("item", all_grounds(), ids=lambda item: item.code)
def test_every_ground_has_its_texts_and_its_own_code(item):
    assert item.short_name
    assert item.vietnamese
    assert item.english
    assert item.until is None or item.since <= item.until
    assert [other for other in all_grounds() if other.code == item.code] == [item]
    assert ground(item.code) == item


@pytest.mark.parametrize("item", IN_2026, ids=lambda item: item.code)
def test_every_ground_names_its_article(item):
    article, _, letter = item.code.rpartition(".")
    source = "Luật Tiếp công dân" if article == "9" else "Nghị định 154/2026/NĐ-CP"
    assert item.article.endswith(source)
    assert item.article.startswith(("khoản " if article == "9" else "điểm ") + letter + " ")


def test_an_unknown_ground_is_refused():
    with pytest.raises(InvalidInput) as caught:
        ground("4.1.z")
    assert caught.value.code == "refusal.unknown_ground"


def test_the_decree_adds_its_grounds_on_its_day():
    before = {g.code for g in grounds_for(PetitionKind.COMPLAINT, date(2026, 6, 30))}
    assert before == {"9.1", "9.2", "9.3"}
    since = {g.code for g in grounds_for(PetitionKind.COMPLAINT, date(2026, 7, 1))}
    assert since == codes(PetitionKind.COMPLAINT)
    assert grounds_for(PetitionKind.COMPLAINT, date(2014, 6, 30)) == ()


def test_the_articles_of_the_grounds_are_those_of_the_day():
    assert "Nghị định 154/2026" not in legal_basis(date(2026, 6, 30)).vietnamese
    assert "Nghị định 154/2026" in legal_basis(date(2026, 7, 1)).vietnamese


@pytest.mark.parametrize("item", all_grounds(), ids=lambda item: item.code)
def test_the_legal_basis_names_the_article_of_a_ground_on_its_first_day(item):
    article = item.article[item.article.index("Điều") :].removesuffix("/NĐ-CP")
    assert article in legal_basis(item.since).vietnamese
