"""Recovery screen with the services that open an office by two recovery sheets."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reception.services.recovery.office_recovery import inspect_with_recovery_keys
from reception.services.recovery.recovery_shares import join_shares
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.recovery_screen import RecoveredKeys, RecoveryScreen
from ui.startup.office_opening import OfficeOpener


def create_recovery_screen(
    folder: Path, opener: OfficeOpener, runner: TaskRunner, language: str
) -> RecoveryScreen:
    """Return the screen on which two holders type their sheets."""
    unlock, rekey_office = partial(_unlock, folder), partial(opener.recover_office, folder)
    return RecoveryScreen(runner, unlock, rekey_office, language)


def _unlock(folder: Path, first: str, second: str) -> RecoveredKeys:
    recovery = join_shares(first, second)
    return RecoveredKeys(recovery, inspect_with_recovery_keys(folder, recovery))
