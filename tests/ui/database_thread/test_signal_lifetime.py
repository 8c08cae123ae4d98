"""A long day of signals does not end the program."""

from __future__ import annotations

import subprocess
import sys

DAY = """
from PySide6.QtCore import QObject, Signal
import ui

class Bell(QObject):
    rings = Signal(object)
bell = Bell()
for _ in range(200_000):
    bell.rings.emit("")
print("evening")
"""


def test_two_hundred_thousand_signals() -> None:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-B", "-c", DAY], capture_output=True, check=True
    )
    assert done.stdout.strip() == b"evening"


VOID = """
from PySide6.QtCore import QObject
import ui

thing = QObject()
for _ in range(300_000):
    thing.setObjectName("x")
    assert thing.parent() is None
    thing.blockSignals(False)
print("evening")
"""


def test_three_hundred_thousand_calls_that_return_nothing() -> None:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-B", "-c", VOID], capture_output=True, check=True
    )
    assert done.stdout.strip() == b"evening"
