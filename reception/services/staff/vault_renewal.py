"""New keys for vaults after a mismatch with the roster: nobody knows who has the present ones.

A new generation needs nobody's private key: it is sealed to everybody whom the roster entitles.
What was sealed before is moved to it as far as the head can open it; the rest keeps its old key,
and for denouncers' identities a custodian rotates the vault once more.
"""

from __future__ import annotations

from reception.domain.errors import StorageError
from reception.services.access.session import Session
from reception.services.staff.roster_comparison import RosterComparison
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.key_rotation.offboarding_cleanup import end_unreadable_requests
from reception.storage.key_rotation.vault_generations import VaultRotation, create_next_generation
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.signed_members import DESK, PENDING_RECOVERY, RIGHT_OF_VAULT, VAULTS
from reception.storage.unit_of_work import UnitOfWork

_HIGHEST_BELIEVED = 10**6  # a higher generation in an unsigned row is made up
_USED = (
    "SELECT max(generation) FROM (SELECT generation FROM vault_grant WHERE name = ? UNION ALL "
    "SELECT generation FROM sealed_box WHERE vault = ?) WHERE generation <= ?"
)
_HOLDERS = "SELECT DISTINCT holder FROM vault_grant WHERE name = ?"
_GRANTS = "SELECT * FROM vault_grant WHERE name = ? AND holder IN (?, ?)"


def doubtful_vaults(comparison: RosterComparison) -> tuple[str, ...]:
    """Return the vaults whose rows differ; all if a newer roster is lost or recovery has ended."""
    tables_and_keys = [(item.table, item.key) for item in comparison.differences]
    if not comparison.is_newest or comparison.ends_recovery:
        return VAULTS
    changed = {key.split("|")[0] for table, key in tables_and_keys if table.startswith("vault")}
    return tuple(vault for vault in VAULTS if vault in changed)


class VaultRenewal:
    """Makes new generations inside the confirming act, after the rows were put right."""

    def __init__(self, work: UnitOfWork, session: Session, comparison: RosterComparison) -> None:
        self._work = work
        self._session = session
        self._comparison = comparison

    def renew(self, vault: str) -> tuple[int, tuple[str, ...]]:
        """Make a vault's next generation.

        Returns the number of boxes that keep an old key, and the reveal requests that ended because
        their reasons are sealed to an old key.
        """
        work, session = self._work, self._session
        rotation = VaultRotation(
            vault, self._holders(vault), self._private_keys(vault), self._used_generation(vault)
        )
        counts = create_next_generation(work, session.office, session.keys.root_seed, rotation)
        generation = signed_members.read_vaults(work.database, session.office)[vault].generation
        ended = end_unreadable_requests(work, generation) if vault == DESK else ()
        return counts.unchanged, ended

    def _holders(self, vault: str) -> dict[str, bytes]:
        """Return user id -> public key of the entitled; recovery, if it had a key.

        When the sheets have become invalid, the head keeps recovery's key for the next ones, as in
        an office without sheets.
        """
        work, session = self._work, self._session
        people = signed_members.read_members(work.database, session.office)
        right = RIGHT_OF_VAULT[vault]
        holders = {item.user_id: item.box_key for item in people.values() if item.may(right)}
        before = self._holders_before(vault)
        recovery_public = root_succession.recovery_box_key(work.database, session.office)
        if RECOVERY in before and recovery_public:
            holders[RECOVERY] = recovery_public
        if PENDING_RECOVERY in before or (RECOVERY in before and not recovery_public):
            holders[PENDING_RECOVERY] = session.member.box_key
        return holders

    def _holders_before(self, vault: str) -> set[str]:
        stated = self._comparison.stated
        holders = set()
        if stated is not None:
            keys = [key.split("|") for table, key in stated.rows if table == "vault_grant"]
            holders = {holder for name, _, holder in keys if name == vault}
        if not self._comparison.is_newest:
            holders |= {row["holder"] for row in self._work.database.query(_HOLDERS, (vault,))}
        return holders

    def _used_generation(self, vault: str) -> int:
        row = self._work.database.one(_USED, (vault, vault, _HIGHEST_BELIEVED))
        found = int(row[0] or 0) if row is not None else 0
        stated = self._comparison.stated
        keys = [key.split("|") for table, key in stated.rows if "vault" in table] if stated else []
        return max([found, *(int(key[1]) for key in keys if key[0] == vault)])

    def _private_keys(self, vault: str) -> dict[tuple[str, int], bytes]:
        """Return the private keys that the head has, or keeps for recovery."""
        session, private_keys = self._session, {}
        holders = (session.member.user_id, PENDING_RECOVERY)
        for row in self._work.database.query(_GRANTS, (vault, *holders)):
            try:
                private = sealing.unbox(session.keys.box_private, bytes(row["sealed_private"]))
            except StorageError:
                continue  # sealed to earlier keys of the head
            private_keys[(vault, int(row["generation"]))] = private
        return private_keys
