"""Parent side of the sandbox: sends a scan to a new child without keys, reads the result."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass, field

from reception.domain.errors import ReceptionError
from reception.sandbox.child_process import SIGKILL, SIGXCPU, Child, child_process
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


@dataclass(frozen=True, slots=True)
class _ChildResult:
    """The output of a child, its exit status, and whether the time limit was reached."""

    answer: bytes = field(repr=False)
    status: int
    timed_out: bool


def _run_child(kind: ScanKind, data: bytes, timeout: float, memory_mb: int) -> _ChildResult:
    # The child's own limit also holds if this process is stopped.
    arguments = [kind.value, str(memory_mb), str(math.ceil(timeout) + 1)]
    timed_out_event = threading.Event()
    with child_process("reception.sandbox.child", arguments, data, "sandbox.unavailable") as (
        child,
        output,
    ):
        timer = threading.Timer(timeout, _on_timeout, (timed_out_event, child))
        timer.start()
        try:
            # One byte more than the longest valid answer, so that a longer one is noticed.
            answer = output.read(MAX_ANSWER + 1)
        finally:
            timer.cancel()
    return _ChildResult(answer, child.returncode, timed_out_event.is_set())


def _on_timeout(timed_out_event: threading.Event, child: Child) -> None:
    timed_out_event.set()
    child.kill()


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
    if child_result.timed_out or child_result.status == -SIGXCPU:
        return "sandbox.timeout"
    if child_result.status == -SIGKILL and not child_result.answer:
        return "sandbox.memory"  # by the kernel, when the machine ran out of memory
    # A signal ends a crashed parser: the status is negative. The status is 1 if the interpreter
    # failed to start.
    return "sandbox.unavailable" if child_result.status > 0 else "sandbox.broken"


def _whole_mb(size: int) -> int:
    return max(1, size // MIB)
