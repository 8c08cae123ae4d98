"""Backups in the real window: the day's copy after unlock, one more at the lock."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reception.services.backup import backup_locations, last_backup
from reception.services.backup.backup_inspection import checked_manifest
from reception.storage.crypto.keyring import load
from tests.fixtures.office import OFFICER, PASSWORDS, ThrowAwayOffice
from tests.ui.application.running_program import office, sign_in, start
from ui.application.command_line import Options
from ui.application.screen_registry import create_screens
from ui.startup.application_flow import ApplicationFlow

__all__ = ["office", "start"]


def status(program: ApplicationFlow) -> str:
    """Return text and accessible text of the navigation rail."""
    assert program.office is not None
    assert program.office.window is not None
    rail = program.office.window.rail
    return "\n".join(widget.accessibleName() for widget in rail.findChildren(QWidget))


def test_the_days_copy_is_made_after_unlock_and_another_at_the_lock(
    start, office: ThrowAwayOffice, qtbot, tmp_path: Path, monkeypatch
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(
        ApplicationFlow, "restart_at_unlock", lambda _program, reason: gone.append(reason)
    )
    place = tmp_path / "usb"
    place.mkdir()
    state, number = office.environment.state_folder, load(office.folder).office
    chosen = tuple(
        backup_locations.backup_location_of(str(path)) for path in (tmp_path / "unplugged", place)
    )
    backup_locations.write_backup_locations(state, number, chosen)
    options = Options(office=office.folder, demonstration=True, language="vi")
    program = start(options, create_screens)
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: program.office is not None)
    qtbot.waitUntil(lambda: last_backup.read_last_backup(state, number) is not None)
    qtbot.waitUntil(lambda: "Sao lưu " in status(program))
    (first,) = place.glob("sao-luu-*")
    assert checked_manifest(first).counts.entries >= 2
    program.office.lock("key")
    qtbot.waitUntil(lambda: gone == ["key"])
    (second,) = place.glob("sao-luu-*")
    assert second.name != first.name  # the day keeps its newest
    assert checked_manifest(second).counts.entries > 2


def test_without_a_location_the_status_says_so_and_locking_works(
    start, office: ThrowAwayOffice, qtbot, monkeypatch
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(
        ApplicationFlow, "restart_at_unlock", lambda _program, reason: gone.append(reason)
    )
    program = start(Options(office=office.folder, demonstration=True, language="vi"))
    sign_in(program, OFFICER, PASSWORDS[OFFICER])
    qtbot.waitUntil(lambda: program.office is not None)
    qtbot.waitUntil(lambda: program.office.window is not None)
    assert "Chưa sao lưu" in status(program)
    program.office.lock("key")
    qtbot.waitUntil(lambda: gone == ["key"])
