"""What the confirming act does to the differing rows, before the next roster is signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reception.domain.errors import StorageError
from reception.domain.offboarding import OffboardingStep
from reception.domain.roster import RosterDifference, RowChange
from reception.domain.staff import Right
from reception.services.access.session import Session
from reception.services.staff.offboarding_state import OffboardingState, store_offboarding_state
from reception.services.staff.roster_comparison import RosterComparison
from reception.services.staff.vault_renewal import VaultRenewal, doubtful_vaults
from reception.storage.crypto.keyring import Keyring
from reception.storage.crypto.keyring_update import update_keyring
from reception.storage.key_rotation.vault_generations import record_rotation_due
from reception.storage.office_values import (
    OFFBOARDING_PREFIX,
    ROTATION_DUE_KEY,
    read_office_value,
    write_keyring_counter,
)
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.roster_differing_rows import (
    delete_untrusted_statements,
    differing_row,
    in_order_of_repair,
    log_differing_rows,
    restore_statement,
)
from reception.storage.staff.signed_members import PROTECTED
from reception.storage.unit_of_work import UnitOfWork


class RosterRowRepairs:
    """Carries out the repairs inside the act; nothing is written outside it but the keyring."""

    def __init__(self, work: UnitOfWork, session: Session, comparison: RosterComparison) -> None:
        self._work = work
        self._session = session
        self._comparison = comparison

    def carry_out(self) -> dict[str, object]:
        """Put every differing row right, or log it as it is; return facts for the log.

        Errors: StorageError ``unlock.shut_out``.
        """
        comparison = self._comparison
        has_custody_changed = self._has_custody_changed()
        self._delete_untrusted_statements()
        self._put_rows_right()
        self._write_lost_head()
        self._require_head()
        is_protected_open, facts = self._renew_vaults()
        is_leaving = self._restart_offboardings()
        is_due = any(item.key == ROTATION_DUE_KEY for item in comparison.differences)
        if is_protected_open or has_custody_changed or is_leaving or is_due:
            record_rotation_due(self._work, self._session.office)
        log_differing_rows(self._work, comparison.differences)
        return facts

    def _delete_untrusted_statements(self) -> None:
        work, office = self._work, self._session.office
        if self._session.roster.seen_by_machine is not None:
            restore_statement(work, self._session.roster.seen_by_machine)
        roots = root_succession.roots_until(work.database, office)
        delete_untrusted_statements(work, roots, self._comparison.before.number + 1)

    def _put_rows_right(self) -> None:
        work, comparison = self._work, self._comparison
        repair = comparison.repair(self._session)
        for difference in in_order_of_repair(comparison.differences):
            if comparison.stated is not None:
                repair.put_right(work, difference)
            else:
                repair.remove_forged(work, difference)
        if comparison.ends_recovery:
            repair.end_recovery(work)
            write_keyring_counter(work, update_keyring(self._session.folder, _without_recovery))

    def _write_lost_head(self) -> None:
        """Write the head's own row again if it was lost: the keys are those of the head's blob."""
        session, work = self._session, self._work
        keys = signed_members.signing_keys(work.database, session.office)
        member = session.member
        if keys.get((member.user_id, session.key_generation)) != member.sign_key:
            seed = session.keys.root_seed
            signed_members.write_member(work, session.office, seed, member, session.key_generation)

    def _require_head(self) -> None:
        """Roll back rather than lock the head out."""
        session = self._session
        people = signed_members.read_members(self._work.database, session.office)
        head = people.get(session.member.user_id)
        if head is None or not head.may(Right.MANAGE) or head.sign_key != session.keys.sign_public:
            raise StorageError("unlock.shut_out")

    def _has_custody_changed(self) -> bool:
        """Tell whether a member's row gives or takes custody otherwise than the roster says."""
        stated = self._comparison.stated
        members = stated.members if stated is not None else {}
        for difference in self._differences("member"):
            row = differing_row(self._work.database, difference)
            member = members.get(difference.key.rsplit("|", 1)[0])
            present = row is not None and Right.CUSTODY in row["rights"].split()
            if present != (member is not None and Right.CUSTODY in member.rights):
                return True
        return False

    def _renew_vaults(self) -> tuple[bool, dict[str, object]]:
        """Make new keys; return whether boxes of ``protected`` keep an old one, and the facts."""
        renewal = VaultRenewal(self._work, self._session, self._comparison)
        facts: dict[str, object] = {}
        is_protected_open = False
        for vault in doubtful_vaults(self._comparison):
            unchanged, ended = renewal.renew(vault)
            facts[f"left_{vault}"] = unchanged
            if ended:
                facts["requests"] = list(ended)
            is_protected_open = is_protected_open or (vault == PROTECTED and unchanged > 0)
        return is_protected_open, facts

    def _restart_offboardings(self) -> bool:
        """Begin again each offboarding whose state was changed; tell whether there is one.

        Every step of it may safely be done twice.
        """
        work, session, restarted = self._work, self._session, False
        people = signed_members.read_members(work.database, session.office)
        for difference in self._differences("office"):
            if not difference.key.startswith(OFFBOARDING_PREFIX):
                continue
            user_id = difference.key.removeprefix(OFFBOARDING_PREFIX)
            is_known = user_id in people and not people[user_id].active
            is_new = difference.change is RowChange.ADDED and self._comparison.stated is not None
            if is_known and not is_new:
                done = (OffboardingStep.SUSPEND_ACCOUNT,)
                now = session.environment.clock.now().isoformat()
                state = OffboardingState(now, tuple(OffboardingStep), done, {})
                store_offboarding_state(work, user_id, state)
                restarted = True
            elif read_office_value(work.database, difference.key) is not None:
                work.delete("office", {"key": difference.key})
        return restarted

    def _differences(self, table: str) -> Iterable[RosterDifference]:
        return [item for item in self._comparison.differences if item.table == table]


def _without_recovery(keyring: Keyring) -> Keyring:
    return replace(keyring, recovery_key=b"")
