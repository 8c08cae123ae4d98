"""Demonstration tour: opens every screen and saves pictures of it."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from resources import table
from ui.demo_tour import office_pages, start_pages
from ui.demo_tour.input_driver import LONG_WAIT, PAGE_WAIT, SIZE, InputDriver, Script

if TYPE_CHECKING:
    from ui.startup.application_flow import ApplicationFlow

_BUSY_CHECK_MS = 40


class DemoTour(QObject):
    """Runs the script of the tour step by step and quits the program at its end.

    It starts after a delay, when the unlock screen is shown. Each step waits until the database
    thread is idle. An error in a step ends the program with exit code 1.
    """

    def __init__(self, program: ApplicationFlow, folder: Path, account: tuple[str, str]) -> None:
        """``folder`` is for the pictures; ``account`` is (name, password), of a demonstration."""
        super().__init__(program)
        self._program = program
        self._script = self._steps(InputDriver(folder), account)
        QTimer.singleShot(LONG_WAIT, self, self._next_step)

    def _steps(self, driver: InputDriver, account: tuple[str, str]) -> Script:
        program, demonstration_data = self._program, table("data/demonstration.json")
        page = program.start_window
        if page is None:
            raise RuntimeError("the tour begins at the unlock screen")
        page.resize(*SIZE)
        yield PAGE_WAIT
        driver.save_picture(page, "mo-so")
        yield from start_pages.restore_steps(driver, page, account)
        yield from start_pages.steps(driver, program.runner, demonstration_data)
        program.sign_in(*account)
        yield LONG_WAIT
        while program.office is None:
            yield PAGE_WAIT
        yield from office_pages.steps(driver, program.office, demonstration_data)

    @Slot()
    def _next_step(self) -> None:
        if self._program.runner.busy:
            QTimer.singleShot(_BUSY_CHECK_MS, self, self._next_step)
            return
        try:
            pause = next(self._script)
        except StopIteration:
            QApplication.quit()
        except Exception:
            traceback.print_exc(file=sys.stderr)
            QApplication.exit(1)
        else:
            QTimer.singleShot(pause, self, self._next_step)
