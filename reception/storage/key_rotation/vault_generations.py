"""Generations of a vault: a new key pair, granted to its holders, with all boxes rewrapped."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from reception.domain.staff import active_head
from reception.storage.audit.accepted_findings import accepted_places
from reception.storage.audit.log_verification import verifier_of
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.crypto.sealing import VaultKey
from reception.storage.database import Database
from reception.storage.key_rotation.key_rewrapping import RewrapCounts, drop_grants, rewrap
from reception.storage.office_values import ROTATION_DUE_KEY, write_office_value
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.signed_members import PENDING_RECOVERY, PROTECTED, Office
from reception.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class VaultRotation:
    """Input of a vault's key rotation."""

    vault: str
    # Public key by holder: a user id, "recovery" or "pending" (kept for the recovery sheets).
    holders: Mapping[str, bytes]
    # Of the present generations, by (vault, generation).
    private_keys: Mapping[tuple[str, int], bytes] = field(repr=False)
    # The highest generation that was ever used, if the register may not know it any more.
    used_generation: int = 0


def create_next_generation(
    work: UnitOfWork, office: Office, root_seed: bytes, rotation: VaultRotation
) -> RewrapCounts:
    """Create a vault's next generation and rewrap every box that the given private keys open.

    Rows that no log entry covers stay unchanged. The grants of older generations are deleted. If a
    box stayed unchanged, ``rotation.holders`` keep their older grants, to open that box later.
    """
    database = work.database
    newest = signed_members.read_vaults(database, office).get(rotation.vault)
    generation = max(newest.generation if newest else 0, rotation.used_generation) + 1
    key, private = signed_members.new_vault_key_pair(rotation.vault, generation)
    signed_members.write_vault(work, office, root_seed, key)
    for holder, public in rotation.holders.items():
        signed_members.write_grant(
            work, office, root_seed, (key, holder, sealing.box_to(public, private))
        )
    verifier = verifier_of(database, office)
    accepted = accepted_places(database, office, verifier)
    uncovered = verifier.uncovered_records("sealed_box", accepted)
    result = rewrap(work, key, dict(rotation.private_keys), uncovered)
    if result.unchanged == 0:
        drop_grants(work, key)
    else:
        drop_grants(work, key, _holders_of_older_generations(work, key) - rotation.holders.keys())
    return result


def grant_all_generations(
    work: UnitOfWork,
    office: Office,
    root_seed: bytes,
    private_keys: Mapping[tuple[str, int], bytes],
    holder: tuple[str, bytes],
) -> None:
    """Grant somebody (user id, public key) every generation that the given keys open."""
    user_id, public = holder
    for (vault, generation), private in private_keys.items():
        key = VaultKey(vault, generation, b"")
        signed_members.write_grant(
            work, office, root_seed, (key, user_id, sealing.box_to(public, private))
        )


def revoke_grants(work: UnitOfWork, user_id: str, vault: str = "") -> tuple[str, ...]:
    """Delete a holder's grants of one vault ("": of all vaults); return the names of the vaults."""
    rows = work.database.query(
        "SELECT name, generation FROM vault_grant WHERE holder = ? AND ? IN ('', name)",
        (user_id, vault),
    )
    for row in rows:
        grant_key = {"name": row["name"], "generation": row["generation"], "holder": user_id}
        work.delete("vault_grant", grant_key)
    return tuple(sorted({row["name"] for row in rows}))


def next_holders(database: Database, office: Office, vault: str) -> dict[str, bytes]:
    """Return holder -> public key of everybody who gets a vault's next key.

    These are the members with the right, recovery if it has the present key, and the head for the
    key kept for the recovery sheets, if there is one.
    """
    people = signed_members.read_members(database, office).values()
    right = signed_members.RIGHT_OF_VAULT[vault]
    holders = {member.user_id: member.box_key for member in people if member.may(right)}
    present_holders = set(signed_members.holders(database, vault))
    recovery_public = root_succession.recovery_box_key(database, office)
    if RECOVERY in present_holders and recovery_public:
        holders[RECOVERY] = recovery_public
    head = active_head(people)
    if PENDING_RECOVERY in present_holders and head is not None:
        holders[PENDING_RECOVERY] = head.box_key
    return holders


def record_rotation_due(work: UnitOfWork, office: Office, generation: int = 0) -> None:
    """Record that the vault ``protected`` must be rotated by somebody who holds its key.

    ``generation`` is the one to be replaced, 0 for the newest.
    """
    vaults = signed_members.read_vaults(work.database, office)
    generation = generation or vaults[PROTECTED].generation
    write_office_value(work, ROTATION_DUE_KEY, json.dumps({"generation": generation}))


def _holders_of_older_generations(work: UnitOfWork, key: VaultKey) -> Set[str]:
    rows = work.database.query(
        "SELECT DISTINCT holder FROM vault_grant WHERE name = ? AND generation < ?",
        (key.vault, key.generation),
    )
    return {row["holder"] for row in rows}
