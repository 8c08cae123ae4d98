"""Acts that change the roster, in a child process that is killed before one of its writes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from reception.bootstrap import Reception, create_services
from reception.domain.staff import Right
from reception.services.office.environment import Environment
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.database import Database
from tests.attacks.old_office import OLD_PASSWORDS, SUSPENDED, OldOffice
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, FrozenClock

ROOT = Path(__file__).resolve().parents[2]
NEW_PASSWORD = "thuyền nan 7 mái chèo 93 gốc sung"
_REASON = "Thay người giữ cũ đi học sáu tháng"
_SYSTEM_CALLS = ("fsync", "rename", "replace", "unlink", "ftruncate")


def give_reveal(reception: Reception, office: OldOffice) -> None:
    """Give the colleague the right to reveal, with the key of ``desk``."""
    user_id = office.user_id(COLLEAGUE)
    rights = reception.session.people[user_id].rights
    reception.staff.rights.change(user_id, rights | {Right.REVEAL}, rights)


def suspend(reception: Reception, office: OldOffice) -> None:
    """Suspend the colleague."""
    reception.staff.accounts.suspend(office.user_id(COLLEAGUE))


def reinstate(reception: Reception, office: OldOffice) -> None:
    """Let the suspended person in again."""
    reception.staff.accounts.reinstate(office.user_id(SUSPENDED))


def set_password(reception: Reception, office: OldOffice) -> None:
    """Give the colleague new keys behind a new password."""
    reception.staff.accounts.set_new_password(office.user_id(COLLEAGUE), NEW_PASSWORD)


def grant_custody(reception: Reception, office: OldOffice) -> None:
    """Give the colleague custody, in the custodian's session."""
    user_id = office.user_id(COLLEAGUE)
    reception.staff.custody.grant(user_id, OLD_PASSWORDS[HEAD], _REASON)


def nothing(reception: Reception, office: OldOffice) -> None:
    """Only unlock and close: the own blob and the machine's roster rise."""
    del reception, office


ACTS: dict[str, tuple[str, Callable[[Reception, OldOffice], None]]] = {
    "give reveal": (HEAD, give_reveal),
    "suspend": (HEAD, suspend),
    "reinstate": (HEAD, reinstate),
    "set password": (HEAD, set_password),
    "grant custody": (CUSTODIAN, grant_custody),
    "unlock": (OFFICER, nothing),
}


class KilledActs:
    """A process that forks a child for each act, so that modules are imported once."""

    def __init__(self) -> None:
        """Start the process."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.attacks.killed_acts"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def run(self, act: str, office: OldOffice, fatal_step: int) -> bool:
        """Do an act; return whether the child was killed at ``fatal_step`` before it was done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        words = [act, str(office.folder), str(office.environment.state_folder), fatal_step]
        self._process.stdin.write(json.dumps([*words, office.clock.at.isoformat()]) + "\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        assert status in (0, -signal.SIGKILL)
        return status != 0

    def close(self) -> None:
        """End the process."""
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()


class _Steps:
    """Counts flushes, renames and transactions; kills the process before the fatal one."""

    def __init__(self, fatal: int) -> None:
        self._remaining = fatal

    def tick(self) -> None:
        self._remaining -= 1
        if self._remaining == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def install(self) -> None:
        for name in _SYSTEM_CALLS:
            setattr(os, name, self._counted(getattr(os, name)))
        transaction = Database.transaction

        @contextmanager
        def counted_transaction(database: Database) -> Iterator[None]:
            self.tick()
            with transaction(database):
                yield
                self.tick()
            self.tick()

        Database.transaction = counted_transaction  # type: ignore[method-assign, assignment]

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            self.tick()
            return call(*arguments, **options)

        return step


def _run_act(act: str, folder: str, state: str, fatal_step: int, at: str) -> None:
    clock = FrozenClock(datetime.fromisoformat(at))
    office = OldOffice(Path(folder), Environment(clock, DEMO_POLICY, Path(state)), clock)
    name, do_act = ACTS[act]
    steps = _Steps(fatal_step)
    if do_act is nothing:
        steps.install()
        office.open(name).close()
        return
    reception = create_services(office.open(name))
    steps.install()
    do_act(reception, office)


def _serve() -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _run_act(*json.loads(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    _serve()
