"""The number of a found copy: only a custodian traces it, with the head; nobody else, by no way."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.copy_tracing import Trace, TracingGround, read_copy_number
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.visit import CopyState, PaperReceived
from reception.services.visits.visit_form import SealedVisit
from reception.storage.audit.log_reader import LogFilter
from reception.storage.visits.register_reader import RegisterFilter
from tests.attacks.attacker import Attacker
from tests.fixtures.office import (
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.visit_forms import visit_form

PAPERS = (PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL),)
GROUND = TracingGround.HANDED_IN.value


@pytest.fixture
def present_office(tmp_path: Path) -> ThrowAwayOffice:
    """An office of the present version, to whose people the attacker belongs."""
    return build_office(tmp_path)


def receive(office: ThrowAwayOffice) -> dict[PetitionKind, SealedVisit]:
    """Let the officer receive a visit of each kind; each has a copy with a number."""
    desk = create_services(office.open(OFFICER))
    kinds = (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION, PetitionKind.FEEDBACK)
    sealed = {kind: desk.intake.seal_visit(visit_form(kind, papers=PAPERS)) for kind in kinds}
    desk.session.close()
    return sealed


def trace(reception: Reception, number: str, ground: str = GROUND) -> Trace:
    return reception.copy_tracing.trace(number, ground, PASSWORDS[HEAD])


def traces_in_log(reception: Reception) -> list[str]:
    """Return the facts of every entry about a traced paper."""
    rows = reception.session.database.query("SELECT * FROM log WHERE act = 'copy_traced'")
    assert all(row["subject"] == "" for row in rows)
    return [row["facts"] for row in rows]


def test_a_custodian_finds_the_visit_of_a_copy_of_every_kind(
    present_office: ThrowAwayOffice,
) -> None:
    sealed = receive(present_office)
    custodian = create_services(present_office.open(CUSTODIAN))
    for visit in sealed.values():
        (copy,) = trace(custodian, visit.copy_number).copies
        assert copy.visit_id == visit.visit.visit_id
        assert copy.code == visit.visit.pseudonym.code(custodian.session.today().year)
        assert copy.is_newest
        assert not copy.voided
    assert trace(custodian, "000-000-0000") == Trace((), 0)
    secret = sealed[PetitionKind.DENUNCIATION]
    job = custodian.copy_renewal.make_again(secret.visit.visit_id, "lost")
    assert job.code == "BN"
    (copy,) = trace(custodian, secret.copy_number).copies
    assert not copy.is_newest  # another copy was made since
    assert not custodian.log_verification.verify().findings
    custodian.session.close()


def test_the_log_tells_that_a_paper_was_traced_and_neither_number_nor_visit(
    present_office: ThrowAwayOffice,
) -> None:
    secret = receive(present_office)[PetitionKind.DENUNCIATION]
    custodian = create_services(present_office.open(CUSTODIAN))
    trace(custodian, secret.copy_number)
    trace(custodian, "000-000-0000")
    found, unknown = traces_in_log(custodian)
    for facts in (found, unknown):
        assert GROUND in facts
        assert secret.copy_number not in facts
        assert str(secret.visit.visit_id) not in facts
        assert "TC-" not in facts
    assert len(found) == len(unknown)
    rows = custodian.audit_log.page(LogFilter())
    assert secret.copy_number not in repr(rows)
    custodian.session.close()


@pytest.mark.parametrize("name", [OFFICER, HEAD])
def test_nobody_else_finds_anything_by_the_number(
    present_office: ThrowAwayOffice, name: str
) -> None:
    secret = receive(present_office)[PetitionKind.DENUNCIATION]
    other = create_services(present_office.open(name))
    with pytest.raises(NotAllowed):
        trace(other, secret.copy_number)
    digits = secret.copy_number.replace("-", "")
    for text in (secret.copy_number, digits):
        assert other.register.page(RegisterFilter(text=text)) == []
    assert traces_in_log(other) == []
    other.session.close()


def test_without_the_head_nothing_is_searched(present_office: ThrowAwayOffice) -> None:
    secret = receive(present_office)[PetitionKind.DENUNCIATION]
    custodian = create_services(present_office.open(CUSTODIAN))
    for password in (PASSWORDS[CUSTODIAN], "", "sai mật khẩu"):
        with pytest.raises(InvalidInput, match=r"approval\."):
            custodian.copy_tracing.trace(secret.copy_number, GROUND, password)
    assert traces_in_log(custodian) == []
    custodian.session.close()


def test_an_entry_without_the_heads_signature_is_found(present_office: ThrowAwayOffice) -> None:
    receive(present_office)
    with Attacker(present_office, CUSTODIAN).write(Act.COPY_TRACED, "", reason=GROUND):
        pass
    head = create_services(present_office.open(HEAD))
    assert {finding.code for finding in head.log_verification.verify().findings}
    head.session.close()


def test_a_number_moved_to_another_visit_in_the_file_leads_nowhere(
    present_office: ThrowAwayOffice,
) -> None:
    """A custodian's answer must not blame somebody else's visit."""
    sealed = receive(present_office)
    secret, other = sealed[PetitionKind.DENUNCIATION], sealed[PetitionKind.COMPLAINT]
    head = create_services(present_office.open(HEAD))
    head.session.database.execute("DROP TRIGGER seal_no_update")
    change = (
        "UPDATE sealed_value SET owner_row = ?, version = 9 WHERE owner_row = ? AND field_group = ?"
    )
    values = (str(other.visit.visit_id), str(secret.visit.visit_id), "copy_number")
    head.session.database.execute(change, values)
    head.session.database.close()
    custodian = create_services(present_office.open(CUSTODIAN))
    with pytest.raises(ReceptionError, match=r"log\.walk_failed"):
        trace(custodian, secret.copy_number)
    custodian.session.database.close()


def test_a_copy_whose_seals_were_changed_is_not_named(present_office: ThrowAwayOffice) -> None:
    secret = receive(present_office)[PetitionKind.DENUNCIATION]
    head = create_services(present_office.open(HEAD))
    change = "UPDATE visit SET code_number = 77 WHERE visit_id = ?"
    head.session.database.execute(change, (secret.visit.visit_id,))
    head.session.database.close()
    custodian = create_services(present_office.open(CUSTODIAN))
    with pytest.raises(ReceptionError, match=r"reveal\.seal_changed"):
        trace(custodian, secret.copy_number)
    custodian.session.database.close()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0724159036", "072-415-9036"),
        (" 072 415 9036 ", "072-415-9036"),
        ("072.415.9036", "072-415-9036"),
        ("\uff10\uff17\uff12-415-9036", "072-415-9036"),
        ("072-415-903", None),
        ("072-415-90360", None),
        ("072-415-90b6", None),
        ("BN-0294", None),
        ("\u0967\u0967\u0967\u0967\u0967\u0967\u0967\u0967\u0967\u0967", None),
        ("", None),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, number: str | None) -> None:
    assert read_copy_number(text) == number


@pytest.mark.parametrize(("number", "ground"), [("12", GROUND), ("072-415-9036", "because")])
def test_wrong_input_is_said_before_a_password_is_used(
    present_office: ThrowAwayOffice, number: str, ground: str
) -> None:
    custodian = create_services(present_office.open(CUSTODIAN))
    with pytest.raises(InvalidInput, match=r"trace\."):
        trace(custodian, number, ground)
    assert traces_in_log(custodian) == []
    custodian.session.close()
