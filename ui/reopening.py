"""Opening by two recovery sheets, wired to an office's folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reception.services.recovery import join_sheets
from reception.services.reopening import look_with_sheets
from ui.opening import Doors
from ui.screens.wizard.reopen import Led, ReopenScreen
from ui.work.worker import Runner


def page_for(folder: Path, doors: Doors, runner: Runner, language: str) -> ReopenScreen:
    """Return the page on which two holders type their sheets."""
    look, make = partial(_look, folder), partial(doors.reopen, folder)
    return ReopenScreen(runner, look, make, language)


def _look(folder: Path, first: str, second: str) -> Led:
    recovery = join_sheets(first, second)
    return Led(recovery, look_with_sheets(folder, recovery))
