"""Offboarding: copies kept by the leaver open nothing, and the others lose nothing."""

from __future__ import annotations

import shutil

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import InvalidInput, StorageError
from reception.domain.offboarding import OffboardingStep
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.todo_item import (
    CustodyRenewalDue,
    ObsoleteBackupsToDestroy,
    OffboardingUnfinished,
)
from reception.domain.visit_lifecycle import ReclassificationGround
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import restore
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.recovery.office_recovery import RecoveryPlan, replace_keys_after_recovery
from reception.services.recovery.recovery_enrolment import add_recovery
from reception.services.recovery.recovery_shares import make_shares
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.services.staff.offboarding_stage import NEW_PASSWORD, REASON, offboard

S = OffboardingStep
CONTENT = ChangeReason(ReclassificationGround.CONTENT.value, "Nội dung là tố cáo hành vi vi phạm")


def give_reveal(head, name):
    """Give an account the right to reveal ordinary identities; return the user id."""
    user = next(one for one, member in head.session.people.items() if member.name == name)
    rights = head.session.people[user].rights
    head.staff.rights.change(user, rights | {Right.REVEAL}, rights)
    return user


def test_copies_of_the_leaver_open_nothing_of_the_new_register(office, head, backup_location):
    user = give_reveal(head, OFFICER)
    officer = create_services(office.open(OFFICER))
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    keys, office_rows = officer.session.keys, officer.session.office
    private_keys = signed_members.granted_private_keys(
        officer.session.database, office_rows, user, keys
    )
    officer.drafts.save(officer.drafts.create(), {"summary": "dở"})
    officer.session.close()
    head.backups.make(backup_location)
    kept = office.folder.parent / "kept"  # copied by the officer the day before
    shutil.copytree(office.folder, kept)
    told = head.staff.offboarding.read_impact(user)
    assert (told.drafts, told.custodians) == (1, ())
    assert told.steps == (
        S.SUSPEND_ACCOUNT,
        S.ROTATE_DATABASE_KEY,
        S.ROTATE_DESK_VAULT,
        S.MAKE_BACKUP,
    )
    office.clock.move(minutes=2)
    state, done = offboard(head, user)
    assert done[-2] == told.steps[:-1]
    assert (state.remaining_steps, head.staff.offboarding.unfinished()) == ((), ())
    after = create_services(office.open(HEAD))
    later = after.intake.seal_visit(visit_form()).visit.visit_id
    # The old keyring and password still give the old key, which opens the old file only.
    old = keyring_file.load(kept)
    again = keyring_file.open_account(old, user, PASSWORDS[OFFICER], office.environment.policy)
    old_key = keyring_file.database_key(old.account(user), again)
    Database(kept / DATABASE_FILE, old_key).close()
    with pytest.raises(StorageError, match="database.unreadable"):
        Database(office.folder / DATABASE_FILE, old_key)
    assert user not in [one.user_id for one in keyring_file.load(office.folder).accounts]
    with pytest.raises(StorageError, match="keyring.unknown_user"):
        unlock(office.folder, user, PASSWORDS[OFFICER], office.environment)
    # Even with the file opened by another's key, the kept vault keys open no identity.
    for one in (visit, later):
        part = open_part(after.session.database, office_rows.office_id, one, private_keys)
        assert part is None
    grants = after.session.database.query("SELECT sealed_private FROM vault_grant")
    assert len(grants) >= 3
    for row in grants:
        with pytest.raises(StorageError, match="seal.broken"):
            sealing.unbox(keys.box_private, bytes(row[0]))
    assert after.log_verification.verify().intact
    assert not list((office.folder / "drafts").glob("*.key"))
    assert _desk_opens(after.session, visit)
    assert [one.name for one in after.staff.accounts.summaries() if one.is_offboarded] == [OFFICER]
    after.session.close()
    for name in (COLLEAGUE, CUSTODIAN):
        office.open(name).close()


def _desk_opens(session, visit):
    me = session.member.user_id
    private_keys = signed_members.granted_private_keys(
        session.database, session.office, me, session.keys
    )
    part = open_part(session.database, session.office.office_id, visit, private_keys)
    return part is not None and part.identity == PERSON


def test_a_restored_old_keyring_opens_nothing(office, head):
    user = office.user_id(OFFICER)
    before = (office.folder / keyring_file.KEYRING_FILE).read_bytes()
    offboard(head, user)
    head.session.close()
    now = (office.folder / keyring_file.KEYRING_FILE).read_bytes()
    (office.folder / keyring_file.KEYRING_FILE).write_bytes(before)
    for name in (OFFICER, HEAD):
        with pytest.raises(StorageError, match=r"database.unreadable|keyring.older"):
            office.open(name)
    (office.folder / keyring_file.KEYRING_FILE).write_bytes(now)
    office.open(HEAD).close()


def test_the_session_continues_with_the_new_key(office, head):
    user = office.user_id(OFFICER)
    state, _ = offboard(head, user)
    assert state.blocked_steps == (S.MAKE_BACKUP,)
    visit = head.intake.seal_visit(visit_form()).visit.visit_id
    assert head.register.story(visit)
    head.session.close()
    again = office.open(HEAD)
    assert again.warnings == ("recovery.missing",)
    again.close()


def test_backups_from_before_are_listed_and_destroyed(office, head, backup_location):
    user = office.user_id(OFFICER)
    assert head.staff.obsolete_backups.find() == ()
    first = head.backups.make(backup_location).folder
    office.clock.move(days=1)
    second = head.backups.make(backup_location).folder
    office.clock.move(days=1)
    offboard(head, user)
    listed = {one.name: one.location for one in head.staff.obsolete_backups.find()}
    assert listed == {first.name: str(backup_location), second.name: str(backup_location)}
    (newest, _), *_ = head.backups.available_backups()
    head.backups.trial_opening(newest)
    away = office.folder.parent / "away"
    shutil.move(second, away)
    with pytest.raises(InvalidInput, match="backup.not_old"):
        head.staff.obsolete_backups.destroy((newest.name,))
    gone = head.staff.obsolete_backups.destroy((first.name, second.name))
    assert (gone.removed, gone.declared) == ((first.name,), (second.name,))
    assert not first.exists()
    assert newest.exists()
    assert head.staff.obsolete_backups.find() == ()
    assert head.log_verification.verify().intact


def test_the_sheets_open_the_register_under_its_new_key(office, head):
    sheets = make_shares()
    add_recovery(head.session, sheets.keys, opens_protected=True)
    visit = head.intake.seal_visit(visit_form()).visit.visit_id
    offboard(head, give_reveal(head, OFFICER))
    keyring = keyring_file.load(office.folder)
    key = sealing.unbox(sheets.keys.box_private, keyring.recovery_key)
    database = Database(office.folder / DATABASE_FILE, key)
    private_keys = signed_members.granted_private_keys(
        database, head.session.office, RECOVERY, sheets.keys
    )
    assert {(DESK, 3), (PROTECTED, 1)} >= set(private_keys) or (DESK, 2) in private_keys
    part = open_part(database, head.session.office.office_id, visit, private_keys)
    assert part is not None
    assert part.identity == PERSON
    database.close()


def test_recovery_during_an_offboarding_admits_nobody_and_loses_nobody(office, head):
    sheets, fresh = make_shares(), make_shares()
    add_recovery(head.session, sheets.keys, opens_protected=True)
    visit = head.intake.seal_visit(visit_form()).visit.visit_id
    leaver, away = give_reveal(head, OFFICER), office.user_id(COLLEAGUE)
    head.staff.accounts.suspend(away)
    head.staff.offboarding.begin(leaver)
    head.session.close()
    replace_keys_after_recovery(
        office.folder, sheets.keys, RecoveryPlan(NEW_PASSWORD, fresh.keys), office.environment
    )
    again = create_services(
        unlock(office.folder, office.user_id(HEAD), NEW_PASSWORD, office.environment)
    )
    assert leaver not in [one.user_id for one in keyring_file.load(office.folder).accounts]
    state = again.staff.offboarding.do_next_step(leaver)
    while set(state.remaining_steps) - set(state.blocked_steps):
        state = again.staff.offboarding.do_next_step(leaver)
    assert state.blocked_steps == (S.MAKE_BACKUP,)
    again.staff.accounts.reinstate(away)
    office.open(COLLEAGUE).close()
    assert _desk_opens(again.session, visit)
    assert again.log_verification.verify().intact
    again.session.close()


def test_another_program_that_has_it_open_is_waited_for(office, head):
    user = office.user_id(OFFICER)
    other = create_services(office.open(COLLEAGUE))
    head.staff.offboarding.begin(user)
    with pytest.raises(StorageError, match="database.busy"):
        head.staff.offboarding.do_next_step(user)
    (state,) = head.staff.offboarding.unfinished()
    assert (state.done_steps, state.remaining_steps) == (
        (S.SUSPEND_ACCOUNT,),
        (S.ROTATE_DATABASE_KEY, S.MAKE_BACKUP),
    )
    other.intake.seal_visit(visit_form())
    head.intake.seal_visit(visit_form())
    other.session.close()
    assert S.ROTATE_DATABASE_KEY in head.staff.offboarding.do_next_step(user).done_steps
    assert head.log_verification.verify().intact
    assert head.backups.row_counts().visits == 2


def test_the_leavers_own_open_session_writes_nothing_more(office, head):
    officer = create_services(office.open(OFFICER))
    head.staff.offboarding.begin(office.user_id(OFFICER))
    with pytest.raises(StorageError, match="unlock.shut_out"):
        officer.intake.seal_visit(visit_form())
    officer.session.close("idle")
    assert head.backups.row_counts().visits == 0
    with pytest.raises(StorageError, match="unlock.shut_out"):
        office.open(OFFICER)


def test_an_account_being_offboarded_is_neither_reinstated_nor_offboarded_twice(office, head):
    user = office.user_id(OFFICER)
    head.staff.offboarding.begin(user)
    with pytest.raises(InvalidInput, match="accounts.left"):
        head.staff.accounts.reinstate(user)
    with pytest.raises(InvalidInput, match="leaving.begun"):
        head.staff.offboarding.begin(user)
    rest = head.staff.offboarding.do_next_step(user)
    assert S.ROTATE_DATABASE_KEY in rest.done_steps
    with pytest.raises(InvalidInput, match="leaving.begun"):
        head.staff.offboarding.begin(user)
    with pytest.raises(InvalidInput, match="leaving.not_begun"):
        head.staff.offboarding.do_next_step(office.user_id(COLLEAGUE))


def test_a_suspended_account_is_reinstated_after_a_key_rotation(office, head):
    colleague = give_reveal(head, COLLEAGUE)
    visit = head.intake.seal_visit(visit_form()).visit.visit_id
    head.staff.accounts.suspend(colleague)
    offboard(head, give_reveal(head, OFFICER))
    assert keyring_file.load(office.folder).account(colleague).database_key == b""
    head.staff.accounts.reinstate(colleague)
    session = office.open(COLLEAGUE)
    assert _desk_opens(session, visit)
    session.close()
    assert head.log_verification.verify().intact


def test_an_offboarded_person_cannot_be_offboarded_again(office, head):
    user = office.user_id(OFFICER)
    offboard(head, user)
    with pytest.raises(InvalidInput, match="leaving.begun"):
        head.staff.offboarding.read_impact(user)


def test_copies_on_this_disk_are_listed_as_well(office, head, backup_location):
    backup = head.backups.make(backup_location).folder
    head.session.close()
    who = RestoreActor(HEAD, PASSWORDS[HEAD])
    restore(backup, office.folder, who, office.environment, in_place=True)
    (office.folder / "register.before-v2.db").write_bytes(b"x")
    again = create_services(office.open(HEAD))
    assert again.staff.obsolete_backups.find() == ()
    office.clock.move(days=1)
    offboard(again, office.user_id(OFFICER))
    names = [one.name for one in again.staff.obsolete_backups.find()]
    assert names[0] == backup.name
    assert "register.before-v2.db" in names
    assert any(name.startswith("office-giu-lai-") for name in names)
    again.staff.obsolete_backups.destroy(tuple(names))
    assert again.staff.obsolete_backups.find() == ()
    assert list(office.folder.parent.glob("office-giu-lai-*")) == []
    again.session.close()


def test_remaining_steps_are_to_do_items_of_head_and_custodian(office, head, backup_location):
    custodian = create_services(office.open(CUSTODIAN))
    custodian.staff.custody.grant(office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    user = custodian.session.member.user_id
    custodian.session.close()
    head.backups.make(backup_location)
    office.clock.move(days=1)
    offboard(head, user)
    items = head.todo_list.read().items
    assert CustodyRenewalDue((COLLEAGUE,)) in items
    assert OffboardingUnfinished(user, CUSTODIAN) in items
    assert ObsoleteBackupsToDestroy(1) in items
    colleague = create_services(office.open(COLLEAGUE))
    assert CustodyRenewalDue(()) in colleague.todo_list.read().items
    colleague.staff.custody.carry_out_tasks(PASSWORDS[HEAD])
    items = colleague.todo_list.read().items
    assert not any(isinstance(item, CustodyRenewalDue) for item in items)
    colleague.session.close()


def test_desk_is_rotated_after_a_reclassification(office, head):
    visit = head.intake.seal_visit(visit_form()).visit.visit_id
    other = head.intake.seal_visit(visit_form()).visit.visit_id
    me = head.session.member.user_id
    private_keys = signed_members.granted_private_keys(
        head.session.database, head.session.office, me, head.session.keys
    )
    head.lifecycle.reclassify(visit, Reclassification(CONTENT, PetitionKind.DENUNCIATION, 0))
    assert head.lifecycle.visits_requiring_rotation() == (visit,)
    turned = rotate_desk_vault(head.session)
    assert (turned.generation, turned.not_rewrapped) == (2, 0)
    assert turned.rewrapped > 0
    assert head.lifecycle.visits_requiring_rotation() == ()
    assert _desk_opens(head.session, other)
    found = open_part(head.session.database, head.session.office.office_id, other, private_keys)
    assert found is None
    assert head.log_verification.verify().intact
