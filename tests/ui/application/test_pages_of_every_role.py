"""Every page opens for every role: what a role may not read is refused, and nothing crashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from reception.services.access.session import Session
from tests.fixtures import office_of_all_roles as roles
from tests.fixtures.office_of_all_roles import OfficeOfAllRoles, build_office_of_all_roles
from tests.ui.window_machine import WindowMachine
from ui.shell.navigation import ITEMS_WITH_SCREEN


class OpenedByName:
    """The office as a window machine opens it."""

    def __init__(self, office: OfficeOfAllRoles) -> None:
        self._office = office

    def open(self, name: str) -> Session:
        return self._office.sign_in(name).session


@pytest.fixture(scope="module")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> OfficeOfAllRoles:
    return build_office_of_all_roles(tmp_path_factory.mktemp("roles"))


@pytest.mark.parametrize("name", [roles.NOBODY, roles.IMPORTER, roles.VERIFIER, roles.CUSTODIAN])
def test_every_page_opens(made_office: OfficeOfAllRoles, tmp_path: Path, qtbot, name: str) -> None:
    machine = WindowMachine(OpenedByName(made_office.copy(tmp_path / "copy")), qtbot)
    window = machine.sign_in(name)
    errors: list[object] = []
    assert machine.runner is not None
    machine.runner.crashed.connect(errors.append)
    for item in ITEMS_WITH_SCREEN:
        window.show_item(item)
        QTest.qWaitForWindowExposed(window)
        qtbot.waitUntil(lambda: not machine.runner.busy)
    assert errors == []
    machine.sign_out()
