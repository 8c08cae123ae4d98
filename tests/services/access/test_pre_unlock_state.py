"""State before unlocking: names, checkpoint and retry delays, as in keyring and attempts file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reception.domain.errors import StorageError
from reception.services.access.pre_unlock_state import (
    holds_office,
    machine_state_folder,
    read_pre_unlock_state,
)
from reception.services.access.unlocking import unlock
from reception.storage.audit.local_state import CheckpointFile
from reception.storage.crypto.keyring import load
from tests.fixtures.office import OFFICER, ThrowAwayOffice

ROOT = Path(__file__).resolve().parents[3]


def test_names_of_the_keyring_and_the_checkpoint_are_shown(office: ThrowAwayOffice):
    office.open().close()
    door = read_pre_unlock_state(office.folder, office.environment.state_folder)
    keyring = load(office.folder)
    names = tuple((account.user_id, account.name) for account in keyring.accounts)
    assert door.accounts == names
    assert (
        door.checkpoint
        == CheckpointFile(office.environment.state_folder, keyring.office, office.folder).read()
    )
    assert door.checkpoint is not None
    assert set(door.delays.values()) == {0}


def test_retry_delays_survive(office: ThrowAwayOffice):
    user = office.user_id(OFFICER)
    for _ in range(3):
        with pytest.raises(StorageError):
            unlock(office.folder, user, "sai", office.environment)
    assert read_pre_unlock_state(office.folder, office.environment.state_folder).delays[user] == 4


def test_a_missing_or_broken_keyring_is_a_sentence(tmp_path: Path):
    assert not holds_office(tmp_path)
    with pytest.raises(StorageError, match="keyring.missing"):
        read_pre_unlock_state(tmp_path, tmp_path)
    (tmp_path / "keyring.json").write_text('{"accounts": 3}', encoding="utf-8")
    assert holds_office(tmp_path)
    with pytest.raises(StorageError, match="keyring.unreadable"):
        read_pre_unlock_state(tmp_path, tmp_path)


def test_an_office_number_is_never_a_path(tmp_path: Path):
    text = '{"office": "../../x", "accounts": [{"id": "1", "name": "A"}]}'
    (tmp_path / "keyring.json").write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match="keyring.unreadable"):
        read_pre_unlock_state(tmp_path, tmp_path)


def test_a_demonstration_keeps_its_state_beside_its_folder(tmp_path: Path):
    assert machine_state_folder(tmp_path / "office", demonstration=True) == tmp_path / "state"


def test_reading_needs_no_cryptography():
    code = (
        "import sys, reception.services.access.pre_unlock_state; "
        "print(sorted(sys.modules.keys() & {'nacl', 'sqlcipher3', 'cffi', '_cffi_backend'}))"
    )
    done = subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]"
