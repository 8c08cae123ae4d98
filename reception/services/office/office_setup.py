"""Setting up an office: keys, vaults, people, recovery, and the first log entry."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from nacl.signing import SigningKey

from reception.domain.audit import Act, LogCheckpoint
from reception.domain.errors import InvalidInput, StorageError
from reception.domain.staff import DEFAULT_RIGHTS, Member, Right, Role
from reception.domain.text import clean
from reception.hardening.regular_files import is_there
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings, write_settings
from reception.storage.audit.local_state import CheckpointFile, RosterFile
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.crypto.keyring import Keyring, UserKeys
from reception.storage.crypto.password_hashing import calibrate
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.office_values import write_keyring_counter, write_office_value
from reception.storage.schema import migrate, schema_text
from reception.storage.staff import signed_members
from reception.storage.staff.root_succession import write_recovery_keys
from reception.storage.staff.roster_rows import append_first
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.staff.signed_members import PENDING_RECOVERY, VAULTS, Office, fingerprint
from reception.storage.unit_of_work import Signer, UnitOfWork


@dataclass(frozen=True, slots=True)
class NewMember:
    """A person who gets an account.

    No role includes custody of denouncers' identities, or reading what every denouncer said; an
    account added later gets neither.
    """

    name: str
    role: Role
    password: str
    title: str = ""
    has_custody: bool = False
    reads_denunciations: bool = False

    def __repr__(self) -> str:
        """Show no password."""
        return "NewMember(…)"


def new_root() -> bytes:
    """Return the seed of a new office root (Ed25519)."""
    return bytes(SigningKey.generate())


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """Input of the set-up: settings, people (the head first), and recovery keys if any."""

    settings: OfficeSettings
    people: tuple[NewMember, ...]
    recovery: UserKeys | None = None
    recovery_opens_protected: bool = True
    root_seed: bytes = field(default_factory=new_root, repr=False)

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the office root, for the recovery sheets."""
        return fingerprint(bytes(SigningKey(self.root_seed).verify_key))


@dataclass(frozen=True, slots=True)
class _Person:
    member: Member
    keys: UserKeys
    password: str = field(repr=False)


def create_office(folder: Path, plan: OfficePlan, environment: Environment) -> str:
    """Create an office in an empty folder and return its id; after a failure no file remains.

    Errors: ``setup.folder_unusable`` and those of :func:`check_plan`: ``setup.folder_used``,
    ``setup.no_head``, ``setup.same_name``.
    """
    check_plan(folder, plan)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, ValueError) as error:
        raise StorageError("setup.folder_unusable", folder=str(folder)) from error
    office_id = secrets.token_hex(8)
    try:
        _build(folder, office_id, plan, environment)
    except BaseException:
        for name in (
            keyring_file.KEYRING_FILE,
            DATABASE_FILE,
            f"{DATABASE_FILE}-wal",
            f"{DATABASE_FILE}-shm",
        ):
            (folder / name).unlink(missing_ok=True)
        raise
    return office_id


def check_plan(folder: Path, plan: OfficePlan) -> None:
    """Raise the errors of :func:`create_office` without writing anything."""
    if is_there(folder / keyring_file.KEYRING_FILE) or is_there(folder / DATABASE_FILE):
        raise StorageError("setup.folder_used", folder=str(folder))
    if not plan.people or plan.people[0].role is not Role.HEAD:
        raise InvalidInput("setup.no_head", "people")
    names = [clean(person.name).casefold() for person in plan.people]
    if any(not name for name in names):
        raise InvalidInput("setup.name_missing", "name")
    if len(set(names)) != len(names):
        raise InvalidInput("setup.same_name", "name")


def _build(folder: Path, office_id: str, plan: OfficePlan, environment: Environment) -> None:
    root = SigningKey(plan.root_seed)
    people = _people(plan, bytes(root.verify_key), bytes(root))
    database_key = sealing.new_key()
    cost = calibrate(environment.policy)
    accounts = tuple(
        keyring_file.create_account(
            office_id,
            (person.member.user_id, person.member.name),
            person.password,
            person.keys,
            {"database_key": database_key, "cost": cost},
        )
        for person in people
    )
    recovery = plan.recovery
    recovery_key = sealing.box_to(recovery.box_public, database_key) if recovery else b""
    keyring = Keyring(office_id, 1, accounts, recovery_key)
    database = Database(folder / DATABASE_FILE, database_key, create=True)
    try:
        migrate(database, None, database_key)
        checkpoint, roster = _first_rows(
            database, keyring, (plan, people, bytes(root)), environment
        )
        database.truncate_wal()
    finally:
        database.close()
    keyring_file.save(folder, keyring)
    CheckpointFile(environment.state_folder, office_id, folder).write(checkpoint)
    RosterFile(environment.state_folder, office_id, folder).write(roster.to_json())


def _people(plan: OfficePlan, root: bytes, root_seed: bytes) -> list[_Person]:
    people = []
    for index, new_member in enumerate(plan.people):
        keys = UserKeys.generate(root, root_seed if index == 0 else b"")
        rights = (
            DEFAULT_RIGHTS[new_member.role]
            | ({Right.CUSTODY} if new_member.has_custody else set())
            | ({Right.READ_DENUNCIATION} if new_member.reads_denunciations else set())
        )
        member = Member(
            user_id=secrets.token_hex(4),
            name=clean(new_member.name),
            title=clean(new_member.title) or DEFAULT_TITLES[new_member.role],
            role=new_member.role,
            rights=frozenset(rights),
            box_key=keys.box_public,
            sign_key=keys.sign_public,
        )
        people.append(_Person(member, keys, new_member.password))
    return people


DEFAULT_TITLES = {
    Role.HEAD: "Trưởng ban",
    Role.OFFICER: "Cán bộ tiếp công dân",
    Role.CLERK: "Văn thư",
}


def _first_rows(
    database: Database,
    keyring: Keyring,
    contents: tuple[OfficePlan, list[_Person], bytes],
    environment: Environment,
) -> tuple[LogCheckpoint, SignedRoster]:
    plan, people, root_seed = contents
    head = people[0]
    office = Office(keyring.office, head.keys.office_root)
    signer = Signer(head.member.user_id, 1, head.keys.sign_seed, head.member.name)
    work = UnitOfWork(database, environment.clock, signer)
    with work:
        write_settings(work, plan.settings)
        write_keyring_counter(work, keyring)
        write_office_value(work, "pepper", secrets.token_hex(16))
        for person in people:
            signed_members.write_member(work, office, root_seed, person.member)
        for vault in VAULTS:
            _write_vault(work, office, root_seed, (vault, plan, people))
        if plan.recovery is not None:
            write_recovery_keys(work, office, root_seed, plan.recovery)
        roster = append_first(work, office, root_seed)
        custodians, readers = (
            [person.member.user_id for person in people if person.member.may(right)]
            for right in (Right.CUSTODY, Right.READ_DENUNCIATION)
        )
        work.log(
            Act.OFFICE_CREATED,
            keyring.office,
            schema=row_digest("schema", [schema_text(database)]).hex(),
            people=len(people),
            custodians=custodians,
            readers=readers,
            recovery=plan.recovery is not None,
        )
    if work.checkpoint is None:
        raise AssertionError("the first entry must be there")
    return work.checkpoint, roster


def _write_vault(
    work: UnitOfWork,
    office: Office,
    root_seed: bytes,
    contents: tuple[str, OfficePlan, list[_Person]],
) -> None:
    vault, plan, people = contents
    vault_key, private_key = signed_members.new_vault_key_pair(vault, 1)
    signed_members.write_vault(work, office, root_seed, vault_key)
    for holder, public_key in _holders(vault, plan, people):
        grant = (vault_key, holder, sealing.box_to(public_key, private_key))
        signed_members.write_grant(work, office, root_seed, grant)


def _holders(vault: str, plan: OfficePlan, people: list[_Person]) -> list[tuple[str, bytes]]:
    right = signed_members.RIGHT_OF_VAULT[vault]
    holders = [
        (person.member.user_id, person.keys.box_public)
        for person in people
        if person.member.may(right)
    ]
    opens_vault = vault == signed_members.DESK or plan.recovery_opens_protected
    if plan.recovery is not None and opens_vault:
        holders.append((keyring_file.RECOVERY, plan.recovery.box_public))
    if not holders or (plan.recovery is None and vault == signed_members.PROTECTED):
        holders.append((PENDING_RECOVERY, people[0].keys.box_public))
    return holders
