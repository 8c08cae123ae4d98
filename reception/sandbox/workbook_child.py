"""The child process of a workbook: reads it from stdin, writes its messages to stdout.

Arguments: memory in MiB, seconds of processor time. All imports come before the confinement.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

from reception.sandbox.child_confinement import confine, reserve_stdout, send, set_limits
from reception.sandbox.workbook_cells import Message, WorkbookRefused
from reception.sandbox.workbook_protocol import pack

_BATCH = 1 << 16  # bytes collected before they are written


def main(args: list[str]) -> None:
    """Read the workbook of stdin; its messages are written to stdout, the exit status is 0."""
    memory_mb, seconds = int(args[0]), int(args[1])
    answer_descriptor = reserve_stdout()
    set_limits(memory_mb, seconds)
    batch = bytearray()
    for message in _messages():
        batch += pack(message)
        if len(batch) >= _BATCH:
            send(answer_descriptor, bytes(batch))
            batch.clear()
    send(answer_descriptor, bytes(batch))
    # No exit handlers: they would import and open files, which the confinement refuses.
    os._exit(0)


def _messages() -> Iterator[Message]:
    parse = _confined_parser()
    if parse is None:
        yield WorkbookRefused("exchange.no_reader")
        return
    try:
        data = sys.stdin.buffer.read()
    except MemoryError:
        yield WorkbookRefused("exchange.too_much_memory")
        return
    yield from parse(data)


def _confined_parser() -> Callable[[bytes], Iterator[Message]] | None:
    """Import the parser, then confine the process; None if this machine cannot do both."""
    try:
        from reception.sandbox.workbook_parser import parse_workbook  # noqa: PLC0415  # once limits hold

        return parse_workbook if confine() else None
    except (ImportError, OSError, AttributeError, MemoryError):
        return None


if __name__ == "__main__":
    main(sys.argv[1:])
