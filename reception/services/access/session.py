"""A session: the signed-in person, their keys, and the unit of work for all their acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from reception.domain.audit import Act, LogCheckpoint
from reception.domain.clock import local_day, today
from reception.domain.errors import NotAllowed, StorageError
from reception.domain.roster import RosterMismatch
from reception.domain.service_access import ServiceAccess
from reception.domain.shown_times import OwnLogEntry, ShownTime, shown_time
from reception.domain.staff import Member, Right, Role, active_head, managers
from reception.services.access.lookup_brake import LookupBrake
from reception.services.access.rights_check import rights_checked
from reception.services.access.session_log_walk import SessionLogWalk
from reception.services.access.session_roster import SessionRoster
from reception.services.access.session_sheets import SessionSheets
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings, read_settings, write_settings
from reception.storage.audit.local_state import CheckpointFile
from reception.storage.audit.log_reader import checkpoint_before, latest_time
from reception.storage.crypto.keyring import UserKeys
from reception.storage.database import Database
from reception.storage.schema import require_expected_tables
from reception.storage.staff import signed_members
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.unit_of_work import Signer, UnitOfWork
from reception.storage.visits.sealed_identities import SealedIdentities

ClosingStep = Callable[[UnitOfWork], Mapping[str, object]]


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
    roster: SessionRoster
    log_walk: SessionLogWalk
    lookup_brake: LookupBrake  # of every look-up of a return code
    opening_checkpoint: LogCheckpoint | None = None  # last log entry at unlocking
    own_last_entry: OwnLogEntry | None = None  # last entry of this person before unlocking
    key_generation: int = 1  # of the own signing key, as in the member's row
    warnings: tuple[str, ...] = field(default_factory=tuple)
    warning_facts: dict[str, dict[str, object]] = field(default_factory=dict)
    # Set when the head has unlocked a register that does not match the roster: nothing but its
    # confirmation works. ``finish_opening`` then logs the opening.
    roster_mismatch: RosterMismatch | None = None
    finish_opening: Callable[[], None] | None = None
    _settings: OfficeSettings | None = None
    _last_member_entry: int = -1  # signed_members.last_member_entry() at the last read
    _last_roster: int = -1  # number of the roster in force at the last read
    _database_state: int = -1  # Database.data_version() at the last read
    _wal_used: bool = False
    _acting: bool = False  # whether an act of this session is writing
    _log_end_stored: bool = False  # whether the own blob got the end of the log in this session
    _calls: list[ServiceAccess] = field(default_factory=list)  # of services, the innermost last
    _closing_steps: list[ClosingStep] = field(default_factory=list)
    _latest_day: date | None = None  # the latest day of the log or the clock in this session
    sheets: SessionSheets = field(default_factory=SessionSheets)

    def may(self, right: Right) -> bool:
        """Tell whether the signed-in person has a right."""
        return self.member.may(right)

    def require(self, right: Right) -> None:
        """Raise NotAllowed ``rights.missing`` without the right in the present register."""
        self.refresh()
        if not self.may(right):
            raise NotAllowed("rights.missing", right=right.value)

    @contextmanager
    def call(self, access: ServiceAccess) -> Iterator[None]:
        """Context manager around a method of a service, which needs the rights ``access``.

        A service may call another one: then both need their rights. An act asks for the rights of
        all calls around it once more. Errors: NotAllowed ``rights.missing``; those of
        :meth:`refresh`.
        """
        if not self._calls:
            self.refresh()
        access.require(self.member)
        self._calls.append(access)
        try:
            yield
        finally:
            self._calls.pop()

    def refresh(self) -> None:
        """Compare the register with the roster; read people again if another session has written.

        Rows that another connection has changed show in the comparison, whatever the database says
        about changes. Nothing is compared while an act of this session is writing.
        Errors: ``unlock.shut_out`` when this person was suspended or has new keys; those of
        :meth:`SessionRoster.check`.
        """
        if self._acting:
            return
        self.roster.check()
        database_state = self.database.data_version()
        if database_state != self._database_state:
            require_expected_tables(self.database)
            self.reload_people_and_vaults()
            self._database_state = database_state

    def reload_people_and_vaults(self) -> None:
        """Read people and vaults again, if a row of a person or vault or the roster has changed.

        The roster counts too, because rows of the log may have been removed.

        Errors: ``unlock.shut_out`` when this person was suspended or has new keys.
        """
        last_entry = signed_members.last_member_entry(self.database)
        if (last_entry, self.roster.number) == (self._last_member_entry, self._last_roster):
            return
        people = signed_members.read_members(self.database, self.office)
        own = people.get(self.member.user_id)
        if own is None or not own.active or own.sign_key != self.keys.sign_public:
            raise StorageError("unlock.shut_out")
        vaults = signed_members.read_vaults(self.database, self.office)
        self.people, self.member = people, own
        self._last_member_entry, self._last_roster = last_entry, self.roster.number
        self.seals = SealedIdentities(self.office.office_id, vaults, self.log_walk.require)

    def require_walked_log(self) -> None:
        """Verify what this person's sessions have not verified of the log yet.

        Called before anything is sealed to ``protected`` alone, opened, or signed by the root.
        Errors: those of :meth:`SessionLogWalk.require`.
        """
        self.log_walk.require()
        if not self._acting:
            self._store_log_end_once()

    def walk_log_step(self) -> bool:
        """Verify some entries of the log; return whether entries remain and none is bad."""
        has_more = self.log_walk.step()
        if not has_more:
            self._store_log_end_once()
        return has_more

    def _store_log_end_once(self) -> None:
        """Store the end in the own blob, so that the next session begins there.

        Once in a session: storing it after every act would write the keyring each time.
        """
        if not self._log_end_stored and self.log_walk.is_through:
            self.store_marks()

    def store_marks(self) -> None:
        """Write the marks of roster and verified log into the own blob, if they are newer."""
        keys = self.roster.with_mark(self.keys)
        if self.log_walk.is_through:
            keys = replace(keys, log_end=self.log_walk.end)
            self._log_end_stored = True
        if keys != self.keys:
            self.roster.store(keys)
            self.keys = keys

    def end_mismatch(self) -> None:
        """Work normally from now on: the head has confirmed the roster."""
        self.roster_mismatch = None
        self._last_member_entry = self._database_state = -1
        self.refresh()
        if self.finish_opening is not None:
            self.finish_opening()

    def signer(self) -> Signer:
        """Return the signer of this session's log entries."""
        member = self.member
        return Signer(member.user_id, self.key_generation, self.keys.sign_seed, member.name)

    def head(self) -> Member:
        """Return the head of the office; the signed-in person if there is no head."""
        return active_head(self.people.values()) or self.member

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

    def is_head(self) -> bool:
        """Tell whether the signed-in person is the head of the office."""
        return self.member.active and self.member.role is Role.HEAD

    def shown_time(
        self, act: str, at: datetime, ordinary_visit_day: date | None = None
    ) -> ShownTime:
        """Return the time of an entry as this person may see it now."""
        return shown_time(act, at, self.latest_day(), ordinary_visit_day, is_head=self.is_head())

    def latest_day(self) -> date:
        """Return today, or a later day that the log has seen since a clock was last confirmed.

        A clock that was set back must not reopen what was allowed on former days only.
        """
        if self._latest_day is None:
            latest = latest_time(self.database, managers(self.people.values()))
            self._latest_day = date.min if latest is None else local_day(latest)
        self._latest_day = max(self._latest_day, self.today())
        return self._latest_day

    def settings(self) -> OfficeSettings:
        """Return the present settings of the office."""
        if self._settings is None:
            self._settings = read_settings(self.database)
        return self._settings

    @rights_checked
    def change_settings(self, settings: OfficeSettings) -> None:
        """Store new settings; the names of the changed ones are logged."""
        old_values, new_values = asdict(self.settings()), asdict(settings)
        changed = sorted(name for name, value in new_values.items() if value != old_values[name])
        with self.act() as work:
            write_settings(work, settings)
            work.log(Act.SETTINGS_CHANGED, "office", changed=changed)
        self.remember_settings(settings)

    def remember_settings(self, settings: OfficeSettings) -> None:
        """Use settings that an act has just stored."""
        self._settings = settings

    @contextmanager
    def act(self, root_seed: bytes = b"") -> Iterator[UnitOfWork]:
        """Context manager of one act: a transaction, its log entry, and the checkpoint file.

        An act that changes rows of the roster passes the seed of the office root, which signs the
        next roster in the same transaction.
        """
        self.truncate_wal()
        work = UnitOfWork(self.database, self.environment.clock, self.signer())
        with work:
            self.refresh()
            for access in self._calls:
                access.require(self.member)
            work.roster_number = self.roster.number
            with self._writing():
                yield work
                signed = self.roster.sign_changes(work, root_seed)
        self._wal_used = True
        if signed is not None:
            self.keep_roster(signed)
        if work.checkpoint is not None and not self.checkpoint_file.write(work.checkpoint):
            self._warn_once("anchor.unwritable")

    def _warn_once(self, code: str) -> None:
        if code not in self.warnings:
            self.warnings += (code,)

    def keep_roster(self, signed: SignedRoster) -> None:
        """Remember a roster that an act has signed and committed, here and in the head's blob."""
        self.keys = self.roster.accept(signed, self.keys)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._acting = True
        try:
            yield
        finally:
            self._acting = False

    def truncate_wal(self) -> None:
        """Write the WAL into the file and truncate it, so that no old pages stay in it.

        Called after the result of an act has been returned, before the next act, and at locking.
        If another process is reading, the WAL is truncated at a later call.
        """
        if self._wal_used:
            self._wal_used = not self.database.truncate_wal()
            if not self._wal_used:
                self.database.begin_wal()

    def day_checkpoint(self) -> LogCheckpoint | None:
        """Return the end of the log of the days before, for papers that must lead to no visit."""
        return checkpoint_before(self.database, self.today())

    def add_closing_step(self, step: ClosingStep) -> None:
        """Run ``step(work)`` inside the entry that ends this session; it returns facts for it."""
        self._closing_steps.append(step)

    def close(self, reason: str = "closed") -> None:
        """Log the end of the session and close the file, which is closed also after an error.

        Errors: ``database.disk_full``; what was saved before stays saved.
        """
        try:
            with self.act() as work:
                facts: dict[str, object] = {}
                for step in self._closing_steps:
                    facts |= step(work)
                work.log(Act.LOCKED, self.member.user_id, reason=reason, **facts)
        except StorageError as error:
            if error.code != "unlock.shut_out" and not error.code.startswith("roster."):
                raise  # with those two this session may no longer write
        finally:
            self._wal_used = False  # closing writes the WAL into the file
            self.database.close()
