"""Key rotation of the vaults: needs a session with their private keys and the head's signature."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.staff import Right
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.session import Session
from reception.services.office.office_setup import PENDING
from reception.storage.crypto.keyring import RECOVERY
from reception.storage.key_rotation.offboarding_cleanup import end_unreadable_requests
from reception.storage.key_rotation.vault_generations import VaultRotation, create_next_generation
from reception.storage.staff import root_succession, signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.unit_of_work import UnitOfWork

PrivateKeys = dict[tuple[str, int], bytes]


@dataclass(frozen=True, slots=True)
class RotatedVaults:
    """Result of a rotation: key boxes rewrapped, boxes not rewrapped, requests ended."""

    generation: int
    moved: int
    left: int
    requests: tuple[str, ...] = ()

    def facts(self) -> dict[str, object]:
        """Return the facts for the log."""
        found: dict[str, object] = {"generation": self.generation, "moved": self.moved}
        if self.left:
            found["left"] = self.left
        if self.requests:
            found["requests"] = list(self.requests)
        return found


def rotate_desk_vault(session: Session) -> RotatedVaults:
    """Draw a new generation of ``desk`` and rewrap all its boxes, as one logged act.

    Needed after a visit became a denunciation, or when somebody lost the right to reveal. Waiting
    requests end: their reasons are sealed to the old generation.
    Errors: ``rights.missing``, ``accounts.head_only``, ``accounts.no_half``.
    """
    seed = own_root_seed(session)
    vault_private_keys(session, DESK)
    with session.act() as work:
        rotated = rotate_vault(work, session, seed, DESK)
        work.log(Act.VAULT_ROTATED, DESK, **rotated.facts())
    session.reread()
    return rotated


def rotate_vault(work: UnitOfWork, session: Session, seed: bytes, vault: str) -> RotatedVaults:
    """Draw the next generation inside an act; granted to the members as changed by the act."""
    plan = VaultRotation(vault, _holders(work, session, vault), vault_private_keys(session, vault))
    result = create_next_generation(work, session.office, seed, plan)
    generation = signed_members.read_vaults(work.database, session.office)[vault].generation
    ended = end_unreadable_requests(work, generation) if vault == DESK else ()
    return RotatedVaults(generation, result.rewrapped, result.unchanged, ended)


def vault_private_keys(session: Session, vault: str) -> PrivateKeys:
    """Return this session's private keys of a vault, including the newest.

    As long as nobody has custody, the head may use the key kept for the recovery sheets.
    Errors: NotAllowed ``accounts.no_half``.
    """
    found = _opened(session, vault, session.member.user_id)
    if not found and vault == PROTECTED and not custodians(session):
        found = _opened(session, vault, PENDING)
    newest = signed_members.read_vaults(session.database, session.office)[vault].generation
    if (vault, newest) not in found:
        raise NotAllowed("accounts.no_half", vault=vault)
    return found


def can_open(session: Session, vault: str) -> bool:
    """Tell whether this session has the private key of a vault's newest generation."""
    try:
        vault_private_keys(session, vault)
    except NotAllowed:
        return False
    return True


def custodians(session: Session) -> tuple[str, ...]:
    """Return the user ids of those with the right and the newest key of denouncers."""
    held = set(signed_members.holders(session.database, PROTECTED))
    people = signed_members.read_members(session.database, session.office)
    return tuple(
        user_id
        for user_id, person in people.items()
        if person.may(Right.CUSTODY) and user_id in held
    )


def _opened(session: Session, vault: str, holder: str) -> PrivateKeys:
    if holder == PENDING and not session.keys.root_seed:
        return {}
    opened = signed_members.open_vault(session.database, session.office, holder, session.keys)
    return {generation: key for generation, key in opened.items() if generation[0] == vault}


def _holders(work: UnitOfWork, session: Session, vault: str) -> dict[str, bytes]:
    """Return the holders of the next generation: members with the right, recovery as before."""
    people = signed_members.read_members(work.database, session.office)
    right = signed_members.RIGHT_OF_VAULT[vault]
    holders = {p.user_id: p.box_key for p in people.values() if p.may(right)}
    present_holders = set(signed_members.holders(work.database, vault))
    recovery_public = root_succession.recovery_box_key(work.database, session.office)
    if RECOVERY in present_holders and recovery_public:
        holders[RECOVERY] = recovery_public
    if PENDING in present_holders:
        holders[PENDING] = session.head().box_key
    return holders
