"""An act that changes the roster, killed before any of its writes, never ends in a refusal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.attacks.killed_acts import ACTS, NEW_PASSWORD, KilledActs
from tests.attacks.old_office import OLD_PASSWORDS, SUSPENDED, OldOffice
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER


@pytest.fixture(scope="module")
def killed_acts() -> Iterator[KilledActs]:
    """The process that does the acts, ended afterwards."""
    acts = KilledActs()
    yield acts
    acts.close()


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
    office: OldOffice, killed_acts: KilledActs, tmp_path: Path, act: str
) -> None:
    numbers, step, killed = set(), 1, True
    while killed:
        copied = copy_of(office, tmp_path / f"copy{step}")
        killed = killed_acts.run(act, copied, step)
        numbers.add(check_after_kill(copied))
        shutil.rmtree(copied.folder.parent)
        step += 1
    assert step > 5
    assert len(numbers) == (1 if act == "unlock" else 2)
