"""Every change of the keyring is made under one lock between processes; none is lost."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import partial
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from reception.domain.errors import StorageError
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import keyring_update
from reception.storage.crypto.keyring import Keyring
from reception.storage.crypto.keyring_update import keyring_lock, replace_blob, update_keyring
from tests.fixtures.office import COLLEAGUE, OFFICER, ThrowAwayOffice
from tests.fixtures.processes import run_together
from tests.hardening.fresh_interpreter import ROOT

ROUNDS = 60
_HOLD = """
import sys
from pathlib import Path
from reception.storage.crypto.keyring_update import keyring_lock
with keyring_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _with_name(user_id: str, name: str, keyring: Keyring) -> Keyring:
    return keyring.with_account(replace(keyring.account(user_id), name=name))


def rename_often(barrier: Barrier, folder: Path, user_id: str) -> None:
    """Give one account another name in every round, and find it after the round."""
    for number in range(ROUNDS):
        barrier.wait()
        update_keyring(folder, partial(_with_name, user_id, str(number)))
        barrier.wait()
        assert keyring_file.load(folder).account(user_id).name == str(number)


def renew_blob_often(barrier: Barrier, folder: Path, user_id: str) -> None:
    """Replace one account's blob in every round."""
    blob = keyring_file.load(folder).account(user_id).blob
    for number in range(ROUNDS):
        barrier.wait()
        assert replace_blob(folder, user_id, blob, bytes([number]))
        barrier.wait()
        blob = keyring_file.load(folder).account(user_id).blob
        assert blob == bytes([number])


def test_two_processes_lose_no_change_of_different_accounts(office: ThrowAwayOffice) -> None:
    before = keyring_file.load(office.folder)
    run_together(
        (rename_often, (office.folder, office.user_id(OFFICER))),
        (rename_often, (office.folder, office.user_id(COLLEAGUE))),
    )
    assert keyring_file.load(office.folder).counter == before.counter + 2 * ROUNDS


def test_a_new_blob_and_a_change_of_another_account_are_both_kept(office: ThrowAwayOffice) -> None:
    before = keyring_file.load(office.folder)
    run_together(
        (rename_often, (office.folder, office.user_id(OFFICER))),
        (renew_blob_often, (office.folder, office.user_id(COLLEAGUE))),
    )
    assert keyring_file.load(office.folder).counter == before.counter + ROUNDS


def test_a_blob_is_replaced_only_if_nobody_replaced_it_before(office: ThrowAwayOffice) -> None:
    user_id = office.user_id(OFFICER)
    before = keyring_file.load(office.folder)
    old_blob = before.account(user_id).blob
    assert replace_blob(office.folder, user_id, old_blob, b"first")
    assert not replace_blob(office.folder, user_id, old_blob, b"second")
    after = keyring_file.load(office.folder)
    assert after == before.with_account(replace(before.account(user_id), blob=b"first"))
    with pytest.raises(StorageError, match="keyring.unknown_user"):
        replace_blob(office.folder, "nobody", b"", b"")


def test_a_killed_process_leaves_the_lock_free(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keyring_file.load(office.folder)
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", _HOLD, str(office.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with monkeypatch.context() as impatient:
            impatient.setattr(keyring_update, "_WAIT_SECONDS", 0.0)
            with pytest.raises(StorageError, match="keyring.busy"):
                update_keyring(office.folder, lambda stored: stored)
        assert keyring_file.load(office.folder) == before
        holder.kill()
        holder.wait()
        assert update_keyring(office.folder, lambda stored: stored).counter == before.counter + 1


def test_a_change_that_fails_saves_nothing_and_leaves_the_lock_free(
    office: ThrowAwayOffice,
) -> None:
    before = keyring_file.load(office.folder)

    def fail(_stored: Keyring) -> Keyring:
        raise StorageError("keyring.account_changed")

    with pytest.raises(StorageError, match="keyring.account_changed"):
        update_keyring(office.folder, fail)
    assert keyring_file.load(office.folder) == before
    with keyring_lock(office.folder):
        pass


def test_a_missing_folder_has_no_keyring(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="keyring.missing"):
        update_keyring(tmp_path / "none", lambda stored: stored)
