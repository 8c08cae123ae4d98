"""Rows that differ from the roster, put right before the head signs the next one.

Nobody gets more than the roster gave: a row that gives a right or a key to somebody whom the roster
does not entitle is taken back. What is missing cannot be made again; it is only named.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reception.domain.roster import Roster, RosterDifference, RowChange
from reception.storage.crypto.hash_chain import LOGGED_TABLES
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.office_values import RECOVERY_KEYS, SUCCESSION_PREFIX, read_office_value
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import PENDING_RECOVERY, RIGHT_OF_VAULT, Office
from reception.storage.unit_of_work import UnitOfWork

# Grants refer to vaults: they go first.
_ORDER = {"vault_grant": 0, "vault": 1, "member": 2, "office": 3}


def repair_rows(
    work: UnitOfWork,
    office: Office,
    root_seed: bytes,
    stated: Roster,
    differences: Iterable[RosterDifference],
) -> None:
    """Put the differing rows right as far as the roster ``stated`` says how."""
    repair = _Repair(work, office, root_seed, stated)
    for difference in sorted(differences, key=lambda item: _ORDER[item.table]):
        repair.put_right(difference)


def delete_forged_rows(
    work: UnitOfWork, office: Office, differences: Iterable[RosterDifference]
) -> None:
    """Delete the differing rows that the office root has not signed."""
    for difference in sorted(differences, key=lambda item: _ORDER[item.table]):
        row = _row(work, difference)
        if row is not None and not signed_members.is_signed(row, office, difference.table):
            _delete(work, difference.table, row)


class _Repair:
    def __init__(self, work: UnitOfWork, office: Office, root_seed: bytes, stated: Roster) -> None:
        self._work = work
        self._office = office
        self._root_seed = root_seed
        self._stated = stated

    def put_right(self, difference: RosterDifference) -> None:
        if difference.table == "office":
            self._put_office_value_right(difference)
            return
        row = _row(self._work, difference)
        if row is None:
            return
        is_signed = signed_members.is_signed(row, self._office, difference.table)
        if difference.table == "member":
            self._put_member_right(row, is_signed=is_signed)
        elif not is_signed or (difference.table == "vault_grant" and not self._is_entitled(row)):
            _delete(self._work, difference.table, row)

    def _put_member_right(self, row: Any, *, is_signed: bool) -> None:
        """Give a member's row the rights of the roster; none if the roster does not know its keys.

        A row with the root's signature stays, since its key verifies the entries of that person.
        """
        if not is_signed:
            _delete(self._work, "member", row)
            return
        stated = self._stated.members.get(row["user_id"])
        is_newest = stated is not None and stated.key_generation == row["generation"]
        values = {
            "rights": " ".join(sorted(stated.rights)) if stated and is_newest else "",
            "active": int(stated.is_active) if stated and is_newest else 0,
        }
        signed_members.rewrite_member_row(self._work, self._office, self._root_seed, row, values)

    def _put_office_value_right(self, difference: RosterDifference) -> None:
        if difference.key == RECOVERY_KEYS:
            self._end_recovery()
        elif difference.key.startswith(SUCCESSION_PREFIX):
            leads_here = f'"to": "{self._office.root.hex()}"'
            value = read_office_value(self._work.database, difference.key) or ""
            if difference.change is not RowChange.MISSING and leads_here not in value:
                self._work.delete("office", {"key": difference.key})

    def _end_recovery(self) -> None:
        """Make the recovery sheets invalid: nobody knows any more which ones are the newest."""
        if read_office_value(self._work.database, RECOVERY_KEYS) is not None:
            self._work.delete("office", {"key": RECOVERY_KEYS})
        for row in self._work.database.query(
            "SELECT * FROM vault_grant WHERE holder = ?", (RECOVERY,)
        ):
            _delete(self._work, "vault_grant", row)

    def _is_entitled(self, row: Any) -> bool:
        if row["holder"] in (RECOVERY, PENDING_RECOVERY):
            return True
        return RIGHT_OF_VAULT[row["name"]] in self._stated.rights_of(row["holder"])


def _row(work: UnitOfWork, difference: RosterDifference) -> Any | None:
    """Return a differing row; None for a missing one and for values of the office."""
    if difference.table == "office":
        return None
    columns = LOGGED_TABLES[difference.table]
    where = " AND ".join(f"{name} = ?" for name in columns)
    return work.database.one(
        f"SELECT * FROM {difference.table} WHERE {where}", difference.key.split("|")
    )


def _delete(work: UnitOfWork, table: str, row: Any) -> None:
    if table == "vault":
        grants = "SELECT * FROM vault_grant WHERE name = ? AND generation = ?"
        for grant in work.database.query(grants, (row["name"], row["generation"])):
            _delete(work, "vault_grant", grant)
    work.delete(table, {name: row[name] for name in LOGGED_TABLES[table]})
