"""New keys for an office opened by recovery, as one act in a copy of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from nacl.signing import SigningKey

from reception.domain.audit import Act, LogCheckpoint
from reception.domain.roster import EMPTY_LOG, NO_ROSTER, RosterMark
from reception.domain.staff import Member, Right
from reception.services.office.environment import Environment
from reception.services.office.office_setup import new_root
from reception.services.recovery.previous_office import PreviousOffice
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY, Keyring, UserKeys
from reception.storage.crypto.password_hashing import calibrate
from reception.storage.crypto.sealing import VaultKey
from reception.storage.database import Database
from reception.storage.key_rotation.key_rewrapping import RewrapCounts, drop_grants, rewrap
from reception.storage.office_values import (
    write_keyring_counter,
    write_office_value,
)
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.roster_check import highest_number_in_log
from reception.storage.staff.roster_differing_rows import delete_forged_rows
from reception.storage.staff.roster_repair import repair_rows
from reception.storage.staff.roster_rows import append_confirmed, append_next, latest_statement
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.staff.signed_members import (
    DESK,
    PENDING_RECOVERY,
    PROTECTED,
    VAULTS,
    Office,
    fingerprint,
)
from reception.storage.unit_of_work import Signer, UnitOfWork
from reception.storage.visits.code_series import cover_earlier_series

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
class RekeyedOffice:
    """What the caller stores after an office got new keys."""

    keyring: Keyring
    checkpoint: LogCheckpoint
    roster: SignedRoster


@dataclass(frozen=True, slots=True)
class _NewOffice:
    """The office under its new root, and the head with new keys."""

    plan: RecoveryPlan
    office: Office
    head: Member
    keys: UserKeys


def rekey(
    database: Database,
    previous: tuple[Keyring, PreviousOffice, UserKeys],
    plan: RecoveryPlan,
    environment: Environment,
    new_key: bytes,
) -> RekeyedOffice:
    """Give the office a new root and new keys in one act.

    ``previous`` is (keyring, office, recovery keys) before; ``new_key`` is the new database key.
    The caller saves the keyring.
    """
    keyring, old, recovery = previous
    keys = UserKeys.generate(bytes(SigningKey(plan.root_seed).verify_key), plan.root_seed)
    head = replace(old.head, box_key=keys.box_public, sign_key=keys.sign_public)
    new = _NewOffice(plan, Office(keyring.office, keys.office_root), head, keys)
    new_keyring = _rekeyed_keyring(keyring, old, new, new_key, environment)
    with _act_as_head(database, new, environment) as work:
        delete_forged_rows(work, old.office, old.roster_differences)
        vaults = {(row.table, row.key) for row in old.roster_differences if row.table == "vault"}
        root_succession.write_succession(work, old.office, recovery, plan.root_seed, vaults)
        if old.roster is not None:
            content, differences = old.roster.content, old.roster_differences
            repair_rows(work, new.office, plan.root_seed, content, differences)
        generation = signed_members.generation_of(database, head.user_id) + 1
        signed_members.write_member(work, new.office, plan.root_seed, head, generation)
        facts = {vault: _start_new_generation(work, vault, old, new).rewrapped for vault in VAULTS}
        _store_recovery_keys(work, new)
        database.execute("DELETE FROM draft WHERE owner = ?", (head.user_id,))
        now = environment.clock.now().isoformat()
        write_keyring_counter(work, new_keyring)
        write_office_value(work, RECOVERY_TIME_KEY, now)
        roster = _sign_roster(work, old, new)
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
    return RekeyedOffice(new_keyring, work.checkpoint, roster)


def _sign_roster(work: UnitOfWork, old: PreviousOffice, new: _NewOffice) -> SignedRoster:
    """Continue the numbering under the new root; confirm the rows anew if they differed.

    So also if entries name a higher number: that roster is lost.
    """
    seed = new.plan.root_seed
    before = old.roster.mark if old.roster is not None else NO_ROSTER
    in_log = highest_number_in_log(work.database, before.number)
    latest = latest_statement(work.database)
    if before.number < in_log:
        before = RosterMark(in_log)
    elif old.roster is not None and latest == old.roster.signed and not old.roster_differences:
        return append_next(work, new.office, seed, old.roster.signed)
    cover_earlier_series(work)
    return append_confirmed(work, new.office, seed, before, EMPTY_LOG)


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
