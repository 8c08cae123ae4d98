"""Papers that citizens hold from an older program are answered and made again, for every kind."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.clock import VIETNAM
from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.return_code import RANDOM_LENGTH
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.services.papers.letters import LetterText
from reception.services.papers.print_log import PaperJob
from tests.attacks.old_papers import (
    COMPLAINT,
    DAY_OFF,
    DENUNCIATION,
    ENDED_COPY,
    MADE_AGAIN,
    NAME_IN_DRAFT,
    PAPERS,
    PROTECTED_COMPLAINT,
    SLIP_OF_DENUNCIATION,
    VOIDED,
    OldPaper,
    copy_office_of_old_papers,
)
from tests.fixtures.earlier_visits import visit_of_code
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from ui.features.visit_entry.form_state import DraftForm

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
SELECTION = RevealSelection(
    "reprint", "Người đến xin in lại vì mất giấy", frozenset({IdentityPart.NAME})
)
EACH_PAPER = pytest.mark.parametrize(("visit", "paper"), PAPERS.items(), ids=str)


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """The office as it was stored: nobody has opened it with the present program."""
    return copy_office_of_old_papers(tmp_path)


@contextmanager
def opened(office: ThrowAwayOffice, name: str = OFFICER) -> Iterator[Reception]:
    """Give somebody's services, a minute after the office was opened last."""
    office.clock.move(minutes=1)
    services = create_services(office.open(name))
    yield services
    services.session.close()


def as_typed(paper: OldPaper) -> tuple[tuple[str, str], ...]:
    """Return (code, number) in the ways in which a paper is typed or scanned."""
    return (
        (paper.code, paper.number),
        (paper.code.replace("-", "").lower(), paper.number.removeprefix("BN-").lower()),
        (f"{paper.number}/2026 {paper.code}", ""),  # the QR code
        (f"{paper.number} {paper.code}", ""),
    )


def text_of(job: PaperJob) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(job.pdf)).pages)


def test_it_opens_for_everybody_and_its_log_is_intact(office: ThrowAwayOffice) -> None:
    for name in (OFFICER, COLLEAGUE, CUSTODIAN, HEAD):
        with opened(office, name) as services:
            assert services.session.member.name == name
    with opened(office, HEAD) as head:
        assert head.log_verification.verify().findings == ()


@EACH_PAPER
def test_a_paper_answers_as_it_is_printed(
    office: ThrowAwayOffice, visit: int, paper: OldPaper
) -> None:
    with opened(office) as desk:
        for code, number in as_typed(paper):
            assert desk.status_lookup.find(code, number) == paper.answer
        assert visit_of_code(desk, f"{paper.number} {paper.code}") == visit


@EACH_PAPER
def test_it_answers_in_a_later_year_too(
    office: ThrowAwayOffice, visit: int, paper: OldPaper
) -> None:
    office.clock.at = datetime(2028, 2, 14, 8, 0, tzinfo=VIETNAM)
    with opened(office) as desk:
        for code, number in as_typed(paper):
            assert desk.status_lookup.find(code, number) == paper.answer
        assert visit_of_code(desk, f"{paper.number} {paper.code}") == visit


@pytest.mark.parametrize("paper", [ENDED_COPY, VOIDED], ids=str)
def test_an_ended_code_stays_ended(office: ThrowAwayOffice, paper: OldPaper) -> None:
    with opened(office) as desk:
        for code, number in as_typed(paper)[:2]:
            assert desk.status_lookup.find(code, number) is None
        with opened(office, COLLEAGUE) as colleague:
            assert colleague.intake.find_earlier_visit(f"{paper.number} {paper.code}") is None


def test_no_code_answers_with_the_number_of_another_paper(office: ThrowAwayOffice) -> None:
    with opened(office) as desk:
        for paper in PAPERS.values():
            for other in PAPERS.values():
                if other.number[-4:] != paper.number[-4:]:
                    assert desk.status_lookup.find(paper.code, other.number) is None
                    desk.session.lookup_brake.count(failed=False)  # the delay is looked at below


def test_codes_without_their_number_are_delayed_as_wrong_ones(office: ThrowAwayOffice) -> None:
    paper = PAPERS[DENUNCIATION]
    with opened(office) as desk:
        for code, number in ((paper.code, ""), (paper.code, "BN-0167"), (ENDED_COPY.code, "3")):
            assert desk.status_lookup.find(code, number) is None
        with pytest.raises(ReceptionError, match=r"follow_up\.wait"):
            desk.status_lookup.find(paper.code, paper.number)
        office.clock.move(seconds=desk.status_lookup.retry_delay())
        assert desk.status_lookup.find(paper.code, paper.number) == paper.answer


def test_an_ordinary_copy_is_made_again_by_a_reveal(office: ThrowAwayOffice) -> None:
    for visit in (COMPLAINT, MADE_AGAIN):
        with opened(office, HEAD) as head:
            job = head.reprints.citizen_copy(visit, SELECTION)
            check_made_again(head, PAPERS[visit], job)
            assert head.log_verification.verify().findings == ()


@pytest.mark.parametrize("visit", [DENUNCIATION, SLIP_OF_DENUNCIATION, PROTECTED_COMPLAINT])
def test_a_denouncers_copy_is_made_again_by_a_custodian(
    office: ThrowAwayOffice, visit: int
) -> None:
    with opened(office, HEAD) as head:
        head.staff.roster_start.sign(head.staff.roster_start.verify().findings)
    with opened(office) as desk, pytest.raises(NotAllowed, match=r"papers\.copy_of_another"):
        desk.copy_renewal.make_again(visit, "lost")
    with opened(office, CUSTODIAN) as custodian:
        check_made_again(custodian, PAPERS[visit], custodian.copy_renewal.make_again(visit, "lost"))
    with opened(office, HEAD) as head:
        assert head.log_verification.verify().findings == ()


def check_made_again(services: Reception, old: OldPaper, job: PaperJob) -> None:
    """Compare a new copy with the old paper: same answer by the code alone, the old code ended."""
    text = text_of(job)
    (new_code,) = set(CODE.findall(text))
    assert len(new_code.replace("-", "")) > RANDOM_LENGTH
    assert services.status_lookup.find(new_code) == old.answer
    assert services.status_lookup.find(old.code, old.number) is None
    assert old.number not in text
    assert old.code not in text


def test_papers_of_old_visits_are_printed(office: ThrowAwayOffice) -> None:
    letter = RevealSelection(
        "letter", "Gửi thông báo kết quả theo hẹn", frozenset({IdentityPart.NAME})
    )
    with opened(office, HEAD) as head:
        month = date(2026, 11, 1), date(2026, 11, 30)
        book = text_of(head.register_books.register_book(month))
        for code in ("KN-0001", "TC-0001", "PA-0001"):
            assert code in book
        job = head.letters.letter(COMPLAINT, letter, LetterText("Đã nhận kết quả giải quyết."))
        assert "Giàng A Thử" in " ".join(text_of(job).split())
        assert head.log_verification.verify().findings == ()


def test_the_day_off_and_the_draft_are_kept(office: ThrowAwayOffice) -> None:
    with opened(office, COLLEAGUE) as colleague:
        assert colleague.drafts.own_drafts() == []
    with opened(office) as desk:
        assert not desk.office_calendar.calendar().is_working_day(DAY_OFF)
        (draft,) = desk.drafts.own_drafts()
        form = DraftForm.from_draft(draft.form)
        assert form.person.name == NAME_IN_DRAFT
        assert form.petitions[0].content.summary.startswith("Người này còn trình bày tiếp")
