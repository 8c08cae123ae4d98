"""Opening and creating offices on the database thread; its imports happen there too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ui.application.opened_office import OpenedOffice
from ui.privacy.remote_viewing import is_viewed_remotely

if TYPE_CHECKING:
    from collections.abc import Callable

    from reception.services.backup.restore import BackupContent, RestoreActor, RestoreResult
    from reception.services.office.environment import Environment
    from reception.services.office.office_setup import OfficePlan
    from reception.services.recovery.office_rekeying import RecoveryUnlock
    from reception.storage.crypto.keyring import UserKeys

    Progress = Callable[[int, int], object]


class OfficeOpener(NamedTuple):
    """Opens and creates offices; every method runs on the worker thread."""

    demonstration: bool = False

    def import_modules(self) -> None:
        """Import what opening needs, so that the first password is not kept waiting."""
        import reception.bootstrap  # noqa: F401

    def open(self, folder: Path, user_id: str, password: str) -> OpenedOffice:
        """Unlock an office; see reception.services.access.unlocking.unlock for the errors."""
        from reception import bootstrap
        from reception.services.recovery.recovery_unlock import recovered_at

        reception = bootstrap.open_office(folder, user_id, password, self._world(folder))
        session = reception.session
        return OpenedOffice(
            reception, session.settings(), reception.drafts.own_drafts(), recovered_at(session)
        )

    def create(self, folder: Path, plan: OfficePlan) -> str:
        """Create an office and return its id; errors as in setup.create_office."""
        from reception.services.office.office_setup import create_office

        return create_office(folder, plan, self._world(folder))

    def reopen(self, folder: Path, recovery: UserKeys, plan: RecoveryUnlock) -> str:
        """Open anew by two recovery sheets; errors as in reopening.reopen."""
        from reception.services.recovery.recovery_unlock import unlock_with_shares

        return unlock_with_shares(folder, recovery, plan, self._world(folder))

    def inspect_backup(
        self, folder: Path, backup: Path, who: RestoreActor, steps: Progress
    ) -> BackupContent:
        """Open a backup and set it beside the office; errors as in restore.inspect_backup."""
        from reception.services.backup.restore import inspect_backup

        return inspect_backup(backup, folder, who, self._world(folder), steps)

    def restore_backup(self, folder: Path, backup: Path, who: RestoreActor) -> RestoreResult:
        """Put a backup in the office's place; errors as in restoring.restore."""
        from reception.services.backup.restore import restore

        return restore(backup, folder, who, self._world(folder), in_place=True)

    def _world(self, folder: Path) -> Environment:
        from reception import bootstrap

        demonstration = self.demonstration
        world = (
            bootstrap.demonstration_environment(folder)
            if demonstration
            else bootstrap.environment()
        )
        return replace(world, is_viewed_remotely=is_viewed_remotely)
