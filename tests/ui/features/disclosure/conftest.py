"""Fixtures of disclosure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.office import build_office
from tests.ui.features.disclosure.reveal_stage import RevealStage
from tests.ui.features.register.register_stage import RegisterStage


@pytest.fixture
def reveal_stage(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[RevealStage]:
    """The register of a throw-away office, with the flow that opens identities."""
    register_stage = RegisterStage(build_office(tmp_path), qtbot)
    yield RevealStage(register_stage, qtbot)
    register_stage.close()
