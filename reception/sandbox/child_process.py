"""Parent side of every child: started without keys, given its input, killed at the end."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import IO

from reception.domain.errors import ReceptionError
from reception.hardening.process_restart import command_for

# Signals of Linux. Windows has none of them: there, an exit status is never negative.
SIGKILL, SIGXCPU = 9, 24

Child = subprocess.Popen[bytes]

_running_children: set[Child] = set()
_running_children_lock = threading.Lock()


def end_children() -> None:
    """Kill every running child; the waiting calls raise ReceptionError."""
    with _running_children_lock:
        for child in _running_children:
            child.kill()


@contextlib.contextmanager
def child_process(
    module: str, arguments: list[str], data: bytes, unavailable: str
) -> Iterator[tuple[Child, IO[bytes]]]:
    """Start one of our modules with ``data`` on stdin; yields the child and its stdout.

    The child is killed at the end, and its status is known then. Errors: ReceptionError with the
    code ``unavailable`` if it cannot be started.
    """
    child, output = _start(command_for(module, arguments, isolated=True), unavailable)
    writer = threading.Thread(target=_write, args=(child, data), daemon=True)
    writer.start()
    try:
        yield child, output
    finally:
        # The child has nothing more to do after its answer.
        child.kill()
        child.wait()
        writer.join()
        output.close()
        with _running_children_lock:
            _running_children.discard(child)


def _start(command: list[str], unavailable: str) -> tuple[Child, IO[bytes]]:
    try:
        child = subprocess.Popen(  # noqa: S603  # our own module, arguments of our own making
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            env=_clean_environment(),
            cwd=os.sep,
        )
    except OSError as error:
        raise ReceptionError(unavailable) from error
    if child.stdout is None:
        raise AssertionError("a pipe was asked for")
    with _running_children_lock:
        _running_children.add(child)
    return child, child.stdout


def _clean_environment() -> dict[str, str]:
    """Return the environment variables that a bare interpreter needs."""
    if sys.platform == "win32":
        return {"SYSTEMROOT": os.environ.get("SYSTEMROOT", r"C:\Windows")}
    return {"LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"}


def _write(child: Child, data: bytes) -> None:
    """Write the file to the child; if the child ends early, the rest is not written."""
    if child.stdin is None:
        return
    with contextlib.suppress(OSError), child.stdin as pipe:
        pipe.write(data)
