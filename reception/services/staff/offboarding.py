"""Offboarding of staff in steps, each one transaction; it is resumed after an interruption."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.audit import Act
from reception.domain.clock import local_day
from reception.domain.errors import InvalidInput
from reception.domain.offboarding import Offboarding, OffboardingImpact, OffboardingStep
from reception.domain.staff import Member, Right, Role
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.backup.backups import Backups
from reception.services.key_rotation.database_key_rotation import rotate_database_key
from reception.services.key_rotation.vault_key_rotation import can_open, custodians, rotate_vault
from reception.services.staff.custody import other_openers, rotation_pending
from reception.services.staff.offboarding_state import (
    OffboardingState,
    mark_step_done,
    read_offboarding_state,
    store_offboarding_state,
)
from reception.storage.audit.local_state import FailedAttemptsFile
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.json_shapes import moment_of
from reception.storage.key_rotation.offboarding_cleanup import (
    delete_key_files,
    delete_owned_items,
    find_owned_items,
    is_offboarding,
)
from reception.storage.key_rotation.vault_generations import record_rotation_due, revoke_grants
from reception.storage.office_values import OFFBOARDING_PREFIX
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PENDING_RECOVERY, PROTECTED
from reception.storage.visits.hand_over_rows import end_hand_overs_of

_UNFINISHED = "SELECT key FROM office WHERE substr(key, 1, length(?)) = ? ORDER BY key"
_VAULTS_OF = "SELECT DISTINCT name FROM vault_grant WHERE holder = ?"


@rights_checked
class StaffOffboarding:
    """Carries out offboardings; each can be resumed after a power cut or with a full disk."""

    def __init__(self, session: Session, backups: Backups) -> None:
        self._session = session
        self._backups = backups

    def read_impact(self, user_id: str) -> OffboardingImpact:
        """Return the effects of an offboarding before it is started; Errors: as :meth:`begin`."""
        own_root_seed(self._session)
        session, member = self._session, self._departing_member(user_id)
        items = find_owned_items(session.database, user_id)
        steps = self._steps(user_id)
        people = session.people
        other_custodians = [
            people[custodian].name for custodian in custodians(session) if custodian != user_id
        ]
        needed_custodians = (
            tuple(sorted(other_custodians))
            if OffboardingStep.ROTATE_PROTECTED_VAULT in steps
            else ()
        )
        # Without another custodian the head may use the key kept for the recovery sheets.
        has_pending_key = PENDING_RECOVERY in signed_members.holders(session.database, PROTECTED)
        can_rotate_here = session.member.user_id in custodians(session) or (
            not other_custodians and has_pending_key
        )
        return OffboardingImpact(
            member.name,
            len(items.drafts),
            len(items.requests),
            steps,
            needed_custodians,
            can_rotate_here,
        )

    def begin(self, user_id: str) -> Offboarding:
        """Begin an offboarding: its first step ends the account at once.

        Errors: ``rights.missing``, ``accounts.head_only``, ``accounts.unknown``,
        ``accounts.head_stays``, ``leaving.begun``, ``leaving.last_custodian`` (nobody
        else, and not even recovery, could open denouncers' identities then).
        """
        session, seed = self._session, own_root_seed(self._session)
        with session.act(seed) as work:
            member = self._departing_member(user_id)
            if PROTECTED in self._vaults_of(user_id) and not other_openers(session, user_id):
                raise InvalidInput("leaving.last_custodian", "user_id", name=member.name)
            steps = self._steps(user_id)
            deleted = delete_owned_items(work, user_id)
            end_hand_overs_of(work, user_id)
            suspended_member = replace(member, rights=frozenset(), active=False)
            generation = signed_members.generation_of(work.database, user_id)
            signed_members.write_member(work, session.office, seed, suspended_member, generation)
            revoke_grants(work, user_id)
            if OffboardingStep.ROTATE_PROTECTED_VAULT in steps:
                record_rotation_due(work, session.office)
            key_files = {"drafts": deleted.drafts + deleted.batches, "grants": deleted.requests}
            now = session.environment.clock.now().isoformat()
            done_steps = (OffboardingStep.SUSPEND_ACCOUNT,)
            state = OffboardingState(now, steps, done_steps, key_files)
            store_offboarding_state(work, user_id, state)
            facts = {"drafts": len(deleted.drafts), "requests": list(deleted.requests)}
            work.log(Act.ACCOUNT_OFFBOARDED, user_id, steps=list(steps), **facts)
        session.reload_people_and_vaults()
        self._destroy_key_files(user_id)
        return self._read_progress(user_id)

    def unfinished(self) -> tuple[Offboarding, ...]:
        """Return the unfinished offboardings; () for a session without the right."""
        if not self._session.may(Right.MANAGE):
            return ()
        rows = self._session.database.query(_UNFINISHED, (OFFBOARDING_PREFIX, OFFBOARDING_PREFIX))
        return tuple(
            self._read_progress(row["key"].removeprefix(OFFBOARDING_PREFIX)) for row in rows
        )

    def do_next_step(self, user_id: str) -> Offboarding:
        """Do the next possible step; after an error the earlier steps stay done.

        Errors: ``leaving.not_begun``; ``database.busy`` while another program has the register
        open; those of a backup.
        """
        seed, state = own_root_seed(self._session), self._require_state(user_id)
        self._destroy_key_files(user_id)
        step = next(iter(self._possible_steps(state)), None)
        if step is OffboardingStep.ROTATE_DATABASE_KEY:
            rotate_database_key(
                self._session, user_id, lambda work: mark_step_done(work, user_id, step)
            )
        elif step in (OffboardingStep.ROTATE_DESK_VAULT, OffboardingStep.ROTATE_PROTECTED_VAULT):
            self._rotate_vault(user_id, seed, step)
        elif step is OffboardingStep.MAKE_BACKUP:
            self._back_up(user_id, seed)
        return self._read_progress(user_id)

    def _rotate_vault(self, user_id: str, seed: bytes, step: OffboardingStep) -> None:
        vault = DESK if step is OffboardingStep.ROTATE_DESK_VAULT else PROTECTED
        with self._session.act(seed) as work:
            if vault == DESK or rotation_pending(self._session):
                facts = rotate_vault(work, self._session, seed, vault).facts()
                work.log(Act.VAULT_ROTATED, vault, after=user_id, **facts)
            else:  # already done by a custodian
                work.log(Act.ACCOUNT_OFFBOARDED, user_id, step=step.value)
            mark_step_done(work, user_id, step)
        self._session.reload_people_and_vaults()

    def _back_up(self, user_id: str, seed: bytes) -> None:
        location_folder = self._backups.first_connected_folder()
        if location_folder is None:
            return
        self._backups.make(location_folder)
        with self._session.act(seed) as work:
            mark_step_done(work, user_id, OffboardingStep.MAKE_BACKUP)
            work.log(Act.ACCOUNT_OFFBOARDED, user_id, step=OffboardingStep.MAKE_BACKUP.value)

    def _departing_member(self, user_id: str) -> Member:
        session = self._session
        member = signed_members.read_members(session.database, session.office).get(user_id)
        if member is None:
            raise InvalidInput("accounts.unknown", "user_id")
        if member.role is Role.HEAD or user_id == session.member.user_id:
            raise InvalidInput("accounts.head_stays", "user_id", name=member.name)
        accounts = {account.user_id for account in keyring_file.load(session.folder).accounts}
        if is_offboarding(session.database, user_id) or user_id not in accounts:
            raise InvalidInput("leaving.begun", "user_id", name=member.name)
        return member

    def _vaults_of(self, user_id: str) -> set[str]:
        return {row["name"] for row in self._session.database.query(_VAULTS_OF, (user_id,))}

    def _steps(self, user_id: str) -> tuple[OffboardingStep, ...]:
        vaults = self._vaults_of(user_id)
        steps = [OffboardingStep.SUSPEND_ACCOUNT, OffboardingStep.ROTATE_DATABASE_KEY]
        if DESK in vaults:
            steps.append(OffboardingStep.ROTATE_DESK_VAULT)
        if PROTECTED in vaults:
            steps.append(OffboardingStep.ROTATE_PROTECTED_VAULT)
        return (*steps, OffboardingStep.MAKE_BACKUP)

    def _possible_steps(self, state: OffboardingState) -> tuple[OffboardingStep, ...]:
        blocked = self._blocked_steps(state)
        return tuple(step for step in state.remaining_steps if step not in blocked)

    def _blocked_steps(self, state: OffboardingState) -> tuple[OffboardingStep, ...]:
        """Return the steps that this session cannot do now."""
        blocked = []
        session = self._session
        rotation_due = (
            OffboardingStep.ROTATE_PROTECTED_VAULT in state.remaining_steps
            and rotation_pending(session)
        )
        if rotation_due and not can_open(session, PROTECTED):
            blocked.append(OffboardingStep.ROTATE_PROTECTED_VAULT)
        if (
            OffboardingStep.MAKE_BACKUP in state.remaining_steps
            and self._backups.first_connected_folder() is None
        ):
            blocked.append(OffboardingStep.MAKE_BACKUP)
        return tuple(blocked)

    def _require_state(self, user_id: str) -> OffboardingState:
        state = read_offboarding_state(self._session.database, user_id)
        if state is None:
            raise InvalidInput("leaving.not_begun", "user_id")
        return state

    def _read_progress(self, user_id: str) -> Offboarding:
        """Return the progress of an offboarding; its stored state is deleted once complete."""
        state = read_offboarding_state(self._session.database, user_id)
        name = self._session.people[user_id].name
        if state is None:
            return Offboarding(user_id, name, self._session.today(), (), ())
        started_on = local_day(moment_of(state.started_at))
        return Offboarding(
            user_id,
            name,
            started_on,
            state.done_steps,
            state.remaining_steps,
            self._blocked_steps(state),
        )

    def _destroy_key_files(self, user_id: str) -> None:
        """Destroy key files that a power cut may have left."""
        state, folder = self._require_state(user_id), self._session.folder
        delete_key_files(
            (SealedKeyFiles(folder, kind), ids) for kind, ids in state.key_files.items()
        )
        FailedAttemptsFile(folder).clear(user_id)
