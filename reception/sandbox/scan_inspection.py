"""Our side of the sandbox: a scan goes to a fresh child without keys, facts come back."""

from __future__ import annotations

import contextlib
import math
import os
import subprocess
import sys
import threading
from dataclasses import dataclass

from reception.domain.errors import ReceptionError
from reception.hardening.process_restart import command_for
from reception.sandbox.child_protocol import (
    MOST_ANSWER,
    MOST_PAGES,
    Picture,
    Refused,
    png_of,
    unpack,
)
from reception.sandbox.scan_kinds import ScanFacts, ScanKind, kind_of

MIB = 1024 * 1024
MAX_BYTES = 25 * MIB

# Numbers of Linux; Windows ends a child with other words, which mean "broken" here.
_KILLED, _OUT_OF_TIME = 9, 24

_running: set[subprocess.Popen[bytes]] = set()
_running_guard = threading.Lock()


def inspect_scan(
    data: bytes, *, timeout: float = 20, memory_mb: int = 512, max_bytes: int = MAX_BYTES
) -> ScanFacts:
    """Open a scan in a child that can do nothing but answer; ``timeout`` in seconds.

    Raises ReceptionError: sandbox.too_large (bytes or pixels), sandbox.unknown_kind,
    sandbox.broken, sandbox.encrypted, sandbox.too_many_pages, sandbox.timeout, sandbox.memory,
    sandbox.unavailable (no child could be started or shut in). Blocks: call it on a worker.
    """
    if len(data) > max_bytes:
        raise ReceptionError("sandbox.too_large", limit_mb=_whole_mb(max_bytes))
    kind = kind_of(data)
    if kind is None:
        raise ReceptionError("sandbox.unknown_kind")
    picture = _judge(_ask_child(kind, data, timeout, memory_mb), max_bytes)
    return ScanFacts(kind, picture.pages, png_of(picture))


def end_children() -> None:
    """End every child still at work, at once; the calls that wait raise ReceptionError."""
    with _running_guard:
        for child in _running:
            child.kill()


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a child ended: its bytes, its exit status, and whether our clock ran out."""

    answer: bytes
    status: int
    timed_out: bool


def _ask_child(kind: ScanKind, data: bytes, timeout: float, memory_mb: int) -> _Ending:
    # The child's own clock is the second one, should ours be stopped with the worker.
    child = _start([kind.value, str(memory_mb), str(math.ceil(timeout) + 1)])
    rang = threading.Event()
    clock = threading.Timer(timeout, _ring, (rang, child))
    feeder = threading.Thread(target=_feed, args=(child, data), daemon=True)
    clock.start()
    feeder.start()
    try:
        answer = _read(child)
    finally:
        # After the answer, or without one, there is nothing more a child may do.
        child.kill()
        status = child.wait()
        clock.cancel()
        feeder.join()
        with _running_guard:
            _running.discard(child)
    return _Ending(answer, status, rang.is_set())


def _start(arguments: list[str]) -> subprocess.Popen[bytes]:
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
    with _running_guard:
        _running.add(child)
    return child


def _clean_environment() -> dict[str, str]:
    """Return what a bare interpreter needs; nothing of ours goes along."""
    if sys.platform == "win32":
        return {"SYSTEMROOT": os.environ.get("SYSTEMROOT", r"C:\Windows")}
    return {"LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"}


def _ring(rang: threading.Event, child: subprocess.Popen[bytes]) -> None:
    rang.set()
    child.kill()


def _feed(child: subprocess.Popen[bytes], data: bytes) -> None:
    """Give the child its scan and close; one that died early simply takes no more."""
    if child.stdin is None:
        return
    with contextlib.suppress(OSError), child.stdin as pipe:
        pipe.write(data)


def _read(child: subprocess.Popen[bytes]) -> bytes:
    if child.stdout is None:
        return b""
    with child.stdout as pipe:
        # One byte more than any honest answer: a longer one is known without reading it all.
        return pipe.read(MOST_ANSWER + 1)


def _judge(ending: _Ending, max_bytes: int) -> Picture:
    """Return the picture, or raise what the child said or how it died."""
    answer = unpack(ending.answer)
    if isinstance(answer, Picture):
        return answer
    if isinstance(answer, Refused):
        facts = {"limit_mb": _whole_mb(max_bytes), "limit_pages": MOST_PAGES}
        raise ReceptionError(answer.code, **facts)
    raise ReceptionError(_code_of_death(ending))


def _code_of_death(ending: _Ending) -> str:
    if ending.timed_out or ending.status == -_OUT_OF_TIME:
        return "sandbox.timeout"
    if ending.status == -_KILLED and not ending.answer:
        return "sandbox.memory"  # by the kernel, when the whole machine had none left
    # A parser that crashed ends by a signal; an interpreter that never came up says 1.
    return "sandbox.unavailable" if ending.status > 0 else "sandbox.broken"


def _whole_mb(size: int) -> int:
    return max(1, size // MIB)
