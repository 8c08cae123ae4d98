"""Papers of a denunciation: nothing on those with the name leads to those with the pseudonym."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.petition import Competence, PetitionKind
from reception.domain.visit import CopyState, Group, Handling, Outcome, PaperReceived
from reception.services.papers.print_log import PaperJob
from tests.fixtures.office import OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

PAPERS = (PaperReceived("Đơn tố cáo viết tay", 2, CopyState.ORIGINAL), PaperReceived("Ảnh", 5))
BY_HAND = "(ghi bằng bút)"
# Numbers by which papers, log and register are looked up: series, prints, visits, the log's end.
_LEADING = re.compile(
    r"\b[A-ZĐ]{2,4}-\d+|\b20\d\d-\d{3,}|hồ sơ lượt \d+|Neo [\d.]+ · [0-9a-f ]+|\d{3}-\d{3}-\d{4}"
)


@pytest.fixture
def desk(office: ThrowAwayOffice) -> Iterator[Reception]:
    reception = create_services(office.open(OFFICER))
    reception.intake.seal_visit(visit_form())  # the visit is not the first of each series
    yield reception
    reception.session.database.close()


@pytest.fixture
def papers(desk: Reception) -> list[PaperJob]:
    """Every paper of a denunciation with papers and of a refused one."""
    heard = replace(
        visit_form(PetitionKind.DENUNCIATION, papers=PAPERS),
        interpreter_language="Tiếng Thái",
        thumb_print=True,
        group=Group(people=6, representatives=2),
    )
    sealed = desk.intake.seal_visit(heard)
    made = [*desk.papers.receipt(sealed, PERSON), *desk.papers.statement(sealed, PERSON)]
    slip = desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    made += desk.papers.citizen_papers(slip, PERSON)
    entry = heard.handled_petitions[0]
    refused = replace(
        visit_form(PetitionKind.DENUNCIATION),
        handled_petitions=(
            replace(
                entry,
                handling=Handling(
                    Outcome.REFUSE,
                    Competence.OURS,
                    refusal_ground="9.3",
                    explanation="Thông báo số 12/TB-UBND",
                ),
            ),
        ),
    )
    made += desk.papers.citizen_papers(desk.intake.seal_visit(refused), PERSON)
    assert len(made) == 8
    return made


def text_of(job: PaperJob) -> str:
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def leading_numbers(job: PaperJob) -> set[str]:
    return set(_LEADING.findall(text_of(job)))


def is_persons(job: PaperJob) -> bool:
    """Tell whether the name stands on a paper, or whether it is taken home."""
    return BY_HAND in text_of(job) or "PHIẾU TRA CỨU" in text_of(job)


def test_no_number_stands_both_beside_the_name_and_beside_the_pseudonym(
    papers: list[PaperJob],
) -> None:
    persons = set().union(*(leading_numbers(job) for job in papers if is_persons(job)))
    offices = set().union(*(leading_numbers(job) for job in papers if not is_persons(job)))
    assert any(number.startswith("TC-") for number in offices)
    assert persons
    assert not persons & offices
    assert not any(number.startswith(("TC-", "NP-", "hồ sơ")) for number in persons)


def test_each_copy_is_a_job_of_its_own_and_none_has_name_and_pseudonym(
    papers: list[PaperJob],
) -> None:
    for job in papers:
        assert len(PdfReader(io.BytesIO(job.pdf)).pages) == 1
        assert not (is_persons(job) and "TC-" in text_of(job))
    assert sum(is_persons(job) for job in papers) == 5  # two copies each of receipt, one statement


def test_the_files_copies_do_not_tell_how_the_person_spoke_and_signed(
    papers: list[PaperJob],
) -> None:
    files = [text_of(job) for job in papers if not is_persons(job)]
    assert len(files) == 3
    for text in files:
        for telling in ("Thái", "hiên dịch", "Không biết chữ", "ĐẠI DIỆN", "06 người"):
            assert telling not in text


def test_a_number_of_a_citizens_paper_is_nowhere_in_the_clear(
    desk: Reception, papers: list[PaperJob]
) -> None:
    numbers = {n for job in papers for n in leading_numbers(job) if re.match(r"\d{3}-\d{3}-", n)}
    assert len(numbers) == 2
    database = desk.session.database
    stored = ""
    for table in database.query("SELECT name FROM sqlite_master WHERE type = 'table'"):
        rows = database.query(f"SELECT * FROM {table['name']}")  # noqa: S608 - names of the schema
        stored += repr([tuple(row) for row in rows])
    for number in numbers:
        assert number not in stored
        assert number.replace("-", "") not in stored
