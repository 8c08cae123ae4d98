"""Runs the child's parser in this process, for properties with hundreds of workbooks.

Its messages pass through bytes and the parent's checks, as they do between the two processes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from unittest.mock import patch

from reception.domain.errors import ReceptionError
from reception.exchange.register_import import register_reader
from reception.exchange.register_import.row_results import RegisterSheet
from reception.sandbox import workbook_inspection
from reception.sandbox.workbook_cells import Message, WorkbookEnd, WorkbookRefused
from reception.sandbox.workbook_parser import parse_workbook
from reception.sandbox.workbook_protocol import pack
from tests.fixtures.workbooks import TODAY


def read_here(data: bytes) -> RegisterSheet:
    """Return the register of a workbook, read without a child."""
    with patch.object(register_reader, "read_workbook", _messages):
        return register_reader.read_register(data, TODAY)


def _messages(data: bytes, waiting: Callable[[], None]) -> Generator[Message, None, None]:
    workbook_inspection.check_start(data)
    answer = b"".join(pack(message) for message in parse_workbook(data))
    messages = (message for message, _ in workbook_inspection.messages_in(answer))
    for message in workbook_inspection.in_order(messages):
        if isinstance(message, WorkbookEnd):
            return
        if isinstance(message, WorkbookRefused):
            raise ReceptionError(message.code, line=message.number)
        yield message
