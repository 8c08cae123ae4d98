"""Demonstration tour: opens every screen and keeps pictures for the folder and the guide."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from resources import table
from ui.demo_tour import office_pages, start_pages
from ui.demo_tour.input_driver import LONG, PAGE, SIZE, InputDriver, Script

if TYPE_CHECKING:
    from ui.startup.application_flow import ApplicationFlow

_BUSY = 40  # milliseconds between two checks of a busy database thread


class DemoTour(QObject):
    """Begins once the first page is painted, and ends the program.

    ``sign_in`` is the name and password of an account of a demonstration office. Each step of
    the script waits until the database thread is idle.
    """

    def __init__(self, program: ApplicationFlow, folder: Path, sign_in: tuple[str, str]) -> None:
        super().__init__(program)
        self._program = program
        self._script = self._steps(InputDriver(folder), sign_in)
        QTimer.singleShot(LONG, self, self._go_on)

    def _steps(self, driver: InputDriver, sign_in: tuple[str, str]) -> Script:
        program, words = self._program, table("data/demonstration.json")
        page = program.start_window
        if page is None:
            raise RuntimeError("the tour begins at the unlock screen")
        page.resize(*SIZE)
        yield PAGE
        driver.keep(page, "mo-so")
        yield from start_pages.restore_steps(driver, page, sign_in)
        yield from start_pages.steps(driver, program.runner, words)
        program.sign_in(*sign_in)
        yield LONG
        while program.office is None:
            yield PAGE
        yield from office_pages.steps(driver, program.office, words)

    @Slot()
    def _go_on(self) -> None:
        if self._program.runner.busy:
            QTimer.singleShot(_BUSY, self, self._go_on)
            return
        try:
            pause = next(self._script)
        except StopIteration:
            QApplication.quit()
        except Exception:
            traceback.print_exc(file=sys.stderr)
            QApplication.exit(1)
        else:
            QTimer.singleShot(pause, self, self._go_on)
