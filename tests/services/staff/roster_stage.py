"""An office of which a colleague changes rows of the file; the head confirms them."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.domain.audit import Finding
from reception.domain.errors import StorageError
from reception.domain.petition import PetitionKind
from reception.domain.roster_mismatch import RosterMismatchView
from reception.domain.staff import Right
from reception.services.access.session import Session
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits.sealed_identities import open_part
from tests.attacks.attacker import Attacker
from tests.fixtures.office import (
    COLLEAGUE,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
)
from tests.fixtures.visit_forms import visit_form

REASON = "Người giữ chìa khoá thứ hai theo quyết định 12"


VISITS = (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION)


VAULT_OF = {PetitionKind.COMPLAINT: DESK, PetitionKind.DENUNCIATION: PROTECTED}


COPY_OF_ROW = "name, title, role, rights, box_key, sign_key, active, signature FROM member"


ATTACKS = {
    "member added": f"INSERT INTO member SELECT 'ffffffff', 1, {COPY_OF_ROW} LIMIT 1",
    "member added under a head's number": (
        f"INSERT INTO member SELECT user_id, 9, {COPY_OF_ROW} WHERE role = 'head'"
    ),
    "member with a made-up key": f"INSERT INTO member SELECT 'a|b|c', 1, {COPY_OF_ROW} LIMIT 1",
    "member changed": "UPDATE member SET rights = 'custody reveal manage' WHERE role = 'officer'",
    "member suspended": "UPDATE member SET active = 0 WHERE role = 'officer'",
    "head missing": "DELETE FROM member WHERE role = 'head'",
    "head with another key": "UPDATE member SET sign_key = randomblob(32) WHERE role = 'head'",
    "head suspended": "UPDATE member SET active = 0 WHERE role = 'head'",
    "vault added": (
        "INSERT INTO vault SELECT name, generation + 1, zeroblob(32), signature FROM vault"
    ),
    "vault of another name": (
        "INSERT INTO vault SELECT 'x|y', generation, public_key, signature FROM vault LIMIT 1"
    ),
    "vault changed": "UPDATE vault SET public_key = randomblob(32)",
    "vault missing": "DELETE FROM vault",
    "grant added": (
        "INSERT INTO vault_grant SELECT name, generation, 'ffffffff', sealed_private, signature "
        "FROM vault_grant WHERE holder <> 'pending'"
    ),
    "offboarding added": "INSERT INTO office VALUES ('leaving:ffffffff', 'x')",
    "rotation added": "INSERT INTO office VALUES ('renew:protected', 'x')",
    "succession added": "INSERT INTO office VALUES ('root_after:00ff', '{}')",
    "recovery added": "INSERT INTO office VALUES ('recovery_keys', '{}')",
    "statement changed": "UPDATE roster SET statement = '{}'",
    "statement added": "INSERT INTO roster VALUES (9, '{}', zeroblob(64))",
    "statements missing": "DELETE FROM roster",
}


@pytest.fixture
def filled(office: ThrowAwayOffice) -> ThrowAwayOffice:
    """An office with one complaint and one denunciation, which everybody has opened."""
    for name in PASSWORDS:
        reception = create_services(office.open(name))
        if name == OFFICER:
            for kind in VISITS:
                reception.intake.seal_visit(visit_form(kind))
        reception.session.close()
    return office


@pytest.fixture
def attacker(filled: ThrowAwayOffice) -> Attacker:
    """The colleague, with all files and tools."""
    return Attacker(filled, COLLEAGUE)


def change(attacker: Attacker, *statements: str) -> None:
    """Change rows without any entry of the log."""
    with attacker.tamper() as database:
        for statement in statements:
            database.execute(statement)


def refused(office: ThrowAwayOffice, *names: str) -> str:
    """Return the code with which all these people are refused."""
    codes = set()
    for name in names:
        with pytest.raises(StorageError) as caught:
            office.open(name)
        codes.add(caught.value.code)
    (code,) = codes
    return code


def confirm(office: ThrowAwayOffice) -> RosterMismatchView:
    """Let the head see the mismatch, confirm it and lock; return what was shown."""
    session = office.open(HEAD)
    confirmation = RosterConfirmation(session)
    view = confirmation.mismatch()
    confirmation.confirm()
    assert session.roster_mismatch is None
    assert session.roster.number == view.next_number
    session.close()
    return view


def rights(office: ThrowAwayOffice) -> dict[str, frozenset[Right]]:
    """Return everybody's rights, each as the own session has them; everybody can unlock."""
    found = {}
    for name in PASSWORDS:
        session = office.open(name)
        found[name] = session.member.rights
        session.close()
    return found


def findings(office: ThrowAwayOffice) -> tuple[Finding, ...]:
    """Return what the head's verification of log and rows finds."""
    reception = create_services(office.open(HEAD))
    verification = reception.log_verification.verify()
    reception.session.close()
    return verification.findings


def opens(session: Session, kind: PetitionKind) -> bool:
    """Tell whether the person's vault keys open every identity of this kind."""
    keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    keys = {key_id: key for key_id, key in keys.items() if key_id[0] == VAULT_OF[kind]}
    rows = session.database.query("SELECT visit_id FROM visit WHERE kind = ?", (kind,))
    return bool(keys) and all(
        open_part(session.database, session.office.office_id, row["visit_id"], keys) is not None
        for row in rows
    )


def generation(session: Session, vault: str) -> int:
    """Return a vault's newest generation."""
    return signed_members.read_vaults(session.database, session.office)[vault].generation
