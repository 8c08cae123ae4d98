"""Backups killed before any write reaches the disk: none is taken for complete, no data lost."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.services.access.pre_unlock_state import finish_restore
from reception.services.office.environment import Environment
from reception.storage.backup.backup_reader import (
    REMOVAL_SUFFIX,
    UNFINISHED_SUFFIX,
    verified_manifest,
)
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.database import DATABASE_FILE
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice, build_office
from tests.scenarios.planted_identities import form_of, planted
from tests.services.staff.offboarding_stage import offboard

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = planted(6)
# Each flush and each rename is a step; the process is killed before the given one.
# Every attempt is a process forked from one with all imports and no open files.
_DRIVER = """
import json, os, resource, signal, sys
from pathlib import Path
from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.services.office.environment import Environment
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import restore
from reception.services.access.unlocking import unlock
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.office import FrozenClock

left = 0
def counted(act):
    def step(*words, **more):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return act(*words, **more)
    return step
os.fsync, os.rename, os.replace = map(counted, (os.fsync, os.rename, os.replace))

def backup(step, limit, folder, state, user, password, place, days):
    global left
    clock = FrozenClock()
    clock.move(days=days)
    session = unlock(Path(folder), user, password, Environment(clock, DEMO_POLICY, Path(state)))
    session.truncate_wal()  # the present office writes nothing more: only the medium is full
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    left = step
    create_services(session).backups.make(Path(place))

def put_back(step, folder, source, state, name, password):
    global left
    left = step
    world = Environment(FrozenClock(), DEMO_POLICY, Path(state))
    restore(Path(source), Path(folder), RestoreActor(name, password), world, in_place=True)

for line in sys.stdin:
    name, words = json.loads(line)
    child = os.fork()
    if child == 0:
        try:
            {"backup": backup, "put_back": put_back}[name](*words)
        except StorageError as error:
            print(error.code, flush=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print("status", os.waitstatus_to_exitcode(status), flush=True)
"""


class Driver:
    """Runs acts in child processes that may be killed."""

    def __init__(self) -> None:
        """Start the process from which the others are forked."""
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, "-c", _DRIVER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def run(self, name: str, *words: object) -> tuple[bool, str]:
        """Run an act; return whether it was killed, and the code of its error."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        plain = [word if isinstance(word, int) else str(word) for word in words]
        self._process.stdin.write(json.dumps([name, plain]) + "\n")
        self._process.stdin.flush()
        said = ""
        for line in self._process.stdout:
            if line.startswith("status "):
                status = int(line.removeprefix("status "))
                assert status in (0, -signal.SIGKILL)
                return status != 0, said
            said = line.strip()
        raise AssertionError("the driver ended")

    def close(self) -> None:
        """End it."""
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    """One driver for the file."""
    found = Driver()
    yield found
    found.close()


@pytest.fixture
def place(filled: ThrowAwayOffice, tmp_path: Path) -> Path:
    """A folder for backups, which is a backup location of the office."""
    folder = tmp_path / "usb"
    folder.mkdir()
    set_backup_locations(filled, folder)
    return folder


@pytest.fixture
def filled(tmp_path: Path) -> ThrowAwayOffice:
    """An office with six visits."""
    office = build_office(tmp_path)
    reception = create_services(office.open(OFFICER))
    for index, person in enumerate(PEOPLE):
        reception.intake.seal_visit(form_of(person, index))
    reception.session.close()
    return office


def words_of(office: ThrowAwayOffice) -> tuple[object, ...]:
    """Return the words that open an office in another process."""
    user = office.user_id(OFFICER)
    return office.folder, office.environment.state_folder, user, PASSWORDS[OFFICER]


def whole(place: Path) -> list[Path]:
    """Return the folders of backups, without those being written or deleted."""
    return [
        path
        for path in place.iterdir()
        if not path.name.endswith((UNFINISHED_SUFFIX, REMOVAL_SUFFIX))
    ]


def test_a_backup_killed_at_any_step_is_complete_or_ignored(
    filled: ThrowAwayOffice, driver: Driver, place: Path
) -> None:
    assert driver.run("backup", 0, 0, *words_of(filled), place, 0) == (False, "")
    (good,) = place.iterdir()
    before = {path.name: path.read_bytes() for path in good.iterdir()}
    step, killed = 1, True
    while killed:
        killed, _ = driver.run("backup", step, 0, *words_of(filled), place, step)
        assert {path.name: path.read_bytes() for path in good.iterdir()} == before
        for folder in whole(place):
            assert verified_manifest(folder, None).counts.visits == len(PEOPLE)
        step += 1
    assert step >= 9
    assert sorted(place.iterdir()) == sorted(whole(place))
    reception = create_services(filled.open(OFFICER))
    assert reception.log_verification.verify().intact
    reception.session.close()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_medium_that_fills_up_on_the_way_leaves_no_half_backup(
    filled: ThrowAwayOffice, driver: Driver, place: Path, share: float
) -> None:
    limit = int((filled.folder / DATABASE_FILE).stat().st_size * share)
    assert driver.run("backup", 0, limit, *words_of(filled), place, 0) == (False, "backup.full")
    assert list(place.iterdir()) == []
    reception = create_services(filled.open(OFFICER))
    assert reception.log_verification.verify().intact
    reception.session.close()


def test_old_backups_dropped_half_way_do_not_count(
    filled: ThrowAwayOffice, driver: Driver, place: Path
) -> None:
    for day in range(9):
        driver.run("backup", 0, 0, *words_of(filled), place, day)
    kept = len(whole(place))
    step, killed = 1, True
    while killed:
        killed, _ = driver.run("backup", step, 0, *words_of(filled), place, 9 + step)
        for folder in whole(place):
            verified_manifest(folder, None)
        step += 1
    assert kept <= len(whole(place)) + 1


@pytest.mark.parametrize("has_new_key", [False, True])
def test_putting_back_killed_at_any_step_leaves_one_office_that_opens(
    filled: ThrowAwayOffice, driver: Driver, place: Path, tmp_path: Path, has_new_key: bool
) -> None:
    driver.run("backup", 0, 0, *words_of(filled), place, 0)
    (backup,) = place.iterdir()
    if has_new_key:  # somebody has left since: the register has another key than the backup
        filled.clock.move(days=1)  # of the backups of one day only the newest is kept
        head = create_services(filled.open(HEAD))
        offboard(head, filled.user_id(COLLEAGUE))
        head.session.close()
    reception = create_services(filled.open(OFFICER))
    reception.intake.seal_visit(form_of(PEOPLE[0], 0))
    reception.session.close()
    step, killed, states = 1, True, set()
    while killed:
        world = tmp_path / f"world{step}"
        shutil.copytree(filled.folder, world / "office")
        shutil.copytree(filled.environment.state_folder, world / "state")
        words = (world / "office", backup, world / "state", HEAD, PASSWORDS[HEAD])
        killed, _ = driver.run("put_back", step, *words)
        finish_restore(world / "office")
        environment = Environment(filled.clock, DEMO_POLICY, world / "state")
        session = ThrowAwayOffice(world / "office", environment, filled.clock).open(OFFICER)
        reception = create_services(session)
        visits = reception.backups.row_counts().visits
        assert not [code for code in session.warnings if code.startswith("log.")]
        assert ("restored.older" in session.warnings) == (visits == len(PEOPLE))
        assert reception.log_verification.verify().intact
        session.close()
        kept = list(world.glob("office-giu-lai-*"))
        assert (visits, len(kept)) in {(len(PEOPLE) + 1, 0), (len(PEOPLE), 1)}
        states.add(visits)
        step += 1
    assert step >= 10
    assert states == {len(PEOPLE), len(PEOPLE) + 1}
