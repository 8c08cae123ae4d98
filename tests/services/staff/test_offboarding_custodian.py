"""Offboarding of a custodian: another custodian, the head or recovery rotates the vault."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import InvalidInput
from reception.domain.offboarding import OffboardingStep
from reception.domain.petition import PetitionKind
from reception.services.access.unlocking import unlock
from reception.services.recovery.office_recovery import RecoveryPlan, replace_keys_after_recovery
from reception.services.recovery.recovery_enrolment import add_recovery
from reception.services.recovery.recovery_shares import make_shares
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.staff import signed_members
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, PASSWORDS
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.services.staff.offboarding_stage import NEW_PASSWORD, REASON, offboard

S = OffboardingStep


def test_after_a_custodian_leaves_another_custodian_rotates_the_vault(
    office, head, backup_location
):
    custodian = create_services(office.open(CUSTODIAN))
    custodian.staff.custody.grant(office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    visit = custodian.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    keys, user = custodian.session.keys, custodian.session.member.user_id
    private_keys = signed_members.granted_private_keys(
        custodian.session.database, head.session.office, user, keys
    )
    custodian.session.close()
    told = head.staff.offboarding.read_impact(user)
    assert (told.custodians, told.includes_me) == ((COLLEAGUE,), False)
    state, _ = offboard(head, user)
    assert (state.remaining_steps, state.blocked_steps) == (
        (S.ROTATE_PROTECTED_VAULT,),
        (S.ROTATE_PROTECTED_VAULT,),
    )
    assert head.staff.custody.tasks().holders == (COLLEAGUE,)
    colleague = create_services(office.open(COLLEAGUE))
    assert colleague.staff.offboarding.unfinished() == ()
    colleague.staff.custody.carry_out_tasks(PASSWORDS[HEAD])
    database, office_id = colleague.session.database, head.session.office.office_id
    assert open_part(database, office_id, visit, private_keys) is None
    mine = signed_members.granted_private_keys(
        database, head.session.office, colleague.session.member.user_id, colleague.session.keys
    )
    part = open_part(database, office_id, visit, mine)
    assert part is not None
    assert part.identity == PERSON
    colleague.session.close()
    assert head.staff.offboarding.do_next_step(user).remaining_steps == ()
    assert head.staff.offboarding.unfinished() == ()
    assert head.log_verification.verify().intact


def test_the_only_custodian_leaves_before_recovery_sheets_are_made(office, head):
    custodian = create_services(office.open(CUSTODIAN))
    visit = custodian.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    keys, user = custodian.session.keys, custodian.session.member.user_id
    private_keys = signed_members.granted_private_keys(
        custodian.session.database, head.session.office, user, keys
    )
    custodian.session.close()
    told = head.staff.offboarding.read_impact(user)
    assert (told.custodians, told.includes_me) == ((), True)
    state, _ = offboard(head, user)
    assert state.remaining_steps == (S.MAKE_BACKUP,)
    database, office_id = head.session.database, head.session.office.office_id
    assert open_part(database, office_id, visit, private_keys) is None
    sheets = make_shares()
    add_recovery(head.session, sheets.keys, opens_protected=True)
    found = signed_members.granted_private_keys(
        database, head.session.office, RECOVERY, sheets.keys
    )
    part = open_part(database, office_id, visit, found)
    assert part is not None
    assert part.identity == PERSON


def test_after_the_only_custodian_leaves_only_recovery_sheets_open_identities(office, head):
    user, sheets = office.user_id(CUSTODIAN), make_shares()
    add_recovery(head.session, sheets.keys, opens_protected=True)
    told = head.staff.offboarding.read_impact(user)
    assert (told.custodians, told.includes_me) == ((), False)
    state, _ = offboard(head, user)
    assert S.ROTATE_PROTECTED_VAULT in state.blocked_steps
    tasks = head.staff.custody.tasks()
    assert (tasks.needs_rotation, tasks.holders, tasks.can_be_done_here) == (True, (), False)
    head.session.close()
    replace_keys_after_recovery(
        office.folder,
        sheets.keys,
        RecoveryPlan(NEW_PASSWORD, make_shares().keys),
        office.environment,
    )
    again = create_services(
        unlock(office.folder, office.user_id(HEAD), NEW_PASSWORD, office.environment)
    )
    assert not again.staff.custody.tasks()  # recovery has rotated it
    assert S.ROTATE_PROTECTED_VAULT not in again.staff.offboarding.do_next_step(user).blocked_steps
    again.session.close()


def test_the_last_person_able_to_open_denouncers_cannot_be_offboarded(office, head):
    user = office.user_id(CUSTODIAN)
    add_recovery(head.session, make_shares().keys, opens_protected=False)
    with pytest.raises(InvalidInput, match="leaving.last_custodian"):
        head.staff.offboarding.begin(user)
    with pytest.raises(InvalidInput, match="accounts.last_custodian"):
        head.staff.accounts.set_new_password(user, NEW_PASSWORD)
    office.open(CUSTODIAN).close()
