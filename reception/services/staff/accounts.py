"""Accounts of an open office: list, add, suspend, reinstate, set a new password."""

from __future__ import annotations

import secrets
from dataclasses import replace

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.staff import DEFAULT_RIGHTS, Member, Right, Role
from reception.domain.text import clean
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.password_policy import check_password
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.key_rotation.vault_key_rotation import custodians, vault_private_keys
from reception.services.office.office_setup import DEFAULT_TITLES, NewMember
from reception.services.staff.account_list import AccountSummary, list_accounts
from reception.services.staff.keyring_changes import KeyringChanges
from reception.storage.audit.local_state import FailedAttemptsFile
from reception.storage.crypto import sealing
from reception.storage.crypto.keyring import RECOVERY, Keyring
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.key_rotation.offboarding_cleanup import (
    OwnedItems,
    delete_key_files,
    delete_owned_items,
    is_offboarding,
)
from reception.storage.key_rotation.vault_generations import grant_all_generations, revoke_grants
from reception.storage.office_values import write_keyring_counter
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.hand_over_rows import end_hand_overs_of


@rights_checked
class Accounts:
    """Administration of accounts by the head; rights and custody are separate services."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._keyring_changes = KeyringChanges(session)

    def summaries(self) -> tuple[AccountSummary, ...]:
        """Return everybody who ever had an account; see :func:`list_accounts`."""
        return list_accounts(self._session)

    def add(self, new: NewMember) -> str:
        """Add an account with the password its owner typed; return the user id.

        The role determines the first rights; custody of denouncers' identities is granted
        separately. The keyring is written first: after a power cut it may hold a name without a
        member row, which the next account of that name or the next key rotation removes.
        Errors: ``rights.missing``, ``accounts.head_only``, ``accounts.one_head``,
        ``setup.name_missing``, ``setup.same_name``, ``setup.password_weak``.
        """
        seed = own_root_seed(self._session)
        name = self._checked_name(new)
        self._check_password(new.password, name)
        user_id = secrets.token_hex(4)
        new_keys = self._keyring_changes.make_new_keys((user_id, name), new.password)
        member = Member(
            user_id=user_id,
            name=name,
            title=clean(new.title) or DEFAULT_TITLES[new.role],
            role=new.role,
            rights=DEFAULT_RIGHTS[new.role],
            box_key=new_keys.keys.box_public,
            sign_key=new_keys.keys.sign_public,
        )
        changed_keyring = self._keyring_changes.store_account(new_keys.account)
        with self._session.act(seed) as work:
            self._keyring_changes.require_current(changed_keyring, user_id)
            signed_members.write_member(work, self._session.office, seed, member)
            write_keyring_counter(work, changed_keyring)
            work.log(Act.ACCOUNT_ADDED, user_id, name=name, rights=sorted(member.rights))
        self._session.reload_people_and_vaults()
        return user_id

    def suspend(self, user_id: str) -> None:
        """Suspend an account: its database key is removed from the keyring.

        Its keys of the vaults stay; offboarding deletes them
        (:class:`reception.services.staff.offboarding.StaffOffboarding`).
        Errors: ``rights.missing``, ``accounts.head_only``, ``accounts.head_stays``,
        ``accounts.unknown``.
        """
        seed, member = own_root_seed(self._session), self._other_member(user_id)
        changed_keyring = self._keyring_changes.store_database_key(user_id, b"")
        self._write_member(
            seed, replace(member, active=False), changed_keyring, Act.ACCOUNT_SUSPENDED
        )

    def reinstate(self, user_id: str) -> None:
        """Reinstate a suspended account: it gets the database key again.

        Whoever may reveal also gets the keys of ``desk`` that were made in the meantime.

        Errors: as :meth:`suspend`; ``accounts.left`` after offboarding.
        """
        seed, member = own_root_seed(self._session), self._other_member(user_id)
        existing_ids = {account.user_id for account in self._keyring_changes.keyring().accounts}
        if user_id not in existing_ids or is_offboarding(self._session.database, user_id):
            raise InvalidInput("accounts.left", "user_id", name=member.name)
        changed_keyring = self._keyring_changes.store_database_key(
            user_id, sealing.box_to(member.box_key, self._keyring_changes.database_key())
        )
        self._write_member(
            seed, replace(member, active=True), changed_keyring, Act.ACCOUNT_REINSTATED
        )

    def set_new_password(self, user_id: str, password: str) -> None:
        """Give somebody new keys and a new password; the old keys are lost with the old password.

        Drafts and queued blind indexes are deleted, and open reveal requests end, because only
        the old keys open them. Whoever may reveal gets the keys of ``desk`` again. A custodian gets
        those of ``protected`` again if the head is a custodian too; otherwise another custodian
        must hand them over.
        Errors: as :meth:`suspend`; ``accounts.shut_out`` (suspended), ``accounts.last_custodian``,
        ``setup.password_weak``, ``accounts.no_half``.
        """
        session = self._session
        seed, member = own_root_seed(session), self._other_member(user_id)
        if not member.active:
            raise InvalidInput("accounts.shut_out", "user_id", name=member.name)
        self._refuse_only_protected_holder(member)
        self._check_password(password, member.name)
        new_keys = self._keyring_changes.make_new_keys((user_id, member.name), password)
        changed_member = replace(
            member,
            box_key=new_keys.keys.box_public,
            sign_key=new_keys.keys.sign_public,
            active=True,
        )
        changed_keyring = self._keyring_changes.store_account(new_keys.account)
        with session.act(seed) as work:
            self._keyring_changes.require_current(changed_keyring, user_id)
            generation = signed_members.generation_of(work.database, user_id) + 1
            signed_members.write_member(work, session.office, seed, changed_member, generation)
            revoke_grants(work, user_id)
            granted = self._grant_vaults(work, seed, changed_member)
            deleted = delete_owned_items(work, user_id)
            write_keyring_counter(work, changed_keyring)
            facts = {"vaults": granted, "drafts": len(deleted.drafts)}
            work.log(Act.PASSWORD_SET, user_id, requests=list(deleted.requests), **facts)
        self._finish_new_password(user_id, deleted)

    def _grant_vaults(self, work: UnitOfWork, seed: bytes, member: Member) -> list[str]:
        session, granted = self._session, []
        own_id = session.member.user_id
        for vault in (DESK, PROTECTED):
            may_grant = vault == DESK or own_id in custodians(session)
            if member.may(signed_members.RIGHT_OF_VAULT[vault]) and may_grant:
                private_keys = vault_private_keys(session, vault)
                grant_all_generations(
                    work, session.office, seed, private_keys, (member.user_id, member.box_key)
                )
                granted.append(vault)
        return granted

    def _refuse_only_protected_holder(self, member: Member) -> None:
        """Refuse somebody who alone has a key of ``protected``, which would be lost.

        Another custodian, recovery sheets or the key kept for them count as a second holder.
        """
        holders = set(signed_members.holders(self._session.database, PROTECTED))
        if holders == {member.user_id}:
            raise InvalidInput("accounts.last_custodian", "user_id", name=member.name)

    def _other_member(self, user_id: str) -> Member:
        member = self._session.people.get(user_id)
        if member is None or user_id == RECOVERY:
            raise InvalidInput("accounts.unknown", "user_id")
        if member.role is Role.HEAD or user_id == self._session.member.user_id:
            raise InvalidInput("accounts.head_stays", "user_id", name=member.name)
        return member

    def _checked_name(self, new: NewMember) -> str:
        """Return the cleaned name of a new account; refuse a second head and a name in use."""
        name = clean(new.name)
        if new.role is Role.HEAD:
            raise InvalidInput("accounts.one_head", "role")
        if not name:
            raise InvalidInput("setup.name_missing", "name")
        people = self._session.people.values()
        if name.casefold() in {person.name.casefold() for person in people}:
            raise InvalidInput("setup.same_name", "name")
        return name

    def _check_password(self, password: str, name: str) -> None:
        people = self._session.people.values()
        known_names = (self._session.settings().issuing, *(person.name for person in people), name)
        check_password(password, known_names, name)

    def _write_member(
        self, seed: bytes, member: Member, changed_keyring: Keyring, act: Act
    ) -> None:
        with self._session.act(seed) as work:
            self._keyring_changes.require_current(changed_keyring, member.user_id)
            generation = signed_members.generation_of(work.database, member.user_id)
            signed_members.write_member(work, self._session.office, seed, member, generation)
            if not member.active:
                end_hand_overs_of(work, member.user_id)
            if member.may(Right.REVEAL):  # the vault may have a new generation meanwhile
                person = (member.user_id, member.box_key)
                private_keys = vault_private_keys(self._session, DESK)
                grant_all_generations(work, self._session.office, seed, private_keys, person)
            write_keyring_counter(work, changed_keyring)
            work.log(act, member.user_id)
        self._session.reload_people_and_vaults()

    def _finish_new_password(self, user_id: str, deleted: OwnedItems) -> None:
        folder = self._session.folder
        files = (SealedKeyFiles(folder), deleted.drafts + deleted.batches)
        delete_key_files((files, (SealedKeyFiles(folder, "grants"), deleted.requests)))
        FailedAttemptsFile(folder).clear(user_id)
        self._session.reload_people_and_vaults()
