"""The list of accounts for the head: rights, keys, last use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.domain.audit import Act, entry_time
from reception.domain.clock import local_day
from reception.domain.errors import StorageError
from reception.domain.shown_times import ShownTime
from reception.domain.staff import Member, Right, Role
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.key_rotation.offboarding_cleanup import find_owned_items
from reception.storage.staff import signed_members

_ACT_COUNTS = (
    "SELECT actor, CASE act WHEN 'protected_revealed' THEN 'revealed' ELSE act END AS act, "
    "count(*) AS times, max(at) AS last FROM log WHERE act IN "
    "('opened', 'password_changed', 'revealed', 'protected_revealed') GROUP BY 1, 2"
)
_PASSWORDS_SET_BY_HEAD = (
    "SELECT subject, max(at) AS last FROM log WHERE act = 'password_set' GROUP BY 1"
)
_FIRST_ENTRY_OF_MEMBER = (
    "SELECT r.key, l.at FROM log_row r JOIN log l USING (seq) WHERE r.record = 'member' "
    "AND r.key = ? ORDER BY seq LIMIT 1"
)
_VISIT_COUNTS = "SELECT officer, count(*) AS visits FROM visit GROUP BY 1"


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """One account with its rights; the counts are of the present register."""

    user_id: str
    name: str
    title: str
    role: Role
    rights: frozenset[Right]
    active: bool  # can unlock the register: neither suspended nor offboarded
    is_offboarded: bool  # the account no longer exists
    holds_protected: bool  # has the newest key of the vault protected
    added_on: date | None
    last_opened: ShownTime | None
    visits: int
    drafts: int
    reveals: int
    open_requests: int  # of reveals
    password_changed_on: date | None
    changed_own_password: bool  # the owner made the last change; False: the head


def list_accounts(session: Session) -> tuple[AccountSummary, ...]:
    """Return everybody who ever had an account: the head first, offboarded ones last."""
    database = session.database
    database_keys = _database_keys(session)
    protected = set(signed_members.holders(database, signed_members.PROTECTED))
    acts = {(row["actor"], row["act"]): row for row in database.query(_ACT_COUNTS)}
    set_by_head = {row["subject"]: row["last"] for row in database.query(_PASSWORDS_SET_BY_HEAD)}
    visits = {row["officer"]: int(row["visits"]) for row in database.query(_VISIT_COUNTS)}
    summaries = []
    for member in signed_members.read_members(database, session.office).values():
        user = member.user_id
        items = find_owned_items(database, user)
        changed_by_owner, opened, revealed = (
            acts.get((user, act.value)) for act in (Act.PASSWORD_CHANGED, Act.OPENED, Act.REVEALED)
        )
        changed_at, by_owner = _last_password_change(changed_by_owner, set_by_head.get(user))
        summaries.append(
            AccountSummary(
                user_id=user,
                name=member.name,
                title=member.title,
                role=member.role,
                rights=member.rights,
                active=member.active and bool(database_keys.get(user)),
                is_offboarded=user not in database_keys,
                holds_protected=member.may(Right.CUSTODY) and user in protected,
                added_on=_added_on(session, member),
                last_opened=_shown_opening(session, opened),
                visits=visits.get(user, 0),
                drafts=len(items.drafts),
                reveals=int(revealed["times"]) if revealed else 0,
                open_requests=len(items.requests),
                password_changed_on=_parse_day(changed_at),
                changed_own_password=by_owner,
            )
        )
    return tuple(sorted(summaries, key=_sort_key))


def _database_keys(session: Session) -> Mapping[str, bytes]:
    """Return user id -> encrypted database key from the keyring; it is empty if suspended."""
    try:
        accounts = keyring_file.load(session.folder).accounts
    except StorageError:
        return {}
    return {account.user_id: account.database_key for account in accounts}


def _last_password_change(
    changed_by_owner: Any, set_by_head: str | None
) -> tuple[str | None, bool]:
    """Return (time of the last change of a password, whether its owner made it)."""
    own_change = changed_by_owner["last"] if changed_by_owner else None
    if set_by_head and (own_change is None or set_by_head > own_change):
        return set_by_head, False
    return own_change, True


def _shown_opening(session: Session, opened: Any) -> ShownTime | None:
    return session.shown_time(Act.OPENED, entry_time(opened["last"])) if opened else None


def _added_on(session: Session, member: Member) -> date | None:
    row = session.database.one(_FIRST_ENTRY_OF_MEMBER, (f"{member.user_id}|1",))
    return _parse_day(row["at"] if row else None)


def _parse_day(text: str | None) -> date | None:
    return local_day(entry_time(text)) if text else None


def _sort_key(person: AccountSummary) -> tuple[bool, bool, bool, str]:
    return (person.is_offboarded, not person.active, person.role is not Role.HEAD, person.name)
