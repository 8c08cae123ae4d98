"""Backups of an open office: making, verification, log entries, and removal of old ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from reception.domain.audit import Act, Finding
from reception.domain.backup import Manifest, RowCounts, backups_to_keep
from reception.domain.clock import local_day
from reception.domain.errors import NotAllowed, StorageError
from reception.domain.staff import Right
from reception.hardening.regular_files import is_folder
from reception.hardening.single_instance import InstanceLock
from reception.services.access.rights_check import may_call, rights_checked
from reception.services.access.session import Session
from reception.services.backup import backup_locations
from reception.services.backup.backup_inspection import new_findings, require_no_findings
from reception.services.backup.backup_locations import BackupLocation, backup_location_of
from reception.services.backup.last_backup import LastBackup, read_last_backup, write_last_backup
from reception.services.backup.location_states import (
    BackupLocationState,
    read_connected_backups,
    read_location_states,
)
from reception.storage.audit.log_verification import Progress
from reception.storage.backup import backup_listing, backup_reader, backup_writer
from reception.storage.backup.backup_restore import write_error
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.schema import migrate


@dataclass(frozen=True, slots=True)
class BackupResult:
    """A finished backup: folder, day, row counts, and how many old backups were removed."""

    folder: Path
    made_on: date
    counts: RowCounts
    removed_count: int
    findings: int = 0  # in the log, beyond those that the head has accepted


@dataclass(frozen=True, slots=True)
class BackupCheck:
    """Result of opening and verifying a backup."""

    folder: Path
    manifest: Manifest
    is_intact: bool
    findings: tuple[Finding, ...] = ()  # in the log, beyond those that the head has accepted


@rights_checked
class Backups:
    """Makes and verifies backups of the open office."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # State folder of this machine and office id, by which its locations and backups are stored.
        self._machine_key = session.environment.state_folder, session.office.office_id
        self._unfinished: set[Path] = set()  # made in this session, not logged yet

    def make(self, folder: Path) -> BackupResult:
        """Make a backup in a folder: :meth:`make_copy`, then :meth:`finish_backup`.

        Errors: those of :meth:`make_copy`.
        """
        return self.finish_backup(self.make_copy(folder))

    def make_copy(self, folder: Path) -> Path:
        """Make and verify a copy over a connection of its own, on any thread, while others write.

        A log with findings is copied too, and the manifest says how many: were it refused, one
        forged entry would stop all backups. Returns the folder of the backup, for
        :meth:`finish_backup`.
        Errors: NotAllowed ``backup.not_a_location`` without ``manage``; ``backup.busy`` while
        another window or program copies this office,
        ``backup.other_key`` and those of
        :func:`reception.storage.backup.backup_writer.make_backup`.
        """
        session = self._session
        backup_location_of(str(folder))
        self._require_location(folder)
        with InstanceLock(session.folder, "backup") as lock:
            try:
                acquired = lock.acquire()
            except OSError as error:
                raise StorageError("database.read_only", folder=str(session.folder)) from error
            if not acquired:
                raise StorageError("backup.busy")
            made_at = session.environment.clock.now().replace(microsecond=0)
            key = self._database_key(session.folder)
            source = Database(session.folder / DATABASE_FILE, key)
            try:
                office = (session.office.office_id, key)
                check = partial(self._verify_copy, source)
                made = backup_writer.make_backup(source, office, folder, made_at, check)
                self._unfinished.add(made)
                return made
            finally:
                source.close_without_truncating_wal()  # the session truncates the WAL

    def trial_opening(self, folder: Path, progress: Progress | None = None) -> Manifest:
        """Open and verify a backup as a restore would; logged.

        Errors: those of :meth:`run_trial` and :meth:`log_trial`.
        """
        return self.log_trial(self.run_trial(folder, progress))

    def run_trial(self, folder: Path, progress: Progress | None = None) -> BackupCheck:
        """Open and verify a backup on any thread, without logging.

        Errors: those of :func:`reception.storage.backup.backup_reader.verified_manifest`,
        ``backup.other_key`` when the backup was made under an older key, ``database.newer``.
        """
        backup_reader.stated_manifest(folder)
        key = self._database_key(folder)
        manifest = backup_reader.verified_manifest(folder, key)
        work_folder = self._session.environment.state_folder / "backups"
        with backup_reader.open_copy(folder, key, work_folder) as copy:
            is_intact = copy.is_intact() and backup_reader.matches_manifest(copy, manifest)
            migrate(copy, None, b"")
            findings = new_findings(copy, self._session.office, progress) if is_intact else ()
        return BackupCheck(folder, manifest.without_hour(), is_intact, findings)

    def log_trial(self, result: BackupCheck) -> Manifest:
        """Log the result of :meth:`run_trial`.

        Errors: ``backup.copy_bad`` if the copy is not intact, ``backup.findings`` if a restore
        would refuse its log.
        """
        folder, manifest = result.folder, result.manifest
        facts: dict[str, object] = {"intact": result.is_intact, "entries": manifest.seq}
        facts |= {"findings": len(result.findings)} if result.findings else {}
        with self._session.act() as work:
            work.log(Act.BACKUP_TRIED, folder.name, **facts)
        if not result.is_intact:
            raise StorageError("backup.copy_bad", place=str(folder))
        require_no_findings(result.findings, folder)
        return manifest

    def finish_backup(self, folder: Path) -> BackupResult:
        """Remove backups that are too old, log the new one, and store it as the last good one.

        ``folder`` is the new backup, which :meth:`make_copy` returned. While its log has findings,
        no old backup is removed: they may be needed to compare with.
        Errors: NotAllowed ``backup.not_made_here`` for any other folder.
        """
        if folder not in self._unfinished:
            raise NotAllowed("backup.not_made_here", name=folder.name)
        self._unfinished.discard(folder)
        session, location = self._session, folder.parent
        manifest = backup_reader.read_manifest(folder)
        removed_names = [] if manifest.findings else self._remove_old_backups(location)
        facts = {"entries": manifest.seq, "digest": manifest.digest.hex()[:16]}
        facts |= {"findings": manifest.findings} if manifest.findings else {}
        with session.act() as work:
            work.log(Act.BACKED_UP, folder.name, dropped=removed_names, **facts)
        with suppress(OSError):  # the backup is valid, whatever this machine can note about it
            write_last_backup(
                *self._machine_key,
                LastBackup(local_day(manifest.made_at), str(location)),
                self._location_address(location),
            )
        return BackupResult(
            folder,
            local_day(manifest.made_at),
            manifest.counts,
            len(removed_names),
            manifest.findings,
        )

    def row_counts(self) -> RowCounts:
        """Return the row counts of the open office."""
        return backup_reader.row_counts(self._session.database)

    def locations(self) -> tuple[BackupLocation, ...]:
        """Return the backup locations of this machine."""
        return backup_locations.read_backup_locations(*self._machine_key)

    def add_location(self, folder: Path | str) -> BackupLocation:
        """Make a folder, or ``usb:LABEL``, the first backup location of this machine.

        A folder on a stick is stored by the stick's label. Errors: ``rights.missing``,
        ``backup.unwritable`` when this machine's state folder cannot be written.
        """
        first = backup_location_of(str(folder))
        others = tuple(other for other in self.locations() if other != first)
        self._write_locations((first, *others))
        return first

    def remove_location(self, location: BackupLocation) -> None:
        """Remove a backup location; its backups stay. Errors: as of :meth:`add_location`."""
        others = tuple(other for other in self.locations() if other != location)
        self._write_locations(others)

    def _write_locations(self, locations: tuple[BackupLocation, ...]) -> None:
        try:
            backup_locations.write_backup_locations(*self._machine_key, locations)
        except OSError as error:
            raise write_error(error, self._machine_key[0]) from error

    def _location_address(self, folder: Path) -> str:
        """Return the stored address of the location that is this folder, else the folder itself."""
        connected = (location for location in self.locations() if location.is_connected())
        return next(
            (location.address for location in connected if location.folder() == folder), str(folder)
        )

    def location_states(self) -> tuple[BackupLocationState, ...]:
        """Return for every backup location whether it is connected, and its backups."""
        return read_location_states(*self._machine_key)

    def available_backups(self) -> list[tuple[Path, Manifest]]:
        """Return (folder, manifest) of each backup in the connected locations, newest first.

        The manifests have no hour.
        """
        backups = read_connected_backups(*self._machine_key)
        return [(folder, manifest.without_hour()) for folder, manifest in backups]

    def last_backup(self) -> LastBackup | None:
        """Return the last good backup this machine made."""
        return read_last_backup(*self._machine_key)

    def due_folders(self) -> tuple[Path, ...]:
        """Return the folders of the connected locations without a backup of today.

        None for somebody who may make no backup.
        """
        if not may_call(self._session, "Backups.make"):
            return ()
        return tuple(
            folder for folder in self._connected_folders() if self.is_backup_due((folder,))
        )

    def first_connected_folder(self) -> Path | None:
        """Return the folder of the first connected location, or None."""
        return next(self._connected_folders(), None)

    def _connected_folders(self) -> Iterator[Path]:
        for location in self.locations():
            if location.is_connected():
                yield location.folder()

    def is_backup_due(self, folders: tuple[Path, ...]) -> bool:
        """Tell whether today's backup is missing in one of the folders that exist."""
        today, office = self._session.today(), self._session.office.office_id
        for folder in folders:
            backups = backup_listing.backups_in(folder, office)
            if is_folder(folder) and not (backups and backups[0][1].made_at.date() == today):
                return True
        return False

    def _require_location(self, folder: Path) -> None:
        """Refuse a folder that nobody who manages the office has chosen for its backups."""
        if self._session.may(Right.MANAGE):
            return
        addresses = {location.address for location in self.locations()}
        connected = {path.resolve() for path in self._connected_folders()}
        if str(folder) not in addresses and folder.resolve() not in connected:
            raise NotAllowed("backup.not_a_location", place=str(folder))

    def _database_key(self, folder: Path) -> bytes:
        """Return the database key from the keyring in a folder. Errors: ``backup.other_key``."""
        session = self._session
        try:
            account = keyring_file.load(folder).account(session.member.user_id)
            return keyring_file.database_key(account, session.keys)
        except StorageError as error:
            raise StorageError("backup.other_key") from error

    def _verify_copy(self, source: Database, copy: Database, folder: Path) -> int:
        """Open the copy in ``folder`` with the keyring there; return how much its log has wrong.

        The source is verified only if the copy has findings: all of them must be there too.
        Errors: ``backup.copy_bad``.
        """
        Database(folder / DATABASE_FILE, self._database_key(folder)).close()
        office = self._session.office
        findings = new_findings(copy, office)
        if findings:
            own = {item.place for item in new_findings(source, office)}
            if any(item.place not in own for item in findings):
                raise StorageError("backup.copy_bad", place=str(folder.parent))
        return len(findings)

    def _remove_old_backups(self, location: Path) -> list[str]:
        """Remove the backups of this office that are too old; return the names of their folders."""
        backups = backup_listing.backups_in(location, self._session.office.office_id)
        kept_times = backups_to_keep(manifest.made_at for _, manifest in backups)
        newest = {m.made_at: m.seq for _, m in sorted(backups, key=lambda item: item[1].seq)}
        removed_names = []
        for folder, manifest in backups:
            is_newest = manifest.seq == newest[manifest.made_at]  # of two in one second
            if manifest.made_at not in kept_times or not is_newest:
                try:
                    backup_writer.remove_backup(folder)
                except OSError:
                    continue  # the new backup is valid nevertheless
                removed_names.append(folder.name)
        return removed_names
