"""Rows that differ from the roster, put right before the head signs the next one.

Nobody gets more than the roster gave: a row that gives a right or a key to somebody whom the roster
does not entitle is taken back. What is missing cannot be made again; it is only named.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reception.domain.roster import Roster, RosterDifference, RosterMember, RowChange, RowRepair
from reception.domain.staff import Right
from reception.storage.crypto import hash_chain
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.database import Database
from reception.storage.office_values import (
    OFFBOARDING_PREFIX,
    RECOVERY_KEYS,
    ROTATION_DUE_KEY,
    read_office_value,
)
from reception.storage.staff import signed_members
from reception.storage.staff.roster_differing_rows import (
    delete_row,
    differing_row,
    in_order_of_repair,
    key_of_missing_row,
)
from reception.storage.staff.signed_members import PENDING_RECOVERY, RIGHT_OF_VAULT, Office
from reception.storage.unit_of_work import UnitOfWork

# A public key to which nothing can be sealed (libsodium refuses it), of a generation whose row was
# changed or deleted: its private keys still open what was sealed before.
_NO_PUBLIC_KEY = bytes(32)
_NO_RIGHTS: dict[str, Any] = {"rights": "", "active": 0}


def repair_rows(
    work: UnitOfWork,
    office: Office,
    root_seed: bytes,
    stated: Roster,
    differences: Iterable[RosterDifference],
) -> None:
    """Put the differing rows right as far as the roster ``stated`` says how.

    Pending rotations and offboardings are the caller's task, and so is a new key for a vault.
    """
    repair = RosterRepair(work.database, office, root_seed, stated)
    for difference in in_order_of_repair(differences):
        repair.put_right(work, difference)


class RosterRepair:
    """Decides what happens to differing rows, and does it."""

    def __init__(
        self,
        database: Database,
        office: Office,
        root_seed: bytes,
        stated: Roster,
        *,
        is_newest: bool = True,
    ) -> None:
        """``stated`` is the highest roster known, ``root_seed`` that of the office root.

        Without ``is_newest`` there was a newer roster that nobody has any more: a person keeps
        only the rights that row and roster agree upon.
        """
        self._database = database
        self._office = office
        self._root_seed = root_seed
        self._stated = stated
        self._is_newest = is_newest

    def plan(self, difference: RosterDifference) -> RowRepair:
        """Return what :meth:`put_right` or its caller will do with a differing row."""
        row = differing_row(self._database, difference)
        if difference.table == "office":
            return self._plan_of_office_value(difference)
        if difference.table == "vault":
            is_new = difference.change is RowChange.ADDED
            is_forged = is_new and not signed_members.is_signed(row, self._office, "vault")
            return RowRepair.TAKEN_BACK if is_forged else RowRepair.NEW_KEY
        if row is None:
            return RowRepair.LOST
        if difference.table == "member":
            return self._plan_of_member(difference, row)
        is_signed = signed_members.is_signed(row, self._office, "vault_grant")
        return RowRepair.KEPT if is_signed and self._is_entitled(row) else RowRepair.TAKEN_BACK

    def put_right(self, work: UnitOfWork, difference: RosterDifference) -> None:
        """Do what :meth:`plan` says, but for pending tasks and new keys of vaults."""
        row, repair = differing_row(self._database, difference), self.plan(difference)
        if difference.table == "office":
            self._put_office_value_right(work, difference, repair)
        elif difference.table == "member":
            self._put_member_right(work, difference, row, repair)
        elif difference.table == "vault":
            self._put_vault_right(work, difference, row)
        elif repair is RowRepair.TAKEN_BACK:
            delete_row(work, "vault_grant", row)

    def remove_forged(self, work: UnitOfWork, difference: RosterDifference) -> None:
        """Delete a row that the office root has not signed; of a vault, only its public key.

        Values of the office are the caller's task.
        """
        row = differing_row(self._database, difference)
        if difference.table == "vault":
            self._put_vault_right(work, difference, row)
        elif difference.table != "office" and not signed_members.is_signed(
            row, self._office, difference.table
        ):
            delete_row(work, difference.table, row)

    def end_recovery(self, work: UnitOfWork) -> None:
        """Make the recovery sheets invalid: nobody knows any more which ones are the newest."""
        if read_office_value(self._database, RECOVERY_KEYS) is not None:
            work.delete("office", {"key": RECOVERY_KEYS})
        grants = "SELECT * FROM vault_grant WHERE holder = ?"
        for row in self._database.query(grants, (RECOVERY,)):
            delete_row(work, "vault_grant", row)

    def _plan_of_member(self, difference: RosterDifference, row: Any) -> RowRepair:
        if self._becomes_as_stated(difference, row):
            return RowRepair.PUT_RIGHT
        is_known = self._is_signed_member(row) and self._stated_member(row) is not None
        return RowRepair.PUT_RIGHT if is_known else RowRepair.TAKEN_BACK

    def _plan_of_office_value(self, difference: RosterDifference) -> RowRepair:
        if difference.key == RECOVERY_KEYS:
            return RowRepair.ENDED
        if difference.key == ROTATION_DUE_KEY:
            return RowRepair.DONE_AGAIN
        if difference.key.startswith(OFFBOARDING_PREFIX):
            is_new = difference.change is RowChange.ADDED
            return RowRepair.TAKEN_BACK if is_new else RowRepair.DONE_AGAIN
        if difference.change is RowChange.MISSING:
            return RowRepair.LOST
        leads_here = f'"to": "{self._office.root.hex()}"'
        value = read_office_value(self._database, difference.key) or ""
        return RowRepair.KEPT if leads_here in value else RowRepair.TAKEN_BACK

    def _put_member_right(
        self, work: UnitOfWork, difference: RosterDifference, row: Any, repair: RowRepair
    ) -> None:
        """Give a member's row the rights of the roster; none if the roster does not know its keys.

        A row with the root's signature stays, since its key verifies the entries of that person.
        """
        if row is None:
            self._withdraw_older_keys(work, key_of_missing_row(difference)["user_id"])
            return
        if repair is RowRepair.TAKEN_BACK and not self._is_signed_member(row):
            delete_row(work, "member", row)
            self._withdraw_older_keys(work, row["user_id"])
            return
        values = self.values_after(row)
        signed_members.rewrite_member_row(work, self._office, self._root_seed, row, values)

    def _withdraw_older_keys(self, work: UnitOfWork, user_id: str) -> None:
        """Shut out a person whose newest keys are lost: older ones must not count instead."""
        row = self._database.one(
            "SELECT * FROM member WHERE user_id = ? ORDER BY generation DESC LIMIT 1", (user_id,)
        )
        if row is not None and self._stated_member(row) is None:
            signed_members.rewrite_member_row(work, self._office, self._root_seed, row, _NO_RIGHTS)

    def values_after(self, row: Any) -> dict[str, Any]:
        """Return the columns ``rights`` and ``active`` that a member's row gets."""
        stated = self._stated_member(row)
        if stated is None:
            return _NO_RIGHTS
        if self._is_newest:
            return _stated_values(stated)
        if not self._is_signed_member(row):
            return _NO_RIGHTS
        rights = stated.rights & {Right(right) for right in row["rights"].split()}
        return {
            "rights": " ".join(sorted(rights)),
            "active": int(stated.is_active and bool(row["active"])),
        }

    def _is_signed_member(self, row: Any) -> bool:
        return signed_members.is_signed(row, self._office, "member")

    def _becomes_as_stated(self, difference: RosterDifference, row: Any) -> bool:
        """Tell whether the rights of the roster make the row exactly the one that it names.

        The signature is part of the digest: a row without the root's signature comes back only with
        the very keys and names that the root had signed.
        """
        stated = self._stated_member(row)
        if stated is None:
            return False
        values = _stated_values(stated)
        changed = signed_members.signed_again(self._office, "member", row, values, self._root_seed)
        digest = hash_chain.row_digest("member", tuple(changed.values()))
        return digest == self._stated.rows.get((difference.table, difference.key))

    def _stated_member(self, row: Any) -> RosterMember | None:
        """Return what the roster says about these keys; None unless they are the newest."""
        stated = self._stated.members.get(row["user_id"])
        is_newest = stated is not None and stated.key_generation == row["generation"]
        return stated if is_newest else None

    def _put_vault_right(self, work: UnitOfWork, difference: RosterDifference, row: Any) -> None:
        """Keep the private keys of a generation whose public key cannot be trusted."""
        if row is not None and signed_members.is_signed(row, self._office, "vault"):
            return
        name, generation = difference.key.rsplit("|", 1)
        has_grants = self._database.one(
            "SELECT 1 FROM vault_grant WHERE name = ? AND generation = ?", (name, int(generation))
        )
        if has_grants is not None:
            values = {
                "name": name,
                "generation": int(generation),
                "public_key": _NO_PUBLIC_KEY,
            }
            work.upsert(
                "vault",
                signed_members.signed_again(self._office, "vault", values, {}, self._root_seed),
            )
        elif row is not None:
            delete_row(work, "vault", row)

    def _put_office_value_right(
        self, work: UnitOfWork, difference: RosterDifference, repair: RowRepair
    ) -> None:
        if repair is RowRepair.ENDED:
            self.end_recovery(work)
        elif repair is RowRepair.TAKEN_BACK:
            work.delete("office", {"key": difference.key})

    def _is_entitled(self, row: Any) -> bool:
        if row["holder"] in (RECOVERY, PENDING_RECOVERY):
            return True
        right = RIGHT_OF_VAULT.get(row["name"])
        return right is not None and right in self._stated.rights_of(row["holder"])


def _stated_values(stated: RosterMember) -> dict[str, Any]:
    return {"rights": " ".join(sorted(stated.rights)), "active": int(stated.is_active)}
