"""Console commands run in a child process, and the sentence of a failed one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.fixtures.office import HEAD, ThrowAwayOffice

ROOT = Path(__file__).parents[2]


def run_command(
    *arguments: str, password: str | bytes = "", **streams: object
) -> subprocess.CompletedProcess[str]:
    """Run one command in a child process, with the password on its standard input."""
    secret = password if isinstance(password, bytes) else password.encode()
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "reception.console.app", *arguments],
        check=False,
        **{  # type: ignore[call-overload] # a test's own streams
            "input": secret + b"\n",
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "cwd": ROOT,
            "timeout": 120,
            **streams,
        },
    )
    out, err = ((text or b"").decode("utf-8") for text in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def command_on(office: ThrowAwayOffice, command: str, *more: str, who: str = HEAD) -> list[str]:
    """Return the arguments of a command on the throw-away office."""
    common = ["--office", str(office.folder), "--demonstration", "--password-stdin"]
    return [command, *common, "--user", who, *more]


def error_sentence_of(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line on stderr, which must be a sentence and no traceback."""
    assert "Traceback" not in done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.endswith(".")
    return last
