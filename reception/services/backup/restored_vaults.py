"""The vaults of a restored office: a new generation, so that old keys open nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reception.domain.audit import Act
from reception.domain.errors import StorageError
from reception.domain.roster import Roster
from reception.storage.crypto.keyring import UserKeys
from reception.storage.database import Database
from reception.storage.key_rotation.offboarding_cleanup import end_unreadable_requests
from reception.storage.key_rotation.vault_generations import (
    VaultRotation,
    create_next_generation,
    next_holders,
    record_rotation_due,
)
from reception.storage.staff import signed_members
from reception.storage.staff.roster_rows import append_next
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.staff.signed_members import DESK, PENDING_RECOVERY, PROTECTED, Office
from reception.storage.unit_of_work import UnitOfWork

_OLDER_BOX = "SELECT 1 FROM sealed_box WHERE vault = ? AND generation < ? LIMIT 1"
_UNREADABLE = (
    "SELECT count(DISTINCT owner_row) FROM sealed_value v WHERE owner_table = 'visit' AND NOT "
    "EXISTS (SELECT 1 FROM sealed_box b JOIN vault_grant g ON g.name = b.vault AND "
    "g.generation = b.generation WHERE b.value_id = v.value_id)"
)


@dataclass(frozen=True, slots=True)
class RestoringHead:
    """The head, who restores with the seed of the office root."""

    user_id: str
    keys: UserKeys = field(repr=False)


@dataclass(frozen=True, slots=True)
class RestoredVaults:
    """What a restore does with the vaults.

    ``new_generations``: vault → number of the generation that it gets. ``is_protected_due``: a
    custodian must renew ``protected``. ``unreadable_visits``: visits with an identity that nobody
    can open.
    """

    new_generations: Mapping[str, int] = field(default_factory=dict)
    is_protected_due: bool = False
    unreadable_visits: int = 0


def plan_renewal(work: UnitOfWork, office: Office, head: RestoringHead) -> RestoredVaults:
    """Return the renewal of vaults with boxes of an older generation than the present one.

    A vault whose newest key the head does not hold stays as it is; for ``protected`` it is recorded
    that a custodian must renew it.
    """
    new_generations: dict[str, int] = {}
    is_due = False
    for vault, key in signed_members.read_vaults(work.database, office).items():
        if work.database.one(_OLDER_BOX, (vault, key.generation)) is None:
            continue
        if (vault, key.generation) in _private_keys(work.database, office, head, vault):
            new_generations[vault] = key.generation + 1
        elif vault == PROTECTED:
            record_rotation_due(work, office)
            is_due = True
    return RestoredVaults(new_generations, is_due, _unreadable_visits(work.database))


def plan_full_renewal(
    work: UnitOfWork, office: Office, head: RestoringHead, stated: Roster | None
) -> RestoredVaults:
    """Return the renewal of every vault: the present generation may be that of somebody who left.

    ``stated`` is the highest roster known; it may know later generations, which are lost. Values
    that the head cannot open keep their old keys; for ``protected`` it is recorded that a custodian
    must renew it once more.
    """
    vaults = signed_members.read_vaults(work.database, office)
    new_generations = {
        vault: max(key.generation, _stated_generation(stated, vault)) + 1
        for vault, key in vaults.items()
    }
    private_keys = _private_keys(work.database, office, head, PROTECTED)
    is_due = (PROTECTED, vaults[PROTECTED].generation) not in private_keys
    if is_due:
        record_rotation_due(work, office, new_generations[PROTECTED])
    return RestoredVaults(new_generations, is_due, _unreadable_visits(work.database))


def _stated_generation(stated: Roster | None, vault: str) -> int:
    keys = [key.split("|") for table, key in stated.rows if table == "vault"] if stated else []
    return max((int(generation) for name, generation in keys if name == vault), default=0)


def _unreadable_visits(database: Database) -> int:
    row = database.one(_UNREADABLE)
    return int(row[0]) if row else 0


def renew_vault(
    work: UnitOfWork,
    office: Office,
    head: RestoringHead,
    planned: tuple[str, int],
    roster: SignedRoster,
) -> SignedRoster:
    """Start a vault's next generation in an act of its own, and sign the roster after ``roster``.

    ``planned`` is (vault, number of the generation).
    """
    vault, generation = planned
    private_keys = _private_keys(work.database, office, head, vault)
    holders = next_holders(work.database, office, vault)
    rotation = VaultRotation(vault, holders, private_keys, generation - 1)
    counts = create_next_generation(work, office, head.keys.root_seed, rotation)
    ended = end_unreadable_requests(work, generation) if vault == DESK else ()
    facts: dict[str, object] = {"generation": generation, "moved": counts.rewrapped}
    facts |= {"left": counts.unchanged} if counts.unchanged else {}
    facts |= {"requests": list(ended)} if ended else {}
    work.log(Act.VAULT_ROTATED, vault, **facts)
    return append_next(work, office, head.keys.root_seed, roster)


def _private_keys(
    database: Database, office: Office, head: RestoringHead, vault: str
) -> dict[tuple[str, int], bytes]:
    """Return the head's keys of a vault; as long as nobody has custody, the key kept for sheets."""
    private_keys = _opened_keys(database, office, (head, head.user_id), vault)
    holders = set(signed_members.holders(database, PROTECTED))
    people = signed_members.read_members(database, office)
    if not private_keys and vault == PROTECTED and not holders & people.keys():
        private_keys = _opened_keys(database, office, (head, PENDING_RECOVERY), vault)
    return private_keys


def _opened_keys(
    database: Database, office: Office, holder: tuple[RestoringHead, str], vault: str
) -> dict[tuple[str, int], bytes]:
    """Return the keys of a vault granted to a holder that the head's keys open."""
    head, name = holder
    try:
        opened = signed_members.granted_private_keys(database, office, name, head.keys)
    except StorageError:
        return {}  # sealed to earlier keys of the head
    return {item: key for item, key in opened.items() if item[0] == vault}
