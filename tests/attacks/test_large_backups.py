"""Backups forged to be large, or to be many: they cost little, and each gets a sentence."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import StorageError
from reception.messages.catalogue import error_sentence
from reception.services.backup.backup_inspection import RestoreActor, inspect_backup
from reception.services.backup.restore import restore
from reception.storage.backup.backup_listing import MOST_FOLDERS, list_backups
from reception.storage.database import DATABASE_FILE
from tests.fixtures.office import HEAD, PASSWORDS, ThrowAwayOffice, build_office

_GIB = 1 << 30
_MIB = 1 << 20
_READ = 32 * _MIB  # more than an office of this size and its keyring, read some times over


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ThrowAwayOffice, Reception]]:
    """An office with one backup in its only location; the head has it open."""
    folder = tmp_path_factory.mktemp("large")
    office, place = build_office(folder), folder / "place"
    place.mkdir()
    reception = create_services(office.open(HEAD))
    reception.backups.add_location(place)
    reception.backups.make(place)
    yield office, reception
    reception.session.close()


def bytes_read() -> int:
    """Return how many bytes this process has read since its start."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return int(lines[0].removeprefix("rchar: "))


def forged(good: Path, folder: Path, size: int, start: int) -> Path:
    """Copy a backup with a sparse register of ``size`` bytes, of which ``start`` are the true ones.

    The manifest states this size.
    """
    shutil.copytree(good, folder)
    path = folder / DATABASE_FILE
    os.truncate(path, start)
    os.truncate(path, size)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for item in manifest["files"]:
        if item[0] == DATABASE_FILE:
            item[1:] = [hashlib.sha256(b"whatever").hexdigest(), size]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def _try(office: ThrowAwayOffice, reception: Reception, backup: Path) -> object:
    return reception.backups.run_trial(backup)


def _inspect(office: ThrowAwayOffice, reception: Reception, backup: Path) -> object:
    return inspect_backup(backup, office.folder, _head(), office.environment)


def _restore(office: ThrowAwayOffice, reception: Reception, backup: Path) -> object:
    return restore(backup, backup.parent / "restored", _head(), office.environment)


def _head() -> RestoreActor:
    return RestoreActor(HEAD, PASSWORDS[HEAD])


@pytest.mark.parametrize("start", [0, 4096, 1 << 40])
@pytest.mark.parametrize("door", [_try, _inspect, _restore])
def test_a_large_sparse_register_is_refused_before_it_is_read(
    opened: tuple[ThrowAwayOffice, Reception],
    tmp_path: Path,
    door: Callable[[ThrowAwayOffice, Reception, Path], object],
    start: int,
) -> None:
    """Nothing of the true register, its first page, or all of it before the hole."""
    ((good, _),) = opened[1].backups.available_backups()
    start = min(start, (good / DATABASE_FILE).stat().st_size)
    backup = forged(good, tmp_path / "sao-luu-x", 10 * _GIB, start)
    before = bytes_read()
    with pytest.raises(StorageError, match=r"backup\.damaged") as error:
        door(*opened, backup)
    assert bytes_read() - before < _READ
    assert DATABASE_FILE in error_sentence(error.value)
    assert not list(tmp_path.glob("restored*"))


def test_a_register_of_another_size_than_stated_is_not_read(
    opened: tuple[ThrowAwayOffice, Reception], tmp_path: Path
) -> None:
    ((good, _),) = opened[1].backups.available_backups()
    for size in (10 * _GIB, 4096):
        backup = tmp_path / f"sao-luu-{size}"
        shutil.copytree(good, backup)
        os.truncate(backup / DATABASE_FILE, size)
        before = bytes_read()
        with pytest.raises(StorageError, match=r"backup\.damaged"):
            _inspect(*opened, backup)
        assert bytes_read() - before < _READ


@pytest.mark.parametrize("door", [_try, _inspect, _restore])
def test_the_good_backup_is_read_at_every_door(
    opened: tuple[ThrowAwayOffice, Reception],
    tmp_path: Path,
    door: Callable[[ThrowAwayOffice, Reception, Path], object],
) -> None:
    ((good, _),) = opened[1].backups.available_backups()
    backup = tmp_path / good.name
    shutil.copytree(good, backup)
    assert door(*opened, backup)


@pytest.fixture
def flooded(opened: tuple[ThrowAwayOffice, Reception], tmp_path: Path) -> Path:
    """A location of the office with its good backup, and more forged ones than are read."""
    reception, place = opened[1], tmp_path / "flooded"
    place.mkdir()
    ((good, _),) = reception.backups.available_backups()
    shutil.copytree(good, place / good.name)
    manifest = (good / "manifest.json").read_bytes()
    for number in range(MOST_FOLDERS + 200):
        folder = place / f"sao-luu-khac-{number}"
        folder.mkdir()
        (folder / "manifest.json").write_bytes(manifest)
    return place


def test_a_flood_of_backups_is_read_once_and_said(
    opened: tuple[ThrowAwayOffice, Reception], flooded: Path
) -> None:
    backups, before = opened[1].backups, bytes_read()
    location = backups.add_location(flooded)
    try:
        (state, _) = backups.location_states()
        assert len(state.backups) == MOST_FOLDERS
        assert state.unread == 201
        assert any(not folder.name.startswith("sao-luu-khac") for folder in state.backups)
        once = bytes_read() - before
        for _ in range(3):
            backups.location_states()
            backups.due_folders()
        assert bytes_read() - before < once + once // 10  # nothing is read again
    finally:
        backups.remove_location(location)


@pytest.mark.parametrize("day", ["99991231", "same"])
def test_a_mass_of_one_day_or_of_days_to_come_hides_no_backup_of_another(
    opened: tuple[ThrowAwayOffice, Reception], tmp_path: Path, day: str
) -> None:
    reception, place = opened[1], tmp_path / "mass"
    ((good, _),) = reception.backups.available_backups()
    shutil.copytree(good, place / good.name)
    manifest = (good / "manifest.json").read_bytes()
    office_id = reception.session.office.office_id
    own = f"sao-luu-{office_id[:6]}"
    assert good.name.startswith(own)
    forged_day = "20250102" if day == "same" else day
    for number in range(MOST_FOLDERS + 5):
        folder = place / f"{own}-{forged_day}-m{number}"
        folder.mkdir()
        (folder / "manifest.json").write_bytes(manifest)
    listing = list_backups(place, office_id)
    assert len(listing.backups) == MOST_FOLDERS
    assert good.name in {path.name for path, _ in listing.backups}


def test_a_manifest_that_changes_is_read_again(
    opened: tuple[ThrowAwayOffice, Reception], tmp_path: Path
) -> None:
    backups = opened[1].backups
    ((good, _),) = backups.available_backups()
    place = tmp_path / "changed"
    shutil.copytree(good, place / good.name)
    location = backups.add_location(place)
    try:
        assert len(backups.location_states()[0].backups) == 1
        path = place / good.name / "manifest.json"
        found = path.stat()
        path.write_bytes(b" " * found.st_size)
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
        assert backups.location_states()[0].backups == ()
    finally:
        backups.remove_location(location)
