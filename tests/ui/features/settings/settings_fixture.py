"""The settings of a throw-away office in its window, for tests of their sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import Reception, create_services
from reception.print_queue.print_route import PrintRoute
from reception.services.office.office_settings import OfficeSettings, read_settings
from tests.fixtures.office import HEAD, ThrowAwayOffice, build_office
from tests.ui.conftest import send_text
from tests.ui.waiting import wait_until, wait_until_settled
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_route_with_rules import PrintRouteWithRules
from ui.features.printing.print_thread import PrintThread
from ui.features.settings.settings_screen import SettingsScreen
from ui.shell.backup_status import BackupJob
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

K = Qt.Key


class SettingsStage:
    """The settings of a throw-away office."""

    def __init__(self, office: ThrowAwayOffice, name: str, route: PrintRoute | None = None) -> None:
        """Sign ``name`` in on the database thread; ``route`` leads to printers."""
        self.office, self.runner = office, TaskRunner()
        receptions: list[Reception] = []
        self.runner.run(lambda: receptions.append(self._open(name)))
        wait_until(lambda: receptions)
        self.window = MainWindow((NavigationItem.HOME, NavigationItem.SETTINGS))
        self.machine = WindowSettings(office.folder.parent / "window.ini")
        reception = self.reception = receptions[0]
        self.print_thread: PrintThread | None = None
        if route is not None:
            route_with_rules = PrintRouteWithRules(route, reception.printer_rules.rules)
            self.print_thread = PrintThread(route_with_rules, self.window)
        self.page = SettingsScreen(
            reception, self.runner, self.window, self.machine, self.print_thread
        )
        self.backup_job = BackupJob(reception, self.runner, self.window)
        self.page.backup_wanted.connect(self.backup_job.make_backup)
        self.page.trial_wanted.connect(self.backup_job.open_on_trial)
        self.backup_job.backup_made.connect(self.page.show_backup_made)
        self.backup_job.backup_verified.connect(self.page.show_backup_verified)
        self.backup_job.failed.connect(self.page.show_backup_error)
        self.toasts: list[str] = []
        self.page.toast_wanted.connect(self.toasts.append)
        self.window.add_screen(NavigationItem.SETTINGS, self.page)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.show_item(NavigationItem.SETTINGS)
        self.page.show_section("password")

    def open_section(self, name: str) -> Any:
        """Show a section and return it."""
        self.page.show_section(name)
        return self.page.section(name)

    def _open(self, name: str) -> Reception:
        reception = create_services(self.office.open(name))
        reception.session.settings()
        return reception

    def wait(self) -> None:
        """Wait until the database thread is idle and the window has settled."""
        wait_until_settled(self.window, self.runner)

    def type_passwords(self, old: str, new: str, again: str) -> None:
        """Type three passwords and press the button with Enter."""
        page = self.open_section("password")
        for field, text in (
            (page.old_password, old),
            (page.new_password, new),
            (page.repeated_password, again),
        ):
            field.setFocus()
            send_text(field, text)
        page.password_button.setFocus()
        QTest.keyClick(page.password_button, K.Key_Return)
        self.wait()


@pytest.fixture
def open_settings(themed: QApplication, tmp_path: Path) -> Iterator[Callable[..., SettingsStage]]:
    """A function that opens the settings for an account, with a print route if given."""
    stages: list[SettingsStage] = []
    office = build_office(tmp_path)

    def make(name: str = HEAD, route: PrintRoute | None = None) -> SettingsStage:
        stages.append(SettingsStage(office, name, route))
        return stages[-1]

    yield make
    for stage in stages:
        stage.backup_job.close()
        if stage.print_thread is not None:
            stage.print_thread.close()
        stage.runner.stop(stage.reception.session.database.close)
        stage.window.close()
        stage.window.deleteLater()


def control_s(settings_stage: SettingsStage, field: Any) -> None:
    """Press Ctrl+S in a field and wait for the database thread."""
    QTest.keyClick(field, K.Key_S, Qt.KeyboardModifier.ControlModifier)
    settings_stage.wait()


def settings_of(settings_stage: SettingsStage) -> OfficeSettings:
    """Read the settings from the register, not from memory."""
    settings: list[OfficeSettings] = []
    session = settings_stage.reception.session
    settings_stage.runner.run(lambda: settings.append(read_settings(session.database)))
    settings_stage.wait()
    return settings[0]
