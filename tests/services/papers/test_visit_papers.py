"""Papers of a visit: who is named on which copy, and what every print leaves in its register."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from reception.domain.errors import ReceptionError
from reception.domain.petition import Competence, Form, Petition, PetitionKind
from reception.domain.reporter import Address, Identity
from reception.domain.staff import Right
from reception.domain.visit import (
    CopyState,
    Group,
    HandledPetition,
    Handling,
    Outcome,
    PaperReceived,
)
from reception.services.access.session import Session
from reception.services.papers.print_log import PaperJob, WrittenByHand
from reception.services.papers.register_book import RegisterBooks
from reception.services.papers.visit_papers import VisitPapers
from reception.services.reports.statutory_tables import StatutoryTables
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import SealedVisit, Waiver
from reception.services.working_days.office_calendar import OfficeCalendar
from tests.fixtures.visit_forms import ACCEPT, PERSON, visit_form, with_summary

REPORTER = replace(PERSON, address=Address("Bản Nà B", "", "Xã Nậm A", "Lai Châu"))
PAPERS = (PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL), PaperReceived("Danh sách", 5))
PARTS = ("Nguyễn Văn A", "012068000123", "Nà B")


@pytest.fixture
def desk(session: Session) -> tuple[Intake, VisitPapers]:
    """Intake and papers of the officer's session."""
    calendars = OfficeCalendar(session)
    return Intake(session, calendars, Drafts(session)), VisitPapers(session, calendars)


def words(job: PaperJob) -> str:
    """Return the text of a paper as it copies out."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(job.pdf)).pages)


def seal(intake: Intake, kind: PetitionKind, **changes: object) -> SealedVisit:
    """Seal a visit of the person."""
    return intake.seal_visit(visit_form(kind, identity=REPORTER, **changes))


def test_an_ordinary_receipt_has_the_code_on_the_citizens_copy_and_the_days_on_the_files(
    desk: tuple[Intake, VisitPapers],
) -> None:
    intake, papers = desk
    sealed = seal(intake, PetitionKind.COMPLAINT, papers=PAPERS)
    copy, file = papers.citizen_papers(sealed, REPORTER)
    assert not copy.holds_identity
    assert not file.holds_identity
    assert (copy.code, file.code) == ("BN", "BN-0001")
    assert words(copy).count(sealed.return_code) == 1
    assert sealed.copy_number in words(copy)
    assert copy.written_by_hand == WrittenByHand(date(2026, 12, 4), 2)
    assert "KN-0001" in words(file)
    assert "04/12/2026" in words(file)
    for part in (sealed.return_code, sealed.copy_number):
        assert part not in words(file)


def test_no_copy_of_a_denunciation_has_an_identity(
    session: Session, desk: tuple[Intake, VisitPapers]
) -> None:
    intake, papers = desk
    sealed = seal(intake, PetitionKind.DENUNCIATION, papers=PAPERS)
    jobs = (*papers.citizen_papers(sealed, REPORTER), *papers.statement(sealed, REPORTER))
    for job in jobs:
        assert not job.holds_identity
        text = words(job)
        assert not any(part in text for part in PARTS)
        assert "14:12" not in text
        assert "14 giờ" not in text


def test_a_return_slip_has_no_name_and_no_kind(desk: tuple[Intake, VisitPapers]) -> None:
    intake, papers = desk
    for kind in (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION):
        sealed = seal(intake, kind)
        (job,) = papers.citizen_papers(sealed, REPORTER)
        text = words(job)
        assert sealed.return_code in text
        assert not any(part in text for part in PARTS)
        rest = text.replace(sealed.return_code, "").lower()  # the code may hold any letters
        for telling in ("tố cáo", "khiếu nại", "tc-", "kn-"):
            assert telling not in rest


@pytest.mark.parametrize("kind", [PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION])
def test_a_citizens_own_copy_has_no_print_number_and_no_entry(
    session: Session, desk: tuple[Intake, VisitPapers], kind: PetitionKind
) -> None:
    intake, papers = desk
    sealed = seal(intake, kind, papers=PAPERS)
    jobs = papers.citizen_papers(sealed, REPORTER)
    rows = session.database.query("SELECT number, subject FROM print ORDER BY number")
    of_visit = f"visit {sealed.visit.visit_id}"
    assert [tuple(row) for row in rows] == [(n + 1, of_visit) for n in range(len(jobs) - 1)]
    entries = session.database.query("SELECT subject FROM log WHERE act = 'printed'")
    assert [row["subject"] for row in entries] == [of_visit]
    slip = seal(intake, kind)
    papers.citizen_papers(slip, REPORTER)
    assert len(session.database.query("SELECT label FROM print")) == len(rows)


def test_a_written_refusal_is_drafted_and_a_spoken_one_is_not(
    desk: tuple[Intake, VisitPapers],
) -> None:
    intake, papers = desk
    petition = Petition(PetitionKind.FEEDBACK, summary="bãi rác gần nguồn nước")
    written = Handling(Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.h")
    spoken = Handling(
        Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.b", explanation="Đã giải thích"
    )
    sealed = intake.seal_visit(
        visit_form(identity=REPORTER, handled_petitions=(HandledPetition(petition, written),))
    )
    notice, file = papers.citizen_papers(sealed, REPORTER)
    assert "bãi rác" not in words(notice)
    assert "Lý do từ chối:" in words(notice)
    assert "bãi rác gần nguồn nước" in words(file)
    assert "Căn cứ điểm h khoản 1 Điều 4" in words(file)
    assert not any("Nguyễn Văn A" in words(job) for job in (notice, file))
    sealed = intake.seal_visit(
        visit_form(identity=REPORTER, handled_petitions=(HandledPetition(petition, spoken),))
    )
    assert papers.citizen_papers(sealed, REPORTER) == ()
    with pytest.raises(ReceptionError, match="papers.spoken_refusal"):
        papers.refusal_notice(sealed, REPORTER)


def test_the_book_and_the_months_report_have_no_names(
    session: Session, desk: tuple[Intake, VisitPapers]
) -> None:
    intake, _ = desk
    for kind in (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION, PetitionKind.FEEDBACK):
        seal(intake, kind)
    books = RegisterBooks(session, StatutoryTables(session))
    book = books.register_book((date(2026, 11, 1), date(2026, 11, 30)))
    report = books.monthly_report(date(2026, 11, 19))
    for job in (book, report):
        assert not any(part in words(job) for part in PARTS)
    text = words(book)
    assert all(code in text for code in ("KN-0001", "TC-0001", "PA-0001"))
    assert "tháng 12 năm 2026" in words(report)
    assert "15/11/2026" in words(report)


def test_the_book_says_every_petition_the_request_and_what_was_refused_or_explained(
    session: Session, desk: tuple[Intake, VisitPapers]
) -> None:
    """Luật Tiếp công dân Điều 25(2): columns 5, 12 and 13 of Mẫu 03/TCD."""
    intake, _ = desk
    complaint = Petition(
        PetitionKind.COMPLAINT, summary="Bồi thường thấp", request="xem lại mức bồi thường"
    )
    feedback = Petition(PetitionKind.FEEDBACK, summary="Bãi rác gần nguồn nước")
    explained = Handling(Outcome.EXPLAIN, Competence.SETTLED, explanation="Đã có kết luận 12/KL")
    refused = Handling(
        Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.k", explanation="Thanh tra đang xử lý"
    )
    two = (HandledPetition(complaint, ACCEPT), HandledPetition(feedback, explained))
    group = Group(people=6, same_content=6, representatives=1)
    intake.seal_visit(visit_form(identity=REPORTER, handled_petitions=two, group=group))
    intake.seal_visit(
        visit_form(identity=REPORTER, handled_petitions=(HandledPetition(feedback, refused),))
    )
    books = RegisterBooks(session, StatutoryTables(session))
    job = books.register_book((date(2026, 11, 1), date(2026, 11, 30)))
    book = " ".join(words(job).split())
    for text in (
        "1) Bồi thường thấp Yêu cầu, đề nghị: xem lại mức bồi thường 2) Bãi rác gần nguồn nước",
        "1) Khiếu nại 2) Phản ánh",
        "2) Đã giải thích: Đã có kết luận 12/KL Hạn 01/12/2026",
        "Đoàn đông người",
        "Từ chối, điểm k khoản 1 Điều 4 NĐ 154/2026: Thanh tra đang xử lý",
    ):
        assert text in book


def test_an_identity_left_in_an_office_paper_is_refused(desk: tuple[Intake, VisitPapers]) -> None:
    intake, papers = desk
    sealed = seal(intake, PetitionKind.DENUNCIATION, papers=PAPERS)
    other = Identity(name="Danh sách Khác", paper=REPORTER.paper)
    named = replace(other, name="Đơn viết tay")
    with pytest.raises(ReceptionError, match="printing.identity_found"):
        papers.receipt(sealed, named)


NAMESAKE = Waiver("summary.1", "Trưởng bản bị tố cáo trùng tên", other_person=True)


def test_another_person_of_that_name_is_in_the_file_exactly_once(
    desk: tuple[Intake, VisitPapers],
) -> None:
    intake, papers = desk
    about = with_summary(
        visit_form(PetitionKind.DENUNCIATION), "Ông Nguyễn Văn A, trưởng bản, thu tiền"
    )
    denounced = replace(about, identity=REPORTER, waivers=(NAMESAKE,))
    sealed = intake.seal_visit(denounced)
    _, kept = papers.statement(sealed, REPORTER)
    assert words(kept).replace("\n", " ").count("Nguyễn Văn A") == 1
    entry = replace(sealed.visit.main_petition.petition, request="Ông Nguyễn Văn A xin giữ kín")
    main = replace(sealed.visit.main_petition, petition=entry)
    slipped = replace(sealed, visit=replace(sealed.visit, handled_petitions=(main,)))
    with pytest.raises(ReceptionError, match="printing.identity_found"):
        papers.statement(slipped, REPORTER)
    with pytest.raises(ReceptionError, match="printing.identity_found"):
        papers.statement(replace(sealed, waived_texts=()), REPORTER)


def test_a_paper_with_a_name_left_in_for_a_reason_still_gets_its_receipt(
    desk: tuple[Intake, VisitPapers],
) -> None:
    intake, papers = desk
    named = (PaperReceived("Giấy uỷ quyền của Nguyễn Văn A", 1),)
    kept = Waiver("paper.1", "Tên giấy tờ ghi như bản chính")
    sealed = seal(intake, PetitionKind.COMPLAINT, papers=named, waivers=(kept,))
    for job in papers.citizen_papers(sealed, REPORTER):
        assert words(job).replace("\n", " ").count("Nguyễn Văn A") == 1


def test_a_report_names_no_field_of_a_denunciation_and_a_book_no_word_of_one(
    session: Session, desk: tuple[Intake, VisitPapers]
) -> None:
    intake, _ = desk
    petition = Petition(
        PetitionKind.DENUNCIATION,
        field_note="hiệu trưởng trường Q",
        summary="Thu tiền không biên lai",
        settled_by="Phòng Giáo dục Q",
        form=Form.WRITTEN,
    )
    sent = Handling(Outcome.TRANSFER, Competence.OTHER, "Thanh tra sở Q", "9/PC")
    intake.seal_visit(
        visit_form(identity=REPORTER, handled_petitions=(HandledPetition(petition, sent),))
    )
    books = RegisterBooks(session, StatutoryTables(session))
    period = (date(2026, 11, 1), date(2026, 11, 30))
    assert "Thu tiền" in words(books.register_book(period)).replace("\n", " ")
    report = words(books.monthly_report(date(2026, 11, 19))).replace("\n", " ")
    assert "trường Q" not in report
    session.member = replace(session.member, rights=frozenset({Right.REPORT}))
    book = words(books.register_book(period)).replace("\n", " ")
    assert "TC-0001" in book
    for word in ("Thu tiền", "Giáo dục Q", "Thanh tra sở Q", "9/PC"):
        assert word not in book


def test_no_paper_of_the_file_names_who_asked_for_protection(
    session: Session, desk: tuple[Intake, VisitPapers]
) -> None:
    """Neither where the office prints names on copies of the file, nor on the statement."""
    intake, papers = desk
    session.remember_settings(session.settings().changed(file_copy_with_identity=True))
    named = []
    for asked in (False, True):
        given = (PaperReceived("Sổ hộ nghèo", 1),)
        form = visit_form(identity=REPORTER, papers=given, protection_asked=asked)
        sealed = intake.seal_visit(form)
        jobs = (papers.receipt(sealed, REPORTER)[1], *papers.statement(sealed, REPORTER))
        named.append([("Nguyễn Văn A" in words(job), job.holds_identity) for job in jobs])
    assert named == [[(True, True), (True, True)], [(False, False), (False, False)]]
