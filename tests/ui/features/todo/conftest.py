"""Fixtures of the to-do list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.office import build_office
from tests.ui.features.todo.todo_office import prepare
from tests.ui.window_machine import WindowMachine


@pytest.fixture
def machine(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[WindowMachine]:
    """A machine over an office with a to-do list; nobody has signed in."""
    office = build_office(tmp_path)
    machine = WindowMachine(office, qtbot)
    machine.asked = prepare(office)  # type: ignore[attr-defined]
    yield machine
    machine.sign_out()
