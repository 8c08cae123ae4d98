"""Sheets for the office whose pages are gone: made again with or without opening an identity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import Competence, PetitionKind
from reception.domain.requested_paper import (
    CITIZENS_NOTICE,
    STATEMENT_FILE,
    DropGround,
    Sheet,
    WaitingPaper,
    WayToPrint,
)
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit import Handling, Outcome, PaperReceived
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import VisitForm
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.printing.pdf_text import words

ALL = RequestedPapers(citizen_papers=True, statement=True)
REFUSED = Handling(
    Outcome.REFUSE, Competence.OURS, refusal_ground="9.3", explanation="Đã có quyết định 12/QĐ-UBND"
)
SELECTION = RevealSelection(
    "file_copy", "Máy in hỏng, bản lưu chưa in được", frozenset({IdentityPart.NAME})
)


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's session."""
    reception = create_services(office.open())
    yield reception
    reception.session.database.close()


def saved(reception: Reception, form: VisitForm) -> SavedVisit:
    form = replace(form, papers=(PaperReceived("Đơn viết tay", 2),))
    return reception.visit_saving.save(form, ALL)


def saved_refusal(reception: Reception, **changes: object) -> int:
    """Save a refused visit whose notice is asked for; return its id."""
    form = visit_form(**changes)
    entry = form.handled_petitions[0]
    form = replace(form, handled_petitions=(replace(entry, handling=REFUSED),))
    saved = reception.visit_saving.save(form, RequestedPapers(citizen_papers=True))
    return saved.sealed.visit.visit_id


def office_sheets(reception: Reception) -> list[WaitingPaper]:
    return [p for p in reception.waiting_papers.waiting() if not p.sheet.is_own_copy]


def test_a_denunciations_sheets_are_made_again_without_opening_the_identity(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    first = saved(officer, visit_form(PetitionKind.DENUNCIATION))
    officer.session.close()
    again = create_services(office.open())
    sheets = office_sheets(again)
    assert len(sheets) == 4
    for paper in sheets:
        assert paper.way is WayToPrint.REPRINT
        job = again.office_copies.make_again(paper.paper_id)
        assert (job.sheets, job.paper_ids) == ((paper.sheet,), (paper.paper_id,))
        assert not job.holds_identity
        assert PERSON.name not in words(job.pdf)
        (made,) = [one for one in first.papers if paper.sheet in one.sheets]
        assert (job.code, job.form) == (made.code, made.form)
        assert (first.sealed.visit.pseudonym.code() in words(job.pdf)) == (
            paper.sheet.sheet is Sheet.FILE
        )
        again.waiting_papers.remember_printed(job.paper_ids)
    assert office_sheets(again) == []
    assert again.log_verification.verify().intact
    again.session.close()


def test_each_sheet_made_again_takes_one_print_number(officer: Reception) -> None:
    saved(officer, visit_form(PetitionKind.DENUNCIATION))
    count = "SELECT count(*) FROM print"
    for paper in office_sheets(officer):
        before = officer.session.database.one(count)[0]
        officer.office_copies.make_again(paper.paper_id)
        assert officer.session.database.one(count)[0] == before + 1


def test_the_receiving_officer_stands_on_what_somebody_else_makes_again(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    saved(officer, visit_form(PetitionKind.DENUNCIATION))
    name = officer.session.member.name
    officer.session.close()
    custodian = create_services(office.open(CUSTODIAN))
    for paper in office_sheets(custodian):
        text = words(custodian.office_copies.make_again(paper.paper_id).pdf)
        assert name in text
        assert custodian.session.member.name not in text
    custodian.session.close()


def test_an_ordinary_sheet_with_the_person_is_made_again_by_a_reveal(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    visit_id = saved(officer, visit_form()).sealed.visit.visit_id
    officer.session.close()
    head = create_services(office.open(HEAD))
    (statement,) = [p for p in office_sheets(head) if p.sheet == STATEMENT_FILE]
    assert statement.way is WayToPrint.REVEAL
    with pytest.raises(ReceptionError, match="papers.office_copy_by_reveal"):
        head.office_copies.make_again(statement.paper_id)
    waiting = {p.sheet for p in office_sheets(head) if p.way is WayToPrint.REVEAL}
    jobs = head.reprints.office_copies(visit_id, SELECTION)
    assert {sheet for job in jobs for sheet in job.sheets} == waiting
    for job in jobs:
        assert job.holds_identity
        assert PERSON.name in words(job.pdf)
        assert head.waiting_papers.paper(job.paper_ids[0]).asked_by == head.session.member.name
        head.waiting_papers.remember_printed(job.paper_ids)
    with pytest.raises(ReceptionError, match="papers.no_office_copy_waits"):
        head.reprints.office_copies(visit_id, SELECTION)
    assert head.log_verification.verify().intact
    head.session.close()


@pytest.mark.parametrize("name", [OFFICER, COLLEAGUE])
def test_a_granted_request_makes_them_once(
    office: ThrowAwayOffice, officer: Reception, name: str
) -> None:
    """Also for a colleague of the receiving officer, whose sheets they are from then on."""
    visit_id = saved(officer, visit_form()).sealed.visit.visit_id
    officer.session.close()
    asker = create_services(office.open(name))
    request = asker.reveal_requests.ask(visit_id, SELECTION).request_id
    asker.session.close()
    head = create_services(office.open(HEAD))
    head.reveal_decisions.grant(request, SELECTION.parts)
    head.session.close()
    again = create_services(office.open(name))
    jobs = again.reprints.paper_for_request(request)
    assert jobs
    for job in jobs:
        assert PERSON.name in words(job.pdf)
        again.waiting_papers.remember_printed(job.paper_ids)
    with pytest.raises(ReceptionError):
        again.reprints.paper_for_request(request)
    again.session.close()
    head = create_services(office.open(HEAD))
    assert not [p for p in office_sheets(head) if p.way is WayToPrint.REVEAL]
    assert head.log_verification.verify().intact
    head.session.close()


def test_a_notice_made_again_takes_the_place_of_the_one_that_waits(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    visit_id = saved_refusal(officer)
    old = next(p for p in office_sheets(officer) if p.sheet == CITIZENS_NOTICE)
    officer.session.close()
    head = create_services(office.open(HEAD))
    job = head.reprints.refusal_notice(visit_id, replace(SELECTION, reason="refusal"))
    (new,) = [p for p in office_sheets(head) if p.sheet == CITIZENS_NOTICE]
    assert job.paper_ids == (new.paper_id,)
    assert new.paper_id != old.paper_id
    assert head.log_verification.verify().intact
    head.session.close()


def test_who_asked_for_protection_is_written_by_pen(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    saved(officer, visit_form(protection_asked=True))
    sheets = office_sheets(officer)
    assert STATEMENT_FILE in {paper.sheet for paper in sheets}
    for paper in sheets:
        job = officer.office_copies.make_again(paper.paper_id)
        assert not job.holds_identity
        assert PERSON.name not in words(job.pdf)
    officer.session.close()
    head = create_services(office.open(HEAD))
    with pytest.raises(ReceptionError):  # nothing of a protected visit waits for a reveal
        head.reprints.office_copies(sheets[0].visit_id, SELECTION)
    head.session.close()


def test_who_may_not_read_a_denunciation_any_more_makes_no_sheet_of_it(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    assert office_sheets(officer) == []
    officer.session.close()
    colleague = create_services(office.open(COLLEAGUE))
    saved(colleague, visit_form(PetitionKind.DENUNCIATION))
    assert all(colleague.office_copies.make_again(p.paper_id) for p in office_sheets(colleague))
    colleague.session.close()
    office.clock.move(days=10)
    again = create_services(office.open(COLLEAGUE))
    assert office_sheets(again)
    for paper in office_sheets(again):
        with pytest.raises(NotAllowed, match="papers.office_copy_unread"):
            again.office_copies.make_again(paper.paper_id)
    again.session.close()


def test_words_written_later_stand_on_a_custodians_sheet_only(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    visit_id = saved(officer, visit_form(PetitionKind.DENUNCIATION)).sealed.visit.visit_id
    change = Correction(
        ChangeReason("wrong_content", "Ghi thiếu nội dung trình bày"),
        {"summary.1": "Nội dung viết thêm sau khi niêm phong"},
        0,
    )
    officer.lifecycle.correct(visit_id, change)
    paper = next(p for p in office_sheets(officer) if p.sheet == STATEMENT_FILE)
    with pytest.raises(ReceptionError, match="papers.office_copy_late_words"):
        officer.office_copies.make_again(paper.paper_id)
    officer.session.close()
    custodian = create_services(office.open(CUSTODIAN))
    text = words(custodian.office_copies.make_again(paper.paper_id).pdf)
    assert "viết thêm sau khi niêm phong" in text
    custodian.session.close()


def test_what_was_settled_or_voided_is_not_made_again(officer: Reception) -> None:
    visit_id = saved(officer, visit_form(PetitionKind.DENUNCIATION)).sealed.visit.visit_id
    first, second, *_ = office_sheets(officer)
    officer.waiting_papers.drop(first.paper_id, DropGround.MISTAKE)
    assert officer.waiting_papers.paper(first.paper_id).way is WayToPrint.NOTHING
    with pytest.raises(ReceptionError, match="waiting.settled"):
        officer.office_copies.make_again(first.paper_id)
    with pytest.raises(NotAllowed, match="waiting.unknown"):
        officer.office_copies.make_again("0" * 16)
    reason = ChangeReason("not_a_visit", "Ghi nhầm sổ, không phải lượt tiếp")
    officer.lifecycle.void(visit_id, reason, 0)
    with pytest.raises(InvalidInput, match="life.voided"):
        officer.office_copies.make_again(second.paper_id)


@pytest.mark.parametrize("protection_asked", [False, True])
def test_a_notice_of_refusal_needs_no_identity_while_all_are_written_by_pen(
    officer: Reception, *, protection_asked: bool
) -> None:
    saved_refusal(officer, protection_asked=protection_asked)
    sheets = office_sheets(officer)
    assert CITIZENS_NOTICE in {paper.sheet for paper in sheets}
    for paper in sheets:
        job = officer.office_copies.make_again(paper.paper_id)
        assert job.sheets == (paper.sheet,)
        assert PERSON.name not in words(job.pdf)
