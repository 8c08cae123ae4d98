"""Custody of denouncers' identities: signed by the head's password, granted only by a custodian."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.services.recovery.recovery_enrolment import add_recovery
from reception.services.recovery.recovery_shares import make_shares
from reception.storage.audit.local_state import FailedAttemptsFile
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import PROTECTED
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.services.staff.offboarding_stage import REASON


@pytest.fixture
def custodian(office):
    """The custodian's open office."""
    reception = create_services(office.open(CUSTODIAN))
    yield reception
    reception.session.database.close()


def opened(session, visit):
    """Return the identity that a session's keys of ``protected`` open, or None."""
    private_keys = signed_members.granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    found = {key_id: key for key_id, key in private_keys.items() if key_id[0] == PROTECTED}
    part = open_part(session.database, session.office.office_id, visit, found)
    return part.identity if part else None


def denunciation(office):
    """Seal a denunciation; return the visit id."""
    desk = create_services(office.open(OFFICER))
    visit = desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    desk.session.close()
    return visit


def test_it_is_given_in_the_custodians_session_with_the_heads_password(office, custodian):
    visit, user = denunciation(office), office.user_id(COLLEAGUE)
    (warning,) = custodian.staff.rights.warnings()
    assert (warning.code, warning.names) == ("custody.one", (CUSTODIAN,))
    custodian.staff.custody.grant(user, PASSWORDS[HEAD], REASON)
    colleague = office.open(COLLEAGUE)
    assert colleague.may(Right.CUSTODY)
    assert opened(colleague, visit) == PERSON
    assert custodian.staff.rights.warnings() == ()
    row = colleague.database.one("SELECT facts FROM log WHERE act = 'custody_given'")
    assert REASON in row["facts"]
    assert custodian.log_verification.verify().intact
    colleague.close()


def test_a_wrong_password_of_the_head_gives_nothing_and_is_counted(office, custodian):
    user = office.user_id(COLLEAGUE)
    with pytest.raises(InvalidInput, match="accounts.head_password") as told:
        custodian.staff.custody.grant(user, PASSWORDS[CUSTODIAN], REASON)
    assert told.value.facts["wait"] == 1
    assert FailedAttemptsFile(office.folder).read(office.user_id(HEAD)).number == 1
    with pytest.raises(InvalidInput, match="accounts.head_wait"):
        custodian.staff.custody.grant(user, PASSWORDS[HEAD], REASON)
    row = custodian.session.database.one("SELECT actor FROM log WHERE act = 'approval_failed'")
    assert row["actor"] == office.user_id(CUSTODIAN)
    with pytest.raises(InvalidInput, match="accounts.sentence_short"):
        custodian.staff.custody.grant(user, PASSWORDS[HEAD], "cần")
    assert signed_members.holders(custodian.session.database, PROTECTED) == sorted(
        [office.user_id(CUSTODIAN), "pending"]
    )


def test_the_heads_session_without_the_key_gives_none(office):
    head = create_services(office.open(HEAD))
    assert not head.staff.custody.can_grant()
    with pytest.raises(NotAllowed, match="accounts.no_half"):
        head.staff.custody.grant(office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    officer = create_services(office.open(OFFICER))
    with pytest.raises(NotAllowed, match="rights.missing"):
        officer.staff.custody.grant(office.user_id(OFFICER), PASSWORDS[HEAD], REASON)
    officer.session.close()
    head.session.close()


def test_custody_withdrawn_by_the_head_needs_a_rotation_by_a_custodian(office, custodian):
    visit, user = denunciation(office), office.user_id(COLLEAGUE)
    custodian.staff.custody.grant(user, PASSWORDS[HEAD], REASON)
    before = office.open(COLLEAGUE)
    kept = signed_members.granted_private_keys(before.database, before.office, user, before.keys)
    head = create_services(office.open(HEAD))
    head.staff.custody.revoke(user, PASSWORDS[HEAD], REASON)
    with pytest.raises(InvalidInput, match="custody.last"):
        head.staff.custody.revoke(office.user_id(CUSTODIAN), PASSWORDS[HEAD], REASON)
    tasks = head.staff.custody.tasks()
    assert (tasks.needs_rotation, tasks.holders, tasks.can_be_done_here) == (
        True,
        (CUSTODIAN,),
        False,
    )
    assert opened(before, visit) is None
    assert custodian.staff.custody.tasks().can_be_done_here
    custodian.staff.custody.carry_out_tasks(PASSWORDS[HEAD])
    assert not head.staff.custody.tasks()
    with pytest.raises(InvalidInput, match="custody.nothing"):
        custodian.staff.custody.carry_out_tasks(PASSWORDS[HEAD])
    later = denunciation(office)
    # The key copied by the former holder opens neither new nor rewrapped boxes.
    for one in (visit, later):
        assert open_part(before.database, before.office.office_id, one, kept) is None
        assert opened(custodian.session, one) == PERSON
    assert head.log_verification.verify().intact
    for session in (before, head.session):
        session.close()


def test_recovery_sheets_open_resealed_identities(office, custodian):
    visit, sheets = denunciation(office), make_shares()
    head = create_services(office.open(HEAD))
    add_recovery(head.session, sheets.keys, opens_protected=True)
    custodian.staff.custody.grant(office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    custodian.staff.custody.revoke(office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    session = head.session
    private_keys = signed_members.granted_private_keys(
        session.database, session.office, RECOVERY, sheets.keys
    )
    assert (PROTECTED, 2) in private_keys
    part = open_part(session.database, session.office.office_id, visit, private_keys)
    assert part.identity == PERSON
    assert opened(session, visit) is None
    session.close()


def test_more_than_three_custodians_give_a_warning(office, custodian):
    for name in (COLLEAGUE, OFFICER):
        custodian.staff.custody.grant(office.user_id(name), PASSWORDS[HEAD], REASON)
    assert custodian.staff.rights.warnings() == ()
    with pytest.raises(InvalidInput, match="custody.has_it"):
        custodian.staff.custody.grant(office.user_id(OFFICER), PASSWORDS[HEAD], REASON)
    custodian.staff.custody.grant(office.user_id(HEAD), PASSWORDS[HEAD], REASON)
    many, alone = custodian.staff.rights.warnings()
    assert (many.code, len(many.names)) == ("custody.many", 4)
    assert (alone.code, alone.names) == ("custody.no_witness", (HEAD,))  # the head alone manages
