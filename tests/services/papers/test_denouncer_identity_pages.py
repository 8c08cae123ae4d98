"""Denouncers' identity pages: a custodian's alone, numbered, hatched on the screen, by cable."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.staff import Right
from reception.services.disclosure.version_writers import IdentityCorrections
from reception.services.papers.register_book import book_rows
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.fixtures.identity_corrections import correct_identity
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.services.papers.disclosure_stage import (
    BOOK_REQUEST,
    HEAD_PASSWORD,
    LAST_NAMES,
    PEOPLE,
    PERIOD,
    enter_visits,
    is_approved_by_head,
    log_entries,
    log_text,
    open_as,
    text_of,
)

CHOSEN = frozenset({2026000003, 2026000006, 2026000007, 2026000009})
PAGES_REQUEST = replace(
    BOOK_REQUEST,
    reason="verification",
    explanation="Giao người xác minh theo văn bản số 215",
    chosen=CHOSEN,
)
PROTECTED = (2, 5, 6, 8)  # three denunciations and a complaint under protection


@pytest.fixture
def custodian(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The custodian's session, in an office of nine visits."""
    reception = open_as(office, CUSTODIAN)
    enter_visits(reception)
    yield reception
    reception.session.database.close()


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page without blanks."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_the_pages_tell_how_many_identities_were_corrected_and_by_whom(
    custodian: Reception,
) -> None:
    visits = [row["visit_id"] for row, _ in book_rows(custodian.session, PERIOD)]
    for index in (0, PROTECTED[0], PROTECTED[2]):  # the first is an ordinary complaint
        correct_identity(
            custodian, visits[index], replace(PEOPLE[index], birth_year=1971, occupation="")
        )
    job = custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)
    assert job.corrections == IdentityCorrections(2, (CUSTODIAN,))


def test_each_protected_person_has_a_page_framed_and_numbered(custodian: Reception) -> None:
    candidates = custodian.denouncer_identity_pages.candidates(PERIOD)
    assert {item.visit_id for item in candidates} == CHOSEN
    assert [item.code for item in candidates] == ["TC-0001", "TC-0002", "KN-0003", "TC-0003"]
    job = custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)
    pages = pages_of(job.pdf)
    assert len(pages) == job.pages == 4
    for place, (index, page) in enumerate(zip(PROTECTED, pages, strict=True), 1):
        assert LAST_NAMES[index] in page
        assert PEOPLE[index].paper.number in page
        assert "MẬT" in page
        assert f"Bảnsố:0{place}" in page
        assert f"SổbảnMẬT:0{place}/2026" in page
        assert HEAD.replace(" ", "") in page
        assert CUSTODIAN.replace(" ", "") in page
        assert [i for i, word in enumerate(LAST_NAMES) if word in page] == [index]
    assert (job.form.is_printed_once, job.form.needs_allowed_printer, job.holds_identity) == (
        True,
        True,
        True,
    )
    assert job.classified_copy_label == f"Bản số 01-04, số in {job.code}"


def test_the_screen_sees_the_same_pages_hatched(custodian: Reception) -> None:
    job = custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)
    assert job.preview_pdf is not None
    shown = text_of(job.preview_pdf)
    assert len(pages_of(job.preview_pdf)) == 4
    assert not [p for p, w in zip(PEOPLE, LAST_NAMES, strict=True) if w in shown]
    assert not [p for p in PEOPLE if p.paper.number in shown or str(p.birth_year) in shown]
    assert "MẬT" in shown
    assert "TC-0001" in shown


def test_each_printing_is_in_the_log_and_in_the_register_of_copies(custodian: Reception) -> None:
    first = custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)
    second = custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)
    copies = custodian.denouncer_identity_pages.numbered_copies(2026)
    assert [copy.number for copy in copies] == list(range(1, 9))
    assert copies[0].print_number == first.code
    assert copies[4].print_number == second.code
    assert {copy.made_by for copy in copies} == {CUSTODIAN}
    assert {copy.made_on for copy in copies} == {date(2026, 11, 19)}
    assert custodian.denouncer_identity_pages.numbered_copies(2025) == ()
    opened = [
        (actor, facts) for act, actor, facts in log_entries(custodian) if act == "secret_opened"
    ]
    assert [facts["names"] for _, facts in opened] == [4, 4]
    assert len(opened[0][1]["prints"]) == 4
    assert all(is_approved_by_head(custodian.session, *entry) for entry in opened)
    assert "bulk_opened" not in [act for act, _, _ in log_entries(custodian)]
    assert not [w for w in (*LAST_NAMES, "Zuân") if w in log_text(custodian)]
    assert custodian.log_verification.verify().intact


@pytest.mark.parametrize("name", [HEAD, OFFICER, COLLEAGUE])
def test_nobody_but_a_custodian_even_with_the_heads_password(
    custodian: Reception, office: ThrowAwayOffice, name: str
) -> None:
    other = open_as(office, name)
    for call in (
        lambda: other.denouncer_identity_pages.candidates(PERIOD),
        lambda: other.denouncer_identity_pages.numbered_copies(2026),
        lambda: other.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD),
    ):
        with pytest.raises(NotAllowed):
            call()
    # Rights on paper alone open nothing: the key to the vault is missing.
    member = other.session.member
    other.session.member = replace(member, rights=member.rights | {Right.CUSTODY})
    with pytest.raises(ReceptionError, match=r"reveal\.no_key"):
        other.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)
    assert log_entries(other)[-1][0] == "opened"
    other.session.database.close()


def test_the_custodians_own_password_is_not_the_heads(custodian: Reception) -> None:
    with pytest.raises(InvalidInput, match=r"approval\.wrong_password"):
        custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, PASSWORDS[CUSTODIAN])
    acts = [act for act, _, _ in log_entries(custodian)]
    assert acts[-1] == "approval_failed"
    assert "secret_opened" not in acts
    assert custodian.denouncer_identity_pages.numbered_copies(2026) == ()


def test_a_reason_of_the_ordinary_book_or_a_name_in_it_is_refused(custodian: Reception) -> None:
    with pytest.raises(InvalidInput, match=r"reveal\.unknown_reason"):
        custodian.denouncer_identity_pages.identity_pages(
            replace(PAGES_REQUEST, reason="paper_book"), HEAD_PASSWORD
        )
    named = replace(PAGES_REQUEST, explanation=f"Giao người xác minh đơn của {PEOPLE[5].name}")
    with pytest.raises(InvalidInput, match=r"bulk\.reason_names"):
        custodian.denouncer_identity_pages.identity_pages(named, HEAD_PASSWORD)
    assert log_entries(custodian)[-1][0] == "bulk_stopped"
    assert "Zuân" not in log_text(custodian)


def test_only_the_chosen_have_pages_numbers_and_entries(custodian: Reception) -> None:
    chosen = frozenset({2026000006, 2026000009})
    request = replace(PAGES_REQUEST, chosen=chosen)
    job = custodian.denouncer_identity_pages.identity_pages(request, HEAD_PASSWORD)
    pages = pages_of(job.pdf)
    assert len(pages) == job.pages == 2
    for index, page in zip((5, 8), pages, strict=True):
        assert [i for i, word in enumerate(LAST_NAMES) if word in page] == [index]
    assert len(custodian.denouncer_identity_pages.numbered_copies(2026)) == 2
    (facts,) = [facts for act, _, facts in log_entries(custodian) if act == "secret_opened"]
    assert (facts["names"], facts["chosen"]) == (2, ["0006/2026", "0009/2026"])
    assert custodian.log_verification.verify().intact


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (frozenset(), "bulk.nobody_chosen"),
        (frozenset({2026000003, 2026000001}), "bulk.choice_changed"),  # an ordinary complaint
        (frozenset({2026000003, 2026009999}), "bulk.choice_changed"),
    ],
)
def test_whoever_cannot_have_a_page_stops_it_before_anything_opens(
    custodian: Reception, chosen: frozenset[int], code: str
) -> None:
    request = replace(PAGES_REQUEST, chosen=chosen)
    with pytest.raises(InvalidInput) as refused:
        custodian.denouncer_identity_pages.identity_pages(request, HEAD_PASSWORD)
    assert refused.value.code == code
    assert not [act for act, _, _ in log_entries(custodian) if act == "secret_opened"]
    assert custodian.denouncer_identity_pages.numbered_copies(2026) == ()


def test_a_visit_voided_after_the_choice_stops_it(custodian: Reception) -> None:
    why = ChangeReason("twice", "Ghi hai lần cùng một lượt tiếp")
    custodian.lifecycle.void(2026000009, why, 0)
    with pytest.raises(InvalidInput, match=r"bulk\.choice_changed"):
        custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)


def test_an_approval_for_some_is_none_for_others(custodian: Reception) -> None:
    """The head's signature covers who was chosen."""
    custodian.denouncer_identity_pages.identity_pages(PAGES_REQUEST, HEAD_PASSWORD)
    session = custodian.session
    (entry,) = [entry[1:] for entry in log_entries(custodian) if entry[0] == "secret_opened"]
    actor, facts = entry
    assert is_approved_by_head(session, actor, facts)
    assert not is_approved_by_head(session, actor, {**facts, "chosen": ["0003/2026"]})
