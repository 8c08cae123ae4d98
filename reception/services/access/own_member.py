"""The signed-in person as a member; the head also when the own row was deleted or changed."""

from __future__ import annotations

from reception.domain.staff import DEFAULT_RIGHTS, Member, Role
from reception.services.access.session_roster import SessionRoster
from reception.services.office.office_setup import DEFAULT_TITLES
from reception.storage.crypto.keyring import Account, UserKeys
from reception.storage.database import Database
from reception.storage.staff import signed_members
from reception.storage.staff.roster_check import highest_roster
from reception.storage.staff.signed_members import Office


def head_of_blob(
    database: Database, office: Office, roster: SessionRoster, account: Account, keys: UserKeys
) -> tuple[Member, int]:
    """Return the head as a member with the keys of the blob, and the generation of these keys.

    Called only after the blob's seed was found to be that of the office root. Name and rights are
    those of the keyring and of the highest roster known; the confirmation writes them as a row.
    """
    highest = highest_roster(database, office, roster.seen_by_machine)
    stated = highest.content.members.get(account.user_id) if highest is not None else None
    head = Member(
        user_id=account.user_id,
        name=account.name,
        title=DEFAULT_TITLES[Role.HEAD],
        role=Role.HEAD,
        rights=stated.rights if stated is not None else DEFAULT_RIGHTS[Role.HEAD],
        box_key=keys.box_public,
        sign_key=keys.sign_public,
    )
    if stated is not None:
        return head, stated.key_generation
    return head, signed_members.generation_of(database, account.user_id) + 1


def key_generation(database: Database, office: Office, member: Member) -> int:
    """Return the generation of a member's signing key, by rows that the root has signed."""
    keys = signed_members.signing_keys(database, office)
    return max(
        generation
        for (user_id, generation), key in keys.items()
        if user_id == member.user_id and key == member.sign_key
    )
