"""Hostile files at every door: each gives a sentence, nothing waits, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.bootstrap import create_services
from reception.domain.errors import ReceptionError, StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.messages.catalogue import error_sentence
from reception.services.access.pre_unlock_state import (
    holds_office,
    is_demonstration_office,
    read_pre_unlock_state,
)
from reception.services.backup.backup_locations import read_backup_locations
from reception.services.backup.known_backups import KnownBackup, known_backups
from reception.services.backup.last_backup import read_last_backup, read_last_backup_days
from reception.storage.audit.local_state import CheckpointFile, FailedAttemptsFile, RosterFile
from reception.storage.backup import backup_listing, backup_reader
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE, Database
from tests.fixtures.hostile_files import CONTENTS, NO_FILES, VALUES, changed_documents, put
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form

EVERY_KIND = pytest.mark.parametrize("kind", [*NO_FILES, *CONTENTS])
GENERATED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
USER = "ab12cd34"


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """A new office."""
    return build_office(tmp_path)


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[ThrowAwayOffice, Path]:
    """An office, and a folder with one good backup of it."""
    folder = tmp_path_factory.mktemp("backed-up")
    office, place = build_office(folder), folder / "place"
    place.mkdir()
    reception = create_services(office.open(HEAD))
    reception.backups.add_location(place)
    reception.backups.make(place)
    reception.session.close()
    return office, place


def keyring_is_refused(folder: Path) -> None:
    """Every reader of a keyring gives a sentence, and no new office is set up in its place."""
    with pytest.raises(StorageError) as error:
        keyring_file.load(folder)
    assert error_sentence(error.value)
    with pytest.raises(StorageError, match=r"keyring\."):
        read_pre_unlock_state(folder, folder / "state")
    assert not is_demonstration_office(folder)
    assert holds_office(folder)


@EVERY_KIND
def test_a_keyring(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "keyring.json", kind)
    keyring_is_refused(tmp_path)


@GENERATED
@given(data=st.data())
def test_a_keyring_with_one_value_changed(
    backed_up: tuple[ThrowAwayOffice, Path], tmp_path: Path, data: st.DataObject
) -> None:
    document = json.loads((backed_up[0].folder / "keyring.json").read_text(encoding="utf-8"))
    content = data.draw(changed_documents(document))
    (tmp_path / "keyring.json").write_bytes(content)
    for reader in (
        keyring_file.load,
        is_demonstration_office,
        lambda folder: read_pre_unlock_state(folder, folder / "state"),
    ):
        with suppress(StorageError):
            reader(tmp_path)


@EVERY_KIND
def test_tries(office: ThrowAwayOffice, kind: str) -> None:
    put(office.folder / "tries.json", kind)
    file = FailedAttemptsFile(office.folder)
    assert file.read(USER).number == 0
    if kind == "folder":
        with pytest.raises(StorageError) as error:
            file.add(USER)
        assert error_sentence(error.value)
    else:
        assert file.add(USER).number == 1
        assert file.read(USER).number == 1
    office.open().close()  # the right password opens the office all the same


@GENERATED
@given(content=changed_documents({USER: 3, "x": 1}))
def test_tries_with_one_value_changed(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "tries.json").write_bytes(content)
    assert 0 <= FailedAttemptsFile(tmp_path).read(USER).number <= 1_000_000


@EVERY_KIND
def test_the_state_of_this_machine(office: ThrowAwayOffice, kind: str) -> None:
    """Checkpoint, roster, last backup and locations: what cannot be read counts as absent."""
    office.open().close()
    state = office.environment.state_folder
    for path in [path for path in state.rglob("*") if path.is_file()]:
        put(path, kind)
    office_id = keyring_file.load(office.folder).office
    put(state / "backups" / f"{office_id}.json", kind)
    put(state / "backups" / f"{office_id}.places.json", kind)
    assert CheckpointFile(state, office_id, office.folder).read() is None
    assert RosterFile(state, office_id, office.folder).read() is None
    assert read_last_backup(state, office_id) is None
    assert read_last_backup_days(state, office_id) == {}
    assert read_backup_locations(state, office_id) == ()
    assert known_backups(office.folder, state) == ()
    reception = create_services(office.open())
    reception.intake.seal_visit(visit_form())
    assert reception.todo_list.read()
    reception.session.close()


CHECKPOINT = {"seq": 3, "digest": "ab" * 32, "at": "2026-11-19", "name": "x", "act": "opened"}


@GENERATED
@given(content=changed_documents(CHECKPOINT))
def test_a_checkpoint_with_one_value_changed(tmp_path: Path, content: bytes) -> None:
    office, folder = "ab12", tmp_path / "office"
    file = CheckpointFile(tmp_path, office, folder)
    file._path.parent.mkdir(exist_ok=True)
    file._path.write_bytes(content)
    found = file.read()
    assert found is None or (isinstance(found, LogCheckpoint) and 0 <= found.seq < 1 << 63)


@pytest.mark.parametrize("part", ["", "anchors", "backups"])
def test_a_state_folder_that_is_a_file(office: ThrowAwayOffice, tmp_path: Path, part: str) -> None:
    """Work goes on, and the unlock says that the end of the log is not kept on this machine."""
    state = office.environment.state_folder
    shutil.rmtree(state)
    if part:
        state.mkdir()
    (state / part).write_bytes(b"")
    session = office.open(HEAD)
    reception = create_services(session)
    visit = reception.intake.seal_visit(visit_form()).visit.visit_id
    assert ("anchor.unwritable" in session.warnings) is (part != "backups")
    place = tmp_path / "place"
    place.mkdir()
    assert reception.backups.make(place).counts.visits == 1
    session.close()
    session = office.open()
    assert create_services(session).register.rows([visit])
    session.close()


@EVERY_KIND
def test_a_manifest(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "sao-luu-x" / "manifest.json", kind)
    for reader in (backup_reader.read_manifest, backup_reader.stated_manifest):
        with pytest.raises(StorageError) as error:
            reader(tmp_path / "sao-luu-x")
        assert error.value.code == "backup.not_one"
    assert backup_listing.backups_in(tmp_path, "") == []


@GENERATED
@given(data=st.data())
def test_a_manifest_with_one_value_changed(
    backed_up: tuple[ThrowAwayOffice, Path], tmp_path: Path, data: st.DataObject
) -> None:
    (good,) = backed_up[1].glob("sao-luu-*")
    document = json.loads((good / "manifest.json").read_text(encoding="utf-8"))
    folder = tmp_path / "sao-luu-x"
    shutil.copytree(good, folder, dirs_exist_ok=True)
    (folder / "manifest.json").write_bytes(data.draw(changed_documents(document)))
    with suppress(StorageError):
        assert backup_reader.verified_manifest(folder, None).made_at.tzinfo is not None
    assert len(backup_listing.backups_in(tmp_path, "")) <= 1


@pytest.mark.parametrize("kind", list(NO_FILES))
@pytest.mark.parametrize("name", ["register.db", "keyring.json"])
def test_a_file_of_a_backup(
    backed_up: tuple[ThrowAwayOffice, Path], tmp_path: Path, kind: str, name: str
) -> None:
    (good,) = backed_up[1].glob("sao-luu-*")
    folder = tmp_path / "sao-luu-x"
    shutil.copytree(good, folder)
    put(folder / name, kind)
    with pytest.raises(StorageError, match=r"backup\.damaged"):
        backup_reader.verified_manifest(folder, None)


@EVERY_KIND
def test_one_bad_backup_prevents_neither_the_list_of_others_nor_a_new_one(
    backed_up: tuple[ThrowAwayOffice, Path], tmp_path: Path, kind: str
) -> None:
    office, place = backed_up[0], tmp_path / "place"
    shutil.copytree(backed_up[1], place)
    (good,) = place.glob("sao-luu-*")
    put(place / "sao-luu-hostile", kind)
    put(place / "sao-luu-hostile-folder" / "manifest.json", kind)
    reception = create_services(office.open(HEAD))
    reception.backups.add_location(place)
    assert good in [folder for folder, _ in reception.backups.available_backups()]
    made = reception.backups.make(place)
    assert made.folder in [folder for folder, _ in reception.backups.available_backups()]
    assert made.folder in [item.folder for item in known_backups_of(office)]
    reception.session.close()
    office.clock.move(days=1)


def known_backups_of(office: ThrowAwayOffice) -> tuple[KnownBackup, ...]:
    return known_backups(office.folder, office.environment.state_folder)


@EVERY_KIND
def test_the_key_of_a_draft(office: ThrowAwayOffice, kind: str) -> None:
    reception = create_services(office.open())
    draft = reception.drafts.create()
    reception.drafts.save(draft, {"name": "x"})
    reception.session.close()
    path = office.folder / "drafts" / f"{draft}.key"
    put(path, kind)
    reception = create_services(office.open())
    assert reception.drafts.own_drafts() == []
    reception.drafts.delete(draft)
    assert kind == "folder" or not os.path.lexists(path)
    reception.session.close()


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        *((kind, suffix) for kind in NO_FILES for suffix in ("", "-wal", "-shm", "-journal")),
        *((kind, "") for kind in ("empty", "no text", "nested lists")),
    ],
)
def test_the_register_itself(office: ThrowAwayOffice, kind: str, suffix: str) -> None:
    path = office.folder / f"{DATABASE_FILE}{suffix}"
    put(path, kind)
    before = path.lstat()
    with pytest.raises(StorageError) as error:
        office.open()
    expected = "database.not_a_file" if kind in NO_FILES else "database."
    assert error.value.code.startswith(expected)
    assert error_sentence(error.value)
    assert path.lstat() == before or kind == "no text"


@pytest.mark.parametrize("version", [-5, 0, 1, 3, 6, 1 << 30])
def test_a_register_that_claims_another_version(office: ThrowAwayOffice, version: int) -> None:
    session = office.open()
    path, key = (
        session.database.path,
        keyring_file.database_key(
            keyring_file.load(office.folder).account(session.member.user_id), session.keys
        ),
    )
    session.close()
    database = Database(path, key)
    database.execute(f"PRAGMA user_version = {version}")
    database.close()
    with pytest.raises(StorageError) as error:
        office.open()
    assert error.value.code in ("database.schema_changed", "database.newer")
    assert error_sentence(error.value)


@GENERATED
@given(value=VALUES)
def test_values_are_never_surprised(value: object) -> None:
    from reception.storage import json_shapes as shapes  # noqa: PLC0415 - one test only

    for read in (
        *(shapes.object_of, shapes.list_of, shapes.id_of, shapes.number_of, shapes.hex_of),
        *(shapes.moment_of, shapes.day_of, shapes.signed_roster_of),
    ):
        try:
            read(value)
        except shapes.ShapeError:
            continue


@pytest.mark.parametrize("kind", ["file", "fifo", "dangling link", "link to a folder"])
def test_the_folder_of_keys(office: ThrowAwayOffice, tmp_path: Path, kind: str) -> None:
    folder, elsewhere = office.folder / "drafts", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if kind == "file":
        folder.write_text("")
    elif kind == "fifo":
        os.mkfifo(folder)
    else:
        folder.symlink_to(elsewhere if kind == "link to a folder" else tmp_path / "none")
    reception = create_services(office.open())
    with pytest.raises(StorageError) as error:
        reception.drafts.create()
    assert error.value.code == "draft.key_folder"
    assert error_sentence(error.value)
    assert reception.drafts.own_drafts() == []
    assert list(elsewhere.iterdir()) == []
    reception.intake.seal_visit(visit_form())  # the visit itself needs no such key
    reception.session.close()


def test_whoever_reads_a_sentence_is_told_what_to_do(office: ThrowAwayOffice) -> None:
    put(office.folder / DATABASE_FILE, "fifo")
    with pytest.raises(ReceptionError) as error:
        office.open(OFFICER)
    assert DATABASE_FILE in error_sentence(error.value)
