"""The lock replaces the process: same number, new image, no key and no name in its memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from reception.services.visits.drafts import Drafts
from reception.storage.crypto.keyring import load, open_account
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.office import (
    COLLEAGUE,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office_of_today,
)
from tests.fixtures.polling import PROCESS_PATIENCE, poll
from tests.ui.application.lock_driver import veil

ROOT = Path(__file__).resolve().parents[3]
# A typed name that stands in no file that the process reads; the seed repeats it.
MARK = "Giàng" + Random(1).randbytes(6).hex()  # noqa: S311 - a mark, no secret


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office of today, so that the clock of the program does not run backwards."""
    return build_office_of_today(tmp_path)


def memory_of(pid: int) -> bytes:
    """Return all readable memory of a process."""
    found = []
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if match is None or "[v" in line:
                continue
            start, end = (int(edge, 16) for edge in match.groups())
            try:
                memory.seek(start)
                found.append(memory.read(end - start))
            except OSError:
                continue
    return b"".join(found)


def forms(text: str) -> tuple[bytes, bytes]:
    """Return a text as Python and as Qt keep it."""
    return text.encode(), text.encode("utf-16-le")


@contextmanager
def opened(
    office: ThrowAwayOffice, reason: str, mark: str, *extra: str
) -> Iterator[subprocess.Popen]:
    """Run the program until the office is open; end it afterwards."""
    settings = office.folder.parent / "window.ini"
    settings.write_text(f"[office]\nuser={office.user_id(OFFICER)}\n", encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(office.folder.parent / "config"),
    }
    secrets = (veil(PASSWORDS[OFFICER]), reason, veil(mark))
    child = subprocess.Popen(  # noqa: S603  # our own program
        [
            sys.executable,
            "-m",
            "tests.ui.application.lock_driver",
            str(office.folder),
            *secrets,
            *extra,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd=ROOT,
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        yield child
    finally:
        child.kill()
        child.wait(PROCESS_PATIENCE)
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()


def wait_replaced(child: subprocess.Popen) -> None:
    """Wait until the same process runs the fresh image."""
    line = Path(f"/proc/{child.pid}/cmdline")
    poll(lambda: b"--locked" in line.read_bytes(), "the process was not replaced")


def let_lock(child: subprocess.Popen) -> None:
    """Let the program lock, and wait until the process is replaced."""
    assert child.stdin is not None
    child.stdin.write(b"\n")
    child.stdin.flush()
    wait_replaced(child)


def wait_standing(child: subprocess.Popen) -> None:
    """Wait until the fresh image has its window (the Qt libraries are in) and is idle."""
    used: list[list[str]] = []

    def idle() -> bool:
        if "libQt6Widgets" not in Path(f"/proc/{child.pid}/maps").read_text():
            return False
        # Fields 14 and 15: the time its processor gave it; the same twenty times in a row is idle.
        status = Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split()
        used.append([status[0], *status[11:13]])
        return used[-20:] == [used[-1]] * 20 and status[0] == "S"

    poll(idle, "the fresh image does not come to rest")
    assert child.poll() is None


def test_the_locked_process_holds_neither_key_nor_name(office: ThrowAwayOffice):
    mark = MARK
    user = office.user_id(OFFICER)
    keyring = load(office.folder)
    keys = open_account(keyring, user, PASSWORDS[OFFICER], DEMO_POLICY)
    with opened(office, "idle", mark) as child:
        before = memory_of(child.pid)
        assert any(form in before for form in forms(mark))  # the search itself finds
        assert keys.box_private in before
        let_lock(child)
        wait_standing(child)
        line = Path(f"/proc/{child.pid}/cmdline").read_bytes().split(b"\0")
        assert line[line.index(b"--locked") + 1] == b"idle"
        assert line[line.index(b"--user") + 1] == user.encode()
        after = memory_of(child.pid)
        assert len(after) > 1_000_000
        for secret in (*forms(mark), *forms(PASSWORDS[OFFICER]), keys.box_private, keys.sign_seed):
            assert secret not in after
        assert any(form in after for form in forms(OFFICER))  # the name on the unlock screen


def test_the_draft_is_kept_for_its_writer_and_the_end_is_in_the_log(office: ThrowAwayOffice):
    mark = MARK
    with opened(office, "screen", mark) as child:
        let_lock(child)
    session = office.open(COLLEAGUE)
    assert Drafts(session).own_drafts() == []
    rows = session.database.query("SELECT facts FROM log WHERE act = 'locked'", ())
    assert [row["facts"] for row in rows] == ['{"reason":"screen"}']
    session.close()
    session = office.open(OFFICER)
    drafts = Drafts(session).own_drafts()
    assert [draft.form["name"] for draft in drafts] == [mark * 40]
    assert drafts[0].saved_at.day.year > 1
    session.close()


def test_a_worker_that_hangs_cannot_keep_the_office_open(office: ThrowAwayOffice):
    with opened(office, "key", "x", "hang") as child:
        let_lock(child)  # the worker would hang for an hour
