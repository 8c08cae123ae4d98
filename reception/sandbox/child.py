"""The child process: reads one scan from stdin, writes the result to stdout.

Arguments: kind, memory in MiB, seconds of processor time. Only what the kind needs is imported,
and all of it before the confinement and the first byte of the scan.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from reception.sandbox.child_protocol import Picture, ScanRefused, pack

_Opener = Callable[[bytes], Picture]


def main(args: list[str]) -> int:
    """Open the scan of stdin; the result is written to stdout, the exit status is 0."""
    kind, memory_mb, seconds = args[0], int(args[1]), int(args[2])
    answer_descriptor = _reserve_stdout()
    _set_limits(memory_mb, seconds)
    _send(answer_descriptor, _result(kind))
    # No exit handlers: they would import and open files, which the confinement refuses.
    os._exit(0)


def _result(kind: str) -> Picture | ScanRefused:
    try:
        opener = _confined_opener(kind)
        return opener(sys.stdin.buffer.read())
    except ScanRefused as refusal:
        return refusal
    except MemoryError:
        return ScanRefused("sandbox.memory")
    except Exception:  # any exception of a parser means a bad file
        return ScanRefused("sandbox.broken")


def _confined_opener(kind: str) -> _Opener:
    """Import the opener, then confine the process.

    A failure here is due to the machine, not to the scan.
    """
    try:
        opener = _opener(kind)
        _confine()
    except ModuleNotFoundError as error:
        raise ScanRefused("sandbox.unavailable") from error
    except (ImportError, OSError, AttributeError) as error:
        # A library that does not fit under the memory limit fails in many ways.
        raise ScanRefused("sandbox.memory") from error
    return opener


def _reserve_stdout() -> int:
    """Return a descriptor of stdout for the answer; all other output goes to stderr."""
    answer_descriptor = os.dup(1)
    os.dup2(2, 1)
    return answer_descriptor


def _set_limits(memory_mb: int, seconds: int) -> None:
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


def _confine() -> None:
    """Confine the process; on Linux no scan is opened without confinement."""
    from reception.hardening.parser_confinement import confine_process  # noqa: PLC0415  # ctypes, once limits hold

    if not confine_process() and sys.platform == "linux":
        raise ScanRefused("sandbox.unavailable")


def _opener(kind: str) -> _Opener:
    """Import only the modules for this kind, since each start of the child waits for them."""
    if kind == "pdf":
        from reception.sandbox.pdf_preview import open_pdf  # noqa: PLC0415

        return open_pdf
    from reception.sandbox.image_preview import open_jpeg, open_png  # noqa: PLC0415

    return {"jpeg": open_jpeg, "png": open_png}[kind]


def _send(answer_descriptor: int, result: Picture | ScanRefused) -> None:
    unsent = memoryview(pack(result))
    while unsent:
        unsent = unsent[os.write(answer_descriptor, unsent) :]


if __name__ == "__main__":
    main(sys.argv[1:])
