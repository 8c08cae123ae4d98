"""The head of an older office sees what the verification found, and signs the first roster."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import Reception, create_services
from reception.storage.staff.roster_rows import latest_statement
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice, old_office
from tests.fixtures.office import HEAD, OFFICER
from tests.ui.waiting import wait_until_settled
from ui.application.start_window import StartWindow
from ui.database_thread.task_runner import TaskRunner
from ui.features.unlock.roster_start_screen import RosterStartScreen

__all__ = ["old_office"]


class Stage:
    """The screen in its window, over the head's session of an older office."""

    def __init__(self, office: OldOffice, qtbot) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner()
        self.opened: list[Reception] = []
        self.finished: list[bool] = []
        self.runner.run(self._open, office, then=self.opened.append, owner=self.runner)
        qtbot.waitUntil(lambda: bool(self.opened))
        self.window = StartWindow()
        qtbot.addWidget(self.window)
        self.screen = RosterStartScreen(self.opened[0].staff.roster_start, self.runner, self.window)
        self.screen.finished.connect(lambda: self.finished.append(True))
        self.window.resize(1366, 696)
        self.window.show()
        self.window.show_page(self.screen)
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.screen.banner.isVisibleTo(self.screen))

    def _open(self, office: OldOffice) -> Reception:
        return create_services(office.open(HEAD))

    def statements(self) -> int:
        """Return the number of the roster stored at present; 0 without one."""
        found: list[int] = []

        def read() -> int:
            signed = latest_statement(self.opened[0].session.database)
            return 0 if signed is None else signed.roster().number

        self.runner.run(read, then=found.append, owner=self.runner)
        self._qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def close(self) -> None:
        self.runner.run(self.opened[0].session.close)
        self.runner.stop()


@pytest.fixture
def show(old_office: OldOffice, qtbot, themed: QApplication) -> Iterator[Callable[[], Stage]]:
    stages: list[Stage] = []

    def make() -> Stage:
        stages.append(Stage(old_office, qtbot))
        return stages[-1]

    yield make
    for stage in stages:
        stage.close()


def test_an_intact_office_is_signed_with_the_enter_key(show, qtbot, picture) -> None:
    stage = show()
    assert "nguyên vẹn" in stage.screen.banner.accessibleName() + stage.screen.banner.text()
    wait_until_settled(stage.window)
    picture(stage.window, "roster-start-intact")
    QTest.keyClick(stage.screen.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.finished))
    assert stage.statements() == 1


def test_findings_are_read_before_the_head_can_sign(
    show, old_office: OldOffice, qtbot, picture
) -> None:
    with Attacker(old_office, OFFICER).tamper() as database:
        database.execute("UPDATE petition SET summary = 'Việc khác' WHERE visit_id = 2026000001")
    stage = show()
    screen = stage.screen
    assert "2026000001" in screen.findings.toPlainText()
    picture(stage.window, "roster-start-findings")
    assert not screen.sign_button.isEnabled()
    screen.seen_box.setFocus()
    QTest.keyClick(screen.seen_box, Qt.Key.Key_Space)
    assert screen.sign_button.isEnabled()
    QTest.keyClick(screen.sign_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.finished))
    assert stage.statements() == 1


def test_another_time_signs_nothing(show, qtbot) -> None:
    stage = show()
    QTest.keyClick(stage.screen.later_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(stage.finished))
    assert stage.statements() == 0
