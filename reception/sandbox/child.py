"""The child process: reads one scan from stdin, writes the result to stdout.

Arguments: kind, memory in MiB, seconds of processor time. Only what the kind needs is imported,
and all of it before the confinement and the first byte of the scan.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from reception.sandbox.child_confinement import confine, reserve_stdout, send, set_limits
from reception.sandbox.child_protocol import Picture, ScanRefused, pack

_Opener = Callable[[bytes], Picture]


def main(args: list[str]) -> int:
    """Open the scan of stdin; the result is written to stdout, the exit status is 0."""
    kind, memory_mb, seconds = args[0], int(args[1]), int(args[2])
    answer_descriptor = reserve_stdout()
    set_limits(memory_mb, seconds)
    send(answer_descriptor, pack(_result(kind)))
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
        is_confined = confine()
    except ModuleNotFoundError as error:
        raise ScanRefused("sandbox.unavailable") from error
    except (ImportError, OSError, AttributeError) as error:
        # A library that does not fit under the memory limit fails in many ways.
        raise ScanRefused("sandbox.memory") from error
    if not is_confined:
        raise ScanRefused("sandbox.unavailable")
    return opener


def _opener(kind: str) -> _Opener:
    """Import only the modules for this kind, since each start of the child waits for them."""
    if kind == "pdf":
        from reception.sandbox.pdf_preview import open_pdf  # noqa: PLC0415

        return open_pdf
    from reception.sandbox.image_preview import open_jpeg, open_png  # noqa: PLC0415

    return {"jpeg": open_jpeg, "png": open_png}[kind]


if __name__ == "__main__":
    main(sys.argv[1:])
