"""Custody of denouncers' identities: granted and revoked with the head's password."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.staff import Member, Right
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.office_signing_key import (
    checked_custody_reason,
    root_seed_by_password,
)
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.key_rotation.vault_key_rotation import (
    can_open,
    custodians,
    rotate_vault,
    vault_private_keys,
)
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.json_shapes import member_of, number_of, object_of, parsed_json
from reception.storage.key_rotation.vault_generations import (
    grant_all_generations,
    record_rotation_due,
    revoke_grants,
)
from reception.storage.office_values import ROTATION_DUE_KEY, read_office_value
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.signed_members import PENDING_RECOVERY, PROTECTED
from reception.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class CustodyTasks:
    """Tasks that need a session with the key of the vault ``protected``."""

    needs_rotation: bool  # a former holder must be excluded by a rotation
    names_without_key: tuple[str, ...]  # people who have the right but no key yet
    holders: tuple[str, ...]  # names of the custodians who can carry them out
    can_be_done_here: bool  # whether this session can carry them out

    def __bool__(self) -> bool:
        """Tell whether there is a task."""
        return self.needs_rotation or bool(self.names_without_key)


@rights_checked
class Custody:
    """Custody of the key of denouncers' identities.

    Only a session that opens the vault can grant its key; the head's password signs the grant.
    """

    def __init__(self, session: Session, approvals: HeadApprovals) -> None:
        self._session = session
        self._approvals = approvals

    def can_grant(self) -> bool:
        """Tell whether this session can grant the key."""
        return can_open(self._session, PROTECTED)

    def grant(self, user_id: str, password: str, reason: str) -> None:
        """Grant somebody custody; ``password`` is the head's, ``reason`` is logged.

        Errors: ``accounts.head_password``, ``accounts.sentence_short``, ``accounts.no_half``,
        ``accounts.unknown``, ``accounts.shut_out``, ``custody.has_it``.
        """
        session, reason_text = self._session, checked_custody_reason(reason)
        private_keys = vault_private_keys(session, PROTECTED)
        seed = root_seed_by_password(session, self._approvals, password)
        with session.act(seed) as work:
            member = self._active_member(user_id)
            if user_id in custodians(session):
                raise InvalidInput("custody.has_it", "user_id", name=member.name)
            changed = replace(member, rights=member.rights | {Right.CUSTODY})
            generation = signed_members.generation_of(work.database, user_id)
            signed_members.write_member(work, session.office, seed, changed, generation)
            grant_all_generations(
                work, session.office, seed, private_keys, (user_id, member.box_key)
            )
            self._delete_kept_grant(work)
            work.log(Act.CUSTODY_GRANTED, user_id, words=reason_text, head=session.head().user_id)
        session.reload_people_and_vaults()

    def revoke(self, user_id: str, password: str, reason: str) -> None:
        """Revoke custody; the vault is rotated now, or later in the session of a custodian.

        Errors: as :meth:`grant`, ``custody.has_none``, ``custody.last``.
        """
        session, reason_text = self._session, checked_custody_reason(reason)
        seed = root_seed_by_password(session, self._approvals, password)
        with session.act(seed) as work:
            member = self._active_member(user_id)
            if not member.may(Right.CUSTODY):
                raise InvalidInput("custody.has_none", "user_id", name=member.name)
            if not set(custodians(session)) - {user_id}:
                raise InvalidInput("custody.last", "user_id", name=member.name)
            changed = replace(member, rights=member.rights - {Right.CUSTODY})
            generation = signed_members.generation_of(work.database, user_id)
            signed_members.write_member(work, session.office, seed, changed, generation)
            facts: dict[str, object] = {}
            if self.can_grant():
                facts = rotate_vault(work, session, seed, PROTECTED).facts()
            else:
                record_rotation_due(work, session.office)
            revoke_grants(work, user_id, PROTECTED)
            work.log(
                Act.CUSTODY_REVOKED,
                user_id,
                words=reason_text,
                head=session.head().user_id,
                **facts,
            )
        session.reload_people_and_vaults()

    def tasks(self) -> CustodyTasks:
        """Return the tasks for a custodian."""
        session = self._session
        people = signed_members.read_members(session.database, session.office)
        key_holders = set(signed_members.holders(session.database, PROTECTED))
        names_without_key = [
            person.name
            for person in people.values()
            if person.may(Right.CUSTODY) and person.user_id not in key_holders
        ]
        holders = tuple(sorted(people[user_id].name for user_id in custodians(session)))
        return CustodyTasks(
            rotation_pending(session), tuple(sorted(names_without_key)), holders, self.can_grant()
        )

    def carry_out_tasks(self, password: str) -> None:
        """Carry out the tasks: rotate the vault after somebody lost custody, or grant missing keys.

        Errors: ``accounts.head_password``, ``accounts.no_half``, ``custody.nothing``.
        """
        session, tasks = self._session, self.tasks()
        if not tasks:
            raise InvalidInput("custody.nothing", "tasks")
        private_keys = vault_private_keys(session, PROTECTED)
        seed = root_seed_by_password(session, self._approvals, password)
        with session.act(seed) as work:
            if tasks.needs_rotation:
                rotated = rotate_vault(work, session, seed, PROTECTED)
                work.log(Act.VAULT_ROTATED, PROTECTED, **rotated.facts())
            else:
                names = self._grant_missing_keys(work, seed, private_keys)
                work.log(Act.CUSTODY_KEY_HANDED_OVER, PROTECTED, people=names)
        session.reload_people_and_vaults()

    def _grant_missing_keys(
        self, work: UnitOfWork, seed: bytes, private_keys: dict[tuple[str, int], bytes]
    ) -> list[str]:
        office, granted = self._session.office, []
        key_holders = set(signed_members.holders(work.database, PROTECTED))
        for person in signed_members.read_members(work.database, office).values():
            if person.may(Right.CUSTODY) and person.user_id not in key_holders:
                grant_all_generations(
                    work, office, seed, private_keys, (person.user_id, person.box_key)
                )
                granted.append(person.user_id)
        return granted

    def _active_member(self, user_id: str) -> Member:
        session = self._session
        member = signed_members.read_members(session.database, session.office).get(user_id)
        if member is None:
            raise InvalidInput("accounts.unknown", "user_id")
        if not member.active:
            raise InvalidInput("accounts.shut_out", "user_id", name=member.name)
        return member

    def _delete_kept_grant(self, work: UnitOfWork) -> None:
        """Delete the key kept for a first custodian, unless recovery still needs it."""
        if root_succession.recovery_box_key(work.database, self._session.office):
            revoke_grants(work, PENDING_RECOVERY, PROTECTED)


def rotation_pending(session: Session) -> bool:
    """Tell whether a rotation of ``protected`` is pending."""
    stored_rotation = read_office_value(session.database, ROTATION_DUE_KEY)
    if stored_rotation is None:
        return False
    present_generation = signed_members.read_vaults(session.database, session.office)[
        PROTECTED
    ].generation
    due = object_of(parsed_json(stored_rotation))
    return number_of(member_of(due, "generation")) >= present_generation


def other_openers(session: Session, user_id: str) -> tuple[str, ...]:
    """Return who else can open ``protected``: custodians, recovery, the key kept for recovery."""
    kept_keys = set(signed_members.holders(session.database, PROTECTED)) & {
        RECOVERY,
        PENDING_RECOVERY,
    }
    return tuple(sorted((set(custodians(session)) | kept_keys) - {user_id}))
