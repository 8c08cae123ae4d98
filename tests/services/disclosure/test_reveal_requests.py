"""Asking the head for a name: nothing opens before the answer, once after it, and never twice."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from nacl.public import PrivateKey
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError, StorageError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.reveal_request import RefusalNote, RequestState
from reception.domain.visit import PaperReceived
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState
from reception.services.papers.printer_rules import OfficePrinterRules
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.backup import backup_reader
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import PERSON, visit_form

REPORTER = replace(
    PERSON, address=Address("Bản Nà B", "", "Xã Nậm A", "Lai Châu"), phone="0912345678"
)
NAME, ADDRESS, NUMBER = IdentityPart.NAME, IdentityPart.ADDRESS, IdentityPart.NUMBER
PURPOSE = "Gửi thông báo kết quả, hạn còn hai ngày"
SELECTION = RevealSelection("answer", PURPOSE, frozenset({NAME, ADDRESS}))


@pytest.fixture
def visit(machine: SharedMachine) -> int:
    """An ordinary visit, sealed by the officer."""
    sealed = machine.sign_in(OFFICER).intake.seal_visit(
        visit_form(identity=REPORTER, papers=_papers())
    )
    return sealed.visit.visit_id


def _papers() -> tuple[PaperReceived, ...]:
    return (PaperReceived("Đơn viết tay", 2),)


def _keys(office: ThrowAwayOffice) -> list[Path]:
    return sorted((office.folder / "grants").glob("*.key"))


def _log(reception: Reception) -> list[tuple[str, dict[str, object]]]:
    rows = reception.session.database.query("SELECT act, facts FROM log ORDER BY seq")
    return [(row["act"], json.loads(row["facts"])) for row in rows]


def _dump(reception: Reception) -> str:
    """Return every value of every table, as one who holds the database's key reads them."""
    database = reception.session.database
    names = database.query("SELECT name FROM sqlite_master WHERE type = 'table'")
    found = []
    for name in (row["name"] for row in names):
        for row in database.query(f"SELECT * FROM {name}"):  # noqa: S608 - a table of ours
            found += [v.hex() if isinstance(v, bytes) else str(v) for v in tuple(row)]
    return "\n".join(found)


def granted(machine: SharedMachine, visit: int, wish: RevealSelection = SELECTION) -> str:
    """Ask as the officer, grant as the head; return the request's id."""
    request_id = machine.sign_in(OFFICER).reveal_requests.ask(visit, wish).request_id
    head = machine.sign_in(HEAD)
    parts = head.reveal_decisions.requests_to_decide()[0].parts
    head.reveal_decisions.grant(request_id, parts)
    return request_id


def test_asked_granted_opened_once(machine: SharedMachine, visit: int) -> None:
    officer = machine.sign_in(OFFICER)
    asked = officer.reveal_requests.ask(visit, SELECTION)
    assert (asked.state, asked.asker) == (RequestState.WAITING, OFFICER)
    assert officer.reveal_requests.own_requests() == (asked,)
    assert officer.reveal_requests.own_request_of(visit) == asked
    with pytest.raises(ReceptionError, match=r"request\.not_granted"):
        officer.reveal_requests.open(asked.request_id)
    dump = _dump(officer)
    assert "Gửi thông báo kết quả" not in dump  # nobody has compared the words with the name

    head = machine.sign_in(HEAD)
    (waiting,) = head.reveal_decisions.requests_to_decide()
    assert (waiting.code, waiting.reason, waiting.parts) == ("KN-0001", "answer", SELECTION.parts)
    assert head.reveal_decisions.explanation(waiting.request_id) == PURPOSE
    head.reveal_decisions.grant(waiting.request_id, frozenset({NAME}))
    assert head.reveal_decisions.requests_to_decide() == ()

    officer = machine.sign_in(OFFICER)
    (mine,) = officer.reveal_requests.own_requests()
    assert (mine.state, mine.decided_by) == (RequestState.GRANTED, HEAD)
    opened = officer.reveal_requests.open(mine.request_id)
    identity = opened.revealed.identity
    assert (identity.name, identity.address, identity.phone) == (REPORTER.name, Address(), "")
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        officer.reveal_requests.open(mine.request_id)
    assert officer.reveal_requests.own_requests() == ()
    assert _keys(machine.office) == []
    assert not officer.session.database.query("SELECT * FROM reveal_grant")
    acts = [act for act, _ in _log(officer)]
    assert [act for act in acts if act.startswith("reveal")] == [
        *("reveal_asked", "reveal_granted", "revealed")
    ]
    facts = dict(_log(officer))
    assert facts["reveal_granted"]["words"] == PURPOSE
    assert facts["revealed"]["approved"] == machine.office.user_id(HEAD)
    assert officer.reveals.reveal_count(visit) == 1
    assert "Nguyễn" not in _dump(officer)
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_granted_request_opens_only_for_its_requester(machine: SharedMachine, visit: int) -> None:
    request_id = granted(machine, visit)
    for name in (COLLEAGUE, HEAD):
        other = machine.sign_in(name)
        with pytest.raises(NotAllowed, match=r"request\.not_yours"):
            other.reveal_requests.open(request_id)
        # Past the program's rights: the box needs the key of this request, the key its owner.
        key = _keys(machine.office)[0].read_bytes()
        with pytest.raises(ReceptionError, match=r"seal\.broken"):
            sealing.unbox(other.session.keys.box_private, key)
    assert (
        machine.sign_in(OFFICER).reveal_requests.open(request_id).revealed.identity.name
        == REPORTER.name
    )


def test_a_purpose_with_the_persons_name_is_refused_before_the_grant(
    machine: SharedMachine, visit: int
) -> None:
    wish = replace(SELECTION, explanation="Trả lời cho ông Nguyễn Văn A ở xã")
    machine.sign_in(OFFICER).reveal_requests.ask(visit, wish)
    head = machine.sign_in(HEAD)
    (waiting,) = head.reveal_decisions.requests_to_decide()
    with pytest.raises(InvalidInput, match=r"reveal\.reason_names"):
        head.reveal_decisions.grant(waiting.request_id, waiting.parts)
    assert not head.session.database.query("SELECT * FROM reveal_grant")
    head.reveal_decisions.refuse(waiting.request_id, RefusalNote.EXPLANATION_NAMES_PERSON)
    assert "Nguyễn" not in _dump(head)
    officer = machine.sign_in(OFFICER)
    (mine,) = officer.reveal_requests.own_requests()
    assert (mine.state, mine.note) == (RequestState.REFUSED, RefusalNote.EXPLANATION_NAMES_PERSON)
    officer.reveal_requests.ask(visit, SELECTION)  # with better words
    assert len(officer.reveal_requests.own_requests()) == 2


@pytest.mark.parametrize("kind", [PetitionKind.DENUNCIATION, PetitionKind.COMPLAINT])
def test_a_protected_name_is_not_asked_for_with_an_ordinary_reason(
    machine: SharedMachine, kind: PetitionKind
) -> None:
    officer = machine.sign_in(OFFICER)
    protection = kind is PetitionKind.COMPLAINT
    sealed = officer.intake.seal_visit(
        visit_form(kind, identity=REPORTER, protection_asked=protection)
    )
    with pytest.raises(InvalidInput, match=r"reveal\.unknown_reason"):
        officer.reveal_requests.ask(sealed.visit.visit_id, SELECTION)
    assert _keys(machine.office) == []


def test_a_visit_that_becomes_a_denunciation_takes_every_request_along(
    machine: SharedMachine, visit: int
) -> None:
    request_id = granted(machine, visit)
    officer = machine.sign_in(OFFICER)
    why = ChangeReason("new_content", "Người đến nói thêm nội dung tố cáo cán bộ")
    seen = officer.lifecycle.event_count(visit)
    officer.lifecycle.reclassify(visit, Reclassification(why, PetitionKind.DENUNCIATION, seen))
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        officer.reveal_requests.open(request_id)
    assert not officer.session.database.query("SELECT * FROM reveal_grant")
    officer.reveal_requests.end_expired()
    assert _keys(machine.office) == []
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_person_with_the_right_cannot_send_a_request(machine: SharedMachine, visit: int) -> None:
    with pytest.raises(ReceptionError, match=r"request\.has_right"):
        machine.sign_in(HEAD).reveal_requests.ask(visit, SELECTION)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (replace(SELECTION, reason="curiosity"), "reveal.unknown_reason"),
        (replace(SELECTION, explanation="cần xem"), "reveal.reason_short"),
        (replace(SELECTION, parts=frozenset()), "reveal.no_part"),
    ],
)
def test_an_invalid_request_is_not_sent(machine, visit, wish, code) -> None:
    officer = machine.sign_in(OFFICER)
    with pytest.raises(InvalidInput, match=code):
        officer.reveal_requests.ask(visit, wish)
    assert (officer.reveal_requests.own_requests(), _keys(machine.office)) == ((), [])


def test_one_request_a_visit_at_a_time_and_it_can_be_withdrawn(
    machine: SharedMachine, visit: int
) -> None:
    officer = machine.sign_in(OFFICER)
    first = officer.reveal_requests.ask(visit, SELECTION)
    with pytest.raises(ReceptionError, match=r"request\.asked"):
        officer.reveal_requests.ask(visit, SELECTION)
    colleague = machine.sign_in(COLLEAGUE)
    colleague.reveal_requests.ask(visit, SELECTION)  # another person has a reason of their own
    with pytest.raises(NotAllowed, match=r"request\.not_yours"):
        colleague.reveal_requests.withdraw(first.request_id)
    officer = machine.sign_in(OFFICER)
    officer.reveal_requests.withdraw(first.request_id)
    assert officer.reveal_requests.own_requests() == ()
    assert len(_keys(machine.office)) == 1
    head = machine.sign_in(HEAD)
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        head.reveal_decisions.grant(first.request_id, SELECTION.parts)
    assert [found.asker for found in head.reveal_decisions.requests_to_decide()] == [COLLEAGUE]


def test_only_a_manager_with_the_right_to_reveal_decides(
    machine: SharedMachine, visit: int
) -> None:
    asked = machine.sign_in(OFFICER).reveal_requests.ask(visit, SELECTION)
    other = machine.sign_in(COLLEAGUE)
    assert other.reveal_decisions.requests_to_decide() == ()
    for act in (
        lambda: other.reveal_decisions.explanation(asked.request_id),
        lambda: other.reveal_decisions.grant(asked.request_id, SELECTION.parts),
        lambda: other.reveal_decisions.refuse(asked.request_id, RefusalNote.DISCUSS),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_head_grants_no_more_than_was_asked_for(machine: SharedMachine, visit: int) -> None:
    asked = machine.sign_in(OFFICER).reveal_requests.ask(
        visit, replace(SELECTION, parts=frozenset({NAME}))
    )
    head = machine.sign_in(HEAD)
    for parts in (frozenset({NAME, NUMBER}), frozenset()):
        with pytest.raises(InvalidInput, match=r"reveal\.no_part"):
            head.reveal_decisions.grant(asked.request_id, parts)


def test_an_unanswered_or_unopened_request_expires(machine: SharedMachine, visit: int) -> None:
    request_id = granted(machine, visit)
    clock = machine.office.clock
    clock.move(days=1)  # Friday: the next working day
    officer = machine.sign_in(OFFICER)
    assert officer.reveal_requests.own_requests()[0].state is RequestState.GRANTED
    assert officer.reveal_requests.end_expired() == 0
    clock.move(days=1)
    officer = machine.sign_in(OFFICER)
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        officer.reveal_requests.open(request_id)
    assert officer.reveal_requests.end_expired() == 1
    assert officer.reveal_requests.end_expired() == 0
    assert _keys(machine.office) == []
    assert not officer.session.database.query("SELECT * FROM reveal_grant")
    waiting = officer.reveal_requests.ask(visit, SELECTION)
    clock.move(days=8)
    head = machine.sign_in(HEAD)
    assert head.reveal_decisions.requests_to_decide() == ()
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        head.reveal_decisions.grant(waiting.request_id, SELECTION.parts)
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_key_put_under_anothers_request_is_seen(machine: SharedMachine, visit: int) -> None:
    asked = machine.sign_in(OFFICER).reveal_requests.ask(visit, SELECTION)
    thief = PrivateKey.generate()
    other = machine.sign_in(COLLEAGUE)
    # Whoever has the files can write rows; here even with a log entry of their own.
    with other.session.act() as work:
        key = {"request_id": asked.request_id}
        work.update("reveal_request", key, {"box_key": bytes(thief.public_key)})
        work.log("looked_up", "nothing")
    head = machine.sign_in(HEAD)
    with pytest.raises(ReceptionError, match=r"request\.forged"):
        head.reveal_decisions.grant(asked.request_id, SELECTION.parts)
    assert not head.session.database.query("SELECT * FROM reveal_grant")


def test_a_grant_that_was_changed_does_not_open(machine: SharedMachine, visit: int) -> None:
    request_id = granted(machine, visit)
    officer = machine.sign_in(OFFICER)
    box = sealing.box_to(
        bytes(officer.session.database.one("SELECT box_key FROM reveal_request")["box_key"]),
        sealing.pad(b"{}", sealing.TEXT_STEP),
    )
    officer.session.database.execute("UPDATE reveal_grant SET box = ?", (box,))
    with pytest.raises(ReceptionError, match=r"reveal\.seal_changed"):
        officer.reveal_requests.open(request_id)
    officer.session.database.execute("UPDATE reveal_request SET decided_by = 'x'")
    with pytest.raises(ReceptionError, match=r"request\.forged"):
        officer.reveal_requests.open(request_id)


def test_a_backup_takes_no_grant_and_no_key_along(
    machine: SharedMachine, visit: int, tmp_path
) -> None:
    request_id = granted(machine, visit)
    session = machine.sign_in(OFFICER).session
    place = tmp_path / "copies"
    place.mkdir()
    set_backup_locations(machine.office, place)
    made = create_services(session).backups.make(place)
    assert not [path for path in made.folder.rglob("*") if "grant" in path.name]
    account = keyring_file.load(session.folder).account(session.member.user_id)
    key = keyring_file.database_key(account, session.keys)
    with backup_reader.open_copy(made.folder, key, tmp_path / "trial") as copy:
        assert not copy.query("SELECT * FROM reveal_grant")
        assert copy.one("SELECT state FROM reveal_request")["state"] == "granted"
    assert machine.sign_in(OFFICER).reveal_requests.open(request_id)


@pytest.mark.parametrize("lost", [True, False])
def test_a_missing_or_damaged_key_gives_a_sentence(
    machine: SharedMachine, visit: int, lost
) -> None:
    request_id = granted(machine, visit)
    (key,) = _keys(machine.office)
    if lost:
        key.unlink()
    else:
        key.write_bytes(bytes(80))
    with pytest.raises(ReceptionError, match=r"request\.key_gone"):
        machine.sign_in(OFFICER).reveal_requests.open(request_id)


CABLE_PRINTER = PrinterInfo("ban", "Máy in", "usb://x", Attachment.CABLE, PrinterState.IDLE, True)


@pytest.mark.parametrize("is_printed", [False, True])
def test_a_paper_is_made_through_a_grant_and_the_name_is_on_no_screen(
    machine: SharedMachine, visit: int, is_printed: bool
) -> None:
    head = machine.sign_in(HEAD)
    rules = OfficePrinterRules(head.session, "TCD-01", lambda: None)
    rules.set_identity_on_citizen_copies(is_printed, [CABLE_PRINTER])
    machine.sign_out()
    wish = RevealSelection("reprint", "Người đến xin in lại vì mất giấy", frozenset({NAME}))
    request_id = granted(machine, visit, wish)
    officer = machine.sign_in(OFFICER)
    (job,) = officer.reprints.paper_for_request(request_id)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(job.pdf)).pages)
    assert ("Nguyễn Văn A" in text) is is_printed
    assert job.holds_identity is is_printed
    facts = dict(_log(officer))["revealed"]
    assert (facts["paper"], facts["request"]) == ("BN", request_id)
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        officer.reprints.paper_for_request(request_id)
    assert officer.reveals.reveal_count(visit) == 1
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_failed_save_keeps_the_grant(machine: SharedMachine, visit: int, monkeypatch) -> None:
    request_id = granted(machine, visit)
    officer = machine.sign_in(OFFICER)
    tear: Callable[..., object] = officer.session.database.execute
    officer.session.database.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError, match=r"database\.disk_full"):
        officer.reveal_requests.open(request_id)
    tear("PRAGMA query_only = OFF")
    assert len(_keys(machine.office)) == 1
    assert officer.reveal_requests.open(request_id).revealed.identity.name == REPORTER.name
