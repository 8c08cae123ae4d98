"""The whole suite on two cores: the window's tests beside all others, one report after the other.

``python -m tests.suite [arguments of pytest]``; the exit status is the first that is not 0.
The day at the desk goes through a real screen (Xvfb), as its users do; the other tests of the
window need none.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence

# About as long as one another. They share no folder: each run of pytest has its own, and every
# print service of a test listens on a socket inside it.
_DAY = "tests/ui/test_a_day.py"
_WINDOW = ("tests/ui", f"--ignore={_DAY}")
_REST = ("tests", "--ignore=tests/ui")
_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24")


def main(arguments: Sequence[str]) -> int:
    """Run both halves at once; show the first as it goes and the second when both are done."""
    with tempfile.TemporaryFile() as report:
        beside = _begin((*_WINDOW, *arguments), out=report.fileno())
        rest = _begin((*_REST, *arguments)).wait()
        day = _begin((_DAY, *arguments), on_screen=True).wait()
        window = beside.wait()
        report.seek(0)
        sys.stdout.flush()
        sys.stdout.buffer.write(report.read())
        sys.stdout.flush()
    return rest or day or window


def _begin(
    arguments: Sequence[str], *, out: int | None = None, on_screen: bool = False
) -> subprocess.Popen[bytes]:
    command = [*(_SCREEN if on_screen else ()), sys.executable, "-m", "pytest", *arguments]
    around = os.environ | ({"QT_QPA_PLATFORM": "xcb"} if on_screen else {})
    return subprocess.Popen(command, stdout=out, stderr=out, env=around)  # noqa: S603 - our own


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
