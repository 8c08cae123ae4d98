"""Places of backups: a folder stays a folder, a stick keeps its label wherever it appears."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.domain.errors import StorageError
from reception.services.backup_places import Place, place_of, places, remember
from reception.storage.volumes import Volume


def test_a_folder_on_a_stick_is_kept_by_the_label(tmp_path: Path) -> None:
    first, second = tmp_path / "media" / "LUU-A", tmp_path / "mnt"
    (first / "so").mkdir(parents=True)
    (second / "so").mkdir(parents=True)
    place = place_of(str(first / "so"), lambda: (Volume("LUU-A", first),))
    assert place == Place("usb:LUU-A/so")
    assert (place.label, place.shown) == ("LUU-A", "USB LUU-A")
    moved = (Volume("KHAC", first), Volume("LUU-A", second))
    assert place.folder(lambda: moved) == second / "so"
    assert place.there(lambda: moved)


def test_a_stick_that_is_out_is_asked_for_by_its_name() -> None:
    place = Place("usb:LUU-A")
    assert not place.there(tuple)
    with pytest.raises(StorageError, match="backup.place_missing") as caught:
        place.folder(tuple)
    assert caught.value.facts == {"place": "USB LUU-A"}


def test_a_plain_folder_stays_one(tmp_path: Path) -> None:
    place = place_of(str(tmp_path), tuple)
    assert place.folder(tuple) == tmp_path
    assert (place.label, place.shown) == ("", str(tmp_path))
    assert not Place(str(tmp_path / "none")).there(tuple)


def test_places_are_remembered_and_nonsense_is_none(tmp_path: Path) -> None:
    chosen = (Place("usb:LUU-A/so"), Place("/sao-luu"))
    remember(tmp_path, "a1", chosen)
    assert places(tmp_path, "a1") == chosen
    assert places(tmp_path, "b2") == ()
    (tmp_path / "backups" / "a1.places.json").write_text("{", encoding="utf-8")
    assert places(tmp_path, "a1") == ()
