"""Key rotation of the vaults: needs a session with their private keys and the head's signature."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.staff import Right
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.key_rotation.offboarding_cleanup import end_unreadable_requests
from reception.storage.key_rotation.vault_generations import (
    VaultRotation,
    create_next_generation,
    next_holders,
)
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PENDING_RECOVERY, PROTECTED
from reception.storage.unit_of_work import UnitOfWork

PrivateKeys = dict[tuple[str, int], bytes]  # by (vault, generation)


@dataclass(frozen=True, slots=True)
class VaultRotationResult:
    """Result of a rotation: counts of key boxes, and ids of the reveal requests that it ended.

    ``rewrapped`` boxes have the new key; ``not_rewrapped`` ones keep the old key.
    """

    generation: int
    rewrapped: int
    not_rewrapped: int
    ended_requests: tuple[str, ...] = ()

    def facts(self) -> dict[str, object]:
        """Return the facts for the log."""
        facts: dict[str, object] = {"generation": self.generation, "moved": self.rewrapped}
        if self.not_rewrapped:
            facts["left"] = self.not_rewrapped
        if self.ended_requests:
            facts["requests"] = list(self.ended_requests)
        return facts


@rights_checked
def rotate_desk_vault(session: Session) -> VaultRotationResult:
    """Make a new key of the vault ``desk`` and rewrap its key boxes, as one logged act.

    Boxes that no log entry covers or that do not open keep the old key (``not_rewrapped``).
    Needed after a visit became a denunciation, or when somebody lost the right to reveal. Reveal
    requests that wait for a decision end, because their reasons are sealed to the old key.
    Errors: ``rights.missing``, ``accounts.head_only``, ``accounts.no_half``.
    """
    seed = own_root_seed(session)
    vault_private_keys(session, DESK)
    with session.act(seed) as work:
        rotated = rotate_vault(work, session, seed, DESK)
        work.log(Act.VAULT_ROTATED, DESK, **rotated.facts())
    session.reload_people_and_vaults()
    return rotated


def rotate_vault(
    work: UnitOfWork, session: Session, seed: bytes, vault: str
) -> VaultRotationResult:
    """Make the vault's next key inside an act, for the members as the act has changed them."""
    holders = next_holders(work.database, session.office, vault)
    plan = VaultRotation(vault, holders, vault_private_keys(session, vault))
    result = create_next_generation(work, session.office, seed, plan)
    generation = signed_members.read_vaults(work.database, session.office)[vault].generation
    ended_requests = end_unreadable_requests(work, generation) if vault == DESK else ()
    return VaultRotationResult(generation, result.rewrapped, result.unchanged, ended_requests)


def vault_private_keys(session: Session, vault: str) -> PrivateKeys:
    """Return this session's private keys of a vault, including the newest.

    As long as nobody has custody, the head may use the key kept for the recovery sheets.
    Errors: NotAllowed ``accounts.no_half``.
    """
    private_keys = _opened_keys(session, vault, session.member.user_id)
    if not private_keys and vault == PROTECTED and not custodians(session):
        private_keys = _opened_keys(session, vault, PENDING_RECOVERY)
    newest = signed_members.read_vaults(session.database, session.office)[vault].generation
    if (vault, newest) not in private_keys:
        raise NotAllowed("accounts.no_half", vault=vault)
    return private_keys


def can_open(session: Session, vault: str) -> bool:
    """Tell whether this session has the private key of a vault's newest generation."""
    try:
        vault_private_keys(session, vault)
    except NotAllowed:
        return False
    return True


def custodians(session: Session) -> tuple[str, ...]:
    """Return the user ids of those with the right ``custody`` and a key of ``protected``."""
    holders = set(signed_members.holders(session.database, PROTECTED))
    people = signed_members.read_members(session.database, session.office)
    return tuple(
        user_id
        for user_id, person in people.items()
        if person.may(Right.CUSTODY) and user_id in holders
    )


def _opened_keys(session: Session, vault: str, holder: str) -> PrivateKeys:
    if holder == PENDING_RECOVERY and not session.keys.root_seed:
        return {}
    opened = signed_members.granted_private_keys(
        session.database, session.office, holder, session.keys
    )
    return {key_id: key for key_id, key in opened.items() if key_id[0] == vault}
