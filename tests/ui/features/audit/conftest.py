"""Fixtures of the audit log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.office import ThrowAwayOffice, build_office
from tests.ui.features.audit.audit_stage import AuditStage


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office that is not open."""
    return build_office(tmp_path)


@pytest.fixture
def stage(office: ThrowAwayOffice, qtbot, themed: QApplication) -> Iterator[AuditStage]:
    """The log, open as the head."""
    found = AuditStage(office, qtbot)
    yield found
    found.close()
