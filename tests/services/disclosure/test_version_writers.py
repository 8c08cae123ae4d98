"""Opening an identity tells who wrote each version of it: by name and day, never the hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit import PaperReceived
from reception.services.disclosure.version_writers import (
    IdentityCorrections,
    VersionWriter,
    identity_corrections,
    version_writers,
)
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.papers.letters import LetterText
from reception.storage.audit.identity_versions import read_identity_versions
from tests.fixtures.identity_corrections import correct_identity
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import PERSON, visit_form

PURPOSE = "Gửi thông báo kết quả, hạn còn hai ngày"
SELECTION = RevealSelection("answer", PURPOSE, frozenset({IdentityPart.NAME}))
LETTER = replace(SELECTION, reason="letter")
TEXT = LetterText("Ban Tiếp công dân đã nhận kết quả giải quyết.")
BY_OFFICER = VersionWriter(1, OFFICER, date(2026, 11, 19))
OFFICER_AGAIN = VersionWriter(2, OFFICER, date(2026, 11, 20))
BY_HEAD = VersionWriter(3, HEAD, date(2026, 11, 22))


def seal(desk: Reception, kind: PetitionKind = PetitionKind.COMPLAINT) -> int:
    form = visit_form(kind, identity=PERSON, papers=(PaperReceived("Đơn viết tay", 2),))
    return desk.intake.seal_visit(form).visit.visit_id


@pytest.fixture
def visit(machine: SharedMachine) -> int:
    """An ordinary visit that the officer entered."""
    return seal(machine.sign_in(OFFICER))


@pytest.fixture
def corrected_visit(machine: SharedMachine, visit: int) -> int:
    """The visit, corrected by the officer a day later and by the head after two more days."""
    machine.office.clock.move(days=1)
    correct_identity(machine.sign_in(OFFICER), visit, replace(PERSON, name="Nguyễn Văn Á"))
    machine.office.clock.move(days=2)
    correct_identity(machine.sign_in(HEAD), visit, replace(PERSON, name="Nguyễn Văn Ấ"))
    return visit


def granted(machine: SharedMachine, visit: int, selection: RevealSelection = SELECTION) -> str:
    """Ask as a colleague, grant as the head; return the request's id."""
    request_id = machine.sign_in(COLLEAGUE).reveal_requests.ask(visit, selection).request_id
    decisions = machine.sign_in(HEAD).reveal_decisions
    decisions.grant(request_id, decisions.requests_to_decide()[0].parts)
    return request_id


def test_the_first_version_is_by_the_receiving_officer(machine: SharedMachine, visit: int) -> None:
    machine.office.clock.move(days=5)
    opened = machine.sign_in(HEAD).reveals.open(visit, SELECTION)
    assert opened.writers == (BY_OFFICER,)


def test_corrections_by_officer_and_head_are_told_in_order(
    machine: SharedMachine, corrected_visit: int
) -> None:
    opened = machine.sign_in(HEAD).reveals.open(corrected_visit, SELECTION)
    assert opened.revealed.identity.name == "Nguyễn Văn Ấ"
    assert opened.writers == (BY_OFFICER, OFFICER_AGAIN, BY_HEAD)


def test_nothing_identifies_the_reporter_and_no_hour_is_told(
    machine: SharedMachine, corrected_visit: int
) -> None:
    opened = machine.sign_in(HEAD).reveals.open(corrected_visit, SELECTION)
    assert {type(writer.written_on) for writer in opened.writers} == {date}
    assert "Nguyễn" not in repr(opened)
    assert ":" not in repr(opened.writers)


def test_a_night_entry_has_the_day_in_vietnam(machine: SharedMachine) -> None:
    machine.office.clock.move(hours=10)  # 00:12 of the next day, still the 19th in UTC
    visit = seal(machine.sign_in(OFFICER))
    opened = machine.sign_in(HEAD).reveals.open(visit, SELECTION)
    assert opened.writers == (VersionWriter(1, OFFICER, date(2026, 11, 20)),)


def test_new_vault_keys_change_no_writer(machine: SharedMachine, corrected_visit: int) -> None:
    head = machine.sign_in(HEAD)
    rotate_desk_vault(head.session)
    opened = head.reveals.open(corrected_visit, SELECTION)
    assert opened.writers == (BY_OFFICER, OFFICER_AGAIN, BY_HEAD)


def test_whoever_uses_a_granted_request_is_told(
    machine: SharedMachine, corrected_visit: int
) -> None:
    request_id = granted(machine, corrected_visit)
    opened = machine.sign_in(COLLEAGUE).reveal_requests.open(request_id)
    assert opened.writers == (BY_OFFICER, OFFICER_AGAIN, BY_HEAD)


def test_a_version_after_the_grant_is_neither_opened_nor_told(
    machine: SharedMachine, visit: int
) -> None:
    request_id = granted(machine, visit)
    correct_identity(machine.sign_in(HEAD), visit, replace(PERSON, name="Nguyễn Văn Ấ"))
    opened = machine.sign_in(COLLEAGUE).reveal_requests.open(request_id)
    assert opened.revealed.identity.name == PERSON.name
    assert opened.writers == (BY_OFFICER,)


def test_a_granted_identity_whose_seal_was_changed_is_not_opened(
    machine: SharedMachine, visit: int
) -> None:
    request_id = granted(machine, visit)
    colleague = machine.sign_in(COLLEAGUE)
    database = colleague.session.database
    database.execute("DROP TRIGGER IF EXISTS seal_no_update")
    database.execute("UPDATE sealed_value SET version = 2 WHERE owner_row = ?", (str(visit),))
    with pytest.raises(ReceptionError, match=r"reveal\.seal_changed"):
        colleague.reveal_requests.open(request_id)
    assert colleague.reveals.reveal_count(visit) == 0


def test_a_paper_made_from_an_opened_identity_carries_the_writers(
    machine: SharedMachine, corrected_visit: int
) -> None:
    head = machine.sign_in(HEAD)
    papers = (
        head.letters.letter(corrected_visit, LETTER, TEXT),
        head.reprints.citizen_copy(corrected_visit, SELECTION),
    )
    for paper in papers:
        assert paper.writers == (BY_OFFICER, OFFICER_AGAIN, BY_HEAD)


def test_a_letter_by_a_granted_request_carries_the_writers(
    machine: SharedMachine, corrected_visit: int
) -> None:
    request_id = granted(machine, corrected_visit, LETTER)
    letter = machine.sign_in(COLLEAGUE).letters.letter_for_request(request_id, TEXT)
    assert letter.writers == (BY_OFFICER, OFFICER_AGAIN, BY_HEAD)


def test_corrections_of_many_visits_are_counted_and_each_writer_named_once(
    machine: SharedMachine, corrected_visit: int
) -> None:
    desk = machine.sign_in(OFFICER)
    unchanged, corrected = seal(desk), seal(desk)
    correct_identity(desk, corrected, replace(PERSON, name="Nguyễn Văn Á"))
    visits = (corrected_visit, unchanged, corrected)
    found = identity_corrections(desk.session, visits)
    assert found == IdentityCorrections(2, (HEAD, OFFICER))
    assert identity_corrections(desk.session, (unchanged,)) == IdentityCorrections(0, ())


def test_versions_of_texts_and_of_other_visits_do_not_count(machine: SharedMachine) -> None:
    desk = machine.sign_in(OFFICER)
    first, second = seal(desk), seal(desk)
    correct_identity(desk, first, replace(PERSON, name="Nguyễn Văn Á"))
    versions = read_identity_versions(desk.session.database, second)
    assert [item.number for item in versions] == [1]
    act = desk.session.database.one("SELECT act FROM log WHERE seq = ?", (versions[0].entry,))
    assert act["act"] == "visit_sealed"
    assert read_identity_versions(desk.session.database, 1) == ()


def test_a_denouncers_identity_has_its_writers_for_the_custodian(machine: SharedMachine) -> None:
    desk = machine.sign_in(OFFICER)
    visit = seal(desk, PetitionKind.DENUNCIATION)
    correct_identity(desk, visit, replace(PERSON, name="Nguyễn Văn Á"))
    head = machine.sign_in(HEAD)
    with pytest.raises(NotAllowed):
        correct_identity(head, visit, PERSON)  # neither received it nor may open it
    custodian = machine.sign_in(CUSTODIAN)
    correct_identity(custodian, visit, replace(PERSON, name="Nguyễn Văn Ấ"))
    assert version_writers(custodian.session, visit) == (
        BY_OFFICER,
        VersionWriter(2, OFFICER, date(2026, 11, 19)),
        VersionWriter(3, CUSTODIAN, date(2026, 11, 19)),
    )
