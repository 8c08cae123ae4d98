"""People with the rights that a roster states, whatever their rows say."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.roster import Roster
from reception.domain.staff import Member
from reception.storage.database import Database
from reception.storage.staff import signed_members


def people_as_stated(
    database: Database, people: dict[str, Member], roster: Roster
) -> dict[str, Member]:
    """Return people with the rights of the roster; whom it does not know with these keys has none.

    A row that somebody has put back thus gives nobody a key or a right.
    """
    stated_people = {}
    for user_id, member in people.items():
        stated = roster.members.get(user_id)
        generation = signed_members.generation_of(database, user_id)
        is_known = stated is not None and stated.key_generation == generation
        stated_people[user_id] = replace(
            member,
            rights=stated.rights if stated and is_known else frozenset(),
            active=bool(stated and is_known and stated.is_active),
        )
    return stated_people
