"""The whole suite on two cores: parts of it side by side, their reports one after the other.

``python -m tests.suite [arguments of pytest]``; the exit status is the first that is not 0.
The day at the desk goes through a real screen (Xvfb), as its users do; the other tests of the
window need none.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Folders and files of tests that one process of pytest goes through."""

    paths: tuple[str, ...]
    without: tuple[str, ...] = ()
    on_screen: bool = False


_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24")
_DAY = "tests/ui/test_working_day.py"
_PIECES = (
    "tests/ui/all_pages",
    "tests/ui/features/visit_entry",
    "tests/ui/features/visit_lifecycle",
)
_WHOLE_PROGRAM = ("tests/console", "tests/scenarios")

# The longest first. They share no folder: each run of pytest has its own, and every print service
# of a test listens on a socket inside it.
PARTS = (
    Part(_WHOLE_PROGRAM),
    Part(("tests/ui",), (*_PIECES, _DAY)),
    Part(("tests",), ("tests/ui", *_WHOLE_PROGRAM)),
    Part(_PIECES[:1]),
    Part(_PIECES[1:]),
    Part((_DAY,), on_screen=True),
)
_AT_ONCE = 3  # on two cores: each waits now and then, for a child or for a timer


def main(arguments: Sequence[str]) -> int:
    """Run every part; print the report of each when it is there, of those that failed last."""
    failed: list[subprocess.CompletedProcess[bytes]] = []
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for run in as_completed([pool.submit(_run, part, arguments) for part in PARTS]):
            done = run.result()
            if done.returncode:
                failed.append(done)
            else:
                _print(done)
    for done in failed:
        _print(done)
    return failed[0].returncode if failed else 0


def _print(done: subprocess.CompletedProcess[bytes]) -> None:
    sys.stdout.buffer.write(done.stdout)
    sys.stdout.flush()


def _run(part: Part, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    command = [*(_SCREEN if part.on_screen else ()), sys.executable, "-m", "pytest", *part.paths]
    command += [*(f"--ignore={path}" for path in part.without), *arguments]
    around = os.environ | ({"QT_QPA_PLATFORM": "xcb"} if part.on_screen else {})
    return subprocess.run(  # noqa: S603 - our own
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=around, check=False
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
