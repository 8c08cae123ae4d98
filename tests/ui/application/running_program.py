"""The program started inside the process of a test, over an office of today."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.office import ThrowAwayOffice, build_office_of_today
from tests.ui.blank_screens import blank_screens
from tests.ui.waiting import run_event_loop
from ui.appearance.window_settings import WindowSettings
from ui.application.command_line import Options
from ui.application.office_window import CreateScreens
from ui.features.unlock.unlock_screen import UnlockScreen
from ui.startup.application_flow import ApplicationFlow
from ui.startup.office_opening import OfficeOpener


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """Return an office nobody has opened yet."""
    return build_office_of_today(tmp_path)


@pytest.fixture
def start(themed: QApplication, tmp_path: Path):
    """Start the program in this process; ends it and gives the hooks back."""
    hook = sys.excepthook
    programs: list[ApplicationFlow] = []

    def run(options: Options, screens: CreateScreens = blank_screens) -> ApplicationFlow:
        settings = WindowSettings(tmp_path / "window.ini")
        found = ApplicationFlow(themed, options, settings, OfficeOpener(True), screens)
        programs.append(found)
        assert found.start()
        return found

    yield run
    for program in programs:
        if program.office is not None:
            program.office.idle_timer.stop()
            if program.office.window is not None:
                program.office.window.close()
        for start_window in (program.start_window, program.office and program.office.start_window):
            if start_window is not None:
                start_window.close()
        program._close_office()
        themed.aboutToQuit.disconnect(program._close_office)
        program.reservation.release()
    sys.excepthook = hook


def sign_in(program: ApplicationFlow, name: str, password: str) -> None:
    page = program.start_window.page
    assert isinstance(page, UnlockScreen)
    for user_id, account in page._contents.pre_unlock_state.accounts:
        if account == name:
            page.accounts.choose(user_id)
    page.password.setText(password)
    run_event_loop()
    page.open_button.click()
