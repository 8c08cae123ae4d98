"""Opening by two recovery sheets, wired to an office's folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reception.services.recovery.recovery_shares import join_shares
from reception.services.recovery.recovery_unlock import inspect_with_shares
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.recovery_screen import RecoveryProgress, RecoveryScreen
from ui.startup.office_opening import OfficeOpener


def page_for(
    folder: Path, doors: OfficeOpener, runner: TaskRunner, language: str
) -> RecoveryScreen:
    """Return the page on which two holders type their sheets."""
    look, make = partial(_look, folder), partial(doors.reopen, folder)
    return RecoveryScreen(runner, look, make, language)


def _look(folder: Path, first: str, second: str) -> RecoveryProgress:
    recovery = join_shares(first, second)
    return RecoveryProgress(recovery, inspect_with_shares(folder, recovery))
