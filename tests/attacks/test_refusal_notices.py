"""Notices of refusal: whoever sees one learns no kind, whatever was refused and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.petition import Competence, Petition, PetitionField, PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import HandledPetition, Handling, Outcome
from reception.law.refusal_grounds import grounds_for
from reception.services.papers.print_log import PaperJob
from reception.services.papers.visit_saving import RequestedPapers
from tests.attacks.pdf_contents import read_contents
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.printing.pdf_text import reader, words

# What was refused and why, in words as each kind brings them along.
MATTERS = {
    PetitionKind.COMPLAINT: ("Khiếu nại quyết định thu hồi 84 m² đất", "Đã giải quyết lần hai"),
    PetitionKind.DENUNCIATION: ("Cán bộ xã lập khống danh sách hỗ trợ", "Đã có kết luận"),
    PetitionKind.RECOMMENDATION: ("Xin mở lại đường vào bản", "Đã trả lời tại văn bản số 12/UBND"),
    PetitionKind.FEEDBACK: ("Bãi rác tạm gần nguồn nước sinh hoạt", ""),
}


@pytest.fixture
def desk(office: ThrowAwayOffice) -> Iterator[Reception]:
    reception = create_services(office.open(HEAD))
    reception.intake.seal_visit(visit_form())  # the visit is not the first of its series
    yield reception
    reception.session.database.close()


def refused(desk: Reception, kind: PetitionKind, person: Identity) -> Iterator[list[PaperJob]]:
    """Yield the papers of a refused visit for each ground with a notice."""
    subject, explanation = MATTERS[kind]
    for ground in grounds_for(kind, desk.session.today()):
        if ground.requires_notice:
            handling = Handling(
                Outcome.REFUSE,
                Competence.OURS,
                refusal_ground=ground.code,
                explanation=f"{explanation}, thông báo số 12/TB-UBND",
            )
            petition = Petition(kind, PetitionField.OTHER, summary=subject)
            form = visit_form(
                identity=person, handled_petitions=(HandledPetition(petition, handling),)
            )
            secret = kind is PetitionKind.DENUNCIATION
            form = replace(form, interpreter_language="Tiếng Thái" if secret else "")
            saved = desk.visit_saving.save(form, RequestedPapers(citizen_papers=True))
            assert not saved.failures
            yield list(saved.papers)


def notices(desk: Reception, person: Identity = PERSON) -> list[PaperJob]:
    """Return the person's notice of a refused visit of every kind and ground."""
    made = [jobs[0] for kind in MATTERS for jobs in refused(desk, kind, person)]
    assert len(made) == len(MATTERS)  # each kind has one ground with a notice
    return made


@pytest.mark.parametrize("printed", [False, True], ids=["by_pen", "printed"])
def test_the_notices_of_all_kinds_and_grounds_are_the_same_document(
    desk: Reception, printed: bool
) -> None:
    desk.session.change_settings(
        desk.session.settings().changed(identity_on_citizen_copies=printed)
    )
    first, *others = notices(desk)
    assert first.holds_identity is printed
    assert (PERSON.name in words(first.pdf)) is printed
    for job in others:
        assert (job.pdf, job.preview_pdf) == (first.pdf, first.preview_pdf)  # every byte
        assert replace(job, paper_ids=()) == replace(first, paper_ids=())
        assert job.needs_clean_spool is printed


def test_what_is_compared_is_the_whole_paper(desk: Reception) -> None:
    contents = read_contents(notices(desk)[0].pdf)
    text = "".join(written.words for written in contents.texts)
    for matter in MATTERS.values():
        assert not any(words and words in text for words in matter)
    assert "Lý do từ chối:" in text


def test_each_refusal_prints_two_papers_and_the_files_copy_names_nobody(desk: Reception) -> None:
    for kind in MATTERS:
        for jobs in refused(desk, kind, PERSON):
            notice, file = jobs
            assert not file.holds_identity
            assert PERSON.name not in words(file.pdf)
            assert MATTERS[kind][0] in words(file.pdf)
            assert reader(file.pdf).metadata.title == reader(notice.pdf).metadata.title
            assert len(file.pdf) == len(notice.pdf)


def test_no_number_leads_from_a_denouncers_notice_to_the_files_copy(desk: Reception) -> None:
    for notice, file in refused(desk, PetitionKind.DENUNCIATION, PERSON):
        shown = set(words(notice.pdf).split()) & set(words(file.pdf).split())
        visit = desk.session.database.one("SELECT max(number) AS number FROM visit")
        for number in (f"{visit['number']:04d}", "TC-0001", "2026-0001", "Số:"):
            assert not any(number in word for word in shown)
