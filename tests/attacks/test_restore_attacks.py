"""An older backup is restored: nobody who lost a right, left or was suspended comes back by it."""

from __future__ import annotations

import json

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.domain.staff import Right
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.staff import signed_members
from reception.storage.staff.roster_rows import latest_statement
from reception.storage.staff.roster_statement import signed_roster_from_json
from reception.storage.visits.sealed_identities import open_part
from tests.attacks.restore_stage import Stage, machine_roster, opened
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
)
from tests.fixtures.visit_forms import PERSON
from tests.services.staff.offboarding_stage import NEW_PASSWORD


def test_an_ex_custodians_right_and_grant_do_not_come_back(changed: Stage) -> None:
    changed.restore()
    colleague = changed.open(COLLEAGUE)
    assert not colleague.may(Right.CUSTODY)
    held = {
        row["holder"]
        for row in colleague.database.query("SELECT holder FROM vault_grant WHERE name='protected'")
    }
    assert changed.user_ids[COLLEAGUE] not in held
    assert opened(colleague, changed.denunciation) is None
    colleague.close()
    assert changed.verified()


def test_old_visits_open_for_the_present_holders(changed: Stage) -> None:
    result = changed.restore()
    assert result.vaults.is_protected_due
    assert result.vaults.unreadable_visits == 0
    custodian = create_services(changed.open(CUSTODIAN))
    assert opened(custodian.session, changed.denunciation) == PERSON
    assert custodian.staff.custody.tasks().needs_rotation
    custodian.staff.custody.carry_out_tasks(PASSWORDS[HEAD])
    assert opened(custodian.session, changed.denunciation) == PERSON
    boxes = custodian.session.database.query(
        "SELECT DISTINCT generation FROM sealed_box WHERE vault = 'protected'"
    )
    assert len(boxes) == 1
    custodian.session.close()
    head = changed.open(HEAD)
    assert opened(head, changed.complaint) == PERSON
    head.close()
    assert changed.verified()


def test_desk_gets_a_new_generation_at_once(stage: Stage) -> None:
    head = create_services(stage.open(HEAD))
    user = stage.user_ids[COLLEAGUE]
    rights = head.session.people[user].rights
    head.staff.rights.change(user, rights | {Right.REVEAL}, rights)
    with_right = head.backups.make(stage.backup.parent).folder
    colleague = stage.open(COLLEAGUE)
    kept = signed_members.granted_private_keys(
        colleague.database, colleague.office, user, colleague.keys
    )
    colleague.close()
    head.staff.rights.change(user, rights, rights | {Right.REVEAL})
    newest = signed_members.read_vaults(head.session.database, head.session.office)["desk"]
    head.session.close()
    stage.backup = with_right
    result = stage.restore()
    assert list(result.vaults.new_generations) == ["desk"]
    session = stage.open(HEAD)
    present = signed_members.read_vaults(session.database, session.office)["desk"]
    assert present.generation > newest.generation
    assert opened(session, stage.complaint) == PERSON
    desk = {item: key for item, key in kept.items() if item[0] == "desk"}
    assert open_part(session.database, session.office.office_id, stage.complaint, desk) is None
    session.close()
    assert stage.verified()


def test_who_left_cannot_open_the_restored_register_with_the_key_of_the_backup(
    changed: Stage,
) -> None:
    Database(changed.backup / DATABASE_FILE, changed.old_key).close()
    changed.restore()
    with pytest.raises(StorageError, match="database.unreadable"):
        Database(changed.office.folder / DATABASE_FILE, changed.old_key)
    with pytest.raises(StorageError, match="keyring.unknown_user"):
        changed.open(OFFICER)
    head = create_services(changed.open(HEAD))
    assert [one.name for one in head.staff.accounts.summaries() if one.is_offboarded] == [OFFICER]
    head.session.close()


def test_the_backup_is_obsolete_in_the_restored_office_too(changed: Stage) -> None:
    changed.restore()
    head = create_services(changed.open(HEAD))
    head.backups.add_location(changed.backup.parent)
    assert changed.backup.name in [one.name for one in head.staff.obsolete_backups.find()]
    head.session.close()


def test_a_restore_never_lowers_the_number(changed: Stage) -> None:
    before = changed.number()
    changed.restore()
    seen = machine_roster(changed)
    assert seen is not None
    assert seen.mark().number == changed.number() > before
    changed.restore()
    assert changed.number() > seen.mark().number
    assert changed.verified()


def test_a_member_away_since_before_the_backup_opens_after_it(changed: Stage) -> None:
    changed.restore()
    changed.office.clock.move(days=31)
    for _ in range(2):
        session = changed.open(CUSTODIAN)
        assert not [code for code in session.warnings if code.startswith("log.")]
        session.close()
    assert changed.verified()


def test_new_keys_of_a_person_stay(stage: Stage) -> None:
    head = create_services(stage.open(HEAD))
    head.staff.accounts.set_new_password(stage.user_ids[COLLEAGUE], NEW_PASSWORD)
    head.session.close()
    stage.restore()
    stage.open(COLLEAGUE, NEW_PASSWORD).close()
    with pytest.raises(StorageError, match="unlock.wrong_password"):
        stage.open(COLLEAGUE)
    assert stage.verified()


def test_the_manifest_holds_the_whole_signed_statement(stage: Stage) -> None:
    head = stage.open(HEAD)
    manifest = json.loads((stage.backup / "manifest.json").read_text(encoding="utf-8"))
    signed = signed_roster_from_json(manifest["roster"])
    assert signed is not None
    assert signed.is_signed_by(head.office.root)
    assert signed == latest_statement(head.database)
    head.close()
