"""No part of the keyring is trusted."""

from __future__ import annotations

import json

import pytest

from reception.domain.errors import StorageError
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.access.unlocking import unlock
from reception.storage.crypto import keyring
from reception.storage.crypto.password_hashing import REAL_POLICY, KdfParameters, calibrate, derive
from tests.fixtures.office import OFFICER, PASSWORDS, ThrowAwayOffice


def _edit(office: ThrowAwayOffice, **parts: object) -> None:
    path = office.folder / keyring.KEYRING_FILE
    document = json.loads(path.read_text(encoding="utf-8"))
    for key, value in parts.items():
        if key in document:
            document[key] = value
        else:
            for account in document["accounts"]:
                account[key] = value
    path.write_text(json.dumps(document), encoding="utf-8")


def test_it_shows_names_and_neither_roles_nor_rights(office: ThrowAwayOffice) -> None:
    text = (office.folder / keyring.KEYRING_FILE).read_text(encoding="utf-8")
    assert OFFICER in text
    for word in ("head", "officer", "Trưởng ban", "custody", "reveal"):
        assert word not in text


def test_a_program_with_the_real_policy_refuses_weak_accounts(office: ThrowAwayOffice) -> None:
    ring = keyring.load(office.folder)
    with pytest.raises(StorageError, match="keyring.weak_kdf"):
        keyring.open_account(ring, office.user_id(OFFICER), PASSWORDS[OFFICER], REAL_POLICY)


def test_a_cost_made_absurd_is_refused_before_any_hash(office: ThrowAwayOffice) -> None:
    _edit(office, memory_mib=100_000)
    with pytest.raises(StorageError, match="keyring.costly_kdf"):
        office.open()


def test_changed_parameters_do_not_open(office: ThrowAwayOffice) -> None:
    _edit(office, passes=2)
    with pytest.raises(StorageError, match="unlock.wrong_password"):
        office.open()


def test_another_users_blob_under_my_name_does_not_open(office: ThrowAwayOffice) -> None:
    path = office.folder / keyring.KEYRING_FILE
    document = json.loads(path.read_text(encoding="utf-8"))
    first, second = document["accounts"][:2]
    first["blob"], first["salt"] = second["blob"], second["salt"]
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(StorageError, match="unlock.wrong_password"):
        unlock(office.folder, first["id"], PASSWORDS[OFFICER], office.environment)


def test_an_older_keyring_than_the_database_remembers_is_refused(office: ThrowAwayOffice) -> None:
    _edit(office, counter=7)
    office.open().close()  # a higher counter, left by a power cut, is taken
    _edit(office, counter=6)
    with pytest.raises(StorageError, match="keyring.older"):
        office.open()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe"])
def test_an_unreadable_keyring_is_a_sentence(office: ThrowAwayOffice, content: bytes) -> None:
    (office.folder / keyring.KEYRING_FILE).write_bytes(content)
    with pytest.raises(StorageError, match="keyring.unreadable"):
        read_pre_unlock_state(office.folder, office.environment.state_folder)


@pytest.mark.parametrize(
    "parts",
    [{"salt": ""}, {"salt": "AAAA"}, {"counter": 1e400}, {"memory_mib": 1e400}, {"passes": 1e400}],
)
def test_parts_that_cannot_be_are_a_sentence_too(
    office: ThrowAwayOffice, parts: dict[str, object]
) -> None:
    user_id = office.user_id(OFFICER)
    _edit(office, **parts)
    with pytest.raises(StorageError, match="keyring.unreadable"):
        unlock(office.folder, user_id, PASSWORDS[OFFICER], office.environment)


def test_unreadable_files_count_as_missing(office: ThrowAwayOffice) -> None:
    user_id = office.user_id(OFFICER)
    (office.folder / "tries.json").write_text(f'{{"{user_id}": 1e400}}', encoding="utf-8")
    (checkpoint,) = (office.environment.state_folder / "anchors").glob("*.json")
    checkpoint.write_text('{"seq": 1e400, "digest": "", "at": "", "name": "", "act": ""}', "utf-8")
    door = read_pre_unlock_state(office.folder, office.environment.state_folder)
    assert door.checkpoint is None
    assert set(door.delays.values()) == {0}
    office.open().close()


def test_the_real_policy_has_its_stated_cost() -> None:
    cost = calibrate(REAL_POLICY, target_seconds=1.0)
    assert cost.memory_mib in (256, 512)
    assert cost.passes >= 3


def test_a_password_is_the_same_composed_or_not() -> None:
    small = KdfParameters(1, 1)
    assert derive("đèo mây", bytes(16), small) == derive(
        "\u0111e\u0300o m\u00e2y", bytes(16), small
    )
    with pytest.raises(StorageError, match="keyring.password_too_long"):
        derive("x" * 2000, bytes(16), small)
