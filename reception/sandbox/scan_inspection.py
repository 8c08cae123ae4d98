"""Parent side of the sandbox: sends a scan to a new child without keys, reads the result."""

from __future__ import annotations

import contextlib
import math
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field

from reception.domain.errors import ReceptionError
from reception.hardening.process_restart import command_for
from reception.sandbox.child_protocol import (
    MAX_ANSWER,
    MAX_PAGES,
    Picture,
    ScanRefused,
    png_of,
    unpack,
)
from reception.sandbox.scan_kinds import ScanFacts, ScanKind, kind_of

MIB = 1024 * 1024
MAX_BYTES = 25 * MIB

# Signals of Linux. Windows has none of them: there, an exit status is never negative.
_SIGKILL, _SIGXCPU = 9, 24

_running_children: set[subprocess.Popen[bytes]] = set()
_running_children_lock = threading.Lock()


def inspect_scan(
    data: bytes, *, timeout: float = 20, memory_mb: int = 512, max_bytes: int = MAX_BYTES
) -> ScanFacts:
    """Open a scan in a confined child process; ``timeout`` in seconds.

    Raises ReceptionError: sandbox.too_large (bytes or pixels), sandbox.unknown_kind,
    sandbox.broken, sandbox.encrypted, sandbox.too_many_pages, sandbox.timeout, sandbox.memory,
    sandbox.unavailable (no confined child could be started). Blocks: call it on a worker thread.
    """
    if len(data) > max_bytes:
        raise ReceptionError("sandbox.too_large", limit_mb=_whole_mb(max_bytes))
    kind = kind_of(data)
    if kind is None:
        raise ReceptionError("sandbox.unknown_kind")
    picture = _picture_or_error(_run_child(kind, data, timeout, memory_mb), max_bytes)
    return ScanFacts(kind, picture.pages, png_of(picture))


def end_children() -> None:
    """Kill every running child; the waiting calls raise ReceptionError."""
    with _running_children_lock:
        for child in _running_children:
            child.kill()


@dataclass(frozen=True, slots=True)
class _ChildResult:
    """The output of a child, its exit status, and whether the time limit was reached."""

    answer: bytes = field(repr=False)
    status: int
    timed_out: bool


def _run_child(kind: ScanKind, data: bytes, timeout: float, memory_mb: int) -> _ChildResult:
    # The child's own limit also holds if this process is stopped.
    child = _start_child([kind.value, str(memory_mb), str(math.ceil(timeout) + 1)])
    timed_out_event = threading.Event()
    timer = threading.Timer(timeout, _on_timeout, (timed_out_event, child))
    writer = threading.Thread(target=_write_scan, args=(child, data), daemon=True)
    timer.start()
    writer.start()
    try:
        answer = _read_answer(child)
    finally:
        # The child has nothing more to do after its answer.
        child.kill()
        status = child.wait()
        timer.cancel()
        writer.join()
        with _running_children_lock:
            _running_children.discard(child)
    return _ChildResult(answer, status, timed_out_event.is_set())


def _start_child(arguments: list[str]) -> subprocess.Popen[bytes]:
    command = command_for("reception.sandbox.child", arguments, isolated=True)
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
        raise ReceptionError("sandbox.unavailable") from error
    with _running_children_lock:
        _running_children.add(child)
    return child


def _clean_environment() -> dict[str, str]:
    """Return the environment variables that a bare interpreter needs."""
    if sys.platform == "win32":
        return {"SYSTEMROOT": os.environ.get("SYSTEMROOT", r"C:\Windows")}
    return {"LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"}


def _on_timeout(timed_out_event: threading.Event, child: subprocess.Popen[bytes]) -> None:
    timed_out_event.set()
    child.kill()


def _write_scan(child: subprocess.Popen[bytes], data: bytes) -> None:
    """Write the scan to the child; if the child ends early, the rest is not written."""
    if child.stdin is None:
        return
    with contextlib.suppress(OSError), child.stdin as pipe:
        pipe.write(data)


def _read_answer(child: subprocess.Popen[bytes]) -> bytes:
    if child.stdout is None:
        return b""
    with child.stdout as pipe:
        # One byte more than the longest valid answer, so that a longer one is noticed.
        return pipe.read(MAX_ANSWER + 1)


def _picture_or_error(child_result: _ChildResult, max_bytes: int) -> Picture:
    """Return the picture, or raise a ReceptionError with the reason why there is none."""
    answer = unpack(child_result.answer)
    if isinstance(answer, Picture):
        return answer
    if isinstance(answer, ScanRefused):
        facts = {"limit_mb": _whole_mb(max_bytes), "limit_pages": MAX_PAGES}
        raise ReceptionError(answer.code, **facts)
    raise ReceptionError(_failure_code(child_result))


def _failure_code(child_result: _ChildResult) -> str:
    if child_result.timed_out or child_result.status == -_SIGXCPU:
        return "sandbox.timeout"
    if child_result.status == -_SIGKILL and not child_result.answer:
        return "sandbox.memory"  # by the kernel, when the machine ran out of memory
    # A signal ends a crashed parser: the status is negative. The status is 1 if the interpreter
    # failed to start.
    return "sandbox.unavailable" if child_result.status > 0 else "sandbox.broken"


def _whole_mb(size: int) -> int:
    return max(1, size // MIB)
