"""The register in the place of a restore, and the highest roster known outside a backup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from nacl.signing import SigningKey

from reception.domain.errors import StorageError
from reception.domain.roster import RosterMark
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import Keyring, UserKeys
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.key_rotation.database_rekeying import kept_in_place
from reception.storage.schema import latest_version
from reception.storage.staff import signed_members
from reception.storage.staff.root_succession import present_root
from reception.storage.staff.roster_check import RosterInForce, read_roster, require_same_rows
from reception.storage.staff.roster_statement import signed_roster_from_json
from reception.storage.staff.signed_members import Office


@dataclass(frozen=True, slots=True)
class KnownRosters:
    """The highest roster that this machine, the manifest and the head's keys know.

    ``statement`` is signed by the office root; ``mark`` may be higher: keys hold no statement.
    """

    statement: RosterInForce | None
    mark: RosterMark


def known_rosters(
    office: Office, stored: tuple[Mapping[str, str] | None, ...], keys: UserKeys
) -> KnownRosters:
    """Return the highest roster known; ``stored`` are signed rosters as files hold them.

    One that the office root has not signed counts for nothing.
    """
    candidates = [
        RosterInForce(signed, signed.roster())
        for signed in map(signed_roster_from_json, stored)
        if signed is not None and signed.is_signed_by(office.root)
    ]
    candidates = [item for item in candidates if item.content.office_id == office.office_id]
    statement = max(candidates, key=lambda item: item.content.number, default=None)
    marks = (*(item.mark for item in candidates), keys.roster)
    return KnownRosters(statement, max(marks, key=lambda mark: mark.number))


@dataclass(frozen=True, slots=True)
class PresentRegister:
    """The present register, opened and compared with its roster."""

    database: Database
    roster: RosterInForce
    keyring: Keyring
    key: bytes = field(repr=False)


@contextmanager
def open_present_register(
    folder: Path, office: Office, head: tuple[str, UserKeys], known: KnownRosters
) -> Iterator[PresentRegister | None]:
    """Context manager: yields the register in ``folder`` as far as the head's keys open it.

    None if they do not, or if it does not agree with the highest roster known: then it says nothing
    about people and keys. ``head`` is (user id, keys).
    """
    opened = _open(folder, office, head)
    if opened is None:
        yield None
        return
    database, keyring, key = opened
    try:
        roster = _checked_roster(database, office, head, known)
        yield PresentRegister(database, roster, keyring, key) if roster is not None else None
    finally:
        database.close()


def _open(
    folder: Path, office: Office, head: tuple[str, UserKeys]
) -> tuple[Database, Keyring, bytes] | None:
    user_id, keys = head
    try:
        keyring = keyring_file.load(folder)
        if keyring.office != office.office_id:
            return None
        account = keyring.account(user_id)
        with kept_in_place(folder, lambda: keyring_file.database_key(account, keys)) as key:
            return Database(folder / DATABASE_FILE, key), keyring, key
    except StorageError:
        return None


def _checked_roster(
    database: Database, office: Office, head: tuple[str, UserKeys], known: KnownRosters
) -> RosterInForce | None:
    """Return the roster in force; None if register and roster do not agree, or have no such head.

    A register of an earlier version has no roster.
    """
    user_id, keys = head
    try:
        if database.schema_version != latest_version():
            return None
        if present_root(database, office.office_id, keys.office_root) != office.root:
            return None
        roster = read_roster(database, office, known.mark)
        if roster is None:
            return None
        require_same_rows(database, roster.content)
        return roster if is_head(database, office, user_id, keys) else None
    except StorageError:
        return None


def is_head(database: Database, office: Office, user_id: str, keys: UserKeys) -> bool:
    """Tell whether a person with these keys is active and holds the seed of the office root."""
    if not keys.root_seed or bytes(SigningKey(keys.root_seed).verify_key) != office.root:
        return False
    member = signed_members.read_members(database, office).get(user_id)
    return member is not None and member.active and member.sign_key == keys.sign_public
