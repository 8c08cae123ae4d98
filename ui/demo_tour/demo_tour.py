"""The walk: before the office, in it, and the pictures it leaves for the folder and the guide."""

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
    from ui.application.application_flow import ApplicationFlow

_BUSY = 40  # milliseconds between two looks at a worker that still works


class DemoTour(QObject):
    """``DemoTour(program, folder, sign_in)`` begins by itself and ends the program.

    ``sign_in`` is an account's name and password; the office must be a demonstration's.
    """

    def __init__(self, program: ApplicationFlow, folder: Path, sign_in: tuple[str, str]) -> None:
        """Begin as soon as the first page is painted."""
        super().__init__(program)
        self._program = program
        self._script = self._steps(InputDriver(folder), sign_in)
        QTimer.singleShot(LONG, self, self._go_on)

    def _steps(self, hand: InputDriver, sign_in: tuple[str, str]) -> Script:
        program, words = self._program, table("data/demonstration.json")
        page = program.entrance
        if page is None:
            raise RuntimeError("the walk begins at the unlock screen")
        page.resize(*SIZE)
        yield PAGE
        hand.keep(page, "mo-so")
        yield from start_pages.restoring(hand, page, sign_in)
        yield from start_pages.steps(hand, program.runner, words)
        program.sign_in(*sign_in)
        yield LONG
        while program.office is None:
            yield PAGE
        yield from office_pages.steps(hand, program.office, words)

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
