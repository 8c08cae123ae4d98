"""The copy of a backup that becomes the office: verified, with the right people, keys and log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reception.domain.errors import NotAllowed, StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.domain.roster import RosterMark
from reception.services.backup.backup_inspection import new_findings
from reception.services.backup.present_register import (
    PresentRegister,
    is_head,
    open_present_register,
)
from reception.services.backup.restored_people import (
    keyring_under_new_key,
    require_confirmation,
    write_confirmed_people,
)
from reception.services.backup.restored_vaults import (
    RestoredVaults,
    plan_full_renewal,
    plan_renewal,
    renew_vault,
)
from reception.services.backup.verified_backup import (
    RestoreSource,
    VerifiedBackup,
    check_files,
    verified_register,
)
from reception.storage.audit.log_reader import end_of_log
from reception.storage.backup.carried_rows import (
    carry_over,
    read_grants,
    require_known_keys,
    take_over_grants,
)
from reception.storage.backup.restore_history import log_restore
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.office_values import OFFBOARDING_PREFIX, write_keyring_counter
from reception.storage.staff import signed_members
from reception.storage.staff.roster_rows import append_confirmed
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.unit_of_work import Signer, UnitOfWork
from reception.storage.visits.code_series import cover_earlier_series

_REKEYED_FILE = "register.rekeyed.db"


@dataclass(frozen=True, slots=True)
class PreparedOffice:
    """What the caller stores on this machine once the copy is the office."""

    checkpoint: LogCheckpoint
    roster: SignedRoster | None
    vaults: RestoredVaults


def prepare_copy(copy_folder: Path, source: RestoreSource, folder: Path) -> PreparedOffice:
    """Make the copy of a backup in ``copy_folder`` an office that can take the place of ``folder``.

    Errors: as of :func:`reception.services.backup.restore.restore`.
    """
    check_files(copy_folder, source)
    database = Database(copy_folder / DATABASE_FILE, source.opener.key)
    preparation = _Preparation(copy_folder, source, database)
    try:
        restored = verified_register(database, source, folder)
        head = restored.head
        with open_present_register(
            folder, restored.office, (head.user_id, head.keys), restored.known
        ) as present:
            if present is not None and present.roster.content.number >= restored.own_number:
                return preparation.with_present_people(restored, present)
        if not is_head(database, restored.office, head.user_id, head.keys):
            raise NotAllowed("backup.head_only")
        if restored.is_behind(database):
            return preparation.with_confirmed_people(restored)
        return preparation.unchanged(restored)
    finally:
        preparation.close()


class _Preparation:
    """Writes the copy: in one act, which the log of the copy records as the restore."""

    def __init__(self, copy_folder: Path, source: RestoreSource, database: Database) -> None:
        self._copy_folder = copy_folder
        self._source = source
        self._database = database
        self._is_rekeyed = False  # whether another database key than that of the backup is in use

    def close(self) -> None:
        self._database.close()

    def with_present_people(
        self, restored: VerifiedBackup, present: PresentRegister
    ) -> PreparedOffice:
        """Take people, rights, keys, accounts and database key from the present office."""
        office = restored.office
        grants = read_grants(self._database, office)
        require_known_keys(self._database, present.database)
        signer = _signer(present.database, restored)
        self._encrypt_under(present.key)
        keyring_file.save(self._copy_folder, present.keyring)
        with self._act(signer) as work:
            cover_earlier_series(work)
            carry_over(work, present.database)
            take_over_grants(work, office, grants)
            vaults = plan_renewal(work, office, restored.head)
            write_keyring_counter(work, present.keyring)
            before = max(present.roster.mark, restored.highest_mark, key=lambda mark: mark.number)
            roster = self._sign_and_log(work, restored, before, vaults)
        return self._renewed(restored, work, signer, (roster, vaults))

    def with_confirmed_people(self, restored: VerifiedBackup) -> PreparedOffice:
        """Write people as the highest roster known and the head say; all keys are renewed.

        Errors: ``backup.confirm_people``, ``backup.head_only``.
        """
        office, head, highest = restored.office, restored.head, restored.highest
        confirmed = self._source.opener.actor.confirmed_people
        require_confirmation(self._database, office, head, highest, confirmed)
        signer, new_key = _signer(self._database, restored), sealing.new_key()
        self._encrypt_under(new_key)
        with self._act(signer) as work:
            cover_earlier_series(work)
            write_confirmed_people(work, office, head, highest, confirmed or frozenset())
            vaults = plan_full_renewal(work, office, head, highest.content if highest else None)
            keyring = keyring_under_new_key(
                self._database, office, keyring_file.load(self._copy_folder), new_key
            )
            write_keyring_counter(work, keyring)
            roster = self._sign_and_log(work, restored, restored.highest_mark, vaults)
        keyring_file.save(self._copy_folder, keyring)
        return self._renewed(restored, work, signer, (roster, vaults))

    def unchanged(self, restored: VerifiedBackup) -> PreparedOffice:
        """Leave people and keys as they are in the backup: nothing newer is known.

        The head signs on all the same: a blob in the backup's keyring may know a later end of the
        log, since the keyring was copied after the database.
        """
        with self._act(_signer(self._database, restored), restored.own_number) as work:
            if restored.own is None:  # an office of an earlier version
                log_restore(work, self._source.folder.name, restored.facts)
                signed = None
            else:
                before = restored.highest_mark
                signed = self._sign_and_log(work, restored, before, RestoredVaults())
        return self._finished(restored, work, signed, RestoredVaults())

    def _act(self, signer: Signer, roster_number: int = 0) -> UnitOfWork:
        clock = self._source.opener.environment.clock
        return UnitOfWork(self._database, clock, signer, roster_number)

    def _encrypt_under(self, key: bytes) -> None:
        """Encrypt the copy under another database key than that of the backup."""
        if key == self._source.opener.key:
            return
        path, rekeyed = self._copy_folder / DATABASE_FILE, self._copy_folder / _REKEYED_FILE
        self._database.copy_to(rekeyed, key)
        self._database.close()
        rekeyed.chmod(0o600)
        rekeyed.replace(path)
        self._database = Database(path, key)
        self._is_rekeyed = True

    def _sign_and_log(
        self,
        work: UnitOfWork,
        restored: VerifiedBackup,
        before: RosterMark,
        vaults: RestoredVaults,
    ) -> SignedRoster:
        """Sign the roster after the highest one known, and set the entry of the restore."""
        facts = {**restored.facts, "rekeyed": self._is_rekeyed}
        leaving = [
            row.key.removeprefix(OFFBOARDING_PREFIX)
            for row in work.changed_rows()
            if row.table == "office" and row.key.startswith(OFFBOARDING_PREFIX)
        ]
        facts |= {"leaving": leaving} if leaving else {}
        facts |= {"unreadable": vaults.unreadable_visits} if vaults.unreadable_visits else {}
        log_restore(work, self._source.folder.name, facts)
        seed = restored.head.keys.root_seed
        return append_confirmed(work, restored.office, seed, before, end_of_log(self._database))

    def _renewed(
        self,
        restored: VerifiedBackup,
        work: UnitOfWork,
        signer: Signer,
        signed: tuple[SignedRoster, RestoredVaults],
    ) -> PreparedOffice:
        """Renew the vaults, each in an act of its own; ``work`` is the act of the restore."""
        roster, vaults = signed
        for planned in vaults.new_generations.items():
            work = self._act(signer)
            with work:
                roster = renew_vault(work, restored.office, restored.head, planned, roster)
        return self._finished(restored, work, roster, vaults)

    def _finished(
        self,
        restored: VerifiedBackup,
        work: UnitOfWork,
        roster: SignedRoster | None,
        vaults: RestoredVaults,
    ) -> PreparedOffice:
        """Verify the log with everything that the restore has written."""
        if work.checkpoint is None or new_findings(self._database, restored.office):
            raise StorageError("backup.copy_bad", place=str(self._source.folder))
        return PreparedOffice(work.checkpoint, roster, vaults)


def _signer(database: Database, restored: VerifiedBackup) -> Signer:
    """Return the head as signer of the restore's entry, with the keys as of this register."""
    head = restored.head
    name = signed_members.read_members(database, restored.office)[head.user_id].name
    generation = signed_members.generation_of(database, head.user_id)
    return Signer(head.user_id, generation, head.keys.sign_seed, name)
