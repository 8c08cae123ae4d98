"""The log is verified from where this person's sessions have ended, and a bad entry stops much."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.roster import LogEnd
from reception.domain.staff import Role
from reception.services.access import session_log_walk
from reception.services.access.session import Session
from reception.services.access.session_log_walk import STEP
from reception.services.office.office_setup import NewMember
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.audit.log_reader import entry_digest, last_entry_number
from reception.storage.crypto import keyring as keyring_file
from reception.storage.staff.roster_rows import append_confirmed
from reception.storage.unit_of_work import UnitOfWork
from tests.attacks.kept_copies import KeptCopy
from tests.fixtures.log_entries import without_triggers, write_bad_signature, write_entries
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
)
from tests.fixtures.visit_forms import visit_form

DENUNCIATION = PetitionKind.DENUNCIATION
FAILED = r"log\.walk_failed"
SELECTION = RevealSelection(
    "answer", "Gọi mời làm việc theo giấy hẹn", frozenset({IdentityPart.NAME})
)
TO_DENUNCIATION = ChangeReason("content", "Đơn tố cáo hành vi của cán bộ xã")


def stored_end(office: ThrowAwayOffice, name: str = OFFICER) -> LogEnd:
    """Return up to where somebody's blob says that the log is verified."""
    keyring, policy = keyring_file.load(office.folder), office.environment.policy
    user_id = office.user_id(name)
    return keyring_file.open_account(keyring, user_id, PASSWORDS[name], policy).log_end


def end_of_log(session: Session) -> LogEnd:
    """Return the last entry of the register."""
    number = last_entry_number(session.database)
    return LogEnd(number, entry_digest(session.database, number) or b"")


def changed_row_digest(session: Session) -> None:
    with without_triggers(session) as execute:
        execute("UPDATE log_row SET digest = zeroblob(32) WHERE seq = (SELECT max(seq) FROM log)")


def entry_with_roster(session: Session, number: int) -> None:
    """Sign an entry that names another roster than the one in force."""
    work = UnitOfWork(session.database, session.environment.clock, session.signer(), number)
    with work:
        work.log(Act.LOOKED_UP, "return code", found=False)


def lower_roster(session: Session) -> None:
    entry_with_roster(session, session.roster.number - 1)


TAMPERING = (write_bad_signature, changed_row_digest, lower_roster)


@pytest.fixture
def used_office(office: ThrowAwayOffice) -> ThrowAwayOffice:
    """An office with visit 1, an ordinary one; everybody has verified its log."""
    reception = create_services(office.open(OFFICER))
    reception.intake.seal_visit(visit_form())
    reception.session.close()
    for name in PASSWORDS:
        office.open(name).close()
    return office


def tampered(office: ThrowAwayOffice, tamper: Callable[[Session], None]) -> None:
    """Let the colleague save a visit and tamper with the entry about it or after it."""
    reception = create_services(office.open(COLLEAGUE))
    reception.intake.seal_visit(visit_form())
    tamper(reception.session)
    reception.session.database.close()


@pytest.fixture(params=TAMPERING, ids=[item.__name__ for item in TAMPERING])
def tampered_office(
    used_office: ThrowAwayOffice, request: pytest.FixtureRequest
) -> ThrowAwayOffice:
    tampered(used_office, request.param)
    return used_office


@contextmanager
def signed_in(office: ThrowAwayOffice, name: str) -> Iterator[Reception]:
    reception = create_services(office.open(name))
    yield reception
    reception.session.close()


def test_the_next_unlock_verifies_only_what_was_written_since(office: ThrowAwayOffice) -> None:
    assert stored_end(office) == LogEnd(0, b"")
    first = office.open(OFFICER)
    assert stored_end(office) == first.log_walk.end == end_of_log(first)
    first.close()  # one more entry
    colleague = office.open(COLLEAGUE)
    write_entries(colleague, 3)
    colleague.close()
    before = stored_end(office)
    again = office.open(OFFICER)
    assert stored_end(office) == again.log_walk.end == end_of_log(again)
    assert again.log_walk.end.seq - before.seq == 1 + 1 + 3 + 1 + 1
    again.close()


def test_a_long_log_is_verified_in_steps_after_the_unlock(used_office: ThrowAwayOffice) -> None:
    with signed_in(used_office, COLLEAGUE) as colleague:
        write_entries(colleague.session, 2 * STEP)
    before = stored_end(used_office)
    with signed_in(used_office, OFFICER) as officer:
        session = officer.session
        assert not session.log_walk.is_through
        assert stored_end(used_office) == before
        steps = 1
        while session.walk_log_step():
            steps += 1
        assert steps == 3
        assert stored_end(used_office) == session.keys.log_end == end_of_log(session)


def test_a_denunciation_waits_for_a_long_log(used_office: ThrowAwayOffice) -> None:
    with signed_in(used_office, COLLEAGUE) as colleague:
        write_entries(colleague.session, STEP)
    with signed_in(used_office, OFFICER) as officer:
        officer.intake.seal_visit(visit_form())
        assert not officer.session.log_walk.is_through
        before = end_of_log(officer.session)
        officer.intake.seal_visit(visit_form(DENUNCIATION))
        assert officer.session.log_walk.end == before == stored_end(used_office)


def test_a_log_too_long_to_wait_for_is_said_with_what_remains(
    used_office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_log_walk, "MOST_AT_ONCE", STEP)
    with signed_in(used_office, COLLEAGUE) as colleague:
        write_entries(colleague.session, STEP)
    with signed_in(used_office, OFFICER) as officer:
        intake, remaining = officer.intake, end_of_log(officer.session).seq
        remaining -= officer.session.log_walk.end.seq
        with pytest.raises(ReceptionError, match=r"log\.walk_pending") as caught:
            intake.seal_visit(visit_form(DENUNCIATION))
        assert caught.value.facts == {"remaining": remaining}
        while officer.session.walk_log_step():
            pass
        assert intake.seal_visit(visit_form(DENUNCIATION)).visit.pseudonym.code() == "TC-0001"


def test_a_bad_entry_is_a_warning_and_ordinary_visits_go_on(
    tampered_office: ThrowAwayOffice,
) -> None:
    before = stored_end(tampered_office)
    with signed_in(tampered_office, OFFICER) as officer:
        session = officer.session
        assert "log.walk_failed" in session.warnings
        seq = session.warning_facts["log.walk_failed"]["seq"]
        assert isinstance(seq, int)
        assert seq > before.seq
        visit = officer.intake.seal_visit(visit_form()).visit
        assert visit.pseudonym.series == "KN"
        with pytest.raises(ReceptionError, match=FAILED):
            officer.intake.seal_visit(visit_form(DENUNCIATION))
        with pytest.raises(ReceptionError, match=FAILED):
            officer.lifecycle.reclassify(
                visit.visit_id,
                Reclassification(TO_DENUNCIATION, DENUNCIATION, 0),
            )
        with pytest.raises(ReceptionError, match=FAILED):
            officer.intake.seal_visit(visit_form(protection_asked=True))
        assert (
            session.database.one("SELECT count(*) FROM visit WHERE kind = ?", ("denunciation",))[0]
            == 0
        )
    assert stored_end(tampered_office) == before


def test_nothing_is_revealed_or_signed_after_a_bad_entry(
    tampered_office: ThrowAwayOffice,
) -> None:
    with signed_in(tampered_office, HEAD) as head:
        entries = end_of_log(head.session)
        members = len(head.session.people)
        with pytest.raises(ReceptionError, match=FAILED):
            head.reveals.open(2026000001, SELECTION)
        with pytest.raises(ReceptionError, match=FAILED):
            head.staff.accounts.add(NewMember("Ly Thị M", Role.OFFICER, "bờ suối cọn nước khau"))
        with pytest.raises(ReceptionError, match=FAILED):
            head.head_approvals.sign_approval(PASSWORDS[HEAD], {"paper": "book"})
        assert (end_of_log(head.session), len(head.session.people)) == (entries, members)


def test_the_custodian_opens_nothing_after_a_bad_entry(tampered_office: ThrowAwayOffice) -> None:
    with (
        signed_in(tampered_office, CUSTODIAN) as custodian,
        pytest.raises(ReceptionError, match=FAILED),
    ):
        custodian.late_text_checks.run()


def test_a_bad_entry_during_the_session_is_found_too(used_office: ThrowAwayOffice) -> None:
    with signed_in(used_office, OFFICER) as officer:
        assert officer.session.log_walk.is_through
        tampered(used_office, changed_row_digest)
        assert not officer.session.walk_log_step()
        with pytest.raises(ReceptionError, match=FAILED) as caught:
            officer.intake.seal_visit(visit_form(DENUNCIATION))
        assert caught.value.facts["finding"] == "log.entry_changed"


def test_an_entry_under_a_roster_that_does_not_exist_is_bad(used_office: ThrowAwayOffice) -> None:
    session = used_office.open(OFFICER)
    entry_with_roster(session, session.roster.number + 1)
    assert not session.walk_log_step()
    failure = session.log_walk.failure()
    assert failure is not None
    assert failure.facts["finding"] == "roster.unknown_number"
    session.database.close()


def test_after_the_heads_confirmation_the_walk_begins_at_its_end(
    tampered_office: ThrowAwayOffice,
) -> None:
    with signed_in(tampered_office, OFFICER) as officer:
        running = officer.session
        confirm(tampered_office)
        running.refresh()
        assert not running.walk_log_step()
        assert running.log_walk.failure() is None
        officer.intake.seal_visit(visit_form(DENUNCIATION))
    with signed_in(tampered_office, COLLEAGUE) as colleague:
        assert "log.walk_failed" not in colleague.session.warnings
        colleague.intake.seal_visit(visit_form(DENUNCIATION))


def test_a_cut_log_is_named_until_the_head_has_confirmed_it(used_office: ThrowAwayOffice) -> None:
    kept = KeptCopy(used_office)
    used_office.open(COLLEAGUE).close()
    used_office.open(OFFICER).close()
    kept.put_back_register()
    with signed_in(used_office, OFFICER) as officer:
        with pytest.raises(ReceptionError, match=FAILED) as caught:
            officer.intake.seal_visit(visit_form(DENUNCIATION))
        assert caught.value.facts["finding"] == "log.tail_cut"
    confirm(used_office)
    with signed_in(used_office, OFFICER) as officer:
        officer.intake.seal_visit(visit_form(DENUNCIATION))
        assert officer.session.log_walk.is_through is False


def confirm(office: ThrowAwayOffice) -> None:
    """Let the head confirm the rows and the log as they are."""
    head = office.open(HEAD)
    with head.act() as work:
        signed = append_confirmed(
            work, head.office, head.keys.root_seed, head.roster.known, end_of_log(head)
        )
        work.log(Act.ROSTER_CONFIRMED, "office")
    head.keys = head.roster.accept(signed, head.keys)
    head.close()
