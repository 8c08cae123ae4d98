"""Obsolete backups: older than a key rotation, so former staff can open them; destroy them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception.domain.audit import Act, entry_time
from reception.domain.clock import local_day
from reception.domain.errors import InvalidInput, StorageError
from reception.domain.offboarding import ObsoleteBackup
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.backup.location_states import connected_folders, read_connected_backups
from reception.storage.audit.entry_facts import fact_list, fact_number, parsed_facts
from reception.storage.backup import backup_writer
from reception.storage.backup.backup_reader import FOLDER_PREFIX, read_manifest
from reception.storage.backup.backup_restore import remove, replaced_offices
from reception.storage.crypto import keyring as keyring_file

_LAST_ROTATION = (
    "SELECT seq, at FROM log WHERE act IN ('key_renewed', 'vault_renewed', 'recovered') "
    "OR (act = 'restored' "
    "AND CASE WHEN json_valid(facts) THEN json_extract(facts, '$.rekeyed') END) "
    "ORDER BY seq DESC LIMIT 1"
)
_MADE = (
    "SELECT seq, at, act, subject, facts FROM log "
    "WHERE act IN ('backed_up', 'backups_destroyed') ORDER BY seq"
)
_PRE_MIGRATION_COPIES = "register.before-v*.db"


@dataclass(frozen=True, slots=True)
class DestroyedBackups:
    """Names of the backups removed now, and of those that the head declares destroyed."""

    removed: tuple[str, ...]
    declared: tuple[str, ...]


@rights_checked
class ObsoleteBackups:
    """Finds and destroys backups that earlier keys open.

    Some are out of reach, e.g. on a stick that is not plugged in: only the log names them.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self) -> tuple[ObsoleteBackup, ...]:
        """Return the obsolete backups, newest first, then copies beside the office.

        Empty before the first key rotation.
        """
        session = self._session
        last_rotation = session.database.one(_LAST_ROTATION)
        if last_rotation is None:
            return ()
        made_at = self._logged_backups(int(last_rotation["seq"]))
        folders: dict[str, str] = {}
        # Without microseconds, as in the manifests of backups.
        rotated_at = entry_time(last_rotation["at"]).replace(microsecond=0)
        state_folder, office_id = session.environment.state_folder, session.office.office_id
        # A logged backup is within reach also where too many folders are to be listed.
        places = connected_folders(state_folder, office_id)
        for path, manifest in read_connected_backups(state_folder, office_id):
            older = manifest.seq < last_rotation["seq"] or manifest.made_at < rotated_at
            if older or path.name in made_at:
                folders[path.name] = str(path.parent)
                # A restored backup is not listed in its own log.
                made_at.setdefault(path.name, (manifest.made_at, manifest.seq))
        for name in made_at.keys() - folders.keys():
            for place in places:
                if _is_backup(place, name, office_id):
                    folders[name] = str(place)
        names = sorted(made_at, key=lambda name: made_at[name], reverse=True)
        backups = [_obsolete(name, made_at[name], folders.get(name, "")) for name in names]
        copies = [
            ObsoleteBackup(path.name, None, location=str(path.parent))
            for path in self._copies_beside_office()
        ]
        return (*backups, *copies)

    def destroy(self, names: tuple[str, ...]) -> DestroyedBackups:
        """Remove the backups within reach, and log those out of reach as destroyed.

        Errors: ``rights.missing``, ``backup.not_old`` (nothing is removed then).
        """
        session = self._session
        obsolete = {backup.name: backup for backup in self.find()}
        if not names or not set(names) <= obsolete.keys():
            raise InvalidInput("backup.not_old", "names")
        removed: list[str] = []
        declared: list[str] = []
        for name in names:
            location = obsolete[name].location
            if location:
                _remove(Path(location) / name)
            (removed if location else declared).append(name)
        with session.act() as work:
            work.log(Act.BACKUPS_DESTROYED, "backups", removed=removed, declared=declared)
        return DestroyedBackups(tuple(removed), tuple(declared))

    def _logged_backups(self, rotation_entry: int) -> dict[str, tuple[datetime, int]]:
        """Return the backups logged before an entry and not removed since.

        Name -> (time, number of the last log entry in it).
        """
        made_at: dict[str, tuple[datetime, int]] = {}
        for row in self._session.database.query(_MADE):
            facts = parsed_facts(row["facts"]) or {}
            if row["act"] == Act.BACKED_UP and row["seq"] < rotation_entry:
                made_at[row["subject"]] = entry_time(row["at"]), fact_number(facts, "entries")
            for fact in ("dropped", "removed", "declared"):
                for name in map(str, fact_list(facts, fact)):
                    made_at.pop(name, None)
        return made_at

    def _copies_beside_office(self) -> tuple[Path, ...]:
        """Return the copies made before migrations, and the offices replaced by a restore.

        Replaced offices only if their database key differs from the present one; the key of
        copies made before migrations is not checked.
        """
        session = self._session
        account = keyring_file.load(session.folder).account(session.member.user_id)
        key = keyring_file.database_key(account, session.keys)
        replaced = [
            path for path in replaced_offices(session.folder) if self._has_other_key(path, key)
        ]
        return (*sorted(session.folder.glob(_PRE_MIGRATION_COPIES)), *replaced)

    def _has_other_key(self, folder: Path, key: bytes) -> bool:
        try:
            account = keyring_file.load(folder).account(self._session.member.user_id)
            return keyring_file.database_key(account, self._session.keys) != key
        except StorageError:
            return True


def _obsolete(name: str, made: tuple[datetime, int], location: str) -> ObsoleteBackup:
    at, seq = made
    return ObsoleteBackup(name, local_day(at), seq, location)


def _is_backup(place: Path, name: str, office_id: str) -> bool:
    """Tell whether a logged name, which may be any text, is that of a backup in a location."""
    if not name.startswith(FOLDER_PREFIX) or Path(name).name != name:
        return False
    try:
        return read_manifest(place / name).office == office_id
    except StorageError:
        return False


def _remove(path: Path) -> None:
    if path.is_file():
        path.unlink()
    elif path.name.startswith(FOLDER_PREFIX):
        backup_writer.remove_backup(path)
    else:
        remove(path)
