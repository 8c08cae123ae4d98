"""Fixtures of the register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.office import build_office
from tests.ui.features.register.register_stage import RegisterStage


@pytest.fixture
def register_stage(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[RegisterStage]:
    """The register of a throw-away office."""
    found = RegisterStage(build_office(tmp_path), qtbot)
    yield found
    found.close()
