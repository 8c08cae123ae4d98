"""Opening and creating offices on the database thread; its imports happen there too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reception.services.office.remote_viewing import is_viewed_remotely

if TYPE_CHECKING:
    from collections.abc import Callable

    from reception.services.backup.backup_inspection import BackupContent, RestoreActor
    from reception.services.backup.restore import RestoreResult
    from reception.services.office.environment import Environment
    from reception.services.office.office_setup import OfficePlan
    from reception.services.recovery.office_rekeying import RecoveryPlan
    from reception.storage.crypto.keyring import UserKeys
    from ui.application.opened_office import OpenedOffice

    Progress = Callable[[int, int], object]


class OfficeOpener(NamedTuple):
    """Opens and creates offices; every method runs on the database thread."""

    demonstration: bool = False

    def import_modules(self) -> None:
        """Import the modules that opening needs, before the first password is typed."""
        import reception.bootstrap  # noqa: F401

    def open(self, folder: Path, user_id: str, password: str) -> OpenedOffice:
        """Unlock an office; see reception.services.access.unlocking.unlock for the errors."""
        from reception import bootstrap
        from ui.application.opening_data import read_opened_office

        environment = self._environment(folder)
        return read_opened_office(bootstrap.open_office(folder, user_id, password, environment))

    def create(self, folder: Path, plan: OfficePlan) -> str:
        """Create an office and return its id; errors as of ``office_setup.create_office``."""
        from reception.services.office.office_setup import create_office

        return create_office(folder, plan, self._environment(folder))

    def recover_office(self, folder: Path, recovery: UserKeys, plan: RecoveryPlan) -> str:
        """Give the office new keys and the head a new password; return the head's user id.

        Errors: as of ``office_recovery.replace_keys_after_recovery``.
        """
        from reception.services.recovery.office_recovery import replace_keys_after_recovery

        return replace_keys_after_recovery(folder, recovery, plan, self._environment(folder))

    def inspect_backup(
        self, folder: Path, backup: Path, actor: RestoreActor, progress: Progress
    ) -> BackupContent:
        """Compare a backup with the office; errors as of ``backup_inspection.inspect_backup``."""
        from reception.services.backup.backup_inspection import inspect_backup

        return inspect_backup(backup, folder, actor, self._environment(folder), progress)

    def restore_backup(self, folder: Path, backup: Path, actor: RestoreActor) -> RestoreResult:
        """Replace the office by a backup; errors as of ``restore.restore``."""
        from reception.services.backup.restore import restore

        return restore(backup, folder, actor, self._environment(folder), in_place=True)

    def _environment(self, folder: Path) -> Environment:
        from reception import bootstrap

        demonstration = self.demonstration
        environment = (
            bootstrap.demonstration_environment(folder)
            if demonstration
            else bootstrap.real_environment()
        )
        return replace(environment, is_viewed_remotely=is_viewed_remotely)
