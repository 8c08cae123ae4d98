"""Recovery screen with its services: an office is opened by two recovery sheets."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reception.services.recovery.recovery_shares import join_shares
from reception.services.recovery.recovery_unlock import inspect_with_shares
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.recovery_screen import RecoveryProgress, RecoveryScreen
from ui.startup.office_opening import OfficeOpener


def page_for(
    folder: Path, opener: OfficeOpener, runner: TaskRunner, language: str
) -> RecoveryScreen:
    """Return the screen on which two holders type their sheets."""
    look, make = partial(_look, folder), partial(opener.reopen, folder)
    return RecoveryScreen(runner, look, make, language)


def _look(folder: Path, first: str, second: str) -> RecoveryProgress:
    recovery = join_shares(first, second)
    return RecoveryProgress(recovery, inspect_with_shares(folder, recovery))
