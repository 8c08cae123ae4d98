"""A window with register and import, on a throw-away office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import Reception, create_services
from tests.fixtures.cups import private_cups
from tests.fixtures.office import HEAD, build_office
from tests.ui.conftest import send_text
from tests.ui.waiting import run_event_loop, wait_until
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.features.printing.print_thread import PrintThread
from ui.features.register.register_screen import RegisterScreen
from ui.features.register_import.import_flow import ImportFlow
from ui.features.register_import.import_page import ImportPage
from ui.features.register_import.import_screen import ImportScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

__all__ = ["private_cups"]

REGISTER = Path(__file__).parents[3] / "fixtures/register-lam-dong-2017-h1.xlsx"
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class ImportStage:
    reception: Reception
    runner: TaskRunner
    window: MainWindow
    register: RegisterScreen
    flow: ImportFlow
    folder: Path

    @property
    def screen(self) -> ImportScreen:
        """Return the import screen, which is open."""
        assert self.flow.screen is not None
        return self.flow.screen

    @property
    def page(self) -> ImportPage:
        return self.screen.page

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key in the focused widget."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def file(self, data: bytes, name: str = "sổ.xlsx") -> Path:
        """Write a workbook."""
        path = self.folder / name
        path.write_bytes(data)
        return path

    def open(self, path: Path) -> None:
        """Open the screen, type the path of the file, press Enter, and wait for the preview."""
        self.flow.open()
        wait_until(self.page.start.path.hasFocus)
        self.type(path)
        self.settle()

    def type(self, path: Path) -> None:
        """Type a path as an input method does, and press Enter."""
        self.page.start.path.clear()
        send_text(self.page.start.path, str(path))
        self.key(Qt.Key.Key_Return)

    def settle(self) -> None:
        """Wait until the import and the database thread are idle."""
        wait_until(lambda: not self.screen.tasks.busy and not self.runner.busy)

    def ask(self, function: Callable[[], object]) -> object:
        """Call a function on the database thread and return its result."""
        found: list[object] = []
        self.runner.run(lambda: found.append(function()))
        wait_until(lambda: bool(found))
        return found[0]

    def visits(self) -> int:
        """Return the number of visits in the register."""
        row = self.ask(lambda: self.reception.session.database.one("SELECT count(*) FROM visit"))
        return int(row[0])  # type: ignore[index]

    def texts(self) -> str:
        """Return every text of the window, those for screen readers included."""
        found: list[str] = []
        for widget in [self.window, *self.window.findChildren(QWidget)]:
            found += [widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
            if isinstance(widget, QLabel):
                found.append(widget.text())
            face = QAccessible.queryAccessibleInterface(widget)
            if face is not None:
                found.append(face.text(QAccessible.Text.Name))
        model = self.page.preview_table.model
        for row in range(model.rowCount()):
            model.row_at(row)
            run_event_loop(1)
            found += [str(model.index(row, column).data()) for column in range(7)]
        return "\n".join(found)


def _open_stage(folder: Path) -> ImportStage:
    office, runner, found = build_office(folder), TaskRunner(), []

    def opening() -> None:
        reception = create_services(office.open(HEAD))
        reception.session.settings()
        found.append(reception)

    runner.run(opening)
    wait_until(lambda: found and not runner.busy)
    window = MainWindow((NavigationItem.HOME, NavigationItem.REGISTER))
    papers = PrintFlow(found[0], runner, window)
    settings = WindowSettings(folder / "window.ini")
    register = RegisterScreen(found[0], runner, window, settings, papers)
    flow = ImportFlow(found[0], runner, window, papers)
    register.import_wanted.connect(flow.open)
    flow.imported.connect(register.reload)
    window.add_screen(NavigationItem.REGISTER, register)
    window.resize(1366, 696)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.show_item(NavigationItem.REGISTER)
    return ImportStage(found[0], runner, window, register, flow, folder)


@pytest.fixture
def import_stage(themed: QApplication, tmp_path: Path) -> Iterator[ImportStage]:
    """The window with the register; nothing is imported."""
    found = _open_stage(tmp_path)
    yield found
    if found.flow.screen is not None:
        found.screen.about_to_lock()
    for thread in found.window.findChildren(PrintThread):
        thread.close()
    found.runner.stop(found.reception.session.database.close)
    found.window.close()
    found.window.deleteLater()
