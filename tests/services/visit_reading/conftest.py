"""The stage of the tests about reading denunciations."""

from __future__ import annotations

import pytest

from tests.fixtures.office import ThrowAwayOffice
from tests.services.visit_reading.reading_stage import ReadingStage, build_stage


@pytest.fixture
def stage(office: ThrowAwayOffice) -> ReadingStage:
    return build_stage(office)
