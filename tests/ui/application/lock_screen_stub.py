"""A small desk for test_lock: one field whose text becomes the draft."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reception.bootstrap import Reception
from ui.appearance.window_settings import WindowSettings
from ui.application.command_line import Options
from ui.application.screen_registry import OfficeScreens, ScreenContext
from ui.application_run import QT_ARGUMENTS
from ui.database_thread.task_runner import TaskRunner
from ui.features.unlock.unlock_screen import UnlockScreen
from ui.shell.navigation import NavigationItem
from ui.shell.screen import Screen
from ui.startup.application_flow import ApplicationFlow
from ui.widgets.text_field import TextField


class LockScreenStub(Screen):
    """Stores the typed text as a draft when the session is locked."""

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._drafts = reception.drafts
        self._runner = runner
        self.name = TextField(self)
        QVBoxLayout(self).addWidget(self.name)

    def about_to_lock(self) -> None:
        """Hand the draft over."""
        if self.name.value():
            self._runner.run(self._keep, {"name": self.name.value()})

    def _keep(self, form: dict[str, str]) -> None:
        self._drafts.save(self._drafts.create(), form)


def stub_screens(context: ScreenContext) -> OfficeScreens:
    """Create the screens of an office that has this one alone."""
    stub = LockScreenStub(context.reception, context.runner, context.window)
    return OfficeScreens({NavigationItem.HOME: stub})


class Driver(QWidget):
    """Types the password, types a name, locks."""

    def __init__(self, program: ApplicationFlow, password: str, end: tuple[str, str]) -> None:
        """Store the steps."""
        super().__init__()
        self._program, self._password, self._end = program, password, end
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        self._timer.start(20)
        self._typed = False
        self.hang = False

    @Slot()
    def step(self) -> None:
        """Do the next thing when its time has come."""
        start_window, office = self._program.start_window, self._program.office
        if start_window is not None and isinstance(start_window.page, UnlockScreen):
            if not self._typed:
                self._typed = True
                start_window.page.password.setText(self._password)
                start_window.page.open_button.click()
        elif office is not None and office.window is not None:
            self._timer.stop()
            self._work()

    def _work(self) -> None:
        office = self._program.office
        assert office is not None
        assert office.window is not None
        desk = office.window.screen_at(NavigationItem.HOME)
        assert isinstance(desk, LockScreenStub)
        desk.name.setText(self._end[1] * 40)
        print("open", flush=True)  # noqa: T201  # the test waits for it
        sys.stdin.readline()
        if self.hang:
            self._program.runner.run(time.sleep, 3600)
        office.lock(self._end[0])


def drive(folder: Path, password: str, end: tuple[str, str], extra: list[str]) -> int:
    """Run the program with the driver; hardening is complete before."""
    app = QApplication(QT_ARGUMENTS)
    options = Options(office=folder, demonstration=True, language="vi")
    settings = WindowSettings(folder.parent / "window.ini")
    program = ApplicationFlow(app, options, settings, create_screens=stub_screens)
    assert program.start()
    driver = Driver(program, password, end)
    driver.hang = "hang" in extra
    # The test reads this process's memory before the lock to show that its search finds.
    ctypes.CDLL(None).prctl(4, ctypes.c_ulong(1), 0, 0, 0)
    os.environ.pop("RECEPTION_DRIVER", None)
    return app.exec()
