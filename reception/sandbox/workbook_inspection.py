"""Parent side of a workbook: a new child without keys reads it, each of its messages is checked."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from reception.domain.errors import ReceptionError
from reception.sandbox.child_process import SIGKILL, SIGXCPU, Child, child_process
from reception.sandbox.workbook_cells import (
    LAST_LINE,
    Message,
    SheetLine,
    SheetStart,
    WorkbookEnd,
    WorkbookRefused,
    WorkbookStart,
)
from reception.sandbox.workbook_protocol import HEADER, MAX_MESSAGE, unpack

MIB = 1 << 20
_MAX_FILE = 100 * MIB
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_MAX_SHEETS = 2_000
_CHUNK = 1 << 16
_CHUNKS_AHEAD = 16  # read before they are needed: 1 MiB
_WAIT_STEP = 0.2  # seconds until a waiting parent looks whether it shall stop


@dataclass(frozen=True, slots=True)
class WorkbookLimits:
    """Limits of the child; the parent counts the seconds in which it waits for the child."""

    memory_mb: int = 512  # 40,000 visits need less than 96
    processor_seconds: int = 120
    waiting_seconds: float = 180
    answer_bytes: int = 128 * MIB  # 150,000 visits of 850 letters


def read_workbook(
    data: bytes,
    waiting: Callable[[], None] | None = None,
    limits: WorkbookLimits = WorkbookLimits(),
) -> Generator[WorkbookStart | SheetStart | SheetLine, None, None]:
    """Yield what a confined child reads in a workbook (.xlsx), in the order of the file.

    ``waiting`` is called several times a second while nothing arrives; what it raises ends the
    reading. Close the iterator (contextlib.closing) to end the child early. Errors:
    ReceptionError ``exchange.*`` when the file as a whole cannot be read.
    """
    check_start(data)
    arguments = [str(limits.memory_mb), str(limits.processor_seconds)]
    module = "reception.sandbox.workbook_child"
    with child_process(module, arguments, data, "exchange.no_reader") as (child, output):
        answer = _Answer(child, output, waiting or _go_on, limits)
        with contextlib.closing(answer):
            for message in in_order(answer.messages()):
                if isinstance(message, WorkbookEnd):
                    return
                if isinstance(message, WorkbookRefused):
                    raise ReceptionError(message.code, line=message.number)
                yield message
    raise ReceptionError(answer.failure_code())


def in_order(messages: Iterable[Message]) -> Iterator[Message]:
    """Yield messages in their one possible order: start, then sheets, each with its lines.

    Numbers of sheets and lines rise; a hidden sheet has no lines. Errors: ``exchange.damaged``.
    """
    sheet, line, last_line = -1, 0, 0  # -1: not started
    for message in messages:
        is_right = True
        if isinstance(message, WorkbookStart):
            is_right, sheet = sheet < 0, 0
        elif isinstance(message, SheetStart):
            is_right = 0 <= sheet < message.number <= _MAX_SHEETS
            sheet, line = message.number, 0
            last_line = 0 if message.is_hidden else LAST_LINE
        elif isinstance(message, SheetLine):
            is_right, line = line < message.line <= last_line, message.line
        elif isinstance(message, WorkbookEnd):
            is_right = sheet >= 0
        if not is_right:
            raise ReceptionError("exchange.damaged")
        yield message


def check_start(data: bytes) -> None:
    """Refuse by its size and first bytes what no child needs to look at."""
    if data.startswith(_OLE):
        raise ReceptionError("exchange.locked" if _ENCRYPTED_MARK in data else "exchange.old_xls")
    if not data.startswith(b"PK"):
        raise ReceptionError("exchange.not_workbook")
    if len(data) > _MAX_FILE:
        raise ReceptionError("exchange.too_large")


def _go_on() -> None:
    """Nobody asked to be told of the waiting."""


class _Answer:
    """The messages of a child, with what is known about its end."""

    def __init__(
        self, child: Child, output: IO[bytes], waiting: Callable[[], None], limits: WorkbookLimits
    ) -> None:
        self._child = child
        self._waiting = waiting
        self._limits = limits
        self._waited = 0.0
        self._received = 0
        self._chunks: queue.Queue[bytes] = queue.Queue(_CHUNKS_AHEAD)
        self._reader = threading.Thread(target=self._read, args=(output,), daemon=True)
        self._reader.start()

    def messages(self) -> Iterator[Message]:
        """Yield the messages until the child ends. Errors: ``exchange.damaged``, ``too_large``."""
        buffer = bytearray()
        while chunk := self._next_chunk():
            self._received += len(chunk)
            if self._received > self._limits.answer_bytes:
                raise ReceptionError("exchange.too_large")
            buffer += chunk
            used = 0
            for message, end in messages_in(bytes(buffer)):
                used = end
                yield message
            del buffer[:used]

    def failure_code(self) -> str:
        """Return the code for a child that ended without its last message."""
        status = self._child.returncode
        if self._waited > self._limits.waiting_seconds or status == -SIGXCPU:
            return "exchange.too_slow"
        if status == -SIGKILL:
            return "exchange.too_much_memory"  # by the kernel: the machine ran out of memory
        # The status is 1 if the interpreter failed to start, negative after a crash.
        return "exchange.no_reader" if status > 0 else "exchange.damaged"

    def close(self) -> None:
        """Kill the child and wait for the reading thread."""
        self._child.kill()
        while self._reader.is_alive():
            with contextlib.suppress(queue.Empty):
                self._chunks.get(timeout=_WAIT_STEP)

    def _read(self, output: IO[bytes]) -> None:
        """Runs on the reading thread: the pipe's bytes until its end, then an empty chunk."""
        chunk = b"-"
        while chunk:
            chunk = os.read(output.fileno(), _CHUNK)
            self._chunks.put(chunk)

    def _next_chunk(self) -> bytes:
        while self._waited <= self._limits.waiting_seconds:
            begin = time.monotonic()
            try:
                return self._chunks.get(timeout=_WAIT_STEP)
            except queue.Empty:
                self._waiting()
            finally:
                self._waited += time.monotonic() - begin
        return b""


def messages_in(buffer: bytes) -> Iterator[tuple[Message, int]]:
    """Yield each whole message at the beginning of the bytes, and the position of its end."""
    position = 0
    while position + HEADER.size <= len(buffer):
        kind, length = HEADER.unpack_from(buffer, position)
        if length > MAX_MESSAGE:
            raise ReceptionError("exchange.damaged")
        end = position + HEADER.size + length
        if end > len(buffer):
            return
        try:
            message = unpack(kind, buffer[position + HEADER.size : end])
        except ValueError:
            message = None
        if message is None:
            raise ReceptionError("exchange.damaged")
        yield message, end
        position = end
