"""Offboarding killed before any write reaches the disk: nothing is lost."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import StorageError
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.storage.backup.backup_reader import verified_manifest
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office,
)
from tests.scenarios.planted_identities import form_of, planted
from tests.services.staff.offboarding_stage import REASON

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = planted(4)
# As in the backup's test: each flush, rename and commit is a step; the process is killed before it.
_DRIVER = """
import json, os, signal, sys
from contextlib import contextmanager
from pathlib import Path
from reception.bootstrap import create_services
from reception.services.office.environment import Environment
from reception.services.access.unlocking import unlock
from reception.storage.database import Database
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.office import FrozenClock

left = 0
def tick():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
def counted(act):
    def step(*words, **more):
        tick()
        found = act(*words, **more)
        tick()
        return found
    return step
for name in ("fsync", "rename", "replace", "unlink", "ftruncate"):
    setattr(os, name, counted(getattr(os, name)))
Database.copy_to = counted(Database.copy_to)
Database.close = counted(Database.close)
plain = Database.transaction
@contextmanager
def transaction(self):
    tick()
    with plain(self):
        yield
        tick()
    tick()
Database.transaction = transaction

def leave(step, folder, state, head, password, leaver):
    global left
    environment = Environment(FrozenClock(), DEMO_POLICY, Path(state))
    session = unlock(Path(folder), head, password, environment)
    reception = create_services(session)
    left = step
    found = reception.staff.offboarding.begin(leaver)
    while set(found.remaining_steps) - set(found.blocked_steps):
        found = reception.staff.offboarding.do_next_step(leaver)

for line in sys.stdin:
    words = json.loads(line)
    child = os.fork()
    if child == 0:
        leave(*words)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print("status", os.waitstatus_to_exitcode(status), flush=True)
"""


class Driver:
    """Runs offboardings in child processes that are killed."""

    def __init__(self) -> None:
        """Start the process from which the others are forked."""
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, "-c", _DRIVER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def run(self, step: int, world: Path, head: str, leaver: str) -> bool:
        """Run an offboarding; return whether it was killed before it was complete."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        words = [step, str(world / "office"), str(world / "state"), head, PASSWORDS[HEAD], leaver]
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline().removeprefix("status "))
        assert status in (0, -signal.SIGKILL)
        return status != 0

    def close(self) -> None:
        """End it."""
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()


@pytest.fixture
def driver() -> Iterator[Driver]:
    """A driver that is ended afterwards."""
    found = Driver()
    yield found
    found.close()


@pytest.fixture
def filled(tmp_path: Path) -> ThrowAwayOffice:
    """An office whose leaver holds both vaults, and so does the head."""
    office = build_office(tmp_path)
    custodian = create_services(office.open(CUSTODIAN))
    for name in (HEAD, OFFICER):
        custodian.staff.custody.grant(office.user_id(name), PASSWORDS[HEAD], REASON)
    custodian.session.close()
    head = create_services(office.open(HEAD))
    user = office.user_id(OFFICER)
    rights = head.session.people[user].rights
    head.staff.rights.change(user, rights | {Right.REVEAL}, rights)
    usb = tmp_path / "usb"
    usb.mkdir()
    head.backups.add_location(usb)
    head.session.close()
    officer = create_services(office.open(OFFICER))
    for index, person in enumerate(PEOPLE):
        officer.intake.seal_visit(form_of(person, index))
    officer.drafts.save(officer.drafts.create(), {"summary": "dở"})
    officer.session.close()
    return office


def opens_all(reception: Reception) -> bool:
    """Tell whether the head's vault keys open every identity."""
    session = reception.session
    private_keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    rows = session.database.query("SELECT visit_id, kind FROM visit")
    for row in rows:
        vault = PROTECTED if row["kind"] == PetitionKind.DENUNCIATION else DESK
        mine = {key_id: key for key_id, key in private_keys.items() if key_id[0] == vault}
        if open_part(session.database, session.office.office_id, row["visit_id"], mine) is None:
            return False
    return len(rows) == len(PEOPLE)


def world_of(filled: ThrowAwayOffice, world: Path) -> ThrowAwayOffice:
    """Return a copy of the office and of the machine's state."""
    shutil.copytree(filled.folder, world / "office")
    shutil.copytree(filled.environment.state_folder, world / "state")
    environment = Environment(filled.clock, DEMO_POLICY, world / "state")
    return ThrowAwayOffice(world / "office", environment, filled.clock)


def test_killed_at_any_step_the_others_open_and_go_on(
    filled: ThrowAwayOffice, driver: Driver, tmp_path: Path
) -> None:
    head, leaver = filled.user_id(HEAD), filled.user_id(OFFICER)
    step, killed, reached = 1, True, set()
    while killed:
        world = tmp_path / f"world{step}"
        office = world_of(filled, world)
        killed = driver.run(step, world, head, leaver)
        office.open(COLLEAGUE).close()  # the next unlock finishes the interrupted step
        reception = create_services(office.open(HEAD))
        assert not [code for code in reception.session.warnings if code.startswith("log.")]
        assert opens_all(reception)
        assert reception.log_verification.verify().intact
        begun = {row.name for row in reception.staff.accounts.summaries() if not row.active}
        states = reception.staff.offboarding.unfinished()
        reached.add(states[0].done_steps if states else bool(begun))
        if begun:
            with pytest.raises(StorageError, match=r"unlock\.(shut_out|wrong)|keyring\.unknown"):
                unlock(office.folder, leaver, PASSWORDS[OFFICER], office.environment)
        else:
            office.open(OFFICER).close()
            reception.staff.offboarding.begin(leaver)
        while states := reception.staff.offboarding.unfinished():
            reception.staff.offboarding.do_next_step(states[0].user_id)
        assert opens_all(reception)
        assert reception.log_verification.verify().intact
        assert not list((office.folder / "drafts").glob("*.key"))
        (newest, _), *_ = reception.backups.available_backups()
        verified_manifest(newest)
        reception.session.close()
        office.open(CUSTODIAN).close()
        with pytest.raises(StorageError, match=r"keyring\.unknown"):
            unlock(office.folder, leaver, PASSWORDS[OFFICER], office.environment)
        shutil.rmtree(world)
        for backup in (tmp_path / "usb").iterdir():
            shutil.rmtree(backup)
        step += 1 if step < 10 else 2
    assert step > 60
    assert {False, True} <= reached
    assert len(reached) >= 6
