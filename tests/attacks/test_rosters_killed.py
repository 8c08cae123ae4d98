"""An act that changes the roster, killed before any of its writes, never ends in a refusal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.attacks.killed_acts import ACTS, NEW_PASSWORD, killed_acts, words_for
from tests.attacks.old_office import OLD_PASSWORDS, SUSPENDED, OldOffice
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER


def copy_of(office: OldOffice, folder: Path) -> OldOffice:
    """Copy an office and the machine's state."""
    shutil.copytree(office.folder, folder / "office")
    shutil.copytree(office.environment.state_folder, folder / "state")
    environment = Environment(office.clock, DEMO_POLICY, folder / "state")
    return OldOffice(folder / "office", environment, office.clock)


def try_to_open(office: OldOffice, name: str, *passwords: str) -> None:
    """Unlock with the first password that opens; the person may be suspended.

    New keys whose writing was stopped between keyring and register open nothing: the head sets a
    password again.
    """
    for password in passwords:
        try:
            unlock(office.folder, office.user_id(name), password, office.environment).close()
        except StorageError as error:
            if error.code not in ("unlock.wrong_password", "unlock.shut_out"):
                raise


def check_after_kill(office: OldOffice) -> int:
    """Let people open, the head last, and verify; return the roster's number."""
    try_to_open(office, COLLEAGUE, OLD_PASSWORDS[COLLEAGUE], NEW_PASSWORD)
    try_to_open(office, SUSPENDED, OLD_PASSWORDS[SUSPENDED])
    office.open_and_close(OFFICER, CUSTODIAN)
    head = create_services(office.open(HEAD))
    assert not [code for code in head.session.warnings if code.startswith(("log.", "roster."))]
    assert head.log_verification.verify().findings == ()
    number = head.session.roster.number
    head.session.close()
    return number


@pytest.mark.parametrize("act", ACTS)
def test_killed_before_any_write_everybody_opens(
    office: OldOffice, tmp_path: Path, act: str
) -> None:
    program = killed_acts()
    whole = copy_of(office, tmp_path / "whole")
    steps = program.steps(whole.folder.parent, *words_for(act, whole))
    numbers = {check_after_kill(whole)}
    for step in steps:
        copied = copy_of(office, tmp_path / f"copy{step}")
        program.kill_at(step, *words_for(act, copied))
        numbers.add(check_after_kill(copied))
        shutil.rmtree(copied.folder.parent)
    assert len(steps) > 5
    assert len(numbers) == (1 if act == "unlock" else 2)
