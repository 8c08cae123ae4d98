"""Console commands run in a child process, and the sentence of a failed one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from reception.console import app
from reception.console import command_runner as _imported_before_the_fork  # noqa: F401
from tests.fixtures.fork_server import run_program
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.fixtures.polling import PROCESS_PATIENCE

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Run ``reception-admin``; imported before a process is forked for a command."""
    return app.main()


def run_command(
    *arguments: str,
    password: str | bytes = "",
    stdout: int | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run one command in a process of its own, with the password on its standard input."""
    secret = password if isinstance(password, bytes) else password.encode()
    done = run_program(
        f"{__name__}:main",
        list(arguments),
        secret + b"\n",
        stdout=stdout,
        environment=environment,
    )
    return _decoded(done)


def start_command(
    *arguments: str, password: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command as an administrator does: by a new interpreter, which imports everything."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", app.__name__, *arguments],
        input=password.encode() + b"\n",
        capture_output=True,
        cwd=ROOT,
        env=environment,
        check=False,
        timeout=PROCESS_PATIENCE,
    )
    return _decoded(done)


def _decoded(done: subprocess.CompletedProcess[bytes]) -> subprocess.CompletedProcess[str]:
    out, err = (text.decode("utf-8") for text in (done.stdout, done.stderr))
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
