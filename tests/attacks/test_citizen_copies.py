"""Papers that citizens take home: nobody who collects them learns what kind a visit was.

500 visits of all kinds go through the real services. A classifier is trained on half of their
papers and guesses the kinds of the other half, no better than chance, whether the person is written
by pen or printed. The same classifier recognises what the papers of earlier versions showed.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.petition import Competence, Petition, PetitionField, PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import (
    CopyState,
    Group,
    HandledPetition,
    Handling,
    Outcome,
    PaperReceived,
)
from reception.print_queue.job_titles import JOB_TITLE
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState
from reception.printing.forms.citizen_copy import (
    CitizenCopy,
    CitizenCopyOffice,
    render_citizen_copy,
)
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.services.papers.citizen_copies import CitizenCopies, CopyCode, written_by_hand
from reception.services.papers.paper_data import answer_day
from reception.services.papers.print_log import PaperJob
from reception.services.papers.printer_rules import OfficePrinterRules
from reception.services.visits.visit_form import SealedVisit, VisitForm
from tests.attacks.kind_classifier import Features, Paper, p_value
from tests.attacks.pdf_contents import read_contents
from tests.fixtures.chosen_randomness import ChosenRandomness, with_randomness
from tests.fixtures.office import HEAD, build_office
from tests.printing.pdf_text import squeezed, words
from tests.scenarios.planted_identities import planted

VISITS = 500

# What people call their petition, the same ways for each kind.
WORDS = {
    PetitionKind.COMPLAINT: ("khiếu nại", "khieu nai", "KN", "Khiếu nại"),
    PetitionKind.DENUNCIATION: ("tố cáo", "to cao", "TC", "Tố cáo"),
    PetitionKind.RECOMMENDATION: ("kiến nghị", "kien nghi", "KG", "Kiến nghị"),
    PetitionKind.FEEDBACK: ("phản ánh", "phan anh", "PA", "Phản ánh"),
}
LETTERS = ("Đơn {}", "Đơn {} viết tay", "Đ.{}", "Đơn ({})", "ĐƠN {} ngày 12/3")
OTHERS = ("Quyết định thu hồi đất", "Sơ đồ thửa đất", "Danh sách nhận hỗ trợ", "Ảnh chụp", "Sổ đỏ")
KINDS = tuple(WORDS)
HANDLINGS = {
    kind: (
        Handling(Outcome.ACCEPT, Competence.OURS, "Chủ tịch UBND tỉnh"),
        Handling(Outcome.GUIDE, Competence.OTHER, "UBND xã Nậm A"),
    )
    for kind in KINDS
}
PRINTER = PrinterInfo("ban", "Máy in", "usb://x", Attachment.CABLE, PrinterState.IDLE, True)


@dataclass
class Collection:
    """The papers of all visits in both settings, their kinds and visits."""

    forms: list[VisitForm] = field(default_factory=list)
    by_pen: list[PaperJob] = field(default_factory=list)
    printed: list[PaperJob] = field(default_factory=list)
    sealed: list[SealedVisit] = field(default_factory=list)

    @property
    def kinds(self) -> list[str]:
        """The kind of each visit."""
        return [form.kind.value for form in self.forms]


def form_of(draw: random.Random, kind: PetitionKind, person: Identity) -> VisitForm:
    """Return a visit; what a kind brings along differs, what is given in does not."""
    words = draw.choice(WORDS[kind])
    names = [draw.choice(LETTERS).format(words), *draw.sample(OTHERS, draw.randrange(4))]
    papers = tuple(
        PaperReceived(name, draw.randint(1, 9), draw.choice(tuple(CopyState))) for name in names
    )
    secret = kind is PetitionKind.DENUNCIATION
    summary = "Chi trả chế độ chậm" if secret else "Xem lại mức bồi thường"
    petition = Petition(kind, PetitionField.OTHER, summary=summary)
    # A denouncer is heard with an interpreter and never refused; others are guided elsewhere.
    handling = HANDLINGS[kind][0 if secret or draw.random() < 0.4 else 1]
    return VisitForm(
        identity=replace(person, occupation="", workplace="", note="") if secret else person,
        handled_petitions=(HandledPetition(petition, handling),),
        papers=papers if draw.random() < 0.7 else (),
        interpreter_language="Tiếng Thái" if secret else "",
        thumb_print=secret,
        group=Group(people=1),
    )


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The papers of a month at one desk."""
    draw = random.Random(41)  # noqa: S311 - the same visits in each run
    office = build_office(tmp_path_factory.mktemp("papers"))
    office = with_randomness(office, ChosenRandomness(draw.randrange, generator=draw))
    reception = create_services(office.open(HEAD))
    people, made = planted(96), Collection()
    for _ in range(VISITS):
        office.clock.move(minutes=draw.randint(5, 90))
        kind = draw.choice(KINDS)
        form = form_of(draw, kind, draw.choice(people))
        made.forms.append(form)
        made.sealed.append(reception.intake.seal_visit(form))
        made.by_pen.append(copy_of(reception, form, made.sealed[-1]))
        if len(made.forms) <= 9:  # what the desk prints that day is the same
            desk_copy = reception.papers.citizen_papers(made.sealed[-1], form.identity)[0]
            assert desk_copy == made.by_pen[-1]
    print_identities(reception)
    for form, sealed in zip(made.forms, made.sealed, strict=True):
        made.printed.append(copy_of(reception, form, sealed))
    reception.session.database.close()
    return made


def copy_of(reception: Reception, form: VisitForm, sealed: SealedVisit) -> PaperJob:
    """Return the citizen's copy of a visit, without the office's copies."""
    copies = CitizenCopies(reception.session)
    return copies.make(
        copies.facts(sealed.visit),
        CopyCode(sealed.copy_number, sealed.return_code),
        written_by_hand(sealed.visit, answer_day(sealed.deadlines)),
        form.identity,
    )


def print_identities(reception: Reception) -> None:
    """Mark a printer and switch the printing of the person on, for all kinds."""
    rules = OfficePrinterRules(reception.session, "ban", lambda: None)
    rules.set_identities_allowed(PRINTER, True)
    rules.set_identity_on_citizen_copies(True, [PRINTER])


def papers_of(jobs: list[PaperJob]) -> list[Paper]:
    return [(JOB_TITLE, job.pdf) for job in jobs]


@pytest.mark.parametrize("setting", ["by_pen", "printed"])
def test_no_paper_tells_its_kind(collection: Collection, setting: str) -> None:
    jobs: list[PaperJob] = getattr(collection, setting)
    named = {job.holds_identity for job in jobs if job.code == "BN"}
    assert named == {setting == "printed"}
    features = Features(papers_of(jobs)).of_papers
    assert p_value(features, collection.kinds, seed=3) > 0.01
    secret = [str(kind == PetitionKind.DENUNCIATION) for kind in collection.kinds]
    assert p_value(features, secret, seed=3) > 0.01


def test_the_preview_says_no_more_than_whether_papers_were_given(collection: Collection) -> None:
    for job, sealed in zip(collection.by_pen, collection.sealed, strict=True):
        assert job.code == ("BN" if sealed.visit.papers else "PT")


OFFICE = CitizenCopyOffice(
    OfficeHeading("Văn phòng UBND tỉnh", "Ban Tiếp công dân", "Lai Châu"),
    "Trụ sở Tiếp công dân",
    "Trụ sở Tiếp công dân",
    Officer("Trần Thị B"),
)


def old_number(draw: random.Random, index: int, is_secret: bool) -> str:
    """Return a number as earlier versions gave it: denouncers' from 1 to twice the series."""
    return f"BN-{draw.randint(1, max(2 * index, 500)) if is_secret else index:04d}"


# What an earlier copy showed, given (source, number of the visit, whether it is a denunciation).
TELLING: dict[str, Callable[[random.Random, int, bool], dict[str, str]]] = {
    "number": lambda draw, index, is_secret: {"number": old_number(draw, index, is_secret)},
    "hour": lambda draw, index, is_secret: {
        "number": "1" if is_secret else f"{draw.randrange(7, 17)} giờ {draw.randrange(60)} phút"
    },
    "copies": lambda draw, index, is_secret: {"number": f"{3 if is_secret else 2:02d} bản"},
}


@pytest.mark.parametrize("telling", TELLING)
def test_the_classifier_recognises_what_earlier_papers_showed(
    collection: Collection, telling: str
) -> None:
    draw = random.Random(5)  # noqa: S311 - the same papers in each run
    kinds, papers = [], []
    for index, sealed in enumerate(collection.sealed[:150], start=1):
        is_secret = collection.forms[index - 1].kind is PetitionKind.DENUNCIATION
        given = {"number": sealed.copy_number, "code": sealed.return_code}
        shown = given | TELLING[telling](draw, index, is_secret)
        copy = CitizenCopy(OFFICE, sealed.visit.received_on, sealed.visit.papers, **shown)
        papers.append((JOB_TITLE, render_citizen_copy(copy)))
        kinds.append(str(is_secret))
    assert p_value(Features(papers).of_papers, kinds, seed=3) < 0.01


def test_the_reader_reads_what_another_reads(collection: Collection) -> None:
    for job in collection.printed[:5]:
        read = "".join(text.words for text in read_contents(job.pdf).texts)
        assert sorted(squeezed(read)) == sorted(squeezed(words(job.pdf)))
