"""Rights of members: changes by the head, and warnings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.staff import (
    CustodyState,
    Member,
    Right,
    Role,
    custodian_without_witness,
    custody_state,
    nobody_reads_denunciations,
)
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.key_rotation.vault_key_rotation import (
    custodians,
    rotate_vault,
    vault_private_keys,
)
from reception.storage.key_rotation.vault_generations import grant_all_generations, revoke_grants
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.hand_over_rows import end_hand_overs_of

# The head keeps these: without them nobody could manage accounts or sign members.
_RIGHTS_OF_HEAD = frozenset({Right.MANAGE, Right.REVEAL})


@dataclass(frozen=True, slots=True)
class RightsWarning:
    """Warning about the custody of denouncers' identities, or about who reads denunciations.

    ``code`` is ``custody.`` and a :class:`CustodyState`, ``names`` are the custodians then;
    ``custody.no_witness`` with the one who also manages alone; or ``readers.nobody``.
    """

    code: str
    names: tuple[str, ...]


@rights_checked
class Rights:
    """Changes every right except custody of denouncers' identities.

    Custody is changed by the class ``Custody``.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def change(
        self, user_id: str, new_rights: frozenset[Right], shown_rights: frozenset[Right]
    ) -> None:
        """Set somebody's rights; custody is not changed. The change is logged.

        Gaining ``reveal`` grants the key of the vault ``desk``. Losing it rotates that key, so that
        a copy of the old key opens nothing new. ``shown_rights`` are the rights that the caller
        showed before the change; if they are not the present ones, the change is refused.
        Errors: ``rights.missing``, ``accounts.head_only``, ``accounts.unknown``,
        ``accounts.shut_out``, ``accounts.changed_meanwhile``, ``accounts.head_keeps``.
        """
        session, seed = self._session, own_root_seed(self._session)
        with session.act(seed) as work:
            member = self._member(user_id, shown_rights)
            rights = _keep_custody_unchanged(member, new_rights)
            if member.role is Role.HEAD and not rights >= _RIGHTS_OF_HEAD:
                raise InvalidInput("accounts.head_keeps", "rights", name=member.name)
            changed = replace(member, rights=rights)
            generation = signed_members.generation_of(work.database, user_id)
            signed_members.write_member(work, session.office, seed, changed, generation)
            facts = self._update_desk_grant(work, seed, member, changed)
            facts |= {"added": sorted(rights - member.rights)}
            if Right.READ_DENUNCIATION in rights - member.rights:
                facts |= {"readers": [user_id]}  # named by the head
            facts |= {"removed": sorted(member.rights - rights)}
            _end_reading(work, user_id, member.rights - rights)
            work.log(Act.RIGHTS_CHANGED, user_id, **facts)
        session.reload_people_and_vaults()

    def warnings(self) -> tuple[RightsWarning, ...]:
        """Return what is wrong: who has custody or notes its use, and whether anybody reads.

        Custody means that of denouncers' identities; who reads is told to whoever may manage.
        """
        session = self._session
        people = signed_members.read_members(session.database, session.office)
        custodian_ids = custodians(session)
        names = tuple(sorted(people[user_id].name for user_id in custodian_ids))
        state, warnings = custody_state(len(custodian_ids)), []
        if state is not CustodyState.GOOD:
            warnings.append(RightsWarning(f"custody.{state.value}", names))
        alone = custodian_without_witness(people.values())
        if alone is not None:
            warnings.append(RightsWarning("custody.no_witness", (alone.name,)))
        if nobody_reads_denunciations(people.values()) and session.may(Right.MANAGE):
            warnings.append(RightsWarning("readers.nobody", ()))
        return tuple(warnings)

    def _member(self, user_id: str, shown_rights: frozenset[Right]) -> Member:
        """Return a member as stored at present; called inside the act.

        Errors: ``accounts.unknown``, ``accounts.shut_out`` for a member who is not active, and
        ``accounts.changed_meanwhile`` if the rights are no longer ``shown_rights``.
        """
        session = self._session
        member = signed_members.read_members(session.database, session.office).get(user_id)
        if member is None:
            raise InvalidInput("accounts.unknown", "user_id")
        if not member.active:
            raise InvalidInput("accounts.shut_out", "user_id", name=member.name)
        if member.rights != shown_rights:
            raise InvalidInput("accounts.changed_meanwhile", "rights", name=member.name)
        return member

    def _update_desk_grant(
        self, work: UnitOfWork, seed: bytes, before: Member, after: Member
    ) -> dict[str, object]:
        """Grant or revoke the key of ``desk``; return facts for the log, {} without a rotation."""
        session = self._session
        if after.may(Right.REVEAL) == before.may(Right.REVEAL):
            return {}
        if after.may(Right.REVEAL):
            person = (after.user_id, after.box_key)
            grant_all_generations(
                work, session.office, seed, vault_private_keys(session, DESK), person
            )
            return {}
        revoke_grants(work, after.user_id, DESK)
        return rotate_vault(work, session, seed, DESK).facts()


def _end_reading(work: UnitOfWork, user_id: str, removed: frozenset[Right]) -> None:
    """End what was handed to or by somebody who may not receive it, or hand it on, any more."""
    end_hand_overs_of(
        work,
        user_id,
        received=Right.RECEIVE in removed,
        given=Right.READ_DENUNCIATION in removed,
    )


def _keep_custody_unchanged(member: Member, new_rights: frozenset[Right]) -> frozenset[Right]:
    """Return ``new_rights`` with custody exactly if the member has it at present."""
    return (new_rights - {Right.CUSTODY}) | (member.rights & {Right.CUSTODY})
