"""Restore beside, in place, on another machine; the present office is never lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import NotAllowed, StorageError
from reception.hardening.single_instance import InstanceLock
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import (
    RestoreActor,
    checked_manifest,
    inspect_backup,
)
from reception.services.backup.restore import restore
from reception.services.office.environment import Environment
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.database import DATABASE_FILE
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.scenarios.planted_identities import form_of, planted

PEOPLE = planted(8)
HEADS = RestoreActor(HEAD, PASSWORDS[HEAD])
OFFICERS = RestoreActor(OFFICER, PASSWORDS[OFFICER])


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """An open office with five visits and a draft."""
    reception = create_services(office.open(OFFICER))
    for index, person in enumerate(PEOPLE[:5]):
        reception.intake.seal_visit(form_of(person, index))
    draft = reception.drafts.create()
    reception.drafts.save(draft, {"person": {"name": PEOPLE[0].name}})
    yield reception
    reception.session.database.close()


@pytest.fixture
def backup(office: ThrowAwayOffice, officer: Reception, tmp_path: Path) -> Path:
    """A backup of it."""
    place = tmp_path / "usb"
    place.mkdir()
    set_backup_locations(office, place)
    return officer.backups.make(place).folder


def later(officer: Reception) -> None:
    """Receive three more people two days later, then close."""
    officer.session.environment.clock.move(days=2)
    for index, person in enumerate(PEOPLE[5:]):
        officer.intake.seal_visit(form_of(person, index))
    officer.session.close()


def bytes_of(folder: Path) -> bytes:
    """Return the bytes of every file of an office."""
    return b"\0".join((folder / name).read_bytes() for name in (DATABASE_FILE, "keyring.json"))


def facts_of(session: Session) -> dict[str, object]:
    """Return the facts of the restore's log entry."""
    row = session.database.one("SELECT facts FROM log WHERE act = 'restored'")
    return dict(json.loads(row["facts"]))


def test_on_another_machine_it_opens_without_drafts_and_reports_the_restore(
    officer: Reception, office: ThrowAwayOffice, backup: Path, tmp_path: Path
) -> None:
    elsewhere = Environment(office.clock, DEMO_POLICY, tmp_path / "machine")
    folder = tmp_path / "moved" / "office"
    done = restore(backup, folder, HEADS, elsewhere)
    assert done.replaced_office is None
    head = create_services(unlock(folder, office.user_id(HEAD), PASSWORDS[HEAD], elsewhere))
    assert head.backups.row_counts().visits == 5
    assert head.log_verification.verify().intact
    assert head.session.warnings == ("restored.elsewhere", "recovery.missing")
    assert head.session.warning_facts["restored.elsewhere"]["name"] == HEAD
    assert head.session.database.one("SELECT count(*) FROM draft")[0] == 0
    assert facts_of(head.session)["beyond"] == 0
    head.session.close()
    again = unlock(folder, office.user_id(HEAD), PASSWORDS[HEAD], elsewhere)
    assert again.warnings == ("recovery.missing",)  # told once to each
    again.close()
    other = unlock(folder, office.user_id(OFFICER), PASSWORDS[OFFICER], elsewhere)
    assert "restored.elsewhere" in other.warnings
    other.close()


def test_in_place_the_replaced_office_is_kept_and_the_next_unlock_reports_it(
    officer: Reception, office: ThrowAwayOffice, backup: Path
) -> None:
    later(officer)
    present = bytes_of(office.folder)
    seen = read_pre_unlock_state(office.folder, office.environment.state_folder).checkpoint
    done = restore(backup, office.folder, HEADS, office.environment, in_place=True)
    assert done.replaced_office is not None
    assert done.replaced_office.parent == office.folder.parent
    assert bytes_of(done.replaced_office) == present
    assert (done.replaced_office / "drafts").is_dir()
    session = office.open(OFFICER)
    assert session.warnings[0] == "restored.older"
    assert not [code for code in session.warnings if code.startswith(("log.", "anchor."))]
    assert session.warning_facts["restored.older"]["beyond"] == seen.seq - done.manifest.seq
    assert facts_of(session)["seen"] == [seen.seq, seen.digest.hex()]
    reception = create_services(session)
    assert reception.backups.row_counts().visits == 5
    assert reception.log_verification.verify().intact
    session.close()


def test_a_restore_into_another_folder_keeps_the_present_checkpoint(
    officer: Reception, office: ThrowAwayOffice, backup: Path, tmp_path: Path
) -> None:
    later(officer)
    folder = tmp_path / "drill"
    restore(backup, folder, HEADS, office.environment)
    drill = unlock(folder, office.user_id(HEAD), PASSWORDS[HEAD], office.environment)
    assert drill.warnings[0] == "restored.older"
    drill.close()
    session = office.open(OFFICER)
    assert not [code for code in session.warnings if code.startswith(("log.", "restored."))]
    assert create_services(session).log_verification.verify().intact
    session.close()


def test_a_manually_exchanged_folder_still_raises_the_alarm(
    officer: Reception, office: ThrowAwayOffice, backup: Path, tmp_path: Path
) -> None:
    """A restore logged for one checkpoint does not excuse another one."""
    later(officer)
    restore(backup, office.folder, HEADS, office.environment, in_place=True)
    restored = {
        name: (office.folder / name).read_bytes() for name in (DATABASE_FILE, "keyring.json")
    }
    reception = create_services(office.open(OFFICER))
    reception.intake.seal_visit(form_of(PEOPLE[6], 0))
    reception.session.close()
    for name, data in restored.items():
        (office.folder / name).write_bytes(data)
    session = office.open(OFFICER)
    assert "log.tail_cut" in session.warnings
    session.close()


@pytest.mark.parametrize("name", ["register.db", "keyring.json"])
@pytest.mark.parametrize("in_place", [False, True])
def test_a_damaged_backup_is_refused_and_nothing_changes(
    officer: Reception,
    office: ThrowAwayOffice,
    backup: Path,
    tmp_path: Path,
    name: str,
    in_place: bool,
) -> None:
    later(officer)
    present = bytes_of(office.folder)
    path = backup / name
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0x40
    path.write_bytes(data)
    folder = office.folder if in_place else tmp_path / "new"
    for act in (inspect_backup, restore):
        with pytest.raises(StorageError, match="backup.damaged"):
            act(backup, folder, HEADS, office.environment)
    assert bytes_of(office.folder) == present
    assert not (tmp_path / "new").exists()


def test_a_manifest_that_counts_otherwise_is_refused(
    officer: Reception, office: ThrowAwayOffice, backup: Path, tmp_path: Path
) -> None:
    path = backup / "manifest.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    facts["counts"]["visits"] += 1
    path.write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(StorageError, match="backup.copy_bad"):
        restore(backup, tmp_path / "new", HEADS, office.environment)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (RestoreActor(HEAD, "sai"), "backup.wrong_password"),
        (RestoreActor("Ai Đó", "sai"), "backup.no_account"),
    ],
)
def test_without_a_valid_login_nothing_is_restored(
    officer: Reception,
    office: ThrowAwayOffice,
    backup: Path,
    tmp_path: Path,
    who: RestoreActor,
    code: str,
) -> None:
    with pytest.raises(StorageError, match=code):
        restore(backup, tmp_path / "new", who, office.environment)
    assert not (tmp_path / "new").exists()
    assert "sai" not in repr(who)


def test_an_officer_opens_a_backup_but_restores_nothing(
    officer: Reception, office: ThrowAwayOffice, backup: Path, tmp_path: Path
) -> None:
    later(officer)
    assert inspect_backup(backup, office.folder, OFFICERS, office.environment).present is not None
    before = sorted(path.name for path in office.folder.parent.iterdir())
    with pytest.raises(NotAllowed, match="backup.head_only"):
        restore(backup, office.folder, OFFICERS, office.environment, in_place=True)
    with pytest.raises(NotAllowed, match="backup.head_only"):
        restore(backup, tmp_path / "new", OFFICERS, office.environment)
    assert sorted(path.name for path in office.folder.parent.iterdir()) == before


def test_a_folder_that_holds_something_is_not_written_over(
    officer: Reception, office: ThrowAwayOffice, backup: Path
) -> None:
    officer.session.close()
    before = bytes_of(office.folder)
    with pytest.raises(StorageError, match="backup.target_taken"):
        restore(backup, office.folder, HEADS, office.environment)
    assert bytes_of(office.folder) == before


def test_an_office_open_in_a_window_is_not_replaced(
    officer: Reception, office: ThrowAwayOffice, backup: Path
) -> None:
    officer.session.close()
    with InstanceLock(office.folder, "window") as window:
        assert window.acquire()
        with pytest.raises(StorageError, match="backup.office_open"):
            restore(backup, office.folder, HEADS, office.environment, in_place=True)


def test_it_is_set_beside_the_present_office(
    officer: Reception, office: ThrowAwayOffice, backup: Path, tmp_path: Path
) -> None:
    later(officer)
    seen: list[tuple[int, int]] = []
    before = bytes_of(office.folder), bytes_of(backup)
    inside = inspect_backup(
        backup, office.folder, HEADS, office.environment, lambda *step: seen.append(step)
    )
    assert (bytes_of(office.folder), bytes_of(backup)) == before
    assert sorted(path.name for path in backup.iterdir()) == [
        "keyring.json",
        "manifest.json",
        DATABASE_FILE,
    ]
    assert seen[-1][0] == seen[-1][1] == inside.manifest.counts.entries
    assert inside.manifest == checked_manifest(backup)
    assert inside.size == sum(len(data) for data in (bytes_of(backup),)) - 1
    present = inside.present
    assert present is not None
    assert (present.same_register, present.lost_visits) == (True, 3)
    assert (present.lost_from, present.lost_to) == (date(2026, 11, 21), date(2026, 11, 21))
    assert present.counts.visits - inside.manifest.counts.visits == 3
    nothing = inspect_backup(backup, tmp_path / "none", HEADS, office.environment)
    assert nothing.present is None


def test_a_damaged_office_is_replaced_all_the_same(
    officer: Reception, office: ThrowAwayOffice, backup: Path
) -> None:
    later(officer)
    path = office.folder / DATABASE_FILE
    path.write_bytes(path.read_bytes()[:5000])
    assert inspect_backup(backup, office.folder, HEADS, office.environment).present is None
    done = restore(backup, office.folder, HEADS, office.environment, in_place=True)
    assert done.replaced_office is not None
    session = office.open(HEAD)
    assert session.warnings[0] == "restored.older"
    session.close()


def test_a_trial_opens_verifies_and_logs_a_backup(officer: Reception, backup: Path) -> None:
    manifest = officer.backups.trial_opening(backup)
    assert manifest.counts.visits == 5
    row = officer.session.database.one("SELECT act, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert (row["act"], json.loads(row["facts"])["intact"]) == ("backup_tried", True)
    manifest_file = backup / "manifest.json"
    facts = json.loads(manifest_file.read_text(encoding="utf-8"))
    facts["seq"] -= 1
    manifest_file.write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(StorageError, match="backup.copy_bad"):
        officer.backups.trial_opening(backup)
    assert replace(manifest, seq=manifest.seq - 1) == checked_manifest(backup)
