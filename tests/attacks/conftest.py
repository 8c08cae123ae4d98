"""The offices that are attacked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.old_office import ACTIVE, OldOffice, old_office
from tests.attacks.present_office import copy_office, make_present_office
from tests.attacks.restore_stage import changed, stage
from tests.attacks.roster_stage import Revocation

__all__ = ["changed", "old_office", "stage"]


@pytest.fixture(scope="session")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> OldOffice:
    """An office like the old one, made once by the present program; it is only copied."""
    return make_present_office(tmp_path_factory.mktemp("present"))


@pytest.fixture
def office(made_office: OldOffice, tmp_path: Path) -> OldOffice:
    """The office that is attacked, after everybody has opened it."""
    copied = copy_office(made_office, tmp_path)
    copied.open_and_close(*ACTIVE)
    return copied


@pytest.fixture
def revocation(office: OldOffice) -> Revocation:
    """The office after the colleague lost a right."""
    return Revocation(office)
