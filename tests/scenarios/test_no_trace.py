"""After a working day, neither files nor an officer's keys show any of a hundred people."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from nacl.utils import random as random_bytes

from reception.bootstrap import create_services
from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.domain.reporter import SealedIdentity
from reception.domain.text import fold
from reception.print_queue.print_route import CupsRoute
from reception.services.access.session import Session
from reception.services.audit.log_verification import LogVerification
from reception.services.papers.visit_papers import VisitPapers
from reception.services.register.register import Register
from reception.services.register_import.register_import import RegisterImport
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.blind_index_queue import BlindIndexQueue
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import InspectedScan, Waiver
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.register_reader import RegisterFilter
from reception.storage.visits.sealed_identities import SealedIdentities
from reception.storage.visits.sealed_part import SealedPart, pack
from tests.fixtures import workbooks
from tests.fixtures.cups import CABLE_PRINTER, PrivateCups
from tests.fixtures.office import COLLEAGUE, HEAD, ThrowAwayOffice
from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import (
    identifying_words,
    words_found_in,
    words_in_files,
    words_readable_by,
)

PEOPLE = planted()
WANTED = identifying_words(PEOPLE)


def _enter(session: Session, first: int, last: int) -> None:
    calendars, drafts = OfficeCalendar(session), Drafts(session)
    intake = Intake(session, calendars, drafts)
    for index in range(first, last):
        person = PEOPLE[index]
        form = form_of(person, index)
        draft = drafts.create()
        for text in (person.name[:5], person.name, f"{person.name} {person.paper.number}"):
            drafts.save(draft, {"name": text, "hamlet": person.address.hamlet})
        prepared = intake.prepare(person, protected=form.protected)
        intake.seal_visit(form, prepared, draft)


def _make_mistakes(session: Session) -> None:
    """Leave a name in a text, which is refused, and discard a draft."""
    drafts = Drafts(session)
    intake = Intake(session, OfficeCalendar(session), drafts)
    form = form_of(PEOPLE[0], 0)
    entry = form.handled_petitions[0]
    petition = replace(entry.petition, summary=f"Ông {PEOPLE[0].name} trực tiếp thấy")
    with pytest.raises(InvalidInput, match="leak.found"):
        intake.seal_visit(replace(form, handled_petitions=(replace(entry, petition=petition),)))
    draft = drafts.create()
    drafts.save(draft, {"name": PEOPLE[1].name})
    drafts.delete(draft)


def _import(session: Session) -> None:
    rows = [
        workbooks.register_row(
            number,
            person=f"{person.name}, {person.address.hamlet}, xã Sìn Hồ",
            paper=person.paper.number,
            summary=f"{person.name.upper()} đề nghị sửa đường vào bản",
            kind="Tố cáo" if number % 3 == 0 else "Khiếu nại",
            settled_by=f"UBND xã, theo đơn của {person.name}",
            ours=None,
            guided=f"Sở Nội vụ, số {person.paper.number}" if number % 2 else None,
            transferred=None if number % 2 else f"Công an, số 12/PC-{person.paper.number[1:]}",
            result=f"đã trả lời {person.name}",
            note=f"số {int(person.paper.number)}",
        )
        for number, person in enumerate(PEOPLE[60:], start=1)
    ]
    queue = BlindIndexQueue(session)
    imports = RegisterImport(session, queue)
    preview = imports.preview(workbooks.register_workbook(rows))
    imports.import_rows(preview, skip_problem_rows=True)
    # The queue of the blind index stays unfinished, as after a lock: it is searched as well.
    for _ in range(5):
        queue.run_step()


def _search(session: Session) -> None:
    register = Register(session, OfficeCalendar(session))
    for person in PEOPLE[:10]:
        assert register.page(RegisterFilter(text=person.name)) == []
        assert register.page(RegisterFilter(text=person.paper.number)) == []
    assert register.page(RegisterFilter(text="duong vao ban"))


def _work_a_day(office: ThrowAwayOffice) -> Session:
    """Work a day and return the officer's session, not closed, as after a crash."""
    session = office.open()
    _enter(session, 0, 30)
    _make_mistakes(session)
    session.close("idle")
    session = office.open()
    _enter(session, 30, 60)
    _search(session)
    head = office.open(HEAD)
    LogVerification(head).verify()
    head.close("locked")
    drafts = Drafts(session)
    drafts.save(drafts.create(), {"name": PEOPLE[2].name, "number": PEOPLE[2].paper.number})
    return session


def test_files_and_an_officers_keys_show_nobody(
    office: ThrowAwayOffice, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        session = _work_a_day(office)
    assert words_in_files(WANTED, tmp_path) == {}
    colleague = office.open(COLLEAGUE)
    assert words_readable_by(colleague, WANTED) == {}
    assert (
        granted_private_keys(
            colleague.database, colleague.office, colleague.member.user_id, colleague.keys
        )
        == {}
    )
    assert Drafts(colleague).own_drafts() == []
    assert not any(word in caplog.text for word in WANTED)
    colleague.close()
    session.database.close()


def test_printing_leaves_no_identity_in_the_spool(
    office: ThrowAwayOffice, tmp_path: Path, private_cups: PrivateCups
) -> None:
    session = office.open()
    calendars, drafts = OfficeCalendar(session), Drafts(session)
    intake, papers = Intake(session, calendars, drafts), VisitPapers(session, calendars)
    route = CupsRoute()
    count = 0
    for index in (0, 2, 4, 8):
        sealed = intake.seal_visit(form_of(PEOPLE[index], index))
        for job in papers.citizen_papers(sealed, PEOPLE[index]):
            route.submit(CABLE_PRINTER, job.pdf)
            count += 1
    assert len(private_cups.wait_for_sheets(count)) == count
    assert words_readable_by(session, WANTED) == {}
    session.close()
    assert words_in_files(WANTED, tmp_path / "office", tmp_path / "state") == {}
    assert words_found_in(private_cups.stored_bytes(), WANTED) == set()
    private_cups.wait_until_spool_is_empty()
    assert private_cups.spool_documents() == []


def test_an_imported_register_leaves_no_identity_in_clear(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    head = office.open(HEAD)
    _import(head)
    head.close()
    colleague = office.open(COLLEAGUE)
    assert colleague.database.one("SELECT count(*) FROM visit")[0] == 40
    assert words_readable_by(colleague, WANTED) == {}
    assert words_in_files(WANTED, tmp_path) == {}
    colleague.close()


def test_corrected_texts_and_reclassified_visits_leave_no_identity(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    session = office.open()
    desk = create_services(session)
    keys = [_named_in_the_text(session, index) for index in (0, 3, 6)]
    plain = desk.intake.seal_visit(form_of(PEOPLE[9], 9)).visit.visit_id
    typed = f"{PEOPLE[9].name} ở {PEOPLE[9].address.hamlet}"
    reason = ChangeReason("mistyped", "Ghi lại cho rõ việc")
    desk.lifecycle.correct(plain, Correction(reason, {"summary.1": typed, "request.1": typed}, 0))
    assert len(words_readable_by(session, WANTED)["pages"]) >= 4  # as typed, in clear
    corrected = {"summary.1": "[người tố cáo] trình bày việc đường vào bản"}
    named = ChangeReason("identity_in_text", "Nội dung nêu rõ người đến là ai")
    desk.lifecycle.correct(keys[0], Correction(reason, {"summary.1": "Việc đường vào bản"}, 0))
    changes = {"summary.1": "Việc đường vào bản", "request.1": "Đề nghị xem xét"}
    desk.lifecycle.correct(plain, Correction(named, changes, 1))
    for key, kind, protection in (
        (keys[1], PetitionKind.DENUNCIATION, False),
        (keys[2], PetitionKind.COMPLAINT, True),
    ):
        change = Reclassification(named, kind, 0, protection=protection, changes=corrected)
        assert desk.lifecycle.reclassify(key, change).rotation_needed
    assert words_readable_by(session, WANTED) == {}
    colleague = office.open(COLLEAGUE)
    assert words_readable_by(colleague, WANTED) == {}
    assert words_in_files(WANTED, tmp_path) == {}
    for person in PEOPLE[:10]:
        assert desk.register.page(RegisterFilter(text=person.name.split()[-1])) == []
    head = office.open(HEAD)
    assert LogVerification(head).verify().intact
    for opened in (head, colleague, session):
        opened.database.close()


def _named_in_the_text(session: Session, index: int) -> int:
    """Seal an ordinary visit with the name in its text; a scan holds the phone number."""
    person, form = PEOPLE[index], form_of(PEOPLE[index], index)
    entry = form.handled_petitions[0]
    petition = replace(entry.petition, summary=f"Ông {person.name} trực tiếp thấy")
    scan = InspectedScan(
        f"%PDF-1.4 {person.phone}".encode() * 40, "pdf", 1, shows_person=index == 0
    )
    named = replace(
        form,
        handled_petitions=(replace(entry, petition=petition),),
        waivers=(Waiver("summary.1", "Giữ như đơn đã viết"),),
        scans=(scan,),
    )
    return create_services(session).intake.seal_visit(named).visit.visit_id


def _seal_in_clear(
    self: SealedIdentities, work: UnitOfWork, visit_id: int, part: SealedPart, *, protected: bool
) -> SealedIdentity:
    """Insert the identity unsealed, in place of sealing it."""
    del self, protected
    value_id = random_bytes(16).hex()
    values = {"value_id": value_id, "owner_table": "visit", "owner_row": str(visit_id)}
    work.insert(
        "sealed_value", {**values, "version": 1, "field_group": "identity", "body": pack(part)}
    )
    return SealedIdentity(value_id, 1)


def test_the_search_finds_an_unsealed_identity(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = office.open()
    _enter(session, 0, 3)
    monkeypatch.setattr(SealedIdentities, "seal_identity", _seal_in_clear)
    _enter(session, 3, 4)
    found = words_readable_by(session, WANTED)
    assert any(PEOPLE[3].paper.number in hits for hits in found.values())
    session.database.close()


def test_the_search_opens_values_sealed_to_the_officer(office: ThrowAwayOffice) -> None:
    session = office.open()
    _enter(session, 0, 1)
    assert words_readable_by(session, WANTED) == {}
    drafts = Drafts(session)
    drafts.save(drafts.create(), {"name": PEOPLE[4].name})
    assert set(words_readable_by(session, WANTED)) == {"opened"}
    session.close()
    # A value sealed to the ordinary vault: the head may reveal and opens it, the officer cannot.
    head = office.open(HEAD)
    assert PEOPLE[0].paper.number in words_readable_by(head, WANTED)["opened"]
    head.close()


def test_the_search_finds_a_term_of_the_index(office: ThrowAwayOffice) -> None:
    session = office.open()
    word = PEOPLE[5].name.split()[-1]
    statement = "INSERT INTO visit_search (rowid, folded, exact) VALUES (9, ?, '')"
    session.database.execute(statement, (fold(word),))
    assert "words" in words_readable_by(session, WANTED)
    session.database.close()


def test_the_search_finds_a_plain_file(tmp_path: Path) -> None:
    for number, coding in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        text = f"x{PEOPLE[number].name.upper()}".encode(coding)
        (tmp_path / f"{number}.bin").write_bytes(b"\x00" + text)
    assert set(words_in_files(WANTED, tmp_path)) == {"0.bin", "1.bin", "2.bin"}
