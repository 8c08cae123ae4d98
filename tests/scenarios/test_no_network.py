"""A working day under strace: no socket but local ones is ever made."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, ThrowAwayOffice

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "tests/fixtures/register-lam-dong-2017-h1.xlsx"
_MADE = re.compile(r"socket(?:pair)?\((AF_\w+|PF_\w+|0x\w+|\d+).*= \d+")
_DAY = """
import sys
from pathlib import Path
from reception.walls.memory import harden_process
from reception.walls.network import raise_wall
from reception.walls.tripwires import set_tripwires
harden_process()
raise_wall()
set_tripwires(print)
from tests.fixtures.office import FrozenClock, OFFICER, PASSWORDS
from tests.scenarios.people import form_of, planted
from reception.bootstrap import wire
from reception.services.environment import Environment
from reception.services.door import look_at_door
from reception.services.session import unlock
from reception.storage.kdf import SMALL
from reception.storage.register import RegisterFilter
from tests.fixtures.office import FrozenClock
folder, state, user = sys.argv[1:]
world = Environment(FrozenClock(), SMALL, Path(state))
office = wire(unlock(Path(folder), user, PASSWORDS[OFFICER], world))
for index, person in enumerate(planted(6)):
    form = form_of(person, index)
    sealed = office.intake.seal_visit(form, office.intake.prepare(person, protected=form.protected))
    assert office.papers.after_sealing(sealed, person)
    assert office.papers.statement(sealed, person)
assert office.register.page(RegisterFilter(text="duong"))
assert office.books.monthly_report(office.session.today()).pdf
office.session.close()
"""


def _sockets(trace: Path, arguments: list[str], typed: str = "") -> set[str]:
    command = ["strace", "-f", "-qq", "-e", "trace=socket,socketpair", "-o", str(trace)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - our own program under strace
        [*command, sys.executable, *arguments],
        input=typed,
        text=True,
        capture_output=True,
        cwd=ROOT,
        env=environment,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    return {match.group(1) for line in lines if (match := _MADE.search(line))}


def test_a_day_at_the_desk_makes_local_sockets_at_most(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    arguments = ["-c", _DAY, str(office.folder), str(office.environment.state)]
    arguments.append(office.user_id(OFFICER))
    assert _sockets(tmp_path / "day", arguments) <= {"AF_UNIX"}


def test_the_console_makes_none(office: ThrowAwayOffice, tmp_path: Path) -> None:
    common = ["--office", str(office.folder), "--demonstration", "--password-stdin"]
    arguments = ["-m", "reception.console.app", "import", *common, str(REGISTER)]
    made = _sockets(tmp_path / "console", arguments, PASSWORDS[HEAD] + "\n")
    assert made <= {"AF_UNIX"}


def test_the_window_walks_through_its_screens_with_local_sockets_at_most(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    pictures = tmp_path / "pictures"
    arguments = ["-m", "ui.app", "--office", str(office.folder), "--demonstration"]
    arguments += ["--screenshots", str(pictures)]
    typed = f"{OFFICER}\n{PASSWORDS[OFFICER]}\n"
    assert _sockets(tmp_path / "window", arguments, typed) <= {"AF_UNIX"}
    assert list(pictures.glob("*.png"))
