"""A backup whose files, register, log and roster were verified, before it is restored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.errors import NotAllowed, StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.domain.roster import NO_ROSTER, RosterMark
from reception.services.backup.backup_inspection import (
    BackupOpener,
    new_findings,
    require_no_findings,
)
from reception.services.backup.present_register import KnownRosters, known_rosters
from reception.services.backup.restored_people import HighestRoster
from reception.services.backup.restored_vaults import RestoringHead
from reception.storage.audit.local_state import CheckpointFile, RosterFile
from reception.storage.backup import backup_reader
from reception.storage.backup.restore_history import checkpoint_facts
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.database import Database
from reception.storage.schema import migrate, schema_text
from reception.storage.staff.roster_check import (
    RosterInForce,
    is_trusted_by,
    read_roster,
    require_same_rows,
)
from reception.storage.staff.roster_statement import signed_roster_from_json
from reception.storage.staff.signed_members import Office


@dataclass(frozen=True, slots=True)
class RestoreSource:
    """A backup with its manifest, opened by the person who restores it."""

    folder: Path
    manifest: Manifest
    opener: BackupOpener


@dataclass(frozen=True, slots=True)
class VerifiedBackup:
    """The backup's register as verified, and the highest roster known beside it."""

    office: Office
    head: RestoringHead
    own: RosterInForce | None  # the roster of the backup; None in one of an earlier version
    known: KnownRosters
    facts: dict[str, object]  # for the entry of the restore

    @property
    def own_number(self) -> int:
        """Return the number of the backup's roster; 0 without one."""
        return self.own.content.number if self.own is not None else 0

    @property
    def highest_mark(self) -> RosterMark:
        """Return number and digest of the highest roster known."""
        own = self.own.mark if self.own is not None else NO_ROSTER
        return max(own, self.known.mark, key=lambda mark: mark.number)

    @property
    def highest(self) -> HighestRoster | None:
        """Return the highest signed roster, if it is not that of the backup."""
        statement = self.known.statement
        if statement is None or statement == self.own:
            return None
        if statement.content.number < self.own_number:
            return None
        return HighestRoster(statement.content, statement.mark == self.highest_mark)

    def is_behind(self, database: Database) -> bool:
        """Tell whether a roster is known that the register of the backup does not have."""
        try:
            read_roster(database, self.office, self.known.mark)
        except StorageError:
            return True
        return False


def check_files(copy_folder: Path, source: RestoreSource) -> None:
    """Compare the copied files with the manifest. Errors: ``backup.damaged``."""
    for name, digest, size in source.manifest.files:
        try:
            copied = backup_reader.digest_and_size(copy_folder / name, size)
        except OSError as error:
            raise StorageError("backup.damaged", file=name) from error
        if copied != (digest, size):
            raise StorageError("backup.damaged", file=name)


def verified_register(database: Database, source: RestoreSource, folder: Path) -> VerifiedBackup:
    """Verify the register of the backup and its roster.

    Errors: ``backup.copy_bad``, ``backup.findings``, ``database.newer``; StorageError
    ``roster.forged``, ``roster.lower``, ``roster.rows_differ``; NotAllowed ``backup.former_root``.
    """
    opener, manifest = source.opener, source.manifest
    is_intact = (
        manifest.office == opener.office_id  # that of the keyring, to which the blob is bound
        and database.is_intact()
        and backup_reader.matches_manifest(database, manifest)
    )
    migrated = migrate(database, None, b"") if is_intact else []
    office = opener.office(database)
    if not is_intact:
        raise StorageError("backup.copy_bad", place=str(source.folder))
    require_no_findings(new_findings(database, office), source.folder)
    own = read_roster(database, office, NO_ROSTER)
    if own is not None:
        require_same_rows(database, own.content)
    state_folder = opener.environment.state_folder
    stored = (RosterFile(state_folder, manifest.office, folder).read(), manifest.roster)
    _require_present_root(office, stored)
    facts = _facts(manifest, CheckpointFile(state_folder, manifest.office, folder).read())
    if migrated:
        schema = row_digest("schema", [schema_text(database)]).hex()
        facts |= {"migrated": migrated, "schema": schema}
    head = RestoringHead(opener.user_id, opener.keys)
    return VerifiedBackup(office, head, own, known_rosters(office, stored, opener.keys), facts)


def _require_present_root(office: Office, stored: tuple[Mapping[str, str] | None, ...]) -> None:
    """Refuse a backup from before a recovery: nothing is signed with the former root any more.

    ``stored`` are signed rosters as files hold them. Errors: NotAllowed ``backup.former_root``.
    """
    for signed in map(signed_roster_from_json, stored):
        if signed is None or signed.is_signed_by(office.root):
            continue
        if is_trusted_by(signed, office):
            raise NotAllowed("backup.former_root")


def _facts(manifest: Manifest, seen: LogCheckpoint | None) -> dict[str, object]:
    """Return the facts about the backup and what this machine had seen."""
    return {
        "made_at": manifest.made_at.isoformat(),
        "entries": manifest.seq,
        "beyond": max(0, seen.seq - manifest.seq) if seen else 0,
        "seen": checkpoint_facts(seen) if seen else [],
    }
