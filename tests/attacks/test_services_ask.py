"""Whoever is signed in calls services that the window does not offer them, on objects of others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reveal_request import RequestState
from reception.domain.staff import Right
from reception.printing.forms.registry import IDENTITY_PAGE, NAMED_REGISTER_BOOK, RECEIPT
from reception.services.audit.clock_confirmation import confirm_clock
from reception.services.papers.bulk_disclosure import log_discarded_paper
from reception.services.papers.office_papers import calendar_sheet, printer_test_page
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.visits import visit_writer
from tests.fixtures import office_of_all_roles as roles
from tests.fixtures.office_of_all_roles import (
    SELECTION,
    OfficeOfAllRoles,
    OwnObjects,
    build_office_of_all_roles,
    form_of,
)
from tests.fixtures.service_calls import text_of, texts_in

DENUNCIATION, COMPLAINT = PetitionKind.DENUNCIATION, PetitionKind.COMPLAINT


@pytest.fixture(scope="module")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> OfficeOfAllRoles:
    return build_office_of_all_roles(tmp_path_factory.mktemp("roles"))


@pytest.fixture
def office(made_office: OfficeOfAllRoles, tmp_path: Path) -> OfficeOfAllRoles:
    return made_office.copy(tmp_path / "copy")


@pytest.fixture
def foreign(office: OfficeOfAllRoles) -> OwnObjects:
    """Objects of an officer who is not signed in."""
    assert office.foreign is not None
    return office.foreign


def acts(office: OfficeOfAllRoles) -> list[str]:
    reception = office.sign_in(roles.HEAD)
    rows = reception.session.database.query("SELECT act FROM log ORDER BY seq")
    reception.session.database.close()
    return [row["act"] for row in rows]


def drafts_of_owner(office: OfficeOfAllRoles) -> list[object]:
    reception = office.sign_in(roles.OWNER)
    forms = [draft.form for draft in reception.drafts.own_drafts()]
    reception.session.close()
    return forms


@pytest.mark.parametrize("name", [roles.HEAD, roles.OFFICER, roles.NOBODY])
def test_a_draft_of_another_person_is_not_destroyed(
    office: OfficeOfAllRoles, foreign: OwnObjects, name: str
) -> None:
    reception = office.sign_in(name)
    for attempt in (reception.drafts.delete, reception.drafts.forget_key):
        for draft_id in (foreign.draft_id, foreign.draft_id.upper(), "../drafts/x"):
            with pytest.raises(NotAllowed, match=r"draft\.not_yours"):
                attempt(draft_id)
    reception.session.close()
    assert drafts_of_owner(office) == [{"summary": roles.DRAFT_TEXT}]


def test_a_draft_of_another_person_is_not_removed_by_saving_a_visit(
    office: OfficeOfAllRoles, foreign: OwnObjects
) -> None:
    reception = office.sign_in(roles.OFFICER)
    visits = len(reception.register.today())
    with pytest.raises(NotAllowed, match=r"draft\.not_yours"):
        reception.intake.seal_visit(foreign.form, draft_id=foreign.draft_id)
    assert len(reception.register.today()) == visits
    reception.session.close()
    assert drafts_of_owner(office) == [{"summary": roles.DRAFT_TEXT}]


def test_an_import_cannot_remove_keys_of_others(
    office: OfficeOfAllRoles, foreign: OwnObjects
) -> None:
    """Keys of drafts and of batches lie in one folder."""
    owner = office.sign_in(roles.OWNER)
    batch_id = "tags0123456789abcdef"
    key_files = SealedKeyFiles(office.folder)
    key_files.create(batch_id, owner.session.keys.box_public)
    owner.session.close()
    reception = office.sign_in(roles.IMPORTER)
    for key_id in (foreign.draft_id, batch_id, "tags0000"):
        with pytest.raises(NotAllowed, match=r"exchange\.not_your_batch"):
            reception.blind_index_queue.discard(key_id)
    assert {foreign.draft_id, batch_id} <= set(key_files.ids())
    reception.session.close()


def test_an_earlier_visit_is_joined_by_its_return_code_alone(
    office: OfficeOfAllRoles, foreign: OwnObjects
) -> None:
    """Otherwise anybody could give a new visit the pseudonym of a denouncer, and so read it."""
    reception = office.sign_in(roles.OFFICER)
    form = form_of(DENUNCIATION, "Giàng Thị Sua", "Thu phí chợ không biên lai")
    earlier = foreign.denunciation
    for guess in (str(earlier.visit.visit_id), "0" * 16):
        with pytest.raises(InvalidInput, match=r"desk\.earlier_visit"):
            reception.intake.seal_visit(replace(form, earlier_visit=guess))
    found = reception.intake.find_earlier_visit(earlier.return_code)
    assert found is not None
    joined = replace(form, earlier_visit=found)
    assert reception.intake.seal_visit(joined).visit.pseudonym == earlier.visit.pseudonym
    reception.session.close()
    again = office.sign_in(roles.OFFICER)  # another session has to type the code again
    with pytest.raises(InvalidInput, match=r"desk\.earlier_visit"):
        again.intake.seal_visit(joined)
    again.session.close()


def test_a_forecast_does_not_count_denunciations(office: OfficeOfAllRoles) -> None:
    reception = office.sign_in(roles.OFFICER)
    expected = visit_writer.next_pseudonym(reception.session.database, "TC", 2026)
    forecast = reception.intake.forecast(DENUNCIATION, None)
    assert forecast.pseudonym is None
    assert forecast.code() == "TC-…"
    assert str(expected.number) not in "".join(texts_in(forecast))
    assert reception.intake.forecast(COMPLAINT, None).pseudonym is not None
    reception.session.close()
    reader = office.sign_in(roles.READER)
    assert reader.intake.forecast(DENUNCIATION, None).pseudonym == expected
    reader.session.close()


def test_the_book_hands_out_no_denunciation(office: OfficeOfAllRoles) -> None:
    reception = office.sign_in(roles.OFFICER)
    month = (reception.session.today().replace(day=1), reception.session.today())
    printed = text_of(reception.register_books.register_book(month).pdf)
    assert roles.ORDINARY_TEXT in printed
    assert roles.DENOUNCED_TEXT not in printed
    assert not hasattr(reception.register_books, "rows")
    assert not hasattr(reception.register_books, "sheet")
    reception.session.close()
    verifier = office.sign_in(roles.VERIFIER)
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        verifier.register_books.register_book(month)
    verifier.session.close()


@pytest.mark.parametrize("name", [roles.HEAD, roles.OFFICER])
def test_papers_of_another_s_visit_are_not_made(
    office: OfficeOfAllRoles, foreign: OwnObjects, name: str
) -> None:
    reception, before = office.sign_in(name), acts(office).count(Act.PRINTED)
    papers, identity = reception.papers, foreign.form.identity
    for sealed in (foreign.ordinary, foreign.denunciation):
        for attempt in (papers.receipt, papers.statement, papers.citizen_papers):
            with pytest.raises(NotAllowed, match=r"papers\.not_yours"):
                attempt(sealed, identity)
        with pytest.raises(NotAllowed, match=r"papers\.not_yours"):
            papers.return_slip(sealed)
    reception.session.close()
    assert acts(office).count(Act.PRINTED) == before


def test_a_test_page_prints_no_number_about_a_visit(
    office: OfficeOfAllRoles, foreign: OwnObjects
) -> None:
    reception = office.sign_in(roles.OFFICER)
    visit_id = foreign.ordinary.visit.visit_id
    story = reception.register.story(visit_id)
    for machine in (f"visit {visit_id}", f" visit {visit_id}\n", "", "x" * 300):
        with pytest.raises(InvalidInput, match=r"papers\.no_machine"):
            printer_test_page(reception.session, machine)
    assert reception.register.story(visit_id) == story
    reception.session.close()


@pytest.mark.parametrize("name", [roles.NOBODY, roles.IMPORTER, roles.CUSTODIAN])
def test_pages_of_the_office_ask(office: OfficeOfAllRoles, name: str) -> None:
    reception = office.sign_in(name)
    session = reception.session
    for attempt in (
        lambda: printer_test_page(session, "TCD-01"),
        lambda: calendar_sheet(session, reception.office_calendar, 2026),
        lambda: reception.reveal_requests.ask(2026000001, SELECTION),
    ):
        with pytest.raises(NotAllowed, match=r"rights\.missing"):
            attempt()
    reception.session.close()


def test_nobody_reports_a_paper_of_others_as_discarded(
    office: OfficeOfAllRoles, foreign: OwnObjects
) -> None:
    """Such an entry would say that a book with names is on no sheet."""
    head = office.sign_in(roles.HEAD)
    for number in (foreign.print_number, "2026-9999", ""):
        for form in (NAMED_REGISTER_BOOK, IDENTITY_PAGE, RECEIPT):
            with pytest.raises(NotAllowed, match=r"papers\.not_yours"):
                log_discarded_paper(head.session, number, form)
    head.session.close()
    assert Act.BULK_STOPPED not in acts(office)


def test_a_clock_is_confirmed_after_a_warning_alone(office: OfficeOfAllRoles) -> None:
    reception = office.sign_in(roles.HEAD)
    with pytest.raises(InvalidInput, match=r"clock\.nothing_to_confirm"):
        confirm_clock(reception.session)
    reception.session.close()
    office.clock.move(days=-2)
    warned = office.sign_in(roles.NOBODY)
    confirm_clock(warned.session)
    warned.session.close()
    assert acts(office).count(Act.CLOCK_CONFIRMED) == 1
    head = office.sign_in(roles.HEAD)
    for entry in (1, 10**9):  # not the one that waits: it could be one that nobody has seen yet
        with pytest.raises(InvalidInput, match=r"clock\.nothing_to_confirm"):
            head.todo_list.confirm_clock_jump(entry)
    head.session.close()


def test_a_backup_goes_to_the_office_s_locations(office: OfficeOfAllRoles, tmp_path: Path) -> None:
    chosen, stick = tmp_path / "of-the-office", tmp_path / "own-stick"
    for folder in (chosen, stick):
        folder.mkdir()
    head = office.sign_in(roles.HEAD)
    head.backups.add_location(chosen)
    made_by_head = head.backups.make(stick)  # whoever manages the office chooses any folder
    head.session.close()
    reception = office.sign_in(roles.CLERK)
    for attempt in (reception.backups.make, reception.backups.make_copy):
        with pytest.raises(NotAllowed, match=r"backup\.not_a_location"):
            attempt(stick)
    assert list(stick.iterdir()) == [made_by_head.folder]
    with pytest.raises(NotAllowed, match=r"backup\.not_made_here"):
        reception.backups.finish_backup(made_by_head.folder)
    made = reception.backups.make(chosen)
    assert made.folder.parent == chosen
    with pytest.raises(NotAllowed, match=r"backup\.not_made_here"):
        reception.backups.finish_backup(made.folder)
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        reception.backups.run_trial(made.folder)
    reception.session.close()
    nobody = office.sign_in(roles.NOBODY)
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        nobody.backups.make(chosen)
    nobody.session.close()


@pytest.mark.parametrize("name", [roles.NOBODY, roles.IMPORTER, roles.VERIFIER])
def test_ordinary_visits_need_a_right(
    office: OfficeOfAllRoles, foreign: OwnObjects, name: str
) -> None:
    reception = office.sign_in(name)
    visit_id = foreign.ordinary.visit.visit_id
    read: list[str] = []
    for attempt in (
        reception.register.today,
        lambda: reception.register.story(visit_id),
        lambda: reception.register.rows([visit_id]),
        lambda: reception.lifecycle.change_context(visit_id),
        reception.todo_list.read,
    ):
        try:
            read += texts_in(attempt())
        except ReceptionError as error:
            assert error.code in ("rights.missing", "life.unknown_visit")  # noqa: PT017
    assert roles.ORDINARY_TEXT not in "\n".join(read)
    reception.session.close()


def test_a_right_lost_after_a_grant_counts(office: OfficeOfAllRoles, foreign: OwnObjects) -> None:
    """The head has granted a request; before it is opened, the asker no longer receives people."""
    head = office.sign_in(roles.HEAD)
    (request,) = head.reveal_decisions.requests_to_decide()
    head.reveal_decisions.grant(request.request_id, request.parts)
    owner = office.sign_in(roles.OWNER)
    member = head.session.people[owner.session.member.user_id]
    head.staff.rights.change(member.user_id, member.rights - {Right.RECEIVE}, member.rights)
    for attempt in (owner.reveal_requests.open, owner.reprints.paper_for_request):
        with pytest.raises(NotAllowed, match=r"rights\.missing"):
            attempt(foreign.request_id)
    (own,) = owner.reveal_requests.own_requests()
    assert own.state is RequestState.GRANTED
    owner.reveal_requests.withdraw(foreign.request_id)
    for reception in (owner, head):
        reception.session.close()
