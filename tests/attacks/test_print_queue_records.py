"""What a print queue notes of each job: the same for every kind of visit and every paper.

A real CUPS prints the papers of visits of all kinds. Everything that it keeps of a job, and what it
wrote into its folders, is compared; numbers and times of jobs are the queue's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.petition import Competence, PetitionKind
from reception.domain.visit import CopyState, Handling, Outcome, PaperReceived
from reception.print_queue.ipp import Attributes, Group, parse_response
from reception.print_queue.job_titles import JOB_TITLE
from reception.print_queue.print_route import CupsRoute
from reception.services.papers.print_log import PaperJob
from reception.services.papers.visit_saving import RequestedPapers
from reception.services.visits.visit_form import VisitForm
from tests.fixtures.cups import CABLE_PRINTER, PrivateCups, private_cups
from tests.fixtures.office import HEAD, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form

__all__ = ["private_cups"]

KINDS = (
    PetitionKind.COMPLAINT,
    PetitionKind.DENUNCIATION,
    PetitionKind.RECOMMENDATION,
    PetitionKind.FEEDBACK,
)
PAPERS = (PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL), PaperReceived("Ảnh chụp", 5))
OWN = re.compile(r"job-(id|uri|uuid|printer-up-time)|(date-)?time-at-|job-impressions|job-state")
# Numbers of papers, prints and pseudonyms, as the papers of the office bear them.
_CODE = re.compile(rb"\b(?:BN|PT|TB|NP|BG|TL|TKP|KP|TC|KN|KG|PA)-\d+|\b20\d\d-\d{4}\b")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reception]:
    reception = create_services(build_office(tmp_path).open(HEAD))
    yield reception
    reception.session.database.close()


def forms_of(kind: PetitionKind) -> Iterator[VisitForm]:
    """Yield a visit with papers, one without, and one that is refused by a written notice."""
    yield visit_form(kind, papers=PAPERS)
    plain = visit_form(kind)
    yield plain
    is_settled = kind in (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION)
    told = Handling(
        Outcome.REFUSE,
        Competence.OURS,
        refusal_ground="9.3" if is_settled else "4.1.h",
        explanation="Thông báo số 12/TB-UBND",
    )
    entry = replace(plain.handled_petitions[0], handling=told)
    yield replace(plain, handled_petitions=(entry,))


def papers_of(desk: Reception, kind: PetitionKind) -> Iterator[PaperJob]:
    """Yield every paper that the desk makes for visits of a kind."""
    for form in forms_of(kind):
        requested = RequestedPapers(citizen_papers=True, statement=True)
        saved = desk.visit_saving.save(form, requested)
        assert not saved.failures
        yield from saved.papers


def records(cups: PrivateCups) -> list[Attributes]:
    """Stop CUPS; return what it keeps of each job, for as long as it keeps a history of jobs."""
    cups.wait_until_spool_is_empty()
    cups.stop()
    kept = [parse_response(file.read_bytes()) for file in sorted(cups.spool.glob("c*"))]
    return [job for record in kept for job in record.groups_of_kind(Group.JOB)]


def print_all(cups: PrivateCups, jobs: list[PaperJob]) -> None:
    route = CupsRoute()
    for job in jobs:
        route.submit(CABLE_PRINTER, job.pdf)
    assert sorted(cups.wait_for_sheets(len(jobs))) == sorted(job.pdf for job in jobs)


@pytest.mark.parametrize("printed", [False, True], ids=["by_pen", "printed"])
def test_a_job_of_one_kind_looks_like_one_of_any_other(
    desk: Reception, private_cups: PrivateCups, printed: bool
) -> None:
    settings = desk.session.settings().changed(identity_on_citizen_copies=printed)
    desk.session.change_settings(settings)
    jobs = [job for kind in KINDS for job in papers_of(desk, kind)]
    assert len({job.code for job in jobs}) > len(KINDS)  # on the screen they are told apart
    print_all(private_cups, jobs)
    kept = records(private_cups)
    assert len(kept) == len(jobs)
    notes = [{name: values for name, values in job.items() if not OWN.match(name)} for job in kept]
    assert notes[0]["job-name"] == (JOB_TITLE,)
    assert notes[0]["job-k-octets"]  # the size of the document is compared as well
    assert all(note == notes[0] for note in notes)
    stored = private_cups.stored_bytes()
    assert JOB_TITLE.encode() in stored
    assert not _CODE.findall(stored)


def test_the_log_of_requests_has_the_same_line_for_each_paper(
    desk: Reception, private_cups: PrivateCups
) -> None:
    jobs = [job for kind in KINDS for job in papers_of(desk, kind)]
    print_all(private_cups, jobs)
    private_cups.stop()
    log = (private_cups.root / "log" / "access_log").read_text(encoding="utf-8")
    lines = [re.sub(r"\[[^]]*\]", "[]", line) for line in log.splitlines() if "Print-Job" in line]
    assert len(lines) == len(jobs)
    assert len(set(lines)) == 1


def test_papers_of_the_office_have_the_same_title(
    office: ThrowAwayOffice, private_cups: PrivateCups
) -> None:
    """The numbers of the papers before and after one would tell its hour."""
    head = create_services(office.open(HEAD))
    day = head.session.today()
    books = head.register_books
    print_all(private_cups, [books.register_book((day, day)), books.monthly_report(day)])
    assert {job["job-name"] for job in records(private_cups)} == {(JOB_TITLE,)}
    head.session.database.close()
