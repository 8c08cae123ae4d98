"""The office of an older program opens for everybody, and nothing in it is named as changed."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.services.access.unlocking import unlock
from reception.services.recovery.office_recovery import inspect_with_recovery_keys
from reception.services.recovery.recovery_shares import join_shares
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.crypto.sealing import SCAN_STEP, TEXT_STEP, unseal
from reception.storage.staff.signed_members import PROTECTED, granted_private_keys
from reception.storage.visits.sealed_identities import binding_of
from tests.attacks.old_office import (
    ACTIVE,
    CORRECTED,
    DENUNCIATION,
    EARLIER,
    LEAVER,
    OLD_PASSWORDS,
    ORDINARY,
    PROTECTED_COMPLAINT,
    RECLASSIFIED,
    SHEETS,
    SUSPENDED,
    OldOffice,
)
from tests.fixtures.office import CUSTODIAN, HEAD


@pytest.mark.parametrize("name", ACTIVE)
def test_everybody_opens_it_with_their_password(old_office: OldOffice, name: str) -> None:
    session = old_office.open(name)
    assert session.member.name == name
    assert session.warnings == (() if name == HEAD else ("roster.none",))
    session.close()


def test_the_suspended_person_is_refused_and_the_leaver_unknown(old_office: OldOffice) -> None:
    with pytest.raises(StorageError, match=r"unlock\.shut_out"):
        old_office.open(SUSPENDED)
    earlier = keyring_file.load(EARLIER)
    assert LEAVER not in [account.name for account in earlier.accounts]


def test_the_earlier_keyring_has_the_suspended_persons_key(old_office: OldOffice) -> None:
    keyring, user_id = keyring_file.load(EARLIER), old_office.user_id(SUSPENDED)
    keys = keyring_file.open_account(keyring, user_id, OLD_PASSWORDS[SUSPENDED], DEMO_POLICY)
    assert keyring_file.database_key(keyring.account(user_id), keys)


def test_its_log_is_intact(old_office: OldOffice) -> None:
    head = create_services(old_office.open(HEAD))
    verification = head.log_verification.verify()
    assert verification.findings == ()
    assert verification.entries >= 70
    head.session.close()


def test_all_its_sealed_values_open_though_their_owner_is_not_part_of_them(
    old_office: OldOffice,
) -> None:
    session = old_office.open(CUSTODIAN)
    private_keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    opened = set()
    for row in session.database.query(
        "SELECT * FROM sealed_value JOIN sealed_box USING (value_id) WHERE vault = ?", (PROTECTED,)
    ):
        private = private_keys[(PROTECTED, row["generation"])]
        binding = binding_of(session.office.office_id, row)
        step = SCAN_STEP if row["field_group"].startswith("scan") else TEXT_STEP
        assert unseal(bytes(row["body"]), bytes(row["box"]), private, binding, step)
        opened.add(int(row["owner_row"]))
    assert {ORDINARY, CORRECTED, DENUNCIATION, RECLASSIFIED, PROTECTED_COMPLAINT} <= opened
    session.close()


def test_any_two_of_its_sheets_open_it(old_office: OldOffice) -> None:
    for first, second in ((0, 1), (1, 2), (2, 0)):
        found = inspect_with_recovery_keys(
            old_office.folder, join_shares(SHEETS[first], SHEETS[second])
        )
        assert found.head_name == HEAD
        assert found.sheets_open_protected


def test_a_wrong_password_is_refused(old_office: OldOffice) -> None:
    with pytest.raises(StorageError, match=r"unlock\.wrong_password"):
        unlock(old_office.folder, old_office.user_id(HEAD), "không phải", old_office.environment)
