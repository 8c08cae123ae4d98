"""Replaces the process by a new image, so that its memory is cleared."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

# A packed program has no -m: its entry script calls runpy for this argument.
MODULE_FLAG = "--run-module"

_ROOT = Path(__file__).resolve().parents[2]
# The working folder is never on the path: it may be on somebody else's USB stick.
_RUN_MODULE = (
    "import runpy, sys; root, name = sys.argv[1:3]; del sys.argv[1:3]; "
    "root in sys.path or sys.path.insert(0, root); "
    "runpy.run_module(name, run_name='__main__', alter_sys=True)"
)


def command_for(module: str, args: Sequence[str] = (), *, isolated: bool = False) -> list[str]:
    """Return the command that runs one of our modules as a new program.

    ``isolated`` ignores the user's environment and writes no byte code (for parsers).
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, MODULE_FLAG, module, *args]
    flags = ["-I", "-B"] if isolated else ["-P"]
    return [sys.executable, *flags, "-c", _RUN_MODULE, str(_ROOT), module, *args]


def replace_process(argv: Sequence[str], env: Mapping[str, str] | None = None) -> NoReturn:
    """Replace this process by ``argv``; every descriptor but stdio is closed.

    Linux: execve, same process number, no exit handler runs. Windows: a new process is started
    and this one ends at once, so hand the instance lock over first. Raises OSError if the new
    image cannot be started; then the old one is still running and must end itself.
    """
    _flush_output()
    environment = dict(os.environ if env is None else env)
    if sys.platform == "win32":
        subprocess.Popen(list(argv), env=environment, close_fds=True)  # noqa: S603  # our own command
        os._exit(0)
    _close_descriptors_on_exec()
    _unblock_signals()
    os.execve(argv[0], list(argv), environment)  # noqa: S606  # our own command, no shell


def _flush_output() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is None:  # a windowed program has no console
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            continue  # the terminal is gone: nothing can be written there


def _close_descriptors_on_exec() -> None:
    """Mark every descriptor above stderr close-on-exec, also those a C library opened."""
    for name in os.listdir("/proc/self/fd"):
        number = int(name)
        if number <= 2:  # noqa: PLR2004  # stdin, stdout, stderr stay
            continue
        try:
            os.set_inheritable(number, False)
        except OSError:
            continue  # descriptor of the listing itself, already closed


def _unblock_signals() -> None:
    """Unblock signals: exec keeps a blocked mask, and a worker thread may be the caller."""
    import signal  # noqa: PLC0415  # Linux has pthread_sigmask, not reached on Windows

    signal.pthread_sigmask(signal.SIG_SETMASK, ())
