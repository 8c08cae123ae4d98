"""``--debug``: refused for a real office, silent without it, and what it writes."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reception.storage.crypto.password_hashing import REAL_POLICY
from tests.fixtures.office import ThrowAwayOffice, build_office_of_today
from tests.ui.waiting import wait_until
from ui.application.command_line import parse
from ui.database_thread.task_runner import TaskRunner

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 120

ASK = """
import ctypes, logging, sys
from pathlib import Path
from reception.hardening.memory_protection import harden_process
from ui.application.command_line import Options
from ui.application.debugging import start_debugging
harden_process()
started = start_debugging(Options(office=Path(sys.argv[1]), demonstration=True))
print(started, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
logging.getLogger("reception.crash").debug("a line for developers")
"""


def ask(folder: Path) -> subprocess.CompletedProcess[str]:
    """Return the output of a hardened process started with ``--debug``."""
    return subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", ASK, str(folder)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )


def make_real(folder: Path) -> None:
    """Give one account of an office the cost of a real office's password."""
    path = folder / "keyring.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["accounts"][0]["memory_mib"] = REAL_POLICY.floor.memory_mib
    path.write_text(json.dumps(document), encoding="utf-8")


def test_a_demonstration_office_is_debugged(tmp_path: Path):
    done = ask(build_office_of_today(tmp_path).folder)
    assert done.stdout.split() == ["True", "1"]
    assert "a line for developers" in done.stderr


def test_a_real_office_is_not_debugged_whatever_the_arguments_say(tmp_path: Path):
    office = build_office_of_today(tmp_path)
    make_real(office.folder)
    done = ask(office.folder)
    assert done.stdout.split() == ["False", "0"]
    assert "chỉ dùng cho sổ trình diễn" in done.stderr
    assert "a line for developers" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--demonstration"]])
def test_the_program_ends_before_a_window_when_debugging_is_refused(
    tmp_path: Path, arguments: list[str]
):
    office: ThrowAwayOffice = build_office_of_today(tmp_path)
    make_real(office.folder)
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "ui.app", "--debug", "--office", str(office.folder), *arguments],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.returncode == 2
    assert "chỉ dùng cho sổ trình diễn" in done.stderr


def test_the_next_process_after_a_lock_is_debugged_too():
    options = parse(["--office", "so", "--demonstration", "--debug"])
    assert parse(options.arguments_after_lock(Path("so"), "key", "1")).debug


def test_a_task_is_logged_by_its_name_without_arguments(qtbot, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG, "reception")
    runner, answers = TaskRunner(), []
    runner.run(str.upper, "Lò Thị Mẫu", then=answers.append)
    wait_until(lambda: bool(answers))
    runner.stop()
    assert any("str.upper: " in line or "upper: " in line for line in caplog.messages)
    assert not any("Mẫu" in line or "MẪU" in line for line in caplog.messages)


def test_without_debugging_nothing_is_logged(qtbot, capfd: pytest.CaptureFixture[str]):
    runner, answers = TaskRunner(), []
    runner.run(str.upper, "a", then=answers.append)
    wait_until(lambda: bool(answers))
    runner.stop()
    assert "upper" not in capfd.readouterr().err
