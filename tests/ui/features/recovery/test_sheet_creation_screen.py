"""The head makes the recovery sheets after the office was set up, from the notice at unlock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reception.bootstrap import create_services
from reception.services.recovery.recovery_shares import join_shares
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from tests.fixtures.office import HEAD, OFFICER, build_office
from ui.application.office_window import OfficeWindow
from ui.application.opened_office import OpenedOffice
from ui.application.screen_registry import create_screens
from ui.application.start_window import StartWindow
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.sheet_creation_screen import SheetCreationScreen
from ui.features.unlock.notices_screen import NoticesScreen


class SheetCreationStage:
    """An office just unlocked, before its window is shown."""

    def __init__(self, folder: Path, name: str, qtbot) -> None:
        """Unlock and show the notices."""
        self.office, self.runner = build_office(folder), TaskRunner()
        opened_offices: list[OpenedOffice] = []

        def opening() -> None:
            reception = create_services(self.office.open(name))
            opened_offices.append(OpenedOffice(reception, reception.session.settings(), []))

        self.runner.run(opening)
        qtbot.waitUntil(lambda: bool(opened_offices))
        self.session = opened_offices[0].reception.session
        self.window = OfficeWindow(
            opened_offices[0], self.runner, "vi", create_screens, lambda _reason: None
        )
        self.start_window = StartWindow()
        self.start_window.show()
        self.start_window.activateWindow()
        self.window.enter(self.start_window, False)

    def close(self) -> None:
        """End threads and windows."""
        self.window.idle_timer.stop()
        self.window.save_drafts()
        self.runner.stop(self.session.database.close)
        for window in (self.start_window, self.window.window):
            if window is not None and isValid(window):
                window.close()


@pytest.fixture
def stage(themed: QApplication, qtbot, tmp_path: Path):
    """The office, unlocked by the head."""
    stage = SheetCreationStage(tmp_path, HEAD, qtbot)
    yield stage
    stage.close()


def test_the_head_makes_the_sheets_by_keyboard(stage: SheetCreationStage, qtbot):
    page = stage.start_window.page
    assert isinstance(page, NoticesScreen)
    page.sheets_button.setFocus()
    QTest.keyClick(page.sheets_button, Qt.Key.Key_Space)
    page = stage.start_window.page
    assert isinstance(page, SheetCreationScreen)
    assert not page.next_button.isEnabled()
    for field, holder in zip(
        page.create_sheets_step.holder_fields, ("Phạm Thị D", "Giàng A K", "Lò Thị M"), strict=True
    ):
        field.setText(holder)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.create_sheets_step.is_copying)
    copy_page = page.create_sheets_step.copy_page
    sheets = copy_page._shares.sheets
    for number in (1, 2, 3):
        assert copy_page.sheet_number == number
        copy_page.toggle_cover()
        copy_page.toggle_cover()
        for field, position in zip(copy_page.answers, copy_page.asked_positions, strict=True):
            QTest.keyClicks(field, sheets[number - 1][position - 1])
        assert page.obstacle_label.text() == ""
        QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.window.window is not None)
    keys = join_shares(" ".join(sheets[0]), " ".join(sheets[2]))
    vaults: list[dict[str, object]] = []
    session = stage.session
    stage.runner.run(
        lambda: vaults.append(
            granted_private_keys(session.database, session.office, RECOVERY, keys)
        )
    )
    qtbot.waitUntil(lambda: bool(vaults))
    assert {vault for vault, _ in vaults[0]} == {DESK, PROTECTED}
    assert "recovery.missing" not in session.warnings


def test_leaving_returns_to_the_notice_and_changes_nothing(stage: SheetCreationStage):
    stage.start_window.page.sheets_wanted.emit()
    QTest.mouseClick(stage.start_window.page.back_button, Qt.MouseButton.LeftButton)
    assert isinstance(stage.start_window.page, NoticesScreen)
    assert "recovery.missing" in stage.session.warnings


def test_an_officer_is_not_asked(themed: QApplication, qtbot, tmp_path: Path):
    stage = SheetCreationStage(tmp_path, OFFICER, qtbot)
    assert stage.window.window is not None
    stage.close()


def test_picture(stage: SheetCreationStage, picture):
    picture(stage.start_window, "notices")
    stage.start_window.page.sheets_wanted.emit()
    QApplication.processEvents()
    assert picture(stage.start_window, "later-sheets").stat().st_size > 5_000
