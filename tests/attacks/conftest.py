"""The offices that are attacked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reception.services.staff.roster_start import RosterStart
from tests.attacks.old_office import ACTIVE, OldOffice, copy_old_office, old_office
from tests.attacks.present_office import copy_office, make_present_office
from tests.attacks.restore_stage import changed, stage
from tests.attacks.roster_stage import Revocation
from tests.fixtures.office import HEAD

__all__ = ["changed", "old_office", "stage"]


@pytest.fixture(scope="session")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> OldOffice:
    """An office like the old one, made once by the present program; it is only copied."""
    return make_present_office(tmp_path_factory.mktemp("present"))


def sign_first_roster(office: OldOffice) -> None:
    """Let the head of an older office verify the log and sign its first roster."""
    session = office.open(HEAD)
    roster_start = RosterStart(session)
    roster_start.sign(roster_start.verify().findings)
    session.close()


@pytest.fixture(scope="session")
def opened_office(
    made_office: OldOffice, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], OldOffice]:
    """An office made by the named program, after everybody has opened it; it is only copied."""

    @cache
    def opened(program: str) -> OldOffice:
        folder = tmp_path_factory.mktemp(program)
        if program == "present":
            office = copy_office(made_office, folder)
        else:
            office = copy_old_office(folder)
            sign_first_roster(office)
        office.open_and_close(*ACTIVE)
        return office

    return opened


@pytest.fixture(params=["present", "old"])
def office(
    request: pytest.FixtureRequest, opened_office: Callable[[str], OldOffice], tmp_path: Path
) -> OldOffice:
    """The office that is attacked, made by either program, after everybody has opened it."""
    return copy_office(opened_office(request.param), tmp_path)


@pytest.fixture
def revocation(office: OldOffice) -> Revocation:
    """The office after the colleague lost a right."""
    return Revocation(office)
