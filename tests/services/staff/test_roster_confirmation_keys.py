"""After a confirmation: keys of vaults, lost people, pending departures, recovery sheets."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.domain.petition import PetitionKind
from reception.domain.roster import RowRepair
from reception.domain.staff import Right
from reception.services.recovery.recovery_enrolment import add_recovery
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import RECOVERY, UserKeys
from reception.storage.staff import signed_members
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits.sealed_identities import open_part
from tests.attacks.attacker import Attacker
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
)
from tests.fixtures.visit_forms import visit_form
from tests.services.staff.roster_stage import (
    ATTACKS,
    REASON,
    change,
    confirm,
    generation,
    opens,
    refused,
)


def vars_of(keyring: keyring_file.Keyring, user_id: str) -> dict[str, object]:
    """Return blob, salt and key of an account."""
    account = keyring.account(user_id)
    return {name: getattr(account, name) for name in ("blob", "salt", "cost", "database_key")}


def test_an_old_row_of_a_former_custodian_gives_nothing_back(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    custodian = create_services(filled.open(CUSTODIAN))
    colleague = filled.user_id(COLLEAGUE)
    custodian.staff.custody.grant(colleague, PASSWORDS[HEAD], REASON)
    kept = [attacker.rows(table) for table in ("member", "vault_grant")]
    custodian.staff.custody.revoke(colleague, PASSWORDS[HEAD], REASON)
    custodian.session.close()
    with attacker.write() as database:
        for rows in kept:
            rows.put_back(database)
    view = confirm(filled)
    assert {row.repair for row in view.rows if row.person == COLLEAGUE} == {
        RowRepair.PUT_RIGHT,
        RowRepair.TAKEN_BACK,
    }
    session = filled.open(COLLEAGUE)
    assert not session.may(Right.CUSTODY)
    assert not opens(session, PetitionKind.DENUNCIATION)
    session.close()
    session = filled.open(CUSTODIAN)
    assert opens(session, PetitionKind.DENUNCIATION)
    session.close()


def test_without_the_newest_vault_rows_new_identities_get_a_key_that_nobody_had_before(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    custodian = create_services(filled.open(CUSTODIAN))
    colleague = filled.user_id(COLLEAGUE)
    custodian.staff.custody.grant(colleague, PASSWORDS[HEAD], REASON)
    kept = attacker.rows("vault_grant")
    custodian.staff.custody.revoke(colleague, PASSWORDS[HEAD], REASON)
    assert generation(custodian.session, PROTECTED) == 2
    custodian.session.close()
    newest = "name = 'protected' AND generation = 2"
    with attacker.tamper() as database:  # a forged entry would stop the sealing by itself
        database.execute(f"DELETE FROM vault_grant WHERE {newest}")  # noqa: S608 - of a test
        database.execute(f"DELETE FROM vault WHERE {newest}")  # noqa: S608 - of a test
        kept.put_back(database)
    confirm(filled)
    officer = create_services(filled.open(OFFICER))
    assert generation(officer.session, PROTECTED) == 3
    later = officer.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    officer.session.close()
    session = filled.open(CUSTODIAN)
    keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    assert open_part(session.database, session.office.office_id, later, keys) is not None
    session.close()
    session = filled.open(COLLEAGUE)
    own_id = session.member.user_id
    assert not granted_private_keys(session.database, session.office, own_id, session.keys)
    session.close()


def test_a_custodian_finishes_the_new_key_of_denouncers(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    session = filled.open(HEAD)
    add_recovery(session, UserKeys.generate(b""), opens_protected=False)
    session.close()  # the head keeps no key of denouncers any more
    change(attacker, ATTACKS["vault changed"])
    confirm(filled)
    custodian = create_services(filled.open(CUSTODIAN))
    assert custodian.staff.custody.tasks().needs_rotation
    custodian.staff.custody.carry_out_tasks(PASSWORDS[HEAD])
    assert not custodian.staff.custody.tasks()
    assert opens(custodian.session, PetitionKind.DENUNCIATION)
    custodian.session.close()


def test_a_person_whose_row_is_lost_stays_out_until_the_head_gives_a_new_account(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    change(attacker, "DELETE FROM member WHERE name = 'Trần Thị B'")
    view = confirm(filled)
    assert [(row.person, row.repair) for row in view.rows] == [(OFFICER, RowRepair.LOST)]
    assert refused(filled, OFFICER) == "unlock.shut_out"
    filled.open(COLLEAGUE).close()


def test_older_keys_of_a_person_do_not_count_when_the_newest_row_is_lost(
    filled: ThrowAwayOffice, attacker: Attacker
) -> None:
    old_keyring = keyring_file.load(filled.folder)
    user_id, head = filled.user_id(OFFICER), create_services(filled.open(HEAD))
    head.staff.accounts.set_new_password(user_id, "lò gạch sáo trúc cối xay đá")
    head.session.close()
    change(attacker, f"DELETE FROM member WHERE user_id = '{user_id}' AND generation = 2")  # noqa: S608 - of a test
    confirm(filled)
    attacker.put_account(user_id, **vars_of(old_keyring, user_id))
    assert refused(filled, OFFICER) == "unlock.shut_out"


def test_a_deleted_departure_begins_again(filled: ThrowAwayOffice, attacker: Attacker) -> None:
    user_id, head = filled.user_id(OFFICER), create_services(filled.open(HEAD))
    head.staff.offboarding.begin(user_id)
    head.session.close()
    change(attacker, "DELETE FROM office WHERE key LIKE 'leaving:%'")
    view = confirm(filled)
    assert [(row.person, row.repair) for row in view.rows] == [(OFFICER, RowRepair.DONE_AGAIN)]
    head = create_services(filled.open(HEAD))
    (unfinished,) = head.staff.offboarding.unfinished()
    assert unfinished.user_id == user_id
    head.staff.offboarding.do_next_step(user_id)
    assert head.log_verification.verify().intact
    head.session.close()


def test_a_deleted_rotation_is_pending_again(filled: ThrowAwayOffice, attacker: Attacker) -> None:
    custodian = create_services(filled.open(CUSTODIAN))
    custodian.staff.custody.grant(filled.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    custodian.session.close()
    head = create_services(filled.open(HEAD))
    head.staff.custody.revoke(filled.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    head.session.close()
    change(attacker, "DELETE FROM office WHERE key = 'renew:protected'")
    confirm(filled)
    custodian = create_services(filled.open(CUSTODIAN))
    assert custodian.staff.custody.tasks().needs_rotation
    custodian.session.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE office SET value = '{}' WHERE key = 'recovery_keys'",
        "DELETE FROM office WHERE key = 'recovery_keys'",
    ],
)
def test_changed_recovery_keys_end_the_sheets_and_new_ones_can_be_made(
    filled: ThrowAwayOffice, attacker: Attacker, statement: str
) -> None:
    sheets = UserKeys.generate(b"")
    session = filled.open(HEAD)
    add_recovery(session, sheets, opens_protected=True)
    session.close()
    change(attacker, statement)
    view = confirm(filled)
    assert view.ends_recovery
    assert not keyring_file.load(filled.folder).recovery_key
    session = filled.open(HEAD)
    assert "recovery.missing" in session.warnings
    for vault in (DESK, PROTECTED):
        assert RECOVERY not in signed_members.holders(session.database, vault)
    add_recovery(session, UserKeys.generate(b""), opens_protected=True)
    assert RECOVERY in signed_members.holders(session.database, PROTECTED)
    assert create_services(session).log_verification.verify().intact
    session.close()
