"""The head's services and a backup location, for tests of accounts and offboarding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.services.staff.roster_stage import attacker, filled

__all__ = ["attacker", "backup_location", "filled", "head"]


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The services of the head's session."""
    reception = create_services(office.open(HEAD))
    yield reception
    reception.session.database.close()


@pytest.fixture
def backup_location(tmp_path: Path, head: Reception) -> Path:
    """A registered backup location."""
    folder = tmp_path / "usb"
    folder.mkdir()
    head.backups.add_location(folder)
    return folder
