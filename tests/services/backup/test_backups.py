"""Backups through the services: complete or absent, verified, thinned out, restored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import StorageError
from reception.services.backup.last_backup import LastBackup, is_stale, read_last_backup
from reception.storage.backup.backup_reader import verified_manifest
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.office import OFFICER, ThrowAwayOffice
from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import identifying_words, words_found_in

PEOPLE = planted(12)


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """An open office with twelve visits and a draft."""
    reception = create_services(office.open(OFFICER))
    for index, person in enumerate(PEOPLE):
        reception.intake.seal_visit(form_of(person, index))
    draft = reception.drafts.create()
    reception.drafts.save(draft, {"person": {"name": PEOPLE[0].name}})
    yield reception
    reception.session.database.close()


@pytest.fixture
def place(office: ThrowAwayOffice, tmp_path: Path) -> Path:
    """A folder for backups; two others that are none are set too."""
    folder = tmp_path / "usb"
    folder.mkdir()
    set_backup_locations(office, folder, folder / "nowhere", folder / "file")
    return folder


def bytes_of(folder: Path) -> bytes:
    """Return every byte under a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return b"\0".join(path.read_bytes() for path in files)


def test_a_backup_is_complete_has_a_manifest_and_shows_no_name(
    officer: Reception, place: Path
) -> None:
    made = officer.backups.make(place)
    manifest = verified_manifest(made.folder, None)
    assert (
        manifest.counts
        == made.counts
        == replace(officer.backups.row_counts(), entries=made.counts.entries)
    )
    assert manifest.counts.visits == 12
    assert {path.name for path in made.folder.iterdir()} == {
        "register.db",
        "keyring.json",
        "manifest.json",
    }
    assert words_found_in(bytes_of(place), identifying_words(PEOPLE)) == set()
    row = officer.session.database.one("SELECT act, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert row["act"] == "backed_up"
    assert json.loads(row["facts"])["entries"] == manifest.seq
    mark = read_last_backup(
        officer.session.environment.state_folder, officer.session.office.office_id
    )
    assert mark == LastBackup(made.made_on, str(place))
    assert officer.log_verification.verify().intact


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1}', '{"format": "x"}', "[]", "\0"])
def test_a_folder_without_a_backup_gives_a_sentence(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "sao-luu-20261119-141200"
    folder.mkdir()
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match="backup.not_one"):
        verified_manifest(folder, None)
    (folder / "manifest.json").write_text('{"format": 9}', encoding="utf-8")
    with pytest.raises(StorageError, match="backup.newer"):
        verified_manifest(folder, None)


def test_a_missing_or_locked_location_changes_nothing(officer: Reception, place: Path) -> None:
    first = officer.backups.make(place)
    entries = officer.backups.row_counts().entries
    with pytest.raises(StorageError, match="backup.place_missing"):
        officer.backups.make(place / "nowhere")
    blocked = place / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="backup.place_missing"):
        officer.backups.make(blocked)
    assert officer.backups.row_counts().entries == entries
    assert verified_manifest(first.folder, None).counts == first.counts


def test_old_backups_are_deleted_and_other_folders_kept(officer: Reception, place: Path) -> None:
    other = place / "sao-luu-anh-chup"
    other.mkdir()
    (place / "ảnh.png").write_bytes(b"x")
    clock = officer.session.environment.clock
    made = []
    for _ in range(10):
        made.append(officer.backups.make(place))
        clock.move(days=1)
    left = {path.name for path in place.iterdir()}
    assert {other.name, "ảnh.png", made[-1].folder.name} <= left
    assert made[0].folder.name not in left or made[0].made_on.month != made[-1].made_on.month
    assert (
        len([name for name in left if name.startswith("sao-luu-") and name != other.name])
        <= 7 + 4 + 12
    )
    assert sum(item.removed_count for item in made) >= 1


def test_a_backup_is_due_once_a_day_at_each_reachable_location(
    officer: Reception, place: Path
) -> None:
    assert officer.backups.is_backup_due((place,))
    officer.backups.make(place)
    assert not officer.backups.is_backup_due((place,))
    assert not officer.backups.is_backup_due((place / "gone",))
    officer.session.environment.clock.move(days=1)
    assert officer.backups.is_backup_due((place,))


def test_it_is_stale_after_three_days(officer: Reception, place: Path) -> None:
    state, office = officer.session.environment.state_folder, officer.session.office.office_id
    assert is_stale(read_last_backup(state, office), officer.session.today())
    officer.backups.make(place)
    clock = officer.session.environment.clock
    clock.move(days=2)
    assert not is_stale(read_last_backup(state, office), officer.session.today())
    clock.move(days=1)
    assert is_stale(read_last_backup(state, office), officer.session.today())
