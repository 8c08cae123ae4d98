"""A day in the real window with an exception and a lock: no unsealed byte names the person."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.fixtures.office import (
    COLLEAGUE,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office_of_today,
)
from tests.fixtures.polling import PROCESS_PATIENCE, poll
from tests.scenarios.planted_identities import planted
from tests.scenarios.trace_search import (
    identifying_words,
    words_found_in,
    words_in_files,
    words_readable_by,
)

ROOT = Path(__file__).parents[2]
PERSON = planted(1)[0]
WANTED = identifying_words([PERSON])
_SHARED = Path("/dev/shm")  # noqa: S108 - the program's temporary folder is there


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder for settings, caches, recent documents and temporary files of the test."""
    for name in ("config", "cache", "data", "state", "run", "tmp"):
        (tmp_path / name).mkdir(mode=0o700)
    return tmp_path


@pytest.fixture
def office(home: Path) -> ThrowAwayOffice:
    """An office made today: the program uses the machine's clock, which must not be earlier."""
    return build_office_of_today(home)


@pytest.fixture
def day(office: ThrowAwayOffice, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program, in which a child process enters visits and raises an exception."""
    settings = home / "config/reception/window.ini"
    settings.parent.mkdir()
    settings.write_text(f"[office]\nuser={office.user_id(OFFICER)}\n", encoding="utf-8")
    xdg = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "cache", "data")}
    environment = {
        **{name: value for name, value in os.environ.items() if name != "TMPDIR"},
        **xdg,
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    with (home / "output.txt").open("wb") as output:
        child = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "tests.scenarios.window_process", str(office.folder)],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
            env=environment,
            cwd=ROOT,
        )
    assert child.stdin is not None
    typed = (PASSWORDS[OFFICER], PERSON.name, PERSON.paper.number)
    child.stdin.write("".join(f"{line}\n" for line in typed).encode())
    child.stdin.flush()
    yield child
    child.kill()
    child.stdin.close()
    child.wait(PROCESS_PATIENCE)


def _output(home: Path) -> str:
    return (home / "output.txt").read_text(encoding="utf-8", errors="replace")


def _wait(child: subprocess.Popen[bytes], home: Path, word: str) -> None:
    poll(lambda: word in _output(home) or child.poll() is not None, partial(_output, home))
    assert child.poll() is None, _output(home)


def _traces(child: subprocess.Popen[bytes], home: Path) -> dict[str, set[str]]:
    """Return the wanted words found, by file; "" stands for command line and process name."""
    outside = [path for path in _SHARED.glob(f"reception-*-{child.pid}-*") if path.is_dir()]
    hits = words_in_files(WANTED, home, *outside)
    process = Path(f"/proc/{child.pid}")
    names = b"".join((process / name).read_bytes() for name in ("cmdline", "comm"))
    if found := words_found_in(names, WANTED):
        hits[""] = found
    return hits


def test_a_day_in_the_window_leaves_no_identity(
    office: ThrowAwayOffice, home: Path, day: subprocess.Popen[bytes]
) -> None:
    _wait(day, home, "open\n")
    assert _traces(day, home) == {}
    assert "previews 1\n" in _output(home)
    assert "TypedTextError" in _output(home)  # reported, without its message
    assert day.stdin is not None
    day.stdin.write(b"\n")
    day.stdin.flush()
    poll(lambda: b"--locked" in Path(f"/proc/{day.pid}/cmdline").read_bytes())
    assert _traces(day, home) == {}
    environment = subprocess.run(  # noqa: S603 - the list of processes
        ["ps", "eww", "-p", str(day.pid)],  # noqa: S607 - the system's own
        capture_output=True,
        check=False,
    )
    assert words_found_in(environment.stdout, WANTED) == set()
    day.kill()
    day.wait(PROCESS_PATIENCE)
    session = office.open(COLLEAGUE)
    assert session.database.one("SELECT count(*) FROM visit")[0] == 1
    assert session.database.one("SELECT count(*) FROM draft")[0] == 1
    assert words_readable_by(session, WANTED) == {}
    session.database.close()
    assert words_in_files(WANTED, home) == {}
