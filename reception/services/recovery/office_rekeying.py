"""New keys for an office opened by recovery, as one act in a copy of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from nacl.signing import SigningKey

from reception.domain.audit import Act, LogCheckpoint
from reception.domain.errors import StorageError
from reception.domain.staff import Member, Right, active_head
from reception.services.office.environment import Environment
from reception.services.office.office_setup import PENDING_RECOVERY, new_root
from reception.storage.audit.log_verification import verifier_of
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY, Keyring, UserKeys
from reception.storage.crypto.password_hashing import calibrate
from reception.storage.crypto.sealing import VaultKey
from reception.storage.database import Database
from reception.storage.key_rotation.key_rewrapping import RewrapCounts, drop_grants, rewrap
from reception.storage.key_rotation.offboarding_cleanup import is_offboarding
from reception.storage.office_values import write_keyring_counter, write_office_value
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED, VAULTS, Office, fingerprint
from reception.storage.unit_of_work import Signer, UnitOfWork

RECOVERY_TIME_KEY = "recovered_at"  # key in the table ``office``


@dataclass(frozen=True, slots=True)
class RecoveryPlan:
    """Plan of a recovery: the head's new password, new recovery keys and a new office root.

    ``sheet_keys`` are the keys of the new recovery sheets; None: sheets are made later.
    ``sheets_open_protected``: whether the new sheets open denouncers' identities.
    """

    password: str
    sheet_keys: UserKeys | None = None
    sheets_open_protected: bool = True
    root_seed: bytes = field(default_factory=new_root)

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the new root, for the new sheets."""
        return fingerprint(bytes(SigningKey(self.root_seed).verify_key))

    def __repr__(self) -> str:
        """Show no password."""
        return "RecoveryPlan(…)"


@dataclass(frozen=True, slots=True)
class PreviousOffice:
    """The office before recovery, as far as the recovery keys open it.

    ``private_keys``: (vault, generation) → private key. ``unverified_rows``: (table, row key) of
    the rows that verification rejects.
    """

    office: Office
    head: Member
    people: dict[str, Member]
    private_keys: dict[tuple[str, int], bytes] = field(repr=False)
    drafts: tuple[str, ...]  # of the head; the new keys do not open them
    offboarding_ids: frozenset[str]  # user ids of members whose offboarding is in progress
    unverified_rows: frozenset[tuple[str, str]]
    finding_count: int  # of the verification


@dataclass(frozen=True, slots=True)
class _NewOffice:
    """The office under its new root, and the head with new keys."""

    plan: RecoveryPlan
    office: Office
    head: Member
    keys: UserKeys


def head_of(people: dict[str, Member]) -> Member:
    """Return the active head; StorageError ``members.forged`` if there is none."""
    head = active_head(people.values())
    if head is None:
        raise StorageError("members.forged", table="member")
    return head


def read_previous_office(
    database: Database, keyring: Keyring, recovery: UserKeys
) -> PreviousOffice:
    """Verify the database and return the office as the recovery keys open it.

    Rows that verification rejects do not stop it: they are named in the result.
    Errors: as of ``root_succession.office_of_recovery``; StorageError ``members.forged``.
    """
    office = root_succession.office_of_recovery(database, keyring.office, recovery)
    people = signed_members.read_members(database, office)
    verifier = verifier_of(database, office)
    verification = verifier.run()
    findings = frozenset((item.table, item.key) for item in verification.findings if item.table)
    unverified_rows = findings | verifier.uncovered_records("sealed_box")
    private_keys = signed_members.granted_private_keys(database, office, RECOVERY, recovery)
    head = head_of(people)
    rows = database.query("SELECT draft_id FROM draft WHERE owner = ?", (head.user_id,))
    drafts = tuple(row["draft_id"] for row in rows)
    offboarding_ids = frozenset(user_id for user_id in people if is_offboarding(database, user_id))
    return PreviousOffice(
        office,
        head,
        people,
        private_keys,
        drafts,
        offboarding_ids,
        unverified_rows,
        len(verification.findings),
    )


def rekey(
    database: Database,
    previous: tuple[Keyring, PreviousOffice, UserKeys],
    plan: RecoveryPlan,
    environment: Environment,
    new_key: bytes,
) -> tuple[Keyring, LogCheckpoint]:
    """Give the office a new root and new keys in one act; return the new keyring and checkpoint.

    ``previous`` is (keyring, office, recovery keys) before; ``new_key`` is the new database key.
    The caller saves the keyring.
    """
    keyring, old, recovery = previous
    keys = UserKeys.generate(bytes(SigningKey(plan.root_seed).verify_key), plan.root_seed)
    head = replace(old.head, box_key=keys.box_public, sign_key=keys.sign_public)
    new = _NewOffice(plan, Office(keyring.office, keys.office_root), head, keys)
    new_keyring = _rekeyed_keyring(keyring, old, new, new_key, environment)
    with _act_as_head(database, new, environment) as work:
        root_succession.write_succession(work, old.office, recovery, plan.root_seed)
        generation = signed_members.generation_of(database, head.user_id) + 1
        signed_members.write_member(work, new.office, plan.root_seed, head, generation)
        facts = {vault: _start_new_generation(work, vault, old, new).rewrapped for vault in VAULTS}
        _store_recovery_keys(work, new)
        database.execute("DELETE FROM draft WHERE owner = ?", (head.user_id,))
        now = environment.clock.now().isoformat()
        write_keyring_counter(work, new_keyring)
        write_office_value(work, RECOVERY_TIME_KEY, now)
        if old.finding_count:
            facts["findings"] = old.finding_count
        work.log(
            Act.RECOVERED,
            head.user_id,
            root=plan.fingerprint,
            sheets=bool(plan.sheet_keys),
            **facts,
        )
    if work.checkpoint is None:
        raise AssertionError("an act leaves an entry")
    return new_keyring, work.checkpoint


@contextmanager
def _act_as_head(
    database: Database, new: _NewOffice, environment: Environment
) -> Iterator[UnitOfWork]:
    generation = signed_members.generation_of(database, new.head.user_id) + 1
    signer = Signer(new.head.user_id, generation, new.keys.sign_seed, new.head.name)
    with UnitOfWork(database, environment.clock, signer) as work:
        yield work


def _rekeyed_keyring(
    keyring: Keyring, old: PreviousOffice, new: _NewOffice, new_key: bytes, environment: Environment
) -> Keyring:
    """Return the keyring with the new key: a new blob of the head, the others unchanged."""
    accounts = []
    for account in keyring.accounts:
        person = old.people.get(account.user_id)
        if account.user_id == new.head.user_id:
            user = (account.user_id, account.name)
            secret = {"database_key": new_key, "cost": calibrate(environment.policy)}
            accounts.append(
                keyring_file.create_account(
                    keyring.office, user, new.plan.password, new.keys, secret
                )
            )
        elif person is not None and account.user_id not in old.offboarding_ids:
            # A suspended account keeps its blob and gets no key until it is reinstated.
            box = sealing.box_to(person.box_key, new_key) if person.active else b""
            accounts.append(replace(account, database_key=box))
    sheet_keys = new.plan.sheet_keys
    box = sealing.box_to(sheet_keys.box_public, new_key) if sheet_keys else b""
    return Keyring(keyring.office, keyring.counter + 1, tuple(accounts), box)


def _start_new_generation(
    work: UnitOfWork, vault: str, old: PreviousOffice, new: _NewOffice
) -> RewrapCounts:
    """Draw a vault's next generation and rewrap the boxes that recovery can open."""
    previous = signed_members.read_vaults(work.database, new.office)[vault]
    key, private = signed_members.new_vault_key_pair(vault, previous.generation + 1)
    signed_members.write_vault(work, new.office, new.plan.root_seed, key)
    for holder, public in _holders(vault, old, new):
        grant = (key, holder, sealing.box_to(public, private))
        signed_members.write_grant(work, new.office, new.plan.root_seed, grant)
    if not any(name == vault for name, _ in old.private_keys):
        # Recovery was excluded from this vault: its present holders keep it.
        drop_grants(work, key, {new.head.user_id, PENDING_RECOVERY, RECOVERY})
        return RewrapCounts()
    counts = rewrap(work, key, old.private_keys, old.unverified_rows)
    _end_old_generations(work, key, counts, new.head.user_id)
    return counts


def _end_old_generations(
    work: UnitOfWork, key: VaultKey, counts: RewrapCounts, head_id: str
) -> None:
    # None: everything was rewrapped, so nobody needs the grants of older generations.
    former_holders = None if counts.unchanged == 0 else {head_id, PENDING_RECOVERY, RECOVERY}
    drop_grants(work, key, former_holders)


def _holders(vault: str, old: PreviousOffice, new: _NewOffice) -> list[tuple[str, bytes]]:
    """Return (holder, public key) of everybody who gets the new key of a vault."""
    right: Right = signed_members.RIGHT_OF_VAULT[vault]
    people = {**old.people, new.head.user_id: new.head}
    holders = [(person.user_id, person.box_key) for person in people.values() if person.may(right)]
    sheet_keys = new.plan.sheet_keys
    if sheet_keys is not None and (vault == DESK or new.plan.sheets_open_protected):
        holders.append((RECOVERY, sheet_keys.box_public))
    if not holders or (sheet_keys is None and vault == PROTECTED):
        holders.append((PENDING_RECOVERY, new.head.box_key))
    return holders


def _store_recovery_keys(work: UnitOfWork, new: _NewOffice) -> None:
    if new.plan.sheet_keys is None:
        root_succession.delete_recovery_keys(work)
    else:
        root_succession.write_recovery_keys(
            work, new.office, new.plan.root_seed, new.plan.sheet_keys
        )
