"""Restoring over an office that cannot be opened: roster and head say who belongs to it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import NotAllowed, StorageError
from reception.domain.staff import Right
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import restore
from reception.services.backup.restored_people import PersonToConfirm
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE, Database
from tests.attacks.restore_stage import HEADS, Stage, machine_roster, opened
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
)
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.services.staff.offboarding_stage import NEW_PASSWORD


def damage(stage: Stage) -> None:
    """Damage the present register, so that nobody can open it."""
    path = stage.office.folder / DATABASE_FILE
    path.write_bytes(path.read_bytes()[:5000])


def test_over_a_damaged_office_the_head_confirms_people(changed: Stage) -> None:
    damage(changed)
    with pytest.raises(StorageError, match="backup.confirm_people") as told:
        changed.restore()
    people = told.value.facts["people"]
    assert isinstance(people, tuple)
    by_name = {person.name: person for person in people}
    assert all(isinstance(person, PersonToConfirm) for person in people)
    # The roster in this machine's state folder says who has left, and who has which right.
    assert by_name.keys() == {COLLEAGUE, CUSTODIAN}
    assert Right.CUSTODY not in by_name[COLLEAGUE].rights
    assert not list(changed.office.folder.parent.glob("office-*"))
    before = machine_roster(changed)
    changed.restore(frozenset(person.user_id for person in people))
    assert before is not None
    assert changed.number() > before.mark().number
    with pytest.raises(StorageError, match="unlock.shut_out"):
        changed.open(OFFICER)
    with pytest.raises(StorageError, match="database.unreadable"):
        Database(changed.office.folder / DATABASE_FILE, changed.old_key)
    colleague = changed.open(COLLEAGUE)
    assert not colleague.may(Right.CUSTODY)
    assert opened(colleague, changed.denunciation) is None
    colleague.close()
    custodian = changed.open(CUSTODIAN)
    assert opened(custodian, changed.denunciation) == PERSON
    custodian.close()
    assert changed.verified()


def test_whom_the_head_does_not_confirm_is_suspended(changed: Stage) -> None:
    damage(changed)
    changed.restore(frozenset({changed.user_ids[CUSTODIAN]}))
    with pytest.raises(StorageError, match="unlock.shut_out"):
        changed.open(COLLEAGUE)
    changed.open(CUSTODIAN).close()
    head = create_services(changed.open(HEAD))
    head.staff.accounts.reinstate(changed.user_ids[COLLEAGUE])
    head.session.close()
    changed.open(COLLEAGUE).close()
    assert changed.verified()


def test_an_unsigned_roster_outside_counts_for_nothing(stage: Stage) -> None:
    damage(stage)
    manifest_file = stage.backup / "manifest.json"
    manifest = json.loads(manifest_file.read_text(encoding="utf-8"))
    statement = json.loads(manifest["roster"]["statement"])
    statement["number"] = 900
    manifest["roster"]["statement"] = json.dumps(statement)
    manifest_file.write_text(json.dumps(manifest), encoding="utf-8")
    stage.restore()
    assert stage.number() < 900
    stage.open(OFFICER).close()
    assert stage.verified()


def test_a_present_office_that_was_put_back_says_nothing(changed: Stage, tmp_path: Path) -> None:
    """The present register is an old state: its people and keyring are not carried over."""
    for name in (DATABASE_FILE, keyring_file.KEYRING_FILE):
        shutil.copyfile(changed.backup / name, changed.office.folder / name)
    with pytest.raises(StorageError, match="roster.lower"):
        changed.open(CUSTODIAN)
    with pytest.raises(StorageError, match="backup.confirm_people") as told:
        changed.restore()
    names = {person.name for person in told.value.facts["people"]}  # type: ignore[attr-defined]
    assert OFFICER not in names


def test_a_former_head_or_another_person_restores_nothing(stage: Stage, tmp_path: Path) -> None:
    for name in (OFFICER, CUSTODIAN):
        actor = RestoreActor(name, PASSWORDS[name])
        with pytest.raises(NotAllowed, match="backup.head_only"):
            restore(stage.backup, tmp_path / "new", actor, stage.office.environment)
    assert not (tmp_path / "new").exists()


def test_a_copy_restored_elsewhere_does_not_shut_the_present_office_out(
    changed: Stage, tmp_path: Path
) -> None:
    folder = tmp_path / "drill"
    everybody = frozenset(changed.user_ids.values())
    actor = replace(HEADS, confirmed_people=everybody)
    restore(changed.backup, folder, actor, changed.office.environment)
    drill = unlock(folder, changed.user_ids[HEAD], PASSWORDS[HEAD], changed.office.environment)
    number = drill.roster.number
    drill.close()
    assert number > changed.number() - 1
    changed.open(CUSTODIAN).close()
    assert changed.verified()


def test_nor_does_it_when_the_present_office_was_moved(changed: Stage, tmp_path: Path) -> None:
    """The machine has a copy of the roster for each folder; the moved one gets its own."""
    moved = tmp_path / "moved"
    changed.office.folder.rename(moved)
    changed.office.folder = moved
    changed.open(CUSTODIAN).close()
    everybody = frozenset(changed.user_ids.values())
    actor = replace(HEADS, confirmed_people=everybody)
    restore(changed.backup, tmp_path / "drill", actor, changed.office.environment)
    changed.open(CUSTODIAN).close()
    assert changed.verified()


def test_a_backup_that_was_continued_elsewhere_does_not_take_the_place(
    changed: Stage, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    environment = replace(changed.office.environment, state_folder=tmp_path / "machine")
    restore(changed.backup, folder, HEADS, environment)
    head: Reception = create_services(
        unlock(folder, changed.user_ids[HEAD], PASSWORDS[HEAD], environment)
    )
    head.staff.accounts.set_new_password(changed.user_ids[OFFICER], NEW_PASSWORD)
    other = create_services(unlock(folder, changed.user_ids[OFFICER], NEW_PASSWORD, environment))
    other.intake.seal_visit(visit_form())
    other.session.close()
    (tmp_path / "usb2").mkdir()
    changed.backup = head.backups.make(tmp_path / "usb2").folder
    head.session.close()
    with pytest.raises(StorageError, match="backup.other_branch"):
        changed.restore()
