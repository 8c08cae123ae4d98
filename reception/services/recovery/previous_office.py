"""The office before a recovery: verified, compared with the roster, opened with recovery's keys."""

from __future__ import annotations

from dataclasses import dataclass, field

from reception.domain.errors import InvalidInput, StorageError
from reception.domain.roster import RosterDifference
from reception.domain.staff import Member, active_head
from reception.storage.audit.accepted_findings import accepted_places
from reception.storage.audit.log_verification import verifier_of
from reception.storage.crypto.keyring import RECOVERY, Keyring, UserKeys
from reception.storage.database import Database
from reception.storage.key_rotation.offboarding_cleanup import is_offboarding
from reception.storage.office_values import RECOVERY_KEYS
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.roster_check import RosterInForce, highest_roster, row_differences
from reception.storage.staff.roster_rows import latest_statement
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.staff.signed_members import Office
from reception.storage.staff.stated_people import people_as_stated


@dataclass(frozen=True, slots=True)
class PreviousOffice:
    """The office before recovery, as far as the recovery keys open it.

    ``private_keys``: (vault, generation) → private key. ``unverified_rows``: (table, row key) of
    the rows that verification rejects.
    """

    office: Office
    head: Member
    people: dict[str, Member]
    private_keys: dict[tuple[str, int], bytes] = field(repr=False)
    drafts: tuple[str, ...]  # of the head; the new keys do not open them
    offboarding_ids: frozenset[str]  # user ids of members whose offboarding is in progress
    unverified_rows: frozenset[tuple[str, str]]
    finding_count: int  # of the verification
    roster: RosterInForce | None  # the highest one known; None in an office of an earlier version
    roster_differences: tuple[RosterDifference, ...]


def head_of(people: dict[str, Member]) -> Member:
    """Return the active head; StorageError ``members.forged`` if there is none."""
    head = active_head(people.values())
    if head is None:
        raise StorageError("members.forged", table="member")
    return head


def _check_recovery_keys(
    database: Database, office: Office, machine: SignedRoster | None
) -> tuple[RosterInForce | None, tuple[RosterDifference, ...]]:
    """Return the highest roster known and the rows that differ from it.

    ``machine`` is the roster in this machine's state folder; the roster is None in an office of an
    earlier version.
    Errors: InvalidInput ``recovery.foreign`` when the roster names other recovery keys: the sheets
    were replaced.
    """
    roster = highest_roster(database, office, machine)
    differences = row_differences(database, roster.content) if roster is not None else ()
    latest = latest_statement(database)
    number = roster.content.number if roster is not None else 0
    has_later_root = latest is not None and latest.roster().number > number
    if has_later_root or any(item.key == RECOVERY_KEYS for item in differences):
        raise InvalidInput("recovery.foreign", "sheets")
    return roster, differences


def read_previous_office(
    database: Database, keyring: Keyring, recovery: UserKeys, machine: SignedRoster | None
) -> PreviousOffice:
    """Verify the database and return the office as the recovery keys open it.

    Rows that verification rejects do not stop it: they are named in the result. ``machine`` is the
    roster in this machine's state folder.
    Errors: as of ``root_succession.office_of_recovery``; StorageError ``members.forged``;
    InvalidInput ``recovery.foreign`` when the highest roster known names other recovery keys.
    """
    office = root_succession.office_of_recovery(database, keyring.office, recovery)
    roster, differences = _check_recovery_keys(database, office, machine)
    people = signed_members.read_members(database, office, skip_forged=roster is not None)
    if roster is not None:
        people = people_as_stated(database, people, roster.content)
    verifier = verifier_of(database, office)
    verification = verifier.run()
    accepted = accepted_places(database, office, verifier)
    findings = frozenset(
        (item.table, item.key)
        for item in verification.findings
        if item.table and not (item.table == "sealed_box" and item.place in accepted)
    )
    unverified_rows = findings | verifier.uncovered_records("sealed_box", accepted)
    private_keys = signed_members.granted_private_keys(database, office, RECOVERY, recovery)
    head = head_of(people)
    rows = database.query("SELECT draft_id FROM draft WHERE owner = ?", (head.user_id,))
    drafts = tuple(row["draft_id"] for row in rows)
    offboarding_ids = frozenset(user_id for user_id in people if is_offboarding(database, user_id))
    return PreviousOffice(
        office,
        head,
        people,
        private_keys,
        drafts,
        offboarding_ids,
        unverified_rows,
        len(verification.findings),
        roster,
        differences,
    )
