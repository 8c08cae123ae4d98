"""Visit entry of a throw-away office, in a real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reception.bootstrap import Reception, create_services
from reception.services.papers.print_log import PaperJob
from tests.fixtures.cups import private_cups
from tests.fixtures.office import OFFICER, ThrowAwayOffice, build_office
from tests.ui.conftest import send_text
from tests.ui.waiting import wait_until, wait_until_settled
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

__all__ = ["private_cups"]

NAME = "Nguyễn Văn Bảy"


@dataclass
class EntryStage:
    """Visit entry, its window, task runner and office; ``keys`` counts key presses."""

    office: ThrowAwayOffice
    runner: TaskRunner
    reception: Reception
    window: MainWindow
    screen: VisitEntryScreen
    keys: int = 0
    printed: list[tuple[PaperJob, ...]] = field(default_factory=list)

    def settle(self, milliseconds: int = 180) -> None:
        """Let timers and the worker finish."""
        wait_until_settled(self.window, self.runner, milliseconds)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key in the focused widget."""
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, modifier)

    def alt(self, key: Qt.Key) -> None:
        """Press Alt and a key."""
        self.key(key, Qt.KeyboardModifier.AltModifier)

    def control(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str, field: QWidget | None = None) -> None:
        """Type as an input method does, into a field or where the focus is."""
        place = field or QApplication.focusWidget()
        assert place is not None
        if field is not None:
            field.setFocus()
        self.keys += len(text)
        send_text(place, text)

    def ask(self, function: Callable[[], object]) -> object:
        """Run something in the worker and return its result."""
        found: list[object] = []
        self.runner.run(lambda: found.append(function()))
        self.settle(20)
        return found[0]

    def rows(self) -> list[object]:
        """Return the visits of today."""
        return list(self.ask(self.reception.register.today))  # type: ignore[call-overload]


def open_stage(office: ThrowAwayOffice, name: str = OFFICER) -> EntryStage:
    """Open the office in the worker and show the screen."""
    runner = TaskRunner()
    found: list[Reception] = []

    def opening() -> None:
        reception = create_services(office.open(name))
        reception.session.settings()
        found.append(reception)

    runner.run(opening)
    wait_until(lambda: found and not runner.busy)
    window = MainWindow()
    screen = VisitEntryScreen(found[0], runner, window)
    window.add_screen(NavigationItem.HOME, screen)
    window.resize(1366, 696)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.show_item(NavigationItem.HOME)
    entry_stage = EntryStage(office, runner, found[0], window, screen)
    screen.papers_made.connect(entry_stage.printed.append)
    entry_stage.settle()
    return entry_stage


def close_stage(entry_stage: EntryStage) -> None:
    """Close window and session."""
    entry_stage.runner.stop(entry_stage.reception.session.database.close)
    entry_stage.window.close()
    entry_stage.window.deleteLater()


@pytest.fixture
def entry_stage(themed, tmp_path) -> Iterator[EntryStage]:
    """Return visit entry, open."""
    opened = open_stage(build_office(tmp_path))
    yield opened
    close_stage(opened)
