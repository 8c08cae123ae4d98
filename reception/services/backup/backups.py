"""Backups of an open office: making, verification, log entries, and removal of old ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reception.domain.audit import Act
from reception.domain.backup import STALE_DAYS, Manifest, RowCounts, backups_to_keep
from reception.domain.errors import StorageError
from reception.domain.staff import Right
from reception.hardening.single_instance import InstanceLock
from reception.services.access.session import Session
from reception.services.backup import backup_locations
from reception.services.backup.backup_locations import BackupLocation, backup_location_of
from reception.storage.atomic_files import write_atomically
from reception.storage.audit.log_verification import Progress, Verifier
from reception.storage.backup import backup_reader, backup_writer
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.schema import migrate
from reception.storage.staff.signed_members import signing_keys


@dataclass(frozen=True, slots=True)
class BackupResult:
    """A finished backup: folder, time, row counts, and the old backups it replaced."""

    folder: Path
    at: datetime
    counts: RowCounts
    dropped: int


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last good backup in this machine's state; readable without any key."""

    at: datetime
    place: str


@dataclass(frozen=True, slots=True)
class BackupLocationState:
    """A backup location: whether it is connected, its last good backup, its backups.

    ``at`` of a location that is not connected is taken from this machine's state.
    """

    place: BackupLocation
    is_connected: bool
    at: datetime | None
    backups: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class BackupCheck:
    """Result of opening and verifying a backup."""

    folder: Path
    manifest: Manifest
    good: bool


class Backups:
    """Makes and verifies backups of the open office."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def make(self, place: Path) -> BackupResult:
        """Make a backup in a folder: copy, verify, log, remove backups that are too old.

        Errors: those of :func:`reception.storage.backup.backup_writer.make`.
        """
        return self.log_copy(self.copy(place))

    def copy(self, place: Path) -> Path:
        """Make and verify the copy over its own connection, on any thread, while others write.

        :meth:`log_copy` logs it afterwards.
        Error ``backup.busy`` while another window or program copies this office.
        """
        session = self._session
        with InstanceLock(session.folder, "backup") as lock:
            if not lock.acquire():
                raise StorageError("backup.busy")
            at = session.environment.clock.now().replace(microsecond=0)
            key = self._key(session.folder)
            source = Database(session.folder / DATABASE_FILE, key)
            try:
                office = (session.office.office_id, key)
                return backup_writer.make_backup(source, office, place, at, self._is_complete)
            finally:
                source.abandon()  # it has written nothing; the session truncates the WAL

    def trial_opening(self, folder: Path, progress: Progress | None = None) -> Manifest:
        """Open and verify a backup as a restore would; logged.

        Errors: those of :func:`reception.storage.backup.backup_reader.look`,
        ``backup.other_key`` when it was made under an older key, ``backup.copy_bad``.
        """
        return self.log_trial(self.run_trial(folder, progress))

    def run_trial(self, folder: Path, progress: Progress | None = None) -> BackupCheck:
        """Open and verify a backup on any thread, without logging."""
        manifest, work_folder = (
            backup_reader.verified_manifest(folder),
            self._session.environment.state / "backups",
        )
        with backup_reader.open_copy(folder, self._key(folder), work_folder) as copy:
            good = copy.is_intact() and backup_reader.matches_manifest(copy, manifest)
            migrate(copy, None, b"")
            good = good and self._verify(copy, progress)
        return BackupCheck(folder, manifest, good)

    def log_trial(self, result: BackupCheck) -> Manifest:
        """Log the result of :meth:`run_trial`; Errors: ``backup.copy_bad``."""
        folder, manifest = result.folder, result.manifest
        with self._session.act() as work:
            work.log(Act.BACKUP_TRIED, folder.name, intact=result.good, entries=manifest.seq)
        if not result.good:
            raise StorageError("backup.copy_bad", place=str(folder))
        return manifest

    def log_copy(self, folder: Path) -> BackupResult:
        """Log a copy, store it as the last good one, and remove backups that are too old."""
        session, place = self._session, folder.parent
        manifest = backup_reader.read_manifest(folder)
        dropped = self._remove_old(place)
        with session.act() as work:
            work.log(
                Act.BACKED_UP,
                folder.name,
                entries=manifest.seq,
                digest=manifest.digest.hex()[:16],
                dropped=dropped,
            )
        state, office_id = session.environment.state, session.office.office_id
        _write_last_backup(
            state, office_id, LastBackup(manifest.made_at, str(place)), self._name_of(place)
        )
        return BackupResult(folder, manifest.made_at, manifest.counts, len(dropped))

    def counts(self) -> RowCounts:
        """Return the row counts of the open office."""
        return backup_reader.row_counts(self._session.database)

    def locations(self) -> tuple[BackupLocation, ...]:
        """Return the backup locations of this machine."""
        session = self._session
        return backup_locations.backup_locations(
            session.environment.state, session.office.office_id
        )

    def add_location(self, place: Path | str) -> BackupLocation:
        """Make a folder, or ``usb:LABEL``, the first backup location of this machine.

        A folder on a stick is stored by the stick's label. Errors: ``backup.unwritable`` when
        this machine's state folder cannot be written.
        """
        session = self._session
        session.require(Right.MANAGE)
        first = backup_location_of(str(place))
        others = tuple(known for known in self.locations() if known != first)
        state, office_id = session.environment.state, session.office.office_id
        try:
            backup_locations.remember(state, office_id, (first, *others))
        except OSError as error:
            reason = error.strerror or str(error)
            raise StorageError("backup.unwritable", place=str(state), reason=reason) from error
        return first

    def remove_location(self, place: BackupLocation) -> None:
        """Remove a backup location; its backups stay."""
        session = self._session
        session.require(Right.MANAGE)
        others = tuple(known for known in self.locations() if known != place)
        backup_locations.remember(session.environment.state, session.office.office_id, others)

    def _name_of(self, folder: Path) -> str:
        """Return the stored name of a folder's location; of a stick its label."""
        known = (place for place in self.locations() if place.is_connected())
        return next((place.text for place in known if place.folder() == folder), str(folder))

    def location_states(self) -> tuple[BackupLocationState, ...]:
        """Return the state of every backup location."""
        session = self._session
        office_id = session.office.office_id
        last = last_good_by_location(session.environment.state, office_id)
        states = []
        for place in self.locations():
            there = place.is_connected()
            found = backup_reader.backups_in(place.folder(), office_id) if there else []
            at = found[0][1].made_at if found else last.get(place.text)
            states.append(
                BackupLocationState(place, there, at, tuple(folder for folder, _ in found))
            )
        return tuple(states)

    def available(self) -> list[tuple[Path, Manifest]]:
        """Return the complete backups in the connected locations, newest first."""
        office = self._session.office.office_id
        there = [place.folder() for place in self.locations() if place.is_connected()]
        backups = [item for folder in there for item in backup_reader.backups_in(folder, office)]
        return sorted(backups, key=lambda item: item[1].made_at, reverse=True)

    def last(self) -> LastBackup | None:
        """Return the last good backup this machine made."""
        session = self._session
        return last_good(session.environment.state, session.office.office_id)

    def due_locations(self) -> tuple[Path, ...]:
        """Return the connected locations without a backup of today."""
        there = [place.folder() for place in self.locations() if place.is_connected()]
        return tuple(folder for folder in there if self.due((folder,)))

    def present_location(self) -> Path | None:
        """Return the first connected location, or None."""
        return next((place.folder() for place in self.locations() if place.is_connected()), None)

    def due(self, locations: tuple[Path, ...]) -> bool:
        """Tell whether today's backup is missing in a connected location."""
        today, office = self._session.today(), self._session.office.office_id
        for place in locations:
            found = backup_reader.backups_in(place, office)
            if place.is_dir() and not (found and found[0][1].made_at.date() == today):
                return True
        return False

    def _key(self, folder: Path) -> bytes:
        """Return the database key from the keyring beside a database file."""
        session = self._session
        try:
            account = keyring_file.load(folder).account(session.member.user_id)
            return keyring_file.database_key(account, session.keys)
        except StorageError as error:
            raise StorageError("backup.other_key") from error

    def _is_complete(self, copy: Database, folder: Path) -> bool:
        """Tell whether the keyring beside a copy opens it and its log is intact."""
        Database(folder / DATABASE_FILE, self._key(folder)).close()
        return self._verify(copy, None)

    def _verify(self, copy: Database, progress: Progress | None) -> bool:
        verifier = Verifier(copy, signing_keys(copy, self._session.office))
        found = verifier.run() if progress is None else verifier.run(None, progress)
        return found.intact

    def _remove_old(self, place: Path) -> list[str]:
        found = backup_reader.backups_in(place, self._session.office.office_id)
        keep = backups_to_keep(manifest.made_at for _, manifest in found)
        dropped = []
        for folder, manifest in found:
            if manifest.made_at not in keep:
                try:
                    backup_writer.remove_backup(folder)
                except OSError:
                    continue  # the new backup is valid nevertheless
                dropped.append(folder.name)
        return dropped


def last_good(state: Path, office_id: str) -> LastBackup | None:
    """Return the last good backup this machine made, or None; needs no key."""
    try:
        item = json.loads(_last_backup_file(state, office_id).read_text(encoding="utf-8"))
        return LastBackup(datetime.fromisoformat(item["at"]), str(item["place"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def last_good_by_location(state: Path, office_id: str) -> dict[str, datetime]:
    """Return location -> time of its last good backup, from this machine's state."""
    try:
        times = json.loads(_last_backup_file(state, office_id).read_text(encoding="utf-8"))["each"]
        return {str(place): datetime.fromisoformat(at) for place, at in times.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def is_stale(mark: LastBackup | None, today: date) -> bool:
    """Tell whether to warn: no backup yet, or none for three days."""
    return mark is None or (today - mark.at.date()).days >= STALE_DAYS


def _write_last_backup(state: Path, office_id: str, mark: LastBackup, name: str) -> None:
    times = {place: at.isoformat() for place, at in last_good_by_location(state, office_id).items()}
    times[name] = mark.at.isoformat()
    item = {"at": mark.at.isoformat(), "place": mark.place, "each": times}
    text = json.dumps(item, ensure_ascii=False)
    write_atomically(_last_backup_file(state, office_id), text.encode())


def _last_backup_file(state: Path, office_id: str) -> Path:
    return state / "backups" / f"{office_id}.json"
