"""A denouncer's copy made again where persons are printed: one form, no trace of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit import CopyState, PaperReceived
from reception.services.papers.print_log import PaperJob
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form
from tests.printing.pdf_text import reader, words

PAPERS = (PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL), PaperReceived("Ảnh chụp", 5))
PERSON = Identity(
    name="Giàng Thị Xuân Mai",
    paper=IdentityPaper(PaperKind.NUMBER, "012189004321"),
    address=Address(hamlet="Bản Huổi Luông", commune="xã Pa Tần", province="tỉnh Lai Châu"),
    workplace="Trường mầm non Hoa Ban",
)
TYPED = replace(PERSON, workplace="")
AGAIN = RevealSelection("reprint", "Người đến làm mất bản đã nhận", frozenset(IdentityPart))


@pytest.fixture
def present_office(tmp_path: Path) -> ThrowAwayOffice:
    """An office that prints persons on everybody's copy."""
    office = build_office(tmp_path)
    head = create_services(office.open(HEAD))
    head.session.change_settings(head.session.settings().changed(identity_on_citizen_copies=True))
    head.session.close()
    return office


@pytest.fixture
def officer(present_office: ThrowAwayOffice) -> Iterator[Reception]:
    reception = create_services(present_office.open())
    yield reception
    reception.session.database.close()


def save(
    desk: Reception,
    kind: PetitionKind = PetitionKind.DENUNCIATION,
    *,
    asks_protection: bool = False,
) -> SavedVisit:
    form = visit_form(kind, identity=PERSON, papers=PAPERS, protection_asked=asks_protection)
    saved = desk.visit_saving.save(form, RequestedPapers(citizen_papers=True))
    assert not saved.failures
    return saved


def own_copy_of(saved: SavedVisit) -> PaperJob:
    return next(job for job in saved.papers if job.written_by_hand is not None)


def without_draws(job: PaperJob) -> list[str]:
    """Return the words of a paper without its number and code, which are drawn by chance."""
    text = re.sub(r"\d{3}-\d{3}-\d{4}|(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}", "", words(job.pdf))
    return text.split()


@pytest.mark.parametrize(
    ("kind", "asks_protection"),
    [(PetitionKind.DENUNCIATION, False), (PetitionKind.COMPLAINT, True)],
    ids=["denouncer", "petitioner who asked for protection"],
)
def test_a_protected_copy_is_the_form_of_everybodys_first_and_made_again(
    present_office: ThrowAwayOffice, officer: Reception, kind: PetitionKind, asks_protection: bool
) -> None:
    saved = save(officer, kind, asks_protection=asks_protection)
    first, everybodys = own_copy_of(saved), own_copy_of(save(officer, PetitionKind.COMPLAINT))
    assert first.holds_identity
    assert PERSON.name in words(first.pdf)
    assert without_draws(first) == without_draws(everybodys)
    secret = saved.sealed.visit.visit_id
    assert officer.copy_renewal.needs_person(secret)
    typed = officer.copy_renewal.make_again(secret, "lost", person=TYPED)
    ordinary = save(officer, PetitionKind.COMPLAINT).sealed.visit.visit_id
    officer.session.close()
    head = create_services(present_office.open(HEAD))
    revealed = head.reprints.citizen_copy(ordinary, AGAIN)
    head.session.close()
    assert without_draws(typed) == without_draws(revealed)
    for name in ("form", "code", "holds_identity", "needs_clean_spool", "pages", "sheets"):
        assert getattr(typed, name) == getattr(revealed, name)
    assert PERSON.name in words(typed.pdf)
    assert typed.preview_pdf is not None
    assert PERSON.name not in words(typed.preview_pdf)  # the screen shows the lines for the pen
    assert len(typed.pdf) == len(revealed.pdf)
    assert reader(typed.pdf).metadata == reader(revealed.pdf).metadata


def test_what_is_typed_is_stored_nowhere(
    tmp_path: Path, present_office: ThrowAwayOffice, officer: Reception
) -> None:
    """Another name is typed than the sealed one: nothing compares them, and no row has it."""
    visit = save(officer).sealed.visit.visit_id
    other = replace(TYPED, name="Zqxwv Vấu Kỷ", paper=replace(TYPED.paper, number="990011223344"))
    sealed_before = rows(officer, "sealed_value")
    job = officer.copy_renewal.make_again(visit, "lost", person=other)
    assert other.name in words(job.pdf)
    added = [row for row in rows(officer, "sealed_value") if row not in sealed_before]
    assert len(added) == 1  # the number of the copy, and no version of the identity
    stored = everything(officer)
    for typed in (other.name, "Zqxwv", other.paper.number):
        assert typed not in stored
    officer.session.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(b"Zqxwv" in file.read_bytes() for file in files)
    head = create_services(present_office.open(HEAD))
    assert not head.log_verification.verify().findings
    head.session.close()


def test_a_custodian_opens_nothing_to_make_a_copy_again(
    present_office: ThrowAwayOffice, officer: Reception
) -> None:
    visit = save(officer).sealed.visit.visit_id
    officer.session.close()
    present_office.clock.move(days=1)
    custodian = create_services(present_office.open(CUSTODIAN))
    before = custodian.custodian_reveals.openings_of_month().opened
    job = custodian.copy_renewal.make_again(visit, "lost", person=TYPED)
    assert job.holds_identity
    assert custodian.custodian_reveals.openings_of_month().opened == before
    custodian.session.close()


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (None, "papers.copy_needs_identity"),
        (replace(TYPED, name="  "), "desk.name_missing"),
        (replace(TYPED, name="Giàng \u202eMai"), "desk.direction_mark"),
    ],
)
def test_a_person_that_cannot_be_printed_ends_no_code(
    officer: Reception, person: Identity | None, code: str
) -> None:
    saved = save(officer)
    with pytest.raises((ReceptionError, InvalidInput), match=code):
        officer.copy_renewal.make_again(saved.sealed.visit.visit_id, "lost", person=person)
    assert officer.status_lookup.find(saved.sealed.return_code) is not None


def test_a_colleague_learns_not_even_whether_papers_were_given(
    present_office: ThrowAwayOffice, officer: Reception
) -> None:
    visit = save(officer).sealed.visit.visit_id
    officer.session.close()
    colleague = create_services(present_office.open(COLLEAGUE))
    with pytest.raises(NotAllowed, match="copy_of_another"):
        colleague.copy_renewal.needs_person(visit)
    colleague.session.close()


def test_where_persons_are_written_by_pen_a_typed_one_is_not_printed(
    present_office: ThrowAwayOffice,
) -> None:
    head = create_services(present_office.open(HEAD))
    head.session.change_settings(head.session.settings().changed(identity_on_citizen_copies=False))
    visit = save(head).sealed.visit.visit_id
    assert not head.copy_renewal.needs_person(visit)
    job = head.copy_renewal.make_again(visit, "lost", person=TYPED)
    assert not job.holds_identity
    assert PERSON.name not in words(job.pdf)
    head.session.close()


def rows(reception: Reception, table: str) -> list[tuple[object, ...]]:
    found = reception.session.database.query(f"SELECT * FROM {table}")  # noqa: S608 - our own name
    return [tuple(row) for row in found]


def everything(reception: Reception) -> str:
    """Return all rows of all tables as text."""
    names = reception.session.database.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return repr([rows(reception, row["name"]) for row in names])
