"""The whole suite on two cores: the window's tests beside all others, one report after the other.

``python -m tests.suite [arguments of pytest]``; the exit status is the first that is not 0.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence

# About as long as one another. They share no folder: each run of pytest has its own, and every
# print service of a test listens on a socket inside it.
_HALVES = (("tests/ui",), ("tests", "--ignore=tests/ui"))


def main(arguments: Sequence[str]) -> int:
    """Run both halves at once; show the first as it goes and the second when both are done."""
    window, rest = _HALVES
    with tempfile.TemporaryFile() as report:
        beside = _begin(window, arguments, report.fileno())
        first = _begin(rest, arguments, None).wait()
        second = beside.wait()
        report.seek(0)
        sys.stdout.flush()
        sys.stdout.buffer.write(report.read())
        sys.stdout.flush()
    return first or second


def _begin(
    half: Sequence[str], arguments: Sequence[str], out: int | None
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pytest", *half, *arguments]
    return subprocess.Popen(command, stdout=out, stderr=out)  # noqa: S603 - our own tests


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
