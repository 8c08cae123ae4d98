"""Backup locations: folders by path, sticks by label wherever they are mounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.domain.errors import StorageError
from reception.services.backup.backup_locations import (
    BackupLocation,
    backup_location_of,
    read_backup_locations,
    write_backup_locations,
)
from reception.storage.backup.removable_media import Volume


def test_a_folder_on_a_stick_is_kept_by_the_label(tmp_path: Path) -> None:
    first, second = tmp_path / "media" / "LUU-A", tmp_path / "mnt"
    (first / "so").mkdir(parents=True)
    (second / "so").mkdir(parents=True)
    place = backup_location_of(str(first / "so"), lambda: (Volume("LUU-A", first),))
    assert place == BackupLocation("usb:LUU-A/so")
    assert (place.label, place.display_name) == ("LUU-A", "USB LUU-A")
    moved = (Volume("KHAC", first), Volume("LUU-A", second))
    assert place.folder(lambda: moved) == second / "so"
    assert place.is_connected(lambda: moved)


def test_a_stick_that_is_out_is_asked_for_by_its_name() -> None:
    place = BackupLocation("usb:LUU-A")
    assert not place.is_connected(tuple)
    with pytest.raises(StorageError, match="backup.place_missing") as caught:
        place.folder(tuple)
    assert caught.value.facts == {"place": "USB LUU-A"}


def test_a_plain_folder_has_no_label(tmp_path: Path) -> None:
    place = backup_location_of(str(tmp_path), tuple)
    assert place.folder(tuple) == tmp_path
    assert (place.label, place.display_name) == ("", str(tmp_path))
    assert not BackupLocation(str(tmp_path / "none")).is_connected(tuple)


def test_locations_are_stored_and_an_unreadable_file_gives_none(tmp_path: Path) -> None:
    chosen = (BackupLocation("usb:LUU-A/so"), BackupLocation("/sao-luu"))
    write_backup_locations(tmp_path, "a1", chosen)
    assert read_backup_locations(tmp_path, "a1") == chosen
    assert read_backup_locations(tmp_path, "b2") == ()
    (tmp_path / "backups" / "a1.places.json").write_text("{", encoding="utf-8")
    assert read_backup_locations(tmp_path, "a1") == ()
