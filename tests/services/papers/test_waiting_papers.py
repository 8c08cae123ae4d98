"""Papers asked for with a visit: listed until they are printed or dropped, in log and story."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.requested_paper import (
    DropGround,
    PaperForm,
    PaperState,
    RemakeReason,
    RequestedSheet,
    Sheet,
    WayToPrint,
)
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.todo_item import ProtectedCopyNotPrinted, TodoGroup, group_of
from reception.domain.visit import PaperReceived
from reception.domain.visit_lifecycle import LateEntry
from reception.services.papers.visit_saving import RequestedPapers
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.visit_form import SealedVisit
from reception.storage.visits import requested_papers, visit_events
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

DENUNCIATION = PetitionKind.DENUNCIATION
SLIP = RequestedSheet(PaperForm.RETURN_SLIP, Sheet.CITIZEN)
OWN_RECEIPT = RequestedSheet(PaperForm.RECEIPT, Sheet.CITIZEN)
WITH_PAPERS = RequestedPapers(citizen_papers=True)


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's session."""
    reception = create_services(office.open())
    yield reception
    reception.session.database.close()


def reopened(office: ThrowAwayOffice, name: str) -> Reception:
    return create_services(office.open(name))


def only(papers):
    assert len(papers) == 1, papers
    return papers[0]


def entries(reception: Reception, act: Act) -> list[dict[str, object]]:
    rows = reception.session.database.query(
        "SELECT facts FROM log WHERE act = ? ORDER BY seq", (act.value,)
    )
    return [json.loads(row["facts"]) for row in rows]


def test_a_saved_visit_asks_for_its_papers_in_its_own_entry(officer: Reception) -> None:
    officer.visit_saving.save(visit_form(), WITH_PAPERS)
    paper = only(officer.waiting_papers.waiting())
    assert (paper.sheet, paper.state) == (SLIP, PaperState.ASKED)
    assert entries(officer, Act.VISIT_SEALED)[-1]["asked"] == ["return_slip/citizen"]
    assert officer.log_verification.verify().intact


def test_without_papers_nothing_waits(officer: Reception) -> None:
    officer.visit_saving.save(visit_form(), RequestedPapers())
    assert officer.waiting_papers.waiting() == ()


def test_each_sheet_of_a_denunciation_waits_for_itself(officer: Reception) -> None:
    form = visit_form(DENUNCIATION, papers=(PaperReceived("Đơn", 2),))
    saved = officer.visit_saving.save(form, RequestedPapers(True, True))
    sheets = {paper.sheet for paper in officer.waiting_papers.waiting()}
    assert sheets == {
        *(RequestedSheet(PaperForm.RECEIPT, sheet) for sheet in Sheet),
        RequestedSheet(PaperForm.STATEMENT, Sheet.ENVELOPE),
        RequestedSheet(PaperForm.STATEMENT, Sheet.FILE),
    }
    by_sheet = dict(saved.sealed.paper_ids)
    assert sorted(i for job in saved.papers for i in job.paper_ids) == sorted(by_sheet.values())


def test_what_was_printed_is_written_with_the_end_of_the_session(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    saved = officer.visit_saving.save(visit_form(), WITH_PAPERS)
    before = len(officer.session.database.query("SELECT seq FROM log"))
    officer.waiting_papers.remember_printed(saved.papers[0].paper_ids)
    assert officer.waiting_papers.waiting() == ()
    assert len(officer.session.database.query("SELECT seq FROM log")) == before
    officer.session.close()
    head = reopened(office, HEAD)
    assert head.waiting_papers.waiting() == ()
    assert entries(head, Act.LOCKED)[-1]["printed"] == list(saved.papers[0].paper_ids)
    assert head.log_verification.verify().intact
    head.session.close()


def test_what_was_not_printed_waits_with_its_obstacle(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    saved = officer.visit_saving.save(visit_form(), WITH_PAPERS)
    officer.waiting_papers.remember_obstacle(saved.papers[0].paper_ids, "printer.offline")
    officer.session.close()
    head = reopened(office, HEAD)
    paper = only(head.waiting_papers.waiting())
    assert (paper.obstacle, paper.way) == ("printer.offline", WayToPrint.REVEAL)
    assert head.log_verification.verify().intact
    head.session.close()


def test_a_killed_session_leaves_its_papers_in_the_list(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    saved = officer.visit_saving.save(visit_form(), WITH_PAPERS)
    officer.waiting_papers.remember_printed(saved.papers[0].paper_ids)
    officer.session.database.close()  # no end of the session was written
    again = create_services(office.open())
    paper = only(again.waiting_papers.waiting())
    again.waiting_papers.remember_printed((paper.paper_id,))
    assert again.waiting_papers.waiting() == ()
    assert again.log_verification.verify().intact
    again.session.close()


def test_a_dropped_paper_is_told_in_log_list_and_story(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    sealed = officer.visit_saving.save(visit_form(), WITH_PAPERS).sealed
    paper = only(officer.waiting_papers.waiting())
    officer.waiting_papers.drop(paper.paper_id, DropGround.NOT_TAKEN)
    assert officer.waiting_papers.waiting() == ()
    dropped = only(officer.waiting_papers.dropped())
    assert (dropped.state, dropped.ground) == (PaperState.DROPPED, DropGround.NOT_TAKEN)
    event = told(officer, sealed, "paper_dropped")
    assert event["ground"] == "not_taken"
    for settle in (
        lambda: officer.waiting_papers.drop(paper.paper_id, DropGround.NOT_TAKEN),
        lambda: officer.waiting_papers.remember_printed((paper.paper_id,)),
    ):
        with pytest.raises(ReceptionError, match="waiting.settled"):
            settle()
    officer.session.close()
    again = create_services(office.open())
    assert entries(again, Act.LOCKED)[-1]["dropped_papers"] == [paper.paper_id]
    assert told(again, sealed, "paper_dropped") == event
    dropped = only(again.waiting_papers.dropped())
    assert (dropped.state, dropped.ground) == (PaperState.DROPPED, DropGround.NOT_TAKEN)
    assert again.log_verification.verify().intact
    again.session.close()


def told(reception: Reception, sealed: SealedVisit, code: str) -> dict[str, str]:
    """Return the facts of the one event with a code in the story of a visit."""
    story = reception.register.story(sealed.visit.visit_id)
    assert story is not None
    return dict(only([event.facts for event in story.events if event.code == code]))


def test_the_story_says_printed_only_after_a_printer_took_the_sheet(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    form = visit_form(papers=(PaperReceived("Đơn", 2),))
    saved = officer.visit_saving.save(form, WITH_PAPERS)
    story = officer.register.story(saved.sealed.visit.visit_id)
    assert story is not None
    assert "papers_printed" not in {event.code for event in story.events}
    assert told(officer, saved.sealed, "papers_asked")["sheets"] == "receipt/citizen receipt/file"
    officer.waiting_papers.remember_printed(saved.papers[0].paper_ids)
    printed = told(officer, saved.sealed, "papers_printed")
    assert printed["sheets"] == "receipt/citizen"
    officer.session.close()
    again = create_services(office.open())
    assert told(again, saved.sealed, "papers_printed") == printed
    again.session.close()


def test_a_sheet_replaced_in_the_session_that_printed_it_was_printed(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    saved = officer.visit_saving.save(visit_form(DENUNCIATION), WITH_PAPERS)
    officer.waiting_papers.remember_printed(saved.papers[0].paper_ids)
    visit_id = saved.sealed.visit.visit_id
    officer.copy_renewal.make_again(visit_id, RemakeReason.SPOILT.value)
    assert officer.waiting_papers.dropped() == ()
    officer.session.close()
    again = create_services(office.open())
    assert told(again, saved.sealed, "papers_printed")["sheets"] == "return_slip/citizen"
    assert len(again.waiting_papers.waiting()) == 1
    assert again.log_verification.verify().intact
    again.session.close()


def test_a_drop_that_a_power_cut_took_waits_again(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    officer.visit_saving.save(visit_form(), WITH_PAPERS)
    paper = only(officer.waiting_papers.waiting())
    officer.waiting_papers.drop(paper.paper_id, DropGround.NOT_TAKEN)
    officer.session.database.close()
    again = create_services(office.open())
    assert only(again.waiting_papers.waiting()).paper_id == paper.paper_id
    assert again.log_verification.verify().intact
    again.session.close()


def test_entries_that_earlier_versions_wrote_about_single_sheets_stay_valid(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    form = visit_form(papers=(PaperReceived("Đơn", 2),))
    sealed = officer.visit_saving.save(form, WITH_PAPERS).sealed
    (_, printed), (sheet, dropped) = sealed.paper_ids
    today, visit_id = officer.session.today(), sealed.visit.visit_id
    with officer.session.act() as work:
        requested_papers.set_state(work, printed, PaperState.PRINTED, today)
        work.log(Act.PAPERS_PRINTED, visit_subject(visit_id), papers=[printed])
    names = {"form": sheet.form.value, "sheet": sheet.sheet.value}
    with officer.session.act() as work:
        requested_papers.set_state(work, dropped, PaperState.DROPPED, today)
        event = visit_events.VisitEvent(
            "paper_dropped",
            today,
            officer.session.member.user_id,
            "mistake",
            facts={"paper": dropped, **names},
        )
        visit_events.write_event(work, visit_id, event)
        work.log(Act.PAPER_DROPPED, visit_subject(visit_id), **names, ground="mistake")
    assert only(officer.waiting_papers.dropped()).ground is DropGround.MISTAKE
    assert told(officer, sealed, "papers_printed")["sheets"] == "receipt/citizen"
    assert told(officer, sealed, "paper_dropped")["ground"] == "mistake"
    assert officer.log_verification.verify().intact
    officer.session.close()
    assert reopened(office, HEAD).log_verification.verify().intact


def test_another_reason_needs_words_which_somebody_must_compare(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    officer.visit_saving.save(visit_form(), WITH_PAPERS)
    paper = only(officer.waiting_papers.waiting())
    for ground, words, code in (
        (DropGround.OTHER, "hỏng", "life.reason_short"),
        (DropGround.REMADE, "", "waiting.ground"),
        (DropGround.NOT_TAKEN, "gọi 0912345678 rồi", "life.personal_number"),
    ):
        with pytest.raises(InvalidInput, match=code):
            officer.waiting_papers.drop(paper.paper_id, ground, words)
    assert only(officer.waiting_papers.waiting()) == paper
    officer.waiting_papers.drop(paper.paper_id, DropGround.OTHER, "Máy in của phòng hỏng cả ngày")
    officer.session.close()
    again = create_services(office.open())
    (row,) = again.register.today()
    assert row.unchecked
    again.session.close()


def test_a_colleague_sees_no_paper_of_another_officer(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    officer.visit_saving.save(visit_form(), WITH_PAPERS)
    paper = only(officer.waiting_papers.waiting())
    officer.session.close()
    colleague = reopened(office, COLLEAGUE)
    assert colleague.waiting_papers.waiting() == ()
    with pytest.raises(NotAllowed, match="waiting.unknown"):
        colleague.waiting_papers.paper(paper.paper_id)
    with pytest.raises(NotAllowed, match="waiting.unknown"):
        colleague.waiting_papers.remember_printed((paper.paper_id,))
    with pytest.raises(NotAllowed, match="waiting.unknown"):
        colleague.waiting_papers.drop(paper.paper_id, DropGround.NOT_TAKEN)
    colleague.session.close()


def test_papers_of_a_voided_visit_wait_no_longer(officer: Reception) -> None:
    sealed = officer.visit_saving.save(visit_form(), WITH_PAPERS).sealed
    reason = ChangeReason("not_a_visit", "Ghi nhầm sổ, không phải lượt tiếp")
    officer.lifecycle.void(sealed.visit.visit_id, reason, 0)
    assert officer.waiting_papers.waiting() == ()
    assert officer.log_verification.verify().intact


def test_after_the_day_only_a_custodian_makes_a_denouncers_copy_again(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    officer.visit_saving.save(visit_form(DENUNCIATION), WITH_PAPERS)
    assert only(officer.waiting_papers.waiting()).way is WayToPrint.REMAKE
    office.clock.move(days=1)
    assert only(officer.waiting_papers.waiting()).way is WayToPrint.CUSTODIAN
    officer.session.close()
    custodian = reopened(office, CUSTODIAN)
    assert only(custodian.waiting_papers.waiting()).way is WayToPrint.REMAKE
    custodian.session.close()


def test_the_day_of_a_late_entry_is_the_day_on_which_it_was_entered(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    late = LateEntry(date(2026, 11, 17), "Phiếu ghi tay số 03", "Mất điện chiều hôm đó")
    saved = officer.visit_saving.save(visit_form(DENUNCIATION, late_entry=late), WITH_PAPERS)
    paper = only(officer.waiting_papers.waiting())
    assert (paper.way, paper.sealed_on) == (WayToPrint.REMAKE, officer.session.today())
    assert officer.copy_renewal.make_again(saved.sealed.visit.visit_id, RemakeReason.NOT_PRINTED)
    office.clock.move(days=1)
    assert only(officer.waiting_papers.waiting()).way is WayToPrint.CUSTODIAN


def test_a_custodian_is_told_of_each_denouncers_copy_on_its_own_day(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    officer.visit_saving.save(visit_form(DENUNCIATION), WITH_PAPERS)
    officer.visit_saving.save(visit_form(), WITH_PAPERS)
    officer.session.close()
    custodian = reopened(office, CUSTODIAN)
    items = [
        item for item in custodian.todo_list.read().items if group_of(item) is TodoGroup.CUSTODY
    ]
    (item,) = (item for item in items if isinstance(item, ProtectedCopyNotPrinted))
    assert (item.paper.code, item.paper.sheet) == ("TC-0001", SLIP)
    custodian.session.close()


def test_a_copy_made_again_takes_the_place_of_the_one_that_waits(officer: Reception) -> None:
    saved = officer.visit_saving.save(visit_form(DENUNCIATION), WITH_PAPERS)
    old = only(officer.waiting_papers.waiting())
    visit_id = saved.sealed.visit.visit_id
    job = officer.copy_renewal.make_again(visit_id, RemakeReason.NOT_PRINTED.value)
    new = only(officer.waiting_papers.waiting())
    assert job.paper_ids == (new.paper_id,)
    assert new.paper_id != old.paper_id
    dropped = only(officer.waiting_papers.dropped())
    assert (dropped.paper_id, dropped.ground) == (old.paper_id, DropGround.REMADE)
    assert dropped.successor
    assert officer.status_lookup.find(saved.sealed.return_code) is None
    assert officer.log_verification.verify().intact


def test_a_colleague_makes_no_denouncers_copy_again(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    saved = officer.visit_saving.save(visit_form(DENUNCIATION), WITH_PAPERS)
    visit_id = saved.sealed.visit.visit_id
    officer.session.close()
    colleague = reopened(office, COLLEAGUE)
    with pytest.raises(NotAllowed, match="papers.copy_of_another"):
        colleague.copy_renewal.make_again(visit_id, RemakeReason.LOST.value)
    assert colleague.status_lookup.find(saved.sealed.return_code) is not None
    colleague.session.close()
    office.clock.move(days=1)
    again = create_services(office.open())
    with pytest.raises(NotAllowed, match="papers.copy_of_another"):
        again.copy_renewal.make_again(visit_id, RemakeReason.LOST.value)
    again.session.close()
    custodian = reopened(office, CUSTODIAN)
    job = custodian.copy_renewal.make_again(visit_id, RemakeReason.LOST.value)
    assert job.paper_ids
    assert custodian.log_verification.verify().intact
    custodian.session.close()


def test_an_ordinary_copy_made_again_waits_too(office: ThrowAwayOffice, officer: Reception) -> None:
    saved = officer.visit_saving.save(visit_form(), WITH_PAPERS)
    officer.session.close()
    head = reopened(office, HEAD)
    selection = RevealSelection(
        "reprint", "Người đến xin in lại vì mất giấy", frozenset({IdentityPart.NAME})
    )
    job = head.reprints.citizen_copy(saved.sealed.visit.visit_id, selection)
    assert job.paper_ids == (only(head.waiting_papers.waiting()).paper_id,)
    assert head.log_verification.verify().intact
    head.session.close()


def test_a_reclassified_visit_has_no_paper_left_to_print(officer: Reception) -> None:
    sealed = officer.visit_saving.save(visit_form(), WITH_PAPERS).sealed
    reason = ChangeReason("content", "Nội dung là tố cáo, không phải khiếu nại")
    officer.lifecycle.reclassify(
        sealed.visit.visit_id, Reclassification(reason, DENUNCIATION, event_count=0)
    )
    assert officer.waiting_papers.waiting() == ()
    assert only(officer.waiting_papers.dropped()).ground is DropGround.OUTDATED
    assert told(officer, sealed, "papers_replaced")["sheets"] == "return_slip/citizen"
    assert officer.log_verification.verify().intact
