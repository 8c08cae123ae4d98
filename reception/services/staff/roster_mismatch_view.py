"""Reads what the head has to see of a mismatch with the roster."""

from __future__ import annotations

from typing import Any

from reception.domain.roster import Roster, RosterDifference, RosterMismatch, RowRepair
from reception.domain.roster_mismatch import (
    DifferingRow,
    PersonNow,
    RosterMismatchView,
    RowStanding,
)
from reception.domain.staff import Right
from reception.services.access.session import Session
from reception.services.staff.roster_comparison import RosterComparison
from reception.storage.crypto import keyring as keyring_file
from reception.storage.office_values import OFFBOARDING_PREFIX
from reception.storage.staff import signed_members
from reception.storage.staff.roster_differing_rows import differing_row
from reception.storage.staff.roster_repair import RosterRepair


def view_of(
    session: Session, mismatch: RosterMismatch, comparison: RosterComparison
) -> RosterMismatchView:
    """Return what the head has to see before signing."""
    stated = comparison.stated
    describe = _RowDescriber(session, comparison.repair(session), stated)
    return RosterMismatchView(
        mismatch=mismatch,
        compared_number=stated.number if stated is not None else 0,
        is_newest=comparison.is_newest,
        next_number=comparison.before.number + 1,
        ends_recovery=comparison.ends_recovery,
        fingerprint=session.fingerprint(),
        rows=tuple(map(describe.row, comparison.differences)) if stated is not None else (),
        people=_people(session),
    )


class _RowDescriber:
    def __init__(self, session: Session, repair: RosterRepair, stated: Roster | None) -> None:
        self._session = session
        self._repair = repair
        self._stated = stated
        self._own_id = session.member.user_id
        self._own_generation = session.key_generation
        accounts = keyring_file.load(session.folder).accounts
        self._names = {account.user_id: account.name for account in accounts}
        self._names |= {person.user_id: person.name for person in session.people.values()}

    def row(self, difference: RosterDifference) -> DifferingRow:
        repair = self._repair.plan(difference)
        if difference.table == "office":
            return self._office_value(difference, repair)
        found = differing_row(self._session.database, difference)
        is_signed = found is None or signed_members.is_signed(
            found, self._session.office, difference.table
        )
        if difference.table == "member":
            return self._member(difference, repair, found, is_signed=is_signed)
        name, generation, *holder = difference.key.split("|", 2)
        return DifferingRow(
            difference.table,
            difference.change,
            repair,
            person=self._name(holder[0]) if holder else "",
            vault=name,
            generation=int(generation) if generation.isdecimal() else 0,
            is_signed=is_signed,
        )

    def _member(
        self, difference: RosterDifference, repair: RowRepair, found: Any, *, is_signed: bool
    ) -> DifferingRow:
        user_id, generation = difference.key.rsplit("|", 1)
        is_own = (user_id, generation) == (self._own_id, str(self._own_generation))
        if is_own:
            repair = RowRepair.PUT_RIGHT  # the head's row is written again from the head's blob
        stated = self._stated.members.get(user_id) if self._stated is not None else None
        return DifferingRow(
            "member",
            difference.change,
            repair,
            person=self._name(user_id),
            generation=int(generation),
            is_signed=is_signed,
            now=_standing(found) if found is not None else None,
            stated=RowStanding(stated.rights, stated.is_active) if stated is not None else None,
        )

    def _office_value(self, difference: RosterDifference, repair: RowRepair) -> DifferingRow:
        key, person = difference.key, ""
        if key.startswith(OFFBOARDING_PREFIX):
            person = self._name(key.removeprefix(OFFBOARDING_PREFIX))
        return DifferingRow("office", difference.change, repair, person=person, office_key=key)

    def _name(self, user_id: str) -> str:
        return self._names.get(user_id, user_id)


def _standing(row: Any) -> RowStanding:
    """Return what a row says; unknown words in a row that somebody has forged are left out."""
    known = {right.value for right in Right}
    rights = frozenset(Right(word) for word in row["rights"].split() if word in known)
    return RowStanding(rights, bool(row["active"]))


def _people(session: Session) -> tuple[PersonNow, ...]:
    holders = {
        vault: set(signed_members.holders(session.database, vault))
        for vault in signed_members.VAULTS
    }
    people = [
        PersonNow(
            person.name,
            person.title,
            person.rights,
            person.active,
            tuple(vault for vault, ids in holders.items() if person.user_id in ids),
        )
        for person in session.people.values()
    ]
    return tuple(sorted(people, key=lambda person: (not person.is_active, person.name)))
