"""A session: the signed-in person, their keys, and the unit of work for all their acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

from reception.domain.audit import Act, LogCheckpoint
from reception.domain.clock import today
from reception.domain.errors import NotAllowed, StorageError
from reception.domain.staff import Member, Right, Role
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings, read_settings, write_settings
from reception.storage.audit.local_state import CheckpointFile, FailedAttemptsFile
from reception.storage.audit.log_verification import last_checkpoint
from reception.storage.backup.restore_history import Restored, explained_by_restore, restored_since
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.crypto.keyring import Keyring, UserKeys
from reception.storage.database import NAME, Database, migrate, schema_text
from reception.storage.key_rotation.database_rekeying import finish_rekeying
from reception.storage.staff import signed_members
from reception.storage.staff.root_succession import present_root
from reception.storage.unit_of_work import Signer, UnitOfWork, clock_mark
from reception.storage.visits.sealed_identities import SealedIdentities


@dataclass(slots=True)
class Session:
    """An office unlocked by one person; it ends when the process locks."""

    folder: Path
    environment: Environment
    database: Database
    office: signed_members.Office
    member: Member
    people: dict[str, Member]
    keys: UserKeys
    seals: SealedIdentities
    checkpoint_file: CheckpointFile
    opening_checkpoint: LogCheckpoint | None = None  # of the log at the start
    key_generation: int = 1  # of the own signing key, as in the member's row
    warnings: tuple[str, ...] = field(default_factory=tuple)
    warning_facts: dict[str, dict[str, object]] = field(default_factory=dict)
    _settings: OfficeSettings | None = None
    _last_entry: int = -1  # state of people and vaults when last read
    _state: int = -1  # Database.state() after the last read
    _wal_used: bool = False

    def may(self, right: Right) -> bool:
        """Tell whether the signed-in person has a right."""
        return self.member.may(right)

    def require(self, right: Right) -> None:
        """Raise NotAllowed ``rights.missing`` without the right in the present register."""
        self.refresh()
        if not self.may(right):
            raise NotAllowed("rights.missing", right=right.value)

    def refresh(self) -> None:
        """Read people and vaults again if another session has written.

        Errors: ``unlock.shut_out`` when this person was suspended or has new keys.
        """
        state = self.database.state()
        if state != self._state:
            self.reread()
            self._state = state

    def reread(self) -> None:
        """Read people and vaults again."""
        last_entry = signed_members.last_member_entry(self.database)
        if last_entry == self._last_entry:
            return
        people = signed_members.read_members(self.database, self.office)
        own = people.get(self.member.user_id)
        if own is None or not own.active or own.sign_key != self.keys.sign_public:
            raise StorageError("unlock.shut_out")
        vaults = signed_members.read_vaults(self.database, self.office)
        self.people, self.member, self._last_entry = people, own, last_entry
        self.seals = SealedIdentities(self.office.office_id, vaults)

    def signer(self) -> Signer:
        """Return the signer of this session's log entries."""
        me = self.member
        return Signer(me.user_id, self.key_generation, self.keys.sign_seed, me.name)

    def head(self) -> Member:
        """Return the head of the office, who signs its documents."""
        for person in self.people.values():
            if person.active and person.role is Role.HEAD:
                return person
        return self.member

    def signatory(self) -> tuple[str, str]:
        """Return post and name of the signatory: from the settings, else the head."""
        head, settings = self.head(), self.settings()
        return settings.signer_post or head.title, settings.signer_name or head.name

    def fingerprint(self) -> str:
        """Return the office root's fingerprint, as printed on sheets and reports."""
        return signed_members.fingerprint(self.office.root)

    def today(self) -> date:
        """Return the present day in Vietnam."""
        return today(self.environment.clock)

    def settings(self) -> OfficeSettings:
        """Return the present settings of the office."""
        if self._settings is None:
            self._settings = read_settings(self.database)
        return self._settings

    def change_settings(self, settings: OfficeSettings) -> None:
        """Store new settings; the names of the changed ones are logged."""
        self.require(Right.MANAGE)
        before, after = asdict(self.settings()), asdict(settings)
        changed = sorted(name for name, value in after.items() if value != before[name])
        with self.act() as work:
            write_settings(work, settings)
            work.log(Act.SETTINGS_CHANGED, "office", changed=changed)
        self.remember_settings(settings)

    def remember_settings(self, settings: OfficeSettings) -> None:
        """Use settings that an act has just stored."""
        self._settings = settings

    @contextmanager
    def act(self) -> Iterator[UnitOfWork]:
        """Context manager of one act: transaction, log entry, checkpoint outside."""
        self.truncate_wal()
        work = UnitOfWork(self.database, self.environment.clock, self.signer())
        with work:
            self.refresh()
            yield work
        self._wal_used = True
        if work.checkpoint is not None:
            self.checkpoint_file.write(work.checkpoint)

    def truncate_wal(self) -> None:
        """Write the WAL into the file and truncate it, so that no old pages stay in it.

        Called after the answer of an act, before the next act, and when locking; postponed while
        another process is reading.
        """
        if self._wal_used:
            self._wal_used = not self.database.checkpoint()
            if not self._wal_used:
                self.database.begin_wal()

    def close(self, reason: str = "closed") -> None:
        """Log the end of the session and close the file."""
        try:
            with self.act() as work:
                work.log(Act.LOCKED, self.member.user_id, reason=reason)
        except StorageError as error:
            if error.code != "unlock.shut_out":  # this session may not write any more
                raise
        self._wal_used = False  # closing writes the WAL into the file
        self.database.close()


def unlock(folder: Path, user_id: str, password: str, environment: Environment) -> Session:
    """Open the office with an account's password.

    Errors: ``unlock.wrong_password`` (with ``wait`` seconds), ``keyring.older``,
    ``database.newer``, ``database.damaged``, ``members.forged``, ``unlock.shut_out``.
    """
    keyring = keyring_file.load(folder)
    attempts = FailedAttemptsFile(folder)
    try:
        keys = keyring_file.open_account(keyring, user_id, password, environment.policy)
    except StorageError as error:
        if error.code != "unlock.wrong_password":
            raise
        failed = attempts.failed(user_id)
        raise StorageError(
            "unlock.wrong_password", tries=failed.failed, wait=failed.delay
        ) from None
    session = _open(folder, (user_id, keyring, keys), environment, attempts.clear(user_id))
    if session.office.root != keys.office_root:
        _store_new_root(session, password)
    return session


def _store_new_root(session: Session, password: str) -> None:
    """Store the root signed by recovery in the own encrypted blob, which protects it later."""
    keyring = keyring_file.load(session.folder)
    account = keyring.account(session.member.user_id)
    keys = replace(session.keys, office_root=session.office.root)
    fresh = keyring_file.create_account(
        keyring.office,
        (account.user_id, account.name),
        password,
        keys,
        {"database_key": keyring_file.database_key(account, keys), "cost": account.cost},
    )
    others = tuple(fresh if item is account else item for item in keyring.accounts)
    changed = keyring.changed(accounts=others)
    keyring_file.save(session.folder, changed)
    with session.act() as work:
        work.put("office", {"key": "keyring_counter", "value": str(changed.counter)})
        work.log(Act.ROOT_ACCEPTED, account.user_id, root=session.fingerprint())
    session.keys = keys


def _open(
    folder: Path, credentials: tuple[str, Keyring, UserKeys], environment: Environment, failed: int
) -> Session:
    user_id, keyring, keys = credentials
    account = keyring.account(user_id)
    if not account.database_key:
        raise StorageError("unlock.shut_out")
    key = keyring_file.database_key(account, keys)
    finish_rekeying(folder, key)
    database = Database(folder / NAME, key)
    try:
        applied = migrate(database, _copy_name(folder, database.version), key)
        session = _session(folder, (user_id, keyring, keys), environment, database)
        _log_opening(session, keyring, failed, applied)
    except BaseException:
        database.close()
        raise
    return session


def _session(
    folder: Path,
    credentials: tuple[str, Keyring, UserKeys],
    environment: Environment,
    database: Database,
) -> Session:
    user_id, keyring, keys = credentials
    root = present_root(database, keyring.office, keys.office_root)
    office = signed_members.Office(keyring.office, root)
    people = signed_members.read_members(database, office)
    member = people.get(user_id)
    if member is None or not member.active or member.sign_key != keys.sign_public:
        raise StorageError("unlock.shut_out")
    checkpoint_file = CheckpointFile(environment.state, keyring.office, folder)
    names = {person.user_id: person.name for person in people.values()}
    session = Session(
        folder=folder,
        environment=environment,
        database=database,
        office=office,
        member=member,
        people=people,
        keys=keys,
        seals=SealedIdentities(keyring.office, signed_members.read_vaults(database, office)),
        checkpoint_file=checkpoint_file,
        opening_checkpoint=last_checkpoint(database, names),
        key_generation=signed_members.generation_of(database, user_id),
        _last_entry=signed_members.last_member_entry(database),
    )
    restored = restored_since(database, user_id, names)
    session.warnings = _warnings(session, restored)
    if restored is not None:
        session.warning_facts[restored.code] = restored.facts()
    return session


def _warnings(session: Session, restored: Restored | None) -> tuple[str, ...]:
    found: list[str] = [restored.code] if restored is not None else []
    external, internal = session.checkpoint_file.read(), session.opening_checkpoint
    if external is not None and explained_by_restore(session.database, session.office, external):
        external = internal  # the log records that a backup was restored here
    elif external is None and internal is not None:
        found.append("anchor.missing")
    if external is not None and external is not internal:
        if internal is None or internal.seq < external.seq:
            found.append("log.tail_cut")
        else:
            row = session.database.one("SELECT digest FROM log WHERE seq = ?", (external.seq,))
            if row is None or bytes(row["digest"]) != external.digest:
                found.append("log.rewritten")
    if internal is not None:
        anomaly = clock_mark(internal.at, session.environment.clock.now())
        found.extend([f"clock.{anomaly}"] if anomaly else [])
    if keyring_file.RECOVERY not in signed_members.holders(session.database, signed_members.DESK):
        found.append("recovery.missing")
    return tuple(found)


def _log_opening(session: Session, keyring: Keyring, failed: int, applied: list[int]) -> None:
    logged = _logged_counter(session.database)
    if keyring.counter < logged:
        raise StorageError("keyring.older", found=keyring.counter, known=logged)
    conflicts = [code for code in session.warnings if code.startswith("log.")]
    if conflicts:
        session.checkpoint_file.keep_conflict()
    with session.act() as work:
        facts: dict[str, object] = {"anchor": conflicts[0]} if conflicts else {}
        if failed:
            facts["failed_tries"] = failed
        if applied:
            facts["migrated"] = applied
            facts["schema"] = row_digest("schema", [schema_text(session.database)]).hex()
        if keyring.counter > logged:
            facts["keyring"] = keyring.counter
            work.put("office", {"key": "keyring_counter", "value": str(keyring.counter)})
        work.log(Act.OPENED, session.member.user_id, **facts)


def _logged_counter(database: Database) -> int:
    row = database.one("SELECT value FROM office WHERE key = 'keyring_counter'")
    return int(row["value"]) if row else 0


def _copy_name(folder: Path, version: int) -> Path:
    return folder / f"register.before-v{version + 1}.db"
