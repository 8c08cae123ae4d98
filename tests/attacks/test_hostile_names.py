"""Names of folders that no office has: too long, no UTF-8, with controls or turned writing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import ReceptionError
from reception.domain.staff import Role
from reception.domain.text import visible_text
from reception.messages.catalogue import error_sentence, sentence
from reception.services.access.pre_unlock_state import (
    finish_restore,
    holds_office,
    read_pre_unlock_state,
)
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor, inspect_backup
from reception.services.backup.restore import restore
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.office_setup import NewMember, OfficePlan, create_office
from tests.fixtures.office import HEAD, PASSWORDS, ThrowAwayOffice, build_office

_TURNED = "Sổ\u202eáh\n2026"
_ACTOR = RestoreActor(HEAD, PASSWORDS[HEAD])
_PLAN = OfficePlan(
    OfficeSettings(), (NewMember(HEAD, Role.HEAD, PASSWORDS[HEAD], has_custody=True),)
)


def _deep(base: Path) -> Path:
    """Return a path longer than SQLite and most programs take."""
    for _ in range(4):
        base /= "b" * 200
    return base


NAMES: dict[str, Callable[[Path], Path]] = {
    "too long": lambda base: base / ("a" * 300),
    "deep": _deep,
    "no UTF-8": lambda base: base / os.fsdecode(b"\xff\xfe"),
    "half of a pair": lambda base: base / "\ud800",
    "no name at all": lambda base: base / "a\x00b",
    "turned": lambda base: base / _TURNED,
    "below a file": lambda base: base / "file" / "below",
    "loop": lambda base: base / "loop" / "below",
}


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "loop").symlink_to("loop")
    return build_office(tmp_path / "office")


def answer(call: Callable[[], object]) -> str:
    """Return the sentence of an expected failure, "" without one; it can be shown and printed."""
    try:
        call()
    except ReceptionError as error:
        text = error_sentence(error)
        assert text == visible_text(text)
        return text
    return ""


@pytest.mark.parametrize("kind", NAMES)
def test_a_folder_of_any_name_is_used_or_refused_with_a_sentence(
    office: ThrowAwayOffice, kind: str
) -> None:
    folder, environment = NAMES[kind](office.folder.parent), office.environment
    before = [
        lambda: read_pre_unlock_state(folder, environment.state_folder),
        lambda: finish_restore(folder),
        lambda: unlock(folder, "x", "y", environment),
        lambda: inspect_backup(folder, office.folder, _ACTOR, environment),
        lambda: restore(folder, office.folder, _ACTOR, environment),
    ]
    for call in before:
        answer(call)
    answer(lambda: create_office(folder / "sổ", _PLAN, environment))
    assert holds_office(office.folder)


@pytest.mark.parametrize("kind", NAMES)
def test_backups_into_a_folder_of_any_name(office: ThrowAwayOffice, kind: str) -> None:
    folder, good = NAMES[kind](office.folder.parent), office.folder.parent / "tốt"
    good.mkdir()
    reception = create_services(office.open(HEAD))
    backups = reception.backups
    backups.add_location(good)
    answer(lambda: folder.mkdir(parents=True) if kind in ("no UTF-8", "turned") else None)
    refused = answer(lambda: backups.add_location(folder))
    assert bool(refused) == (kind in ("no UTF-8", "half of a pair", "no name at all"))
    answer(lambda: backups.make(folder))
    assert good in [location.folder() for location in backups.locations()]
    assert all(
        location.display_name == visible_text(location.display_name)
        for location in backups.locations()
    )
    backups.location_states()
    backups.due_folders()
    backups.available_backups()
    assert backups.make(good).folder.is_dir()
    reception.session.close()


def test_a_name_in_a_sentence_stays_on_its_line() -> None:
    text = sentence("keyring.missing", folder=f"/{_TURNED}\ud800")
    assert text == visible_text(text)
    assert text.count("\ufffd") == 3
