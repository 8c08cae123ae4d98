"""Runs in a child: its limits, its confinement and the descriptor of its answer."""

from __future__ import annotations

import os
import sys


def reserve_stdout() -> int:
    """Return a descriptor of stdout for the answer; all other output goes to stderr."""
    answer_descriptor = os.dup(1)
    os.dup2(2, 1)
    return answer_descriptor


def set_limits(memory_mb: int, seconds: int) -> None:
    """Limit memory, time, files and processes; Windows has only the time limit of the parent."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # absent on Windows

    size = memory_mb * 1024 * 1024
    limits = (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_AS, size, size),
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, 16, 16),
        (resource.RLIMIT_NPROC, 0, 0),
    )
    for kind, soft, hard in limits:
        current = resource.getrlimit(kind)[1]
        maximum = hard if current == resource.RLIM_INFINITY else min(hard, current)
        resource.setrlimit(kind, (min(soft, maximum), maximum))


def confine() -> bool:
    """Confine the process; False if that failed, and then on Linux nothing may be opened."""
    from reception.hardening.parser_confinement import confine_process  # noqa: PLC0415  # ctypes, once limits hold

    return confine_process() or sys.platform != "linux"


def send(answer_descriptor: int, answer: bytes) -> None:
    """Write all bytes of an answer, or of a part of it."""
    unsent = memoryview(answer)
    while unsent:
        unsent = unsent[os.write(answer_descriptor, unsent) :]
