"""A sealed value that is moved to another visit in the database opens nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import ReceptionError, StorageError
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit_lifecycle import CorrectionGround, ReclassificationGround
from reception.services.disclosure.unsealing import Unsealing
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.visit_form import InspectedScan
from reception.storage.crypto import sealing
from reception.storage.crypto.sealing import Binding
from reception.storage.database import Database
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits import reveal_request_rows as request_rows
from reception.storage.visits.sealed_identities import (
    IDENTITY,
    TEXTS,
    SealedIdentities,
    binding_of,
    open_part,
    open_texts,
)
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.services.papers.disclosure_stage import BOOK_REQUEST, everybody_chosen

FIRST, SECOND = PERSON, replace(PERSON, name="Lò Thị Người Khác")
SCAN = InspectedScan(b"%PDF-handwriting", "pdf", 1, shows_person=True)
NAMED = ChangeReason(CorrectionGround.IDENTITY_IN_TEXT.value, "Nội dung nêu rõ người đến là ai")
TO_ORDINARY = ChangeReason(ReclassificationGround.CONTENT.value, "Nội dung không phải là tố cáo")
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả, hạn còn hai ngày", frozenset({IdentityPart.NAME})
)
PAGES_REQUEST = BulkDisclosureRequest(
    BOOK_REQUEST.period, "verification", "Giao người xác minh theo văn bản số 215"
)
# An entry that covers the changed rows is a bad one, which the session finds before any opening.
NOT_OPENED = r"seal\.broken|reveal\.seal_changed|log\.walk_failed"
Move = Callable[[Reception, int, int, str], None]


def former_associated_data(binding: Binding) -> bytes:
    """Return what the program sealed with before the owner was part of it."""

    def prefixed(part: str) -> bytes:
        return len(part.encode()).to_bytes(4, "big") + part.encode()

    return (
        b"reception/sealed/1"
        + prefixed(binding.office)
        + prefixed("visit")
        + prefixed(binding.value_id)
        + prefixed(str(binding.version))
        + prefixed(binding.group)
    )


@pytest.fixture
def former_code(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Seal without the owner until ``undo`` of the returned object is called."""
    monkeypatch.setattr(Binding, "associated_data", former_associated_data)
    return monkeypatch


def enter_two(desk: Reception, kind: PetitionKind = PetitionKind.COMPLAINT) -> tuple[int, int]:
    """Enter two visits, each with a scan and with old texts that are sealed."""
    visits = []
    for person in (FIRST, SECOND):
        form = visit_form(kind, identity=person, scans=(SCAN,))
        visits.append(desk.intake.seal_visit(form).visit.visit_id)
        correction = Correction(NAMED, {"summary.1": f"Việc chợ {len(visits)}"}, 0)
        desk.lifecycle.correct(visits[-1], correction)
    return visits[0], visits[1]


def value_ids(database: Database, visit: int, group: str) -> list[str]:
    rows = database.query(
        "SELECT value_id FROM sealed_value WHERE owner_row = ? AND field_group = ?",
        (str(visit), group),
    )
    return [row["value_id"] for row in rows]


def swap_in_the_file(reception: Reception, first: int, second: int, group: str = IDENTITY) -> None:
    """Swap the owners of two visits' values, as whoever has the database key can."""
    database = reception.session.database
    database.execute("DROP TRIGGER IF EXISTS seal_no_update")
    mine, others = value_ids(database, first, group), value_ids(database, second, group)
    assert mine
    assert others
    update = "UPDATE sealed_value SET owner_row = ? WHERE value_id = ?"
    moves = [(mine, "elsewhere"), (others, str(first)), (mine, str(second))]
    for values, owner in moves:
        for value_id in values:
            database.execute(update, (owner, value_id))


def swap_with_an_entry(
    reception: Reception, first: int, second: int, group: str = IDENTITY
) -> None:
    """Swap the owners, and have an entry of one's own contain the digests of the changed rows."""
    swap_in_the_file(reception, first, second, group)
    database = reception.session.database
    with reception.session.act() as work:
        for visit in (first, second):
            for value_id in value_ids(database, visit, group):
                work.update("sealed_value", {"value_id": value_id}, {"owner_row": str(visit)})
        work.log("looked_up", "nothing")


def private_keys(reception: Reception) -> dict[tuple[str, int], bytes]:
    session = reception.session
    return granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )


def opened_part(reception: Reception, visit: int) -> str:
    """Return the name that the keys of a session open."""
    session = reception.session
    part = open_part(session.database, session.office.office_id, visit, private_keys(reception))
    assert part is not None
    return part.identity.name


def opened_scans(reception: Reception, visit: int) -> list[bytes]:
    """Return the content of a visit's sealed scans."""
    session = reception.session
    rows = session.database.query(
        "SELECT v.*, b.vault, b.generation, b.box FROM sealed_value v "
        "JOIN sealed_box b USING (value_id) WHERE v.owner_row = ? AND v.field_group = 'scan1'",
        (str(visit),),
    )
    keys, office_id = private_keys(reception), session.office.office_id
    return [
        sealing.unseal(
            bytes(row["body"]),
            bytes(row["box"]),
            keys[(row["vault"], row["generation"])],
            binding_of(office_id, row),
            sealing.SCAN_STEP,
        )
        for row in rows
        if (row["vault"], row["generation"]) in keys
    ]


def opened_texts(reception: Reception, visit: int) -> list[dict[str, str]]:
    session = reception.session
    return open_texts(session.database, session.office.office_id, visit, private_keys(reception))


@pytest.mark.parametrize("move", [swap_in_the_file, swap_with_an_entry])
@pytest.mark.parametrize(
    ("group", "opened"),
    [(IDENTITY, opened_part), (TEXTS, opened_texts), ("scan1", opened_scans)],
)
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (PetitionKind.COMPLAINT, HEAD),
        (PetitionKind.COMPLAINT, CUSTODIAN),
        (PetitionKind.DENUNCIATION, CUSTODIAN),
    ],
)
def test_swapped_values_open_to_nobody(
    machine: SharedMachine,
    move: Move,
    group: str,
    opened: Callable[[Reception, int], object],
    kind: PetitionKind,
    name: str,
) -> None:
    visits = enter_two(machine.sign_in(OFFICER), kind)
    reader = machine.sign_in(name)
    assert all(opened(reader, visit) for visit in visits)
    move(machine.sign_in(OFFICER), *visits, group)
    reader = machine.sign_in(name)
    for visit in visits:
        with pytest.raises(StorageError, match=r"seal\.broken"):
            opened(reader, visit)


def check_late_texts_in_vain(reader: Reception, visits: tuple[int, int]) -> None:
    """Run the check of late texts, which opens neither of the visits."""
    if reader.session.log_walk.failure() is not None:
        with pytest.raises(ReceptionError, match=r"log\.walk_failed"):
            reader.late_text_checks.run()
        return
    result = reader.late_text_checks.run()
    assert (result.checked, set(result.unopened)) == (0, set(visits))


@pytest.mark.parametrize("vault", [DESK, PROTECTED])
def test_the_step_that_every_opening_shares_refuses_a_swapped_identity(
    machine: SharedMachine, vault: str
) -> None:
    visits = enter_two(machine.sign_in(OFFICER))
    reader = machine.sign_in(HEAD if vault == DESK else CUSTODIAN)
    swap_in_the_file(reader, *visits)
    with pytest.raises(StorageError, match=r"seal\.broken"):
        Unsealing(reader.session, vault).open(visits[0])


@pytest.mark.parametrize("move", [swap_in_the_file, swap_with_an_entry])
def test_no_service_opens_a_swapped_identity(machine: SharedMachine, move: Move) -> None:
    visits = enter_two(machine.sign_in(OFFICER))
    machine.sign_in(HEAD)  # who has verified the entries of both visits
    officer = machine.sign_in(OFFICER)
    request_id = officer.reveal_requests.ask(visits[0], SELECTION).request_id
    move(officer, *visits, IDENTITY)
    head = machine.sign_in(HEAD)
    for act in (
        lambda: head.reveals.open(visits[0], SELECTION),
        lambda: head.reveal_decisions.grant(request_id, SELECTION.parts),
        lambda: head.named_register_books.named_book(BOOK_REQUEST, PASSWORDS[HEAD]),
    ):
        with pytest.raises(ReceptionError, match=NOT_OPENED):
            act()
    check_late_texts_in_vain(head, visits)


@pytest.mark.parametrize("move", [swap_in_the_file, swap_with_an_entry])
def test_a_custodian_opens_no_swapped_identity(machine: SharedMachine, move: Move) -> None:
    visits = enter_two(machine.sign_in(OFFICER), PetitionKind.DENUNCIATION)
    machine.sign_in(CUSTODIAN)  # who has verified the entries of both visits
    move(machine.sign_in(OFFICER), *visits, IDENTITY)
    custodian = machine.sign_in(CUSTODIAN)
    request = everybody_chosen(custodian, PAGES_REQUEST)
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        custodian.denouncer_identity_pages.identity_pages(request, PASSWORDS[HEAD])
    check_late_texts_in_vain(custodian, visits)


@pytest.mark.parametrize("group", [IDENTITY, TEXTS, "scan1"])
@pytest.mark.parametrize("move", [swap_in_the_file, swap_with_an_entry])
def test_lowering_protection_makes_no_value_of_another_visit_readable(
    machine: SharedMachine, move: Move, group: str
) -> None:
    lowered, stays = enter_two(machine.sign_in(OFFICER), PetitionKind.DENUNCIATION)
    machine.sign_in(CUSTODIAN)  # who has verified the entries of both visits
    move(machine.sign_in(OFFICER), lowered, stays, group)
    custodian = machine.sign_in(CUSTODIAN)
    seen = custodian.lifecycle.event_count(lowered)
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        custodian.lifecycle.reclassify(
            lowered, Reclassification(TO_ORDINARY, PetitionKind.COMPLAINT, seen)
        )
    boxes = custodian.session.database.query("SELECT 1 FROM sealed_box WHERE vault = ?", (DESK,))
    assert boxes == []


def test_lowering_protection_checks_the_owner_without_the_log(machine: SharedMachine) -> None:
    lowered, stays = enter_two(machine.sign_in(OFFICER), PetitionKind.DENUNCIATION)
    custodian = machine.sign_in(CUSTODIAN)
    swap_in_the_file(custodian, lowered, stays)
    seals: SealedIdentities = custodian.session.seals
    with (
        pytest.raises(StorageError, match=r"seal\.broken"),
        custodian.session.act() as work,
    ):
        seals.add_desk_boxes(work, lowered, private_keys(custodian))


def test_a_key_rotation_keeps_the_owner_of_a_value(machine: SharedMachine) -> None:
    first, second = enter_two(machine.sign_in(OFFICER))
    head = machine.sign_in(HEAD)
    rotate_desk_vault(head.session)
    head = machine.sign_in(HEAD)
    assert (opened_part(head, first), opened_part(head, second)) == (FIRST.name, SECOND.name)
    swap_in_the_file(head, first, second)
    with pytest.raises(StorageError, match=r"seal\.broken"):
        opened_part(head, first)


def test_values_of_the_former_code_still_open(
    machine: SharedMachine, former_code: pytest.MonkeyPatch
) -> None:
    visit, _ = enter_two(machine.sign_in(OFFICER))
    secret, _ = enter_two(machine.sign_in(OFFICER), PetitionKind.DENUNCIATION)
    machine.sign_out()
    former_code.undo()
    head = machine.sign_in(HEAD)
    assert head.reveals.open(visit, SELECTION).revealed.identity.name == FIRST.name
    assert opened_texts(head, visit)
    assert opened_scans(head, visit) == [SCAN.data]
    custodian = machine.sign_in(CUSTODIAN)
    assert opened_part(custodian, secret) == FIRST.name
    seen = custodian.lifecycle.event_count(secret)
    custodian.lifecycle.reclassify(
        secret, Reclassification(TO_ORDINARY, PetitionKind.COMPLAINT, seen)
    )
    head = machine.sign_in(HEAD)
    assert head.reveals.open(secret, SELECTION).revealed.identity.name == FIRST.name
    rotate_desk_vault(head.session)
    assert opened_part(machine.sign_in(HEAD), visit) == FIRST.name


def test_a_former_value_swapped_in_the_file_is_found_by_its_entry(
    machine: SharedMachine, former_code: pytest.MonkeyPatch
) -> None:
    visits = enter_two(machine.sign_in(OFFICER))
    former_code.undo()
    head = machine.sign_in(HEAD)
    swap_in_the_file(head, *visits)
    with pytest.raises(ReceptionError, match=r"reveal\.seal_changed"):
        head.reveals.open(visits[0], SELECTION)


def test_a_former_value_swapped_in_the_file_is_found_when_protection_is_lowered(
    machine: SharedMachine, former_code: pytest.MonkeyPatch
) -> None:
    lowered, stays = enter_two(machine.sign_in(OFFICER), PetitionKind.DENUNCIATION)
    former_code.undo()
    custodian = machine.sign_in(CUSTODIAN)
    seen = custodian.lifecycle.event_count(lowered)
    target = Reclassification(TO_ORDINARY, PetitionKind.COMPLAINT, seen)
    for group in (TEXTS, "scan1", IDENTITY):
        swap_in_the_file(custodian, lowered, stays, group)
        with pytest.raises(ReceptionError, match=r"reveal\.seal_changed"):
            custodian.lifecycle.reclassify(lowered, target)
        swap_in_the_file(custodian, stays, lowered, group)
    custodian.lifecycle.reclassify(lowered, target)


def test_a_correction_of_a_former_identity_is_bound_to_the_visit(
    machine: SharedMachine, former_code: pytest.MonkeyPatch
) -> None:
    visits = enter_two(machine.sign_in(OFFICER))
    machine.sign_out()
    former_code.undo()
    head = machine.sign_in(HEAD)
    for visit, person in zip(visits, (FIRST, SECOND), strict=True):
        seen = head.lifecycle.event_count(visit)
        corrected = replace(person, name=f"{person.name} Hai")
        reason = ChangeReason(CorrectionGround.MISTYPED.value, "Đối chiếu giấy tờ, ghi nhầm tên")
        head.lifecycle.correct(visit, Correction(reason, {}, seen, identity=corrected))
    assert opened_part(head, visits[0]) == f"{FIRST.name} Hai"
    swap_in_the_file(head, *visits)
    with pytest.raises(StorageError, match=r"seal\.broken"):
        opened_part(head, visits[0])


def test_words_copied_from_anothers_request_are_not_read(machine: SharedMachine) -> None:
    first, second = enter_two(machine.sign_in(OFFICER))
    officer = machine.sign_in(OFFICER)
    asked = [officer.reveal_requests.ask(visit, SELECTION).request_id for visit in (first, second)]
    head = machine.sign_in(HEAD)
    keys, office_id = private_keys(head), head.session.office.office_id
    rows = [request_rows.read_request(head.session.database, request_id) for request_id in asked]
    private = keys[(DESK, rows[0]["generation"])]
    assert request_rows.open_explanation(rows[0], office_id, private) == SELECTION.explanation
    for column in ("words", "visit_id", "request_id", "asker"):
        changed = {**dict(rows[0]), column: rows[1][column] if column != "asker" else "another"}
        with pytest.raises(StorageError, match=r"seal\.broken"):
            request_rows.open_explanation(changed, office_id, private)
