"""People of a backup that is older than the highest roster known: the head confirms each one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reception.domain.errors import NotAllowed, StorageError
from reception.domain.roster import Roster
from reception.domain.staff import Member, Right
from reception.services.backup.restored_vaults import RestoringHead
from reception.storage.backup.carried_rows import revoke_unentitled_grants
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import Keyring
from reception.storage.database import Database
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.roster_check import row_differences
from reception.storage.staff.roster_differing_rows import in_order_of_repair
from reception.storage.staff.roster_repair import RosterRepair
from reception.storage.staff.signed_members import Office
from reception.storage.staff.stated_people import people_as_stated
from reception.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PersonToConfirm:
    """Somebody who could open the restored office, with the rights they would have."""

    user_id: str
    name: str
    rights: tuple[Right, ...]


@dataclass(frozen=True, slots=True)
class HighestRoster:
    """The highest roster that the office root has signed, from outside the backup.

    ``is_newest``: no higher number is known. Otherwise people keep only the rights that the row in
    the backup and this roster agree upon.
    """

    content: Roster
    is_newest: bool


def require_confirmation(
    database: Database,
    office: Office,
    head: RestoringHead,
    highest: HighestRoster | None,
    confirmed: frozenset[str] | None,
) -> None:
    """Raise unless the head has been asked about the people of a backup.

    Without ``highest`` only a number is known: then the backup says who belongs to the office.
    ``confirmed`` are the user ids of those whom the head knows to belong to it; None if nobody was
    asked about.
    Errors: StorageError ``backup.confirm_people`` (``people``: tuple of :class:`PersonToConfirm`,
    ``names``: their names); NotAllowed ``backup.head_only`` when the roster knows another head.
    """
    people = signed_members.read_members(database, office)
    if highest is not None:
        people = _people_after(database, people, highest)
    if not people[head.user_id].active:
        raise NotAllowed("backup.head_only")
    others = [item for item in people.values() if item.active and item.user_id != head.user_id]
    if confirmed is None and others:
        raise StorageError(
            "backup.confirm_people",
            people=tuple(_to_confirm(others)),
            names=", ".join(sorted(item.name for item in others)),
        )


def _people_after(
    database: Database, people: dict[str, Member], highest: HighestRoster
) -> dict[str, Member]:
    """Return people as :func:`write_confirmed_people` writes them before the head's choice."""
    stated = people_as_stated(database, people, highest.content)
    if highest.is_newest:
        return stated
    return {
        user_id: replace(
            member,
            rights=member.rights & people[user_id].rights,
            active=member.active and people[user_id].active,
        )
        for user_id, member in stated.items()
    }


def _to_confirm(people: Iterable[Member]) -> Iterable[PersonToConfirm]:
    for person in sorted(people, key=lambda item: item.name):
        yield PersonToConfirm(person.user_id, person.name, tuple(sorted(person.rights)))


def write_confirmed_people(
    work: UnitOfWork,
    office: Office,
    head: RestoringHead,
    highest: HighestRoster | None,
    confirmed: frozenset[str],
) -> None:
    """Write people, rights and grants as the highest roster and the head say.

    Whom the head has not confirmed is suspended and has no right.
    """
    seed = head.keys.root_seed
    if highest is not None:
        stated, is_newest = highest.content, highest.is_newest
        repair = RosterRepair(work.database, office, seed, stated, is_newest=is_newest)
        for difference in in_order_of_repair(row_differences(work.database, stated)):
            repair.put_right(work, difference)
    for user_id, member in signed_members.read_members(work.database, office).items():
        if member.active and user_id not in confirmed | {head.user_id}:
            suspended = replace(member, rights=frozenset(), active=False)
            generation = signed_members.generation_of(work.database, user_id)
            signed_members.write_member(work, office, seed, suspended, generation)
    revoke_unentitled_grants(work, office)


def keyring_under_new_key(
    database: Database, office: Office, keyring: Keyring, new_key: bytes
) -> Keyring:
    """Return the keyring with a new database key for the active members and for recovery."""
    people = signed_members.read_members(database, office)
    accounts = []
    for account in keyring.accounts:
        member = people.get(account.user_id)
        is_active = member is not None and member.active
        box = sealing.box_to(member.box_key, new_key) if member and is_active else b""
        accounts.append(replace(account, database_key=box))
    recovery_public = root_succession.recovery_box_key(database, office)
    recovery_box = sealing.box_to(recovery_public, new_key) if recovery_public else b""
    return Keyring(keyring.office, keyring.counter + 1, tuple(accounts), recovery_box)
